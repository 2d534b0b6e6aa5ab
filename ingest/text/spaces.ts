/** A text without its blanks of any width, as titles and names are compared: 省　长　　王　浩 → 省长王浩. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, '');
}
