/**
 * What data/authorities.json knows about who issues: full and short names of national bodies, regions, endings.
 * 国家发展改革委, 发展改革委 and 国家发展和改革委员会 are one body.
 */
import data from '../../data/authorities.json' with { type: 'json' };
import { withoutSpaces } from './spaces.ts';

/** 新疆维吾尔自治区: how a region is written in full and for short. `letters` opens its document numbers: 新政发. */
export interface Region {
  name: string;
  short: string;
  letters: string;
  kind: string;
}

export const REGIONS: readonly Region[] = data.regions;

const FULL_NAMES: ReadonlyMap<string, string> = new Map(
  [...data.central, ...data.former].flatMap((body) =>
    [body.name, ...body.aliases].map((name): [string, string] => [name, body.name]),
  ),
);

/** Names of national bodies in full and for short, longest first. */
export const NATIONAL_NAMES: readonly string[] = [...FULL_NAMES.keys()].sort((a, b) => b.length - a.length);

/** Only the full names of national bodies: a code never begins with one, but 工信部联企业 begins with a short one. */
export const FULL_NATIONAL_NAMES: readonly string[] = [...new Set(FULL_NAMES.values())].filter(
  (name) => name.length > 2,
);

/** Endings by which a run of characters is known as a body: 人民政府, 委员会, 厅, longest first. */
export const AUTHORITY_ENDINGS: readonly string[] = [...data.endings].sort((a, b) => b.length - a.length);

/** Offices that sign a 令: 主席, 省长, 部长, longest first. */
export const LEADER_OFFICES: readonly string[] = [...data.leaders].sort((a, b) => b.length - a.length);

const KIND_WORDS: ReadonlyMap<string, string> = new Map([
  ['autonomous_region', '自治区'],
  ['province', '省'],
  ['municipality', '市'],
  ['special_region', '特别行政区'],
  ['corps', '兵团'],
]);

/** The region that a gazette's name or an authority's name begins with: 新疆维吾尔自治区人民政府公报 → 新疆维吾尔自治区; null for national ones. */
export function regionOf(name: string): Region | null {
  const bare = withoutSpaces(name);
  return (
    REGIONS.find((region) => bare.startsWith(region.name)) ??
    REGIONS.find((region) => bare.startsWith(region.short)) ??
    null
  );
}

/** 自治区, 省: whether a name opens with the bare word that the publisher uses of its own region. */
function fillRegion(name: string, home: Region | null): string {
  if (!home) return name;
  const word = KIND_WORDS.get(home.kind);
  if (word === undefined || home.kind === 'municipality' || !name.startsWith(word)) return name;
  return home.name + name.slice(word.length);
}

/** 新疆自治区人民政府 and 新疆人民政府 are 新疆维吾尔自治区人民政府. */
function lengthenRegion(name: string): string {
  const region = regionOf(name);
  if (!region || name.startsWith(region.name)) return name;
  const rest = name.slice(region.short.length);
  const word = KIND_WORDS.get(region.kind) ?? '';
  return region.name + (word !== '' && rest.startsWith(word) ? rest.slice(word.length) : rest);
}

/**
 * One spelling per body, for comparison: 中华人民共和国国务院 → 国务院, 市场监管总局 → 国家市场监督管理总局, 自治区政府 in a
 * gazette of Xinjiang (`home`) → 新疆维吾尔自治区人民政府. A name that is not known comes back without spaces and 原.
 */
export function canonicalAuthority(name: string, home: Region | null = null): string {
  let bare = withoutSpaces(name).replace(/^原(?=.{3})/u, '');
  if (bare.length >= 9) bare = bare.replace(/^中华人民共和国(?=.)/u, '');
  const known = FULL_NAMES.get(bare);
  if (known !== undefined) return known;
  const filled = lengthenRegion(fillRegion(bare, home));
  return filled.replace(/(?<=[省市县区州旗])政府/u, '人民政府');
}

const SHORTEST_IN_RUN = 3;

/**
 * National bodies written one after the other without a sign between them: 财政部税务总局 → 财政部, 税务总局. A name that is no such run
 * comes back alone.
 */
export function jointAuthorities(name: string): string[] {
  if (KNOWN.has(name)) return [name];
  const bodies: string[] = [];
  for (let rest = name; rest !== '';) {
    const next = NATIONAL_NAMES.find((body) => body.length >= SHORTEST_IN_RUN && rest.startsWith(body));
    if (next === undefined) return [name];
    bodies.push(next);
    rest = rest.slice(next.length);
  }
  return bodies;
}

const KNOWN = new Set(NATIONAL_NAMES);

// Must match: 省政府 · 自治区政府      Must not: 各级政府
const OWN_GOVERNMENT = /^(?:省|市|县|区|州|旗|自治[区州县旗])政府$/u;

/** Whether a run of characters can be the name of a body: it ends as bodies do (厅, 委员会, 公司), or is known. */
export function isAuthorityName(name: string): boolean {
  const bare = name.replace(/[（(][^（()）]*[）)]$/u, '');
  return (
    KNOWN.has(bare) ||
    OWN_GOVERNMENT.test(bare) ||
    AUTHORITY_ENDINGS.some((ending) => bare.length > ending.length + 1 && bare.endsWith(ending))
  );
}
