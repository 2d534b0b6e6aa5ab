import { canonicalTitle, promulgatedTitles } from './canonical-title.ts';
import { NOWHERE } from './home.ts';
import type { RegisterName } from './register-name.ts';

/**
 * Whether a title is one of several texts that a document under these titles promulgates: 甲办法 of 关于印发《甲办法》《乙办法》的通知.
 * Reads every title of the entry, not the one that is shown: which one is shown can change with the next issue.
 */
export function isOneOfSeveral(key: string, titles: readonly RegisterName[]): boolean {
  const isAlias = titles.some((title) => title.key === key && title.origin === 'alias');
  return titles.some((title) => {
    const promulgated = promulgatedTitles(title.value);
    if (promulgated.length < 2 || title.key === key) return false;
    return isAlias || promulgated.some((inner) => canonicalTitle(inner, NOWHERE).key === key);
  });
}
