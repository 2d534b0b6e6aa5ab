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

/** Whether the title is wrapped in one pair of 《》 from its first character to its last. */
function isWrapped(text: string): boolean {
  if (!text.startsWith('《') || !text.endsWith('》')) return false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '《') depth += 1;
    else if (character === '》') depth -= 1;
    if (depth === 0) return at === text.length - 1;
  }
  return false;
}

/**
 * The comparison key of a title: script, width, brackets, spaces, quotation marks and punctuation folded, outer 《》 taken off.
 * 关于印发《新疆草原畜牧业转型升级规划（2023—2030年）》的通知 and 关于印发〈新疆草原畜牧业转型升级规划(2023-2030年)〉的通知 have one key; so have 婚姻登記辦法 and 婚姻登记办法.
 */
export function titleKey(title: string): string {
  let key = toSimplifiedUnits(title.normalize('NFKC'))
    .replace(/[\s\p{Cf}*#·•]+/gu, '')
    .replace(/[〔〕[\]【】〖〗〈〉<>]/gu, (c) => BRACKETS.get(c) ?? c)
    .replace(/[“”"‘’'`「」『』,，.。;；:：、!！?？]+/gu, '')
    .replace(/[—–―‐‑－~～-]+/gu, '-')
    .toLowerCase();
  while (isWrapped(key)) key = key.slice(1, -1);
  return key.replace(/[《》]/gu, '');
}
