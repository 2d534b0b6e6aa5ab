import { describe, expect, it } from 'vitest';
import { meetsConditions } from '../../../server/search/meets-conditions.ts';
import type { SearchableDocument } from '../../../server/search/searchable.ts';

const joint: SearchableDocument = {
  id: 'xinzhengbanfa-2024-43',
  title: '关于印发行政执法案卷评查办法的通知',
  number: '新政办发〔2024〕43号',
  type: 'notice',
  authorities: ['自治区司法厅', '自治区财政厅'],
  promulgationDate: '2024-09-20',
  issueId: 'xinjiang-2024-17-18',
  order: 0,
  firstRow: null,
  lists: false,
  names: '',
};
const undated: SearchableDocument = { ...joint, promulgationDate: null, type: null };

describe('meetsConditions', () => {
  it.each([
    [{}, true],
    [{ authority: [] }, true],
    [{ authority: ['自治区财政厅'] }, true],
    [{ authority: ['自治区公安厅'] }, false],
    [{ authority: ['自治区公安厅', '自治区司法厅'], year: ['2024'] }, true],
    [{ authority: ['自治区司法厅'], year: ['2023'] }, false],
    [{ type: ['notice'], issue: ['xinjiang-2024-17-18'] }, true],
    [{ issue: ['xinjiang-2024-19-20'] }, false],
    [{ document: ['xinzhengbanfa-2024-43'] }, true],
    [{ document: ['xinzhengbanfa-2024-44'] }, false],
  ])('%o: %s', (conditions, meets) => {
    expect(meetsConditions(joint, conditions)).toBe(meets);
  });

  it('finds nothing absent among values', () => {
    expect(meetsConditions(undated, { year: ['2024'] })).toBe(false);
    expect(meetsConditions(undated, { type: ['notice'] })).toBe(false);
  });
});
