import type { StatusBanner } from './status-banner.ts';

/**
 * What stands over every printed sheet but the first, which has the title itself:
 * 《新疆维吾尔自治区行政执法案卷评查办法》（…令第239号）　2024-10-15当日：现行有效.
 */
export function printHead(name: string, banner: StatusBanner | null): string {
  return banner === null
    ? name
    : `${name}　${banner.on}当日：${[banner.badge, banner.suspension].flatMap((badge) => badge?.label ?? []).join('，')}`;
}
