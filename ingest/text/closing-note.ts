/** The bracket with number or day that ends an entry of a list of documents: 三、…管理办法（1998年5月28日自治区人民政府令第76号发布）. */

// Must match: 1998年5月28日自治区人民政府令第76号发布 · 湘政发〔2001〕12号 · 商务部令第12号      Must not: 试行 · 2021—2025年 · 第二批
const NUMBER_OR_DAY = /\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|[〔[［]\d{4}[〕\]］]\s?\d|第\s?\d{1,5}\s?号/u;
const LONGEST_NOTE = 400;

/** Whether words end in such a bracket. */
export function endsInNote(words: string): boolean {
  const last = words.charAt(words.length - 1);
  if (last !== '）' && last !== ')') return false;
  const from = Math.max(words.lastIndexOf('（'), words.lastIndexOf('('));
  return from > 0 && words.length - from <= LONGEST_NOTE && NUMBER_OR_DAY.test(words.slice(from + 1, -1));
}
