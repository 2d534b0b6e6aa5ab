/** Part of a LIKE pattern (`ESCAPE '\\'`) in which a text stands for itself: 50%_a → 50\%\_a. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/gu, '\\$&');
}

/** The LIKE pattern (`ESCAPE '\\'`) of what holds a text. */
export function holding(text: string): string {
  return `%${literally(text)}%`;
}
