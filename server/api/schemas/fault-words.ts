import { z } from 'zod';
import { FIRST_YEAR, LAST_YEAR } from '../../../ingest/text/dates.ts';

type Fault = z.core.$ZodRawIssue;

const TYPES: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '对象',
};

/** What is asked of a day: 2024-02-30 is none, and a typing error such as 0204-08-27 is none of a gazette. */
export const DAY_WORDS = `应是日历上的日子（${FIRST_YEAR}-01-01 至 ${LAST_YEAR}-12-31，写作 2024-09-15）`;

/** What is wrong with a value, in words: 应是整数, 不能大于100, 应是 relevance、date、number 之一. */
function faultWords(fault: Fault): string | null {
  switch (fault.code) {
    case 'invalid_type':
      return fault.input === undefined ? '必须给出' : `应是${TYPES[fault.expected] ?? fault.expected}`;
    case 'too_small':
      return fault.origin === 'string' ? '必须给出' : `不能小于${fault.minimum}`;
    case 'too_big':
      return fault.origin === 'string' ? `不能长于${fault.maximum}个字符` : sizeWords(fault.origin, fault.maximum);
    case 'invalid_format':
      return fault.format === 'date' ? DAY_WORDS : null;
    case 'invalid_value':
      return `应是 ${fault.values.map(String).join('、')} 之一`;
    default:
      return null;
  }
}

const sizeWords = (origin: string, most: number | bigint): string =>
  origin === 'array' ? `至多${most}个` : `不能大于${most}`;

z.config({ customError: faultWords });
