/** A length of time as ISO 8601 writes it: P5Y, P18M, P30D. */
export interface Length {
  count: number;
  unit: 'Y' | 'M' | 'D';
}

const UNITS: readonly Length['unit'][] = ['Y', 'M', 'D'];

/** Reads P5Y; null for what is no length of one unit. */
export function readLength(text: string): Length | null {
  const [, count, letter] = /^P([0-9]{1,4})([YMD])$/u.exec(text) ?? [];
  const unit = UNITS.find((one) => one === letter);
  return count === undefined || unit === undefined ? null : { count: Number(count), unit };
}
