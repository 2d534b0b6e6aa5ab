/** How a text says that another document ends: 废止 and its like, 宣布失效. */
export type EndingMode = 'repealed' | 'declared_invalid';

// Must match: 同时废止 · 停止执行 · 不再执行 · 宣布失效 · 作废      Must not: 有效 · 停止使用车辆 (no document before it decides that)
export const ENDING = /废止|废除|失效|停止(?:执行|施行|实施)|不再(?:执行|施行|适用|有效|实施)|终止(?:执行|实施)|作废/gu;

/** 失效 is declared, everything else repeals. */
export function modeOf(word: string): EndingMode {
  return word === '失效' ? 'declared_invalid' : 'repealed';
}

/** What a heading over a list does with the documents under it. `kept`: 继续有效, they stay. */
export type ListMode = EndingMode | 'amended' | 'kept';

// Must match: 继续有效的行政规范性文件目录 · 保留的规范性文件 · 现行有效
const KEPT = /继续(?:有效|执行|施行)|保留|现行有效|有效(?:的)?(?:行政)?(?:规范性文件|文件|规章)?目录/u;

/**
 * Reads a heading, a title or a lead-in: 决定废止的行政规范性文件 → repealed, 宣布失效的区管委会规范性文件目录 → declared_invalid,
 * 继续有效的文件目录 → kept, 修改的政府规章 → amended; null when it says none of these.
 */
export function listModeOf(text: string): ListMode | null {
  const ending = text.search(/废止|停止(?:执行|施行)|不再(?:执行|施行|适用)/u);
  const kept = KEPT.test(text);
  if (ending >= 0) return kept ? null : 'repealed';
  if (text.includes('失效')) return kept ? null : 'declared_invalid';
  if (kept) return 'kept';
  return /修改|修订|修正/u.test(text) ? 'amended' : null;
}
