import { describe, expect, it } from 'vitest';
import { bareWords, lettersOf } from '../../../ingest/text/letters.ts';

describe('what stays of a text however it is printed', () => {
  it.each([
    ['新政办发〔２０２４〕43号', '新政办发202443号'],
    ['《关于印发〈办法〉的通知》 ', '关于印发办法的通知'],
    ['ＩＴ-based', 'ITbased'],
    ['……——', ''],
  ])('%j', (text, expected) => {
    expect(lettersOf(text)).toBe(expected);
    expect(bareWords(text)).toBe(expected.toLowerCase());
  });
});
