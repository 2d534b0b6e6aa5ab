import { parseDocumentNumber } from '../text/document-number.ts';
import type { Home } from './home.ts';

/** One document number with its authority made whole. `text` is what pages show and ids are made of, `key` what is compared. */
export interface CanonicalNumber {
  text: string;
  key: string;
  year: number | null;
  /** 国务院 of 国务院令第683号; null for an agency code. */
  authority: string | null;
}

const INSTRUMENT = /(令|公告|通告)$/u;
// Must match: 市人民政府 · 自治州人民代表大会常务委员会 · 县公安局      Must not: 苏州市人民政府 · 市场监督管理局
const OF_A_PLACE = /^(自治[州县旗]|[省市州县区旗盟])(?=[^省市州县区旗盟场])/u;

/** A body by its own name alone, made whole: 市人民政府 in a text of 苏州市 is 苏州市人民政府, 政府 whoever issues it; the 市 of 国家市场监督管理总局 is no place. Null when nobody knows whose. */
function wholeAuthority(name: string, { authority, place }: Home): string | null {
  if (name === '政府') return authority?.endsWith('人民政府') ? authority : null;
  const kind = OF_A_PLACE.exec(name)?.[1];
  if (kind === undefined) return name;
  if (authority?.endsWith(name)) return authority;
  if (place?.name.endsWith(kind)) return place.name + name.slice(kind.length);
  const home = authority?.search(new RegExp(`${kind}(?![场容政民域划市县区州盟])`, 'u')) ?? -1;
  return authority !== null && home > 1 ? authority.slice(0, home + kind.length) + name.slice(kind.length) : null;
}

/**
 * Reads a printed number in the home of the text that prints it. Null when it is no number, or a bare one (第5号, 公告2019年
 * 第3号) of nobody knows whom. In a gazette of Xinjiang 自治区人民政府令第48号 and 第48号令 are both
 * 新疆维吾尔自治区人民政府令第48号 (新疆政报 2024 第7-8期).
 */
export function canonicalNumber(printed: string | null, home: Home): CanonicalNumber | null {
  if (printed === null) return null;
  const number = parseDocumentNumber(printed, home.region);
  if (number?.serial == null) return null;
  const [code = '', year = '', serial = ''] = number.key.split('|');
  const instrument = INSTRUMENT.exec(code)?.[1] ?? null;
  const bare = instrument === null ? number.code === null : code === instrument;
  if (!bare && instrument === null) return { text: number.text, key: number.key, year: number.year, authority: null };
  const authority = bare ? home.authority : wholeAuthority(code.slice(0, -(instrument ?? '').length), home);
  if (authority === null) return null;
  const full = `${authority}${instrument ?? ''}`;
  const yearText = year === '' ? '' : `${year}年`;
  return { text: `${full}${yearText}第${serial}号`, key: `${full}|${year}|${serial}`, year: number.year, authority };
}
