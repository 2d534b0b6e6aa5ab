/** What the words over a list say of the documents under it: the title of its part, a heading, a lead-in. */
import type { IsoDate } from '../../model/span.ts';
import { findDates } from '../../text/dates.ts';
import { extendedRole } from './extension-clause.ts';
import { extensionOfList } from './extension.ts';
import { role } from './relation-draft.ts';
import type { Role } from './relation-draft.ts';
import { listModeOf } from './repeal-words.ts';
import type { ListMode } from './repeal-words.ts';
import type { Statement } from '../statement.ts';

// Must match: 决定废止的行政规范性文件 · 失效文件目录（共59件） · 拟修改的政府规章
const NAMES_A_LIST = /(?:目录|清单|文件|规章|法规|法律|一览表|名单|结果|情况|汇总表?|表)(?:[（(][^（()）]*[）)])?$/u;
const LONGEST_HEADING = 60;

/** What the words over a list say of all its documents: from which day they end, until when they stay. */
export interface LeadIn {
  day: IsoDate | null;
  until: string | null;
}

/** Of words that name no day. */
export const SILENT_LEAD: LeadIn = { day: null, until: null };

/** What a list does with a document. One of which only part ends, with no provision named, lives on changed. */
export function roleOf(mode: ListMode, { day, until }: LeadIn, provisions: readonly number[][]): Role {
  if (mode === 'planned') return role('cites', 'cites/list-planned');
  if (mode === 'kept') return extendedRole(until, 'list');
  if (mode === 'amended') return role('amends', 'amends/list', 'amended');
  if (mode !== 'part_repealed') return role('repeals', 'repeals/list', mode, day);
  return provisions.length > 0
    ? role('repeals', 'repeals/list-part', 'repealed', day)
    : role('amends', 'amends/list-part', 'amended', day);
}

/** Whether a list ends its documents, as a whole or in part. */
export const ends = (mode: ListMode): boolean => mode !== 'kept' && mode !== 'amended' && mode !== 'planned';

// Must match: 自2021年3月1日起，废止下列文件 · 下列文件自2022年1月1日起停止执行：      Must not: 2021年3月1日前印发的下列文件
const FROM_DAY = /(?:自|从|于)([^，,。；自从于]{8,16}?)(?:之日)?(?:起|废止|停止|失效)/u;

/** The day from which the documents under a lead-in end or until which they stay, where it names one. */
export function readLeadIn(lead: string): LeadIn {
  const printed = FROM_DAY.exec(lead)?.[1];
  return {
    day: printed === undefined ? null : (findDates(printed)[0]?.date ?? null),
    until: extensionOfList(lead),
  };
}

/** The titles of a document and its parts. */
export interface ListTitles {
  document: string;
  parts: readonly string[];
}

/** A title without those it names, whose words say nothing of the list: 关于废止《关于保留部分收费的通知》等文件的决定. */
function withoutTitles(title: string): string {
  const inner = /《[^《》]*》/gu;
  return title.replace(inner, '').replace(inner, '');
}

/** Whether a paragraph stands in an annexed list. */
export const isAnnexed = ({ partKind }: Statement): boolean => partKind === 'list' || partKind === 'annex';

/** The mode that a part's own title, or the document's, gives to its rows. */
export function modeOfPart(statement: Statement, titles: ListTitles): ListMode | null {
  const own = titles.parts[statement.part] ?? '';
  if (!isAnnexed(statement)) return null;
  const isList = statement.partKind === 'list';
  const mode = isList || NAMES_A_LIST.test(own) ? listModeOf(withoutTitles(own)) : null;
  if (mode !== null) return mode === 'amended' && !NAMES_A_LIST.test(own) ? null : mode;
  const ofDocument = listModeOf(withoutTitles(titles.document));
  return ofDocument === 'amended' ? null : ofDocument;
}

// Must match: 序号⇥标题⇥文号⇥废止条款 · 序号 标题 文号 废止日期      Must not: 二、宣布失效的规范性文件
const COLUMN_HEADS = /\t|\||^[\s\u3000]*序\s?号/u;

/** A short line over items that changes what they are for: 二、宣布失效的规范性文件（12件）. */
export function headingMode(text: string, masked: string): ListMode | null {
  if (text.length > LONGEST_HEADING || /[。；]/u.test(masked) || COLUMN_HEADS.test(text)) return null;
  return listModeOf(masked);
}
