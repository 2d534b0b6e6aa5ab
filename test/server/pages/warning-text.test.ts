import { expect, test } from 'vitest';
import { WARNING_CODES } from '../../../ingest/model/warning-codes.ts';
import { warningText } from '../../../server/pages/warning-text.ts';

test('every warning code has words', () => {
  for (const code of Object.keys(WARNING_CODES)) expect(warningText(code)).toMatch(/\p{Script=Han}/u);
  expect(warningText('new_code')).toBe('new_code');
});
