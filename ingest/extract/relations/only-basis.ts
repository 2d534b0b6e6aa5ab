// Must match (before a document): 根据 · 按照国务院 · 违反 · 超出 · 未列入 · 鉴于 · 因      Must not: 废止 · 现将 · 依据充分， · 因此
const ONLY_BASIS =
  /(?:根据|依据|依照|按照|遵照|参照|落实|违反|符合|不符|适用|超出|超越|列入|纳入|鉴于|由于|因(?![此而]))[^，,。；■]{0,24}$/u;

const REACH = 32;

/** Whether a document is only followed by what its sentence does: 根据《A》的规定，予以废止 ends not A. `before`: the masked text before it. */
export function isOnlyBasis(before: string): boolean {
  return ONLY_BASIS.test(before.slice(-REACH));
}
