/**
 * The number under which a government registers normative documents (统一登记号), printed on a line of its own over the head of a document:
 * `XTCR—2023—00009` (Hunan), `统一编号：ZJBC01-2023-0005` (Zhejiang). It is no document number.
 */

const LABEL = '(?:规范性文件)?\\s?(?:统一)?(?:登记|备案|编)\\s?(?:编号|号)\\s?[：:]\\s?';
// Must match: XTCR—2023—00009 · HNPR-2019-01012 · 统一编号：ZJBC01-2023-0005 · 规范性文件登记号：鲁RFG01-2020-002 · （ZJAC02—2018—0012）
// Must not: GB 2312-1980 · 编号：12 · ISSN 1004-3438 · 2023-07-11
const REGISTER_NUMBER = new RegExp(
  `^[（(]?(?:${LABEL}\\S?[A-Z]{2,8}\\d{0,4}|[A-Z]{2,8}\\d{0,4})\\s?[—–―－-]{1,2}\\s?(?:19|20)\\d{2}\\s?[—–―－-]{1,2}\\s?\\d{2,6}[)）]?$`,
  'u',
);
const LONGEST = 40;

/** Whether a whole line is such a number. */
export function isRegisterNumber(words: string): boolean {
  return words.length <= LONGEST && REGISTER_NUMBER.test(words);
}
