import { SELF_WORDS } from '../document-types.ts';

/** How a text says that another document ends: 废止 and its like, 宣布失效. */
export type EndingMode = 'repealed' | 'declared_invalid';

// Must match: 被本办法取代 · 由本细则代替 · 被本公告所替代 · 本办法取代■      Must not: 由本办法规定的证书代替 · 被新技术取代
const REPLACED = `[被由]?本[^的，。；■]{0,6}?(?:${SELF_WORDS.join('|')})(?:所)?(?:取代|代替|替代)`;
// Must match: 同时废止 · 停止执行 · 不再执行 · 宣布失效 · 失去效力 · 作废 · 决定撤销 · 不再作为行政管理的依据 · 一、撤销■ · 起施行，替代■
// Must not:   有效 · 停止使用车辆 (no document before it decides that) · 依法撤销、变更违法的行政行为
export const ENDING = new RegExp(
  `废止|废除|失效|失去效力|丧失效力|停止(?:执行|施行|实施)|不再(?:执行|施行|适用|有效|实施|作为[^，,。；■]{0,12}依据)|终止(?:执行|实施)|作废|(?<=决定|兹|予以|宣布)撤销|(?<=^[\\s\\u3000]*(?:第?[一二三四五六七八九十百0-9]{1,6}[、.．条][\\s\\u3000]*)?)撤销(?=■)|(?<=[行施效][，,])(?:替代|取代|代替)(?=■)|${REPLACED}`,
  'gu',
);

/** 失效 is declared, everything else repeals. */
export function modeOf(word: string): EndingMode {
  return word === '失效' ? 'declared_invalid' : 'repealed';
}

/**
 * What a heading over a list does with the documents under it. `kept`: 继续有效, they stay. `planned`: nothing yet. `part_repealed`: only
 * provisions end.
 */
export type ListMode = EndingMode | 'part_repealed' | 'amended' | 'kept' | 'planned';

// Must match: 继续有效的行政规范性文件目录 · 保留的规范性文件 · 现行有效 · 有效期延长至
const KEPT =
  /继续(?:有效|执行|施行)|有效期[^，,。]{0,8}延[长续期]|延[长续期][^，,。]{0,24}有效期|保留|现行有效|有效(?:的)?(?:行政)?(?:规范性文件|文件|规章)?目录/u;

// Must match: 部分废止的规范性文件 · 部分条款失效废止的文件目录 · 废止部分条款的文件      Must not: 废止部分文件 · 部分规范性文件失效
const IN_PART =
  /部分(?:予以)?(?:失效|废止)|(?:部分|个别|有关|相关)(?:条款|内容|条文|规定)(?:予以)?(?:失效|废止|停止执行|不再执行)|(?:失效|废止)(?:部分|个别|有关|相关)(?:条款|内容|条文)/u;
// Must match: 全文和部分条款失效废止的文件目录 · 全部或者部分废止
const WHOLE = /全文|全部|整体/u;

// Must match: 拟修改的行政规范性文件 · 需要废止的文件 · 建议失效      Must not: 决定修改
const PLANNED = /(?:拟|需要?|建议|适时|待)(?:予以|进行)?(?:继续)?(?:修改|修订|修正|废止|失效|宣布)/u;

/**
 * Reads a heading, a title or a lead-in: 决定废止的行政规范性文件 → repealed, 宣布失效的区管委会规范性文件目录 → declared_invalid,
 * 部分条款废止的文件 → part_repealed, 继续有效的文件目录 → kept, 拟修改的文件 → planned, 修改的政府规章 → amended; null when it says none
 * of these, or both 全文 and 部分条款.
 */
export function listModeOf(text: string): ListMode | null {
  if (PLANNED.test(text)) return 'planned';
  if (IN_PART.test(text)) return KEPT.test(text) || WHOLE.test(text) ? null : 'part_repealed';
  const ending = text.search(/废止|停止(?:执行|施行)|不再(?:执行|施行|适用)/u);
  const kept = KEPT.test(text);
  if (ending >= 0) return kept ? null : 'repealed';
  if (text.includes('失效')) return kept ? null : 'declared_invalid';
  if (kept) return 'kept';
  return /修改|修订|修正/u.test(text) ? 'amended' : null;
}

// Must match: 废止 · 继续有效 · 部分条款失效 · 予以修改 · 全文废止      Must not: 2019年废止 · 已被新文件废止
const RESULT = /^(?:拟|予以|决定|宣布|全文|部分条款|部分)?(?:继续有效|现行有效|保留|修改|修订|废止|失效)$/u;

/** What a row of a table with a column of results does with its document: 1⇥甲办法⇥甲政发〔2010〕3号⇥继续有效 → kept. */
export function rowModeOf(text: string): ListMode | null {
  const cell = text.split(/\t|\|/u, 24).find((one, at) => at > 0 && RESULT.test(one.trim()));
  return cell === undefined ? null : listModeOf(cell);
}
