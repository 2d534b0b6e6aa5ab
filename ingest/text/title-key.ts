import { toSimplifiedUnits } from './traditional.ts';

const BRACKETS: ReadonlyMap<string, string> = new Map([
  ['〔', '('],
  ['〕', ')'],
  ['[', '('],
  [']', ')'],
  ['【', '('],
  ['】', ')'],
  ['〖', '('],
  ['〗', ')'],
  ['〈', '《'],
  ['〉', '》'],
  ['<', '《'],
  ['>', '》'],
]);

// Must match: 新疆维吾尔自治区气候资源条例      Must not: 新疆草原畜牧业转型升级规划（2023—2030年）
const NOTHING_TO_FOLD = /^[\u4e00-\u9fff]*$/;

/**
 * The comparison key of a title: script, width, brackets, spaces, quotation marks and punctuation folded, 《》 taken off.
 * 关于印发《新疆草原畜牧业转型升级规划（2023—2030年）》的通知 and 关于印发〈新疆草原畜牧业转型升级规划(2023-2030年)〉的通知 have one key; so have 婚姻登記辦法 and 婚姻登记办法.
 */
export function titleKey(title: string): string {
  if (NOTHING_TO_FOLD.test(title)) return toSimplifiedUnits(title);
  return toSimplifiedUnits(title.normalize('NFKC'))
    .replace(/[\s\p{Cf}*#·•]+/gu, '')
    .replace(/[〔〕[\]【】〖〗〈〉<>]/gu, (c) => BRACKETS.get(c) ?? c)
    .replace(/[“”"‘’'`「」『』,，.。;；:：、!！?？]+/gu, '')
    .replace(/[—–―‐‑－~～-]+/gu, '-')
    .toLowerCase()
    .replace(/[《》]/gu, '');
}
