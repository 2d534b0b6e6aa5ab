// Must match (before a document): 根据 · 按照国务院 · 违反 · 超出 · 未列入      Must not: 废止 · 现将 · 依据充分，
const BASIS = /(?:根据|依据|依照|按照|遵照|参照|落实|违反|符合|不符|适用|超出|超越|列入|纳入)[^，,。；■]{0,24}$/u;
// Must match (before a document): 鉴于 · 因 · 由于市政府      Must not: 因此
const CIRCUMSTANCE = /(?:鉴于|由于|因(?![此而]))[^，,。；■]{0,24}$/u;

const REACH = 32;

/** Whether a document is only followed by what its sentence does: 根据《A》的规定，予以废止 ends not A. `before`: the masked text before it. */
export function isOnlyBasis(before: string): boolean {
  return isLegalBasis(before) || CIRCUMSTANCE.test(before.slice(-REACH));
}

/** The same without the circumstances that a document itself is in: 鉴于|《A》已不适应需要，予以废止 ends A. */
export function isLegalBasis(before: string): boolean {
  return BASIS.test(before.slice(-REACH));
}
