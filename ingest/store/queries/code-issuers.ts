/** Who issues under the code of a document number (新政办发 of 新政办发〔2010〕23号), learnt from what the archive holds. */
import { homeOf } from '../../resolve/home.ts';
import { authorityKey } from '../../resolve/same-authority.ts';
import { AUTHORITY_ENDINGS, canonicalAuthority } from '../../text/authority-names.ts';
import type { Store } from '../open-store.ts';
import type { RegisterEntry } from './register.ts';

/** Who presumably issued a document of which only the number is known, and how the archive comes to say so. */
export interface CodeIssuer {
  authority: string;
  reason: string;
}

/** The issuer of a number key (`新政办发|2010|23`); null when nothing tells, or when what tells disagrees. */
export type CodeIssuers = (numberKey: string | null) => CodeIssuer | null;

/** Who issued an entry, as far as anything says; `presumed` is the reason when it is only learnt from the code of its number. */
export interface Issuer {
  authority: string | null;
  presumed: string | null;
}

/** The authority that the entry's own evidence names, else, for a document only named, the one learnt from its code. */
export function issuerOfEntry(entry: RegisterEntry, issuers: CodeIssuers): Issuer {
  if (entry.authority !== null || entry.held) return { authority: entry.authority, presumed: null };
  const learnt = issuers(entry.numberKey);
  return { authority: learnt?.authority ?? null, presumed: learnt?.reason ?? null };
}

/** Whether a body is among those that issued an entry. 甲、乙 issued jointly by both. */
export function isIssuedBy(entry: RegisterEntry, authority: string, issuers: CodeIssuers): boolean {
  return (issuerOfEntry(entry, issuers).authority ?? '').split('、').includes(authority);
}

interface HeldRow {
  authority: string;
  count: number;
}

interface GroupRow {
  name: string;
  gazette: string | null;
  count: number;
}

// Must match (they name the rank of the issuer, not its place): 政办发 · 府发 · 办函      Must not: 新政办发 · 财预 · 国发
const PLACELESS_CODE = /^(?:[省市县区州]?(?:政|府|办|委))/u;

const HELD = `SELECT authority, count(*) AS count FROM register
  WHERE number_key >= ? AND number_key < ? AND held = 1 AND authority IS NOT NULL GROUP BY authority`;

const LISTED = `SELECT g.name, i.gazette, count(DISTINCT e.number_key) AS count
  FROM catalogue_entries e JOIN catalogues c ON c.id = e.catalogue_id JOIN issues i ON i.id = c.issue_id
  JOIN catalogue_groups g ON g.catalogue_id = e.catalogue_id AND g.seq = e.group_seq
  WHERE e.number_key >= ? AND e.number_key < ? GROUP BY g.name, i.gazette`;

/**
 * Looks up issuers by code; each code is asked once, by an index. Every document held under the code (of a joint one the
 * first named, whose number it bears) and every group of a filing catalogue that names a body must agree. A code without a
 * place (政办发) is used by hundreds and tells nothing.
 */
export function createCodeIssuers(store: Store): CodeIssuers {
  const known = new Map<string, CodeIssuer | null>();
  return (numberKey) => {
    const code = codeOf(numberKey);
    if (code === null) return null;
    const before = known.get(code);
    if (before !== undefined) return before;
    const issuer = issuerOfCode(store, code);
    known.set(code, issuer);
    return issuer;
  };
}

/** 新政办发 of the key 新政办发|2010|23; null for a key without code. */
function codeOf(numberKey: string | null): string | null {
  const end = numberKey?.indexOf('|') ?? -1;
  return numberKey === null || end < 1 ? null : numberKey.slice(0, end);
}

function issuerOfCode(store: Store, code: string): CodeIssuer | null {
  if (PLACELESS_CODE.test(code)) return null;
  const range = [`${code}|`, `${code}}`] as const;
  const held = store
    .prepare<[string, string], HeldRow>(HELD)
    .all(...range)
    .map(({ authority, count }) => ({ name: authority.split('、')[0] ?? authority, count }));
  const listed = store
    .prepare<[string, string], GroupRow>(LISTED)
    .all(...range)
    .filter(({ name }) => AUTHORITY_ENDINGS.some((ending) => name.replace(/[（(].*$/u, '').endsWith(ending)))
    .map(({ name, gazette, count }) => ({ name: canonicalAuthority(name, homeOf(gazette, [], null).region), count }));
  const keys = new Set([...held, ...listed].map(({ name }) => authorityKey(name)));
  if (keys.size !== 1) return null;
  const authority = mostUsed(held) ?? mostUsed(listed);
  if (authority === null) return null;
  const reasons = [
    ...(held.length > 0 ? [`以“${code}”为代字的馆藏文件（${sum(held)}件）均由${authority}印发`] : []),
    ...(listed.length > 0 ? [`备案目录把以“${code}”为代字的文件（${sum(listed)}件）都列在${authority}名下`] : []),
  ];
  return { authority, reason: reasons.join('；') };
}

/** Of several spellings of one body the most frequent, then the longest, then the first. */
function mostUsed(names: readonly { name: string; count: number }[]): string | null {
  const counts = new Map<string, number>();
  for (const { name, count } of names) counts.set(name, (counts.get(name) ?? 0) + count);
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || b.length - a.length || (a < b ? -1 : a === b ? 0 : 1));
  return ranked[0]?.[0] ?? null;
}

function sum(names: readonly { count: number }[]): number {
  return names.reduce((total, { count }) => total + count, 0);
}
