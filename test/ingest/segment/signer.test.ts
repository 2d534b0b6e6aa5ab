import { describe, expect, it } from 'vitest';
import { endsInBody, endsInOffice, endsInPerson } from '../../../ingest/segment/signer.ts';

describe('who can sign a text', () => {
  it.each(['自治区主席 艾尔肯·吐尼亚孜', '省　长　　王 宁', '部长：李某', '市长陈某某'])('an officer: %s', (line) => {
    expect(endsInPerson(line)).toBe(true);
  });

  it.each(['自治区主席', '省　长', '甲省人民政府', `${'各'.repeat(24)}省长王宁`])(
    'no officer with a name: %s',
    (line) => {
      expect(endsInPerson(line)).toBe(false);
    },
  );

  it.each([
    ['市公安局局长', true],
    ['自治区主席', true],
    ['省长', false],
    ['省长王宁', false],
    ['市公安局', false],
  ])('an office behind a name of a body: %s %s', (words, ends) => {
    expect(endsInOffice(words)).toBe(ends);
  });

  it.each([
    ['甲省人民政府', true],
    ['自治区发展改革委', true],
    ['关于印发办法的通知', false],
    ['', false],
  ])('a body: %s %s', (words, ends) => {
    expect(endsInBody(words)).toBe(ends);
  });
});
