/** Shorter passages (本办法自公布之日起施行。) are alike by habit, not copies of each other. */
const SHORTEST_COPY = 40;

/**
 * A number that is equal for equal folded texts, 0 for a text too short to be a copy. Two hashes (FNV-1a and a multiplicative
 * one) make 53 bits: among a million texts one chance in 18,000 that any two different ones share a key.
 */
export function textKey(folded: string): number {
  if (folded.length < SHORTEST_COPY) return 0;
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ (high >>> 15) ^ unit, 0x85ebca6b);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0) || 1;
}
