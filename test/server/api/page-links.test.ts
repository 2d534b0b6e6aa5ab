import { describe, expect, it } from 'vitest';
import { pageLinks } from '../../../server/api/page-links.ts';

describe('pageLinks', () => {
  it('gives the pages before and after, keeping the question', () => {
    expect(pageLinks('/api/v1/search?q=%E8%AF%84&limit=20&offset=20', { total: 45, limit: 20, offset: 20 })).toBe(
      '</api/v1/search?q=%E8%AF%84&limit=20&offset=0>; rel="first", ' +
        '</api/v1/search?q=%E8%AF%84&limit=20&offset=0>; rel="prev", ' +
        '</api/v1/search?q=%E8%AF%84&limit=20&offset=40>; rel="next"',
    );
  });

  it('has no next page on the last one', () => {
    expect(pageLinks('/api/v1/issues', { total: 5, limit: 20, offset: 0 })).toBe(
      '</api/v1/issues?offset=0>; rel="first"',
    );
  });

  it('is null for an answer that is no list', () => {
    expect(pageLinks('/api/v1/documents/x', { documentId: 'x' })).toBeNull();
  });
});
