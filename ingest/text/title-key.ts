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

/** What the folding of a title makes of single characters, by UTF-16 code; beside a code one of the three below, 0 for one not asked for yet. */
const FOLDED = new Uint16Array(0x10000);
const DROPPED = 1;
const MARK = 2;
/** Folded otherwise beside some neighbours (letters with accents, ligatures): the title is folded as a whole. */
const IN_CONTEXT = 3;
const DASH = 0x2d;

/** Whether a character folds alike wherever it stands: ASCII, Chinese characters, their punctuation and that of general use. */
function foldsAlone(unit: number): boolean {
  return (
    (unit >= 0x20 && unit <= 0x7e) ||
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3000 && unit <= 0x3029) ||
    (unit >= 0xff01 && unit <= 0xff5e) ||
    (unit >= 0x2010 && unit <= 0x2027)
  );
}

function foldedUnit(unit: number): number {
  const folded = foldsAlone(unit) ? foldWhole(String.fromCharCode(unit)) : '  ';
  if (folded.length > 1) return IN_CONTEXT;
  if (folded === '') return DROPPED;
  return folded === '《' || folded === '》' ? MARK : folded.charCodeAt(0);
}

/** All but the title marks folded. */
function foldWhole(title: string): string {
  return toSimplifiedUnits(title.normalize('NFKC'))
    .replace(/[\s\p{Cf}*#·•]+/gu, '')
    .replace(/[〔〕[\]【】〖〗〈〉<>]/gu, (c) => BRACKETS.get(c) ?? c)
    .replace(/[“”"‘’'`「」『』,，.。;；:：、!！?？]+/gu, '')
    .replace(/[—–―‐‑－~～-]+/gu, '-')
    .toLowerCase();
}

/**
 * The comparison key of a title: script, width, brackets, spaces, quotation marks and punctuation folded, 《》 taken off.
 * 关于印发《新疆草原畜牧业转型升级规划（2023—2030年）》的通知 and 关于印发〈新疆草原畜牧业转型升级规划(2023-2030年)〉的通知 have one key; so have 婚姻登記辦法 and 婚姻登记办法.
 * Each character is looked at once, and what stays as it is between two that do not is taken over in one piece.
 */
export function titleKey(title: string): string {
  let key = '';
  let from = 0;
  let last = 0;
  for (let at = 0; at < title.length; at += 1) {
    const unit = title.charCodeAt(at);
    const folded = FOLDED[unit] || (FOLDED[unit] = foldedUnit(unit));
    if (folded === IN_CONTEXT) return foldWhole(title).replace(/[《》]/gu, '');
    const repeats = folded === DASH && last === DASH;
    if (folded !== DROPPED) last = folded;
    if (folded === unit && !repeats) continue;
    key += title.slice(from, at);
    if (folded !== DROPPED && folded !== MARK && !repeats) key += String.fromCharCode(folded);
    from = at + 1;
  }
  return from === 0 ? title : key + title.slice(from);
}
