import { canonicalAuthority, regionOf } from '../text/authority-names.ts';

/**
 * A key that two printed names of one body share: the region, and the body's full name as data/authorities.json has it for
 * its national sister. 新疆维吾尔自治区发展改革委 (新疆政报 2024 第13-14期, signature) and 新疆维吾尔自治区发展和改革委员会 (its
 * filing catalogue) are one body; 伊犁州发展改革委 is another.
 */
export function authorityKey(canonicalName: string): string {
  const region = regionOf(canonicalName);
  if (region === null || !canonicalName.startsWith(region.name)) return canonicalAuthority(canonicalName);
  const body = canonicalAuthority(canonicalName.slice(region.name.length));
  return `${region.name}|${body.replace(/^国家/u, '')}`;
}
