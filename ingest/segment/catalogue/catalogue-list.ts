/** Several entries of a filing catalogue in one sentence: `晋南市人民政府报备2件：《农村宅基地管理办法》（晋政规〔2020〕7号）、《公园管理规定》（晋政规〔2020〕9号）。` */
import type { MappedText } from '../../model/mapped-text.ts';
import { slice } from '../../text/mapped-text.ts';
import { groupHeading } from './catalogue-heading.ts';
import type { GroupHeading } from './catalogue-heading.ts';
import { readRecord } from './catalogue-record.ts';
import type { CatalogueRecord } from './catalogue-record.ts';

/** The entries of a sentence and the body with its count before them, where one stands there. */
export interface RecordList {
  group: GroupHeading | null;
  records: CatalogueRecord[];
}

const LONGEST_LIST = 4000;
// What stands between two entries: ）、《 · ）；《 · ）和《
const BETWEEN = /(?<=[）)])(?:[、，,；;]|以?及|和)(?=《)/gu;

/** The entries that a sentence lists and nothing else; null for any other, and for one entry without its body. */
export function splitList(content: MappedText): RecordList | null {
  const { text } = content;
  if (text.length > LONGEST_LIST) return null;
  const colon = text.search(/[：:](?=《)/u);
  const group = colon < 0 ? null : groupHeading(text.slice(0, colon));
  if ((colon >= 0 && !group) || (colon < 0 && !text.startsWith('《'))) return null;
  const records: CatalogueRecord[] = [];
  let from = colon + 1;
  for (const { index, 0: sign } of [...text.matchAll(BETWEEN), { index: text.length, 0: '' }]) {
    const record = readRecord(slice(content, from, index));
    if (record?.title == null || (record.documentNumber === null && record.date === null)) return null;
    records.push(record);
    from = index + sign.length;
  }
  return group || records.length > 1 ? { group, records } : null;
}
