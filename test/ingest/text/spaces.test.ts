import { describe, expect, it } from 'vitest';
import { withoutSpaces } from '../../../ingest/text/spaces.ts';

describe('withoutSpaces', () => {
  it.each([
    ['省　长　　王　浩', '省长王浩'],
    [' 通\t知\u00a0\u2003\r\n', '通知'],
    ['国发〔2019〕5号', '国发〔2019〕5号'],
    ['', ''],
  ])('%j', (text, expected) => expect(withoutSpaces(text)).toBe(expected));
});
