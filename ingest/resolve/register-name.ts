import { compareText } from '../text/compare-text.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { citeDocument } from '../validity/cite-document.ts';
import { canonicalNumber } from './canonical-number.ts';
import { canonicalTitle, promulgatedTitles } from './canonical-title.ts';
import type { Home } from './home.ts';
import type { Mention } from './mention.ts';
import { statedHistory } from './stated-history.ts';

/** Where a name comes from, most trusted first: it decides which one is shown. */
export const NAME_ORIGINS = ['document', 'catalogue', 'repeal', 'history', 'citation', 'alias', 'correction'] as const;

export type NameOrigin = (typeof NAME_ORIGINS)[number];

/** A number or title under which a register entry is known, and why it belongs to that entry. */
export interface RegisterName {
  type: 'number' | 'title';
  key: string;
  value: string;
  origin: NameOrigin;
  reason: string;
}

/** Which of two names with one key is kept: the more trusted, then the longer, then the first by its letters. Total, so that no order of ingest matters. */
export function compareNames(a: RegisterName, b: RegisterName): number {
  return (
    NAME_ORIGINS.indexOf(a.origin) - NAME_ORIGINS.indexOf(b.origin) ||
    b.value.length - a.value.length ||
    compareText(a.value, b.value) ||
    compareText(a.reason, b.reason)
  );
}

/** What a held document gives its entry: its number, its title, and the titles of what it promulgates. */
export interface HeldNames {
  title: string;
  number: { text: string; key: string } | null;
  aliases: readonly string[];
  home: Home;
}

/** The names of a document held, each with its reason. */
export function namesOfDocument(held: HeldNames): RegisterName[] {
  const names: RegisterName[] = [titleName(held.title, held.home, 'document', '收录全文的文件题名')];
  if (held.number !== null)
    names.push({
      type: 'number',
      key: held.number.key,
      value: held.number.text,
      origin: 'document',
      reason: '收录全文所载文号',
    });
  for (const alias of new Set([...held.aliases, ...promulgatedTitles(held.title)]))
    names.push(titleName(alias, held.home, 'alias', aliasReason(held.title, held.number?.text ?? null)));
  return names;
}

/** The names that one mention gives the entry it resolves to. Without a number only its own title, which the entry bears already or is made of. */
export function namesOfMention(mention: Mention): RegisterName[] {
  const origin = originOf(mention);
  const where = citeDocument(mention.speaker.title, mention.speaker.documentNumber) ?? '公报目录';
  const verb = origin === 'repeal' ? '列为废止对象' : origin === 'catalogue' ? '列入备案目录' : '援引';
  const together = mention.number !== null && mention.title !== null ? '，题名与文号并列，视为同一文件' : '';
  const reason = `${where}${verb}${together}`;
  const names: RegisterName[] = [];
  const { number, title } = mention;
  if (number !== null) names.push({ type: 'number', key: number.key, value: number.text, origin, reason });
  if (title === null || title === '') return names;
  const { home } = mention.speaker;
  for (const event of statedHistory(mention)) {
    if (event.type !== 'promulgated' && event.type !== 'approved') continue;
    const other = canonicalNumber(event.documentNumber, home);
    if (other === null || other.key === number?.key) continue;
    const historyReason = `${where}记载其以此文号${event.type === 'approved' ? '批准' : '发布'}`;
    names.push({ type: 'number', key: other.key, value: other.text, origin: 'history', reason: historyReason });
  }
  names.push(titleName(title, home, origin, reason));
  for (const alias of promulgatedTitles(title))
    names.push(titleName(alias, home, 'alias', aliasReason(title, number?.text ?? null)));
  return names;
}

function titleName(title: string, home: Home, origin: NameOrigin, reason: string): RegisterName {
  return { type: 'title', key: canonicalTitle(title, home).key, value: withoutSpaces(title), origin, reason };
}

function aliasReason(title: string, number: string | null): string {
  return `由${citeDocument(title, number) ?? '通知'}印发，与该通知视为同一文件`;
}

function originOf(mention: Mention): NameOrigin {
  if (mention.table === 'catalogue_entries') return 'catalogue';
  return mention.relation?.type === 'repeals' ? 'repeal' : 'citation';
}
