/** Writes a number digit by digit, as years are printed: 2024 → 二〇二四. */
export function formatChineseDigits(n: number): string {
  return String(n).replace(/\d/gu, (digit) => '〇一二三四五六七八九'.charAt(Number(digit)));
}
