import type { ParagraphRole } from '../segment/document-draft.ts';
import type { Region } from '../text/authority-names.ts';
import { mask } from '../text/brackets.ts';
import { documentTypeOf } from './document-types.ts';
import { labelLength, readListItem } from './list-item.ts';
import { findMentions } from './mention.ts';
import { role } from './relation-draft.ts';
import type { RelationDraft, Role } from './relation-draft.ts';
import { listModeOf } from './repeal-words.ts';
import type { ListMode } from './repeal-words.ts';
import type { Statement } from './statement.ts';

/** What the lists of a document say, and the paragraphs they stand in, which no other reader of repeals needs to read. */
export interface ListReading {
  relations: RelationDraft[];
  consumed: Set<Statement>;
}

const HEADINGS = new Set<ParagraphRole>(['title', 'annex_label']);
const SILENT = new Set<ParagraphRole>([
  'signature',
  'date',
  'number',
  'authority',
  'salutation',
  'distribution',
  'annex_notice',
  'promulgation',
  'title_note',
]);
// Must match: 决定废止以下政府规章： · 现将下列文件宣布失效： · 废止的文件目录如下：
const LEAD_IN = /(?:以下|下列|如下|下述)[^。]*[:：。]?\s*$|[:：]\s*$/u;
// An item that amends is read by its own words: 将第三条修改为
const ACTS_ITSELF =
  /修改为|作出?如下修改|删去|予以废止|^[\s\u3000]*[一二三四五六七八九十0-9]+[、.．]\s*(?:废止|修改|将|对)/u;
const LONGEST_HEADING = 60;

function roleOf(mode: ListMode): Role {
  if (mode === 'kept') return role('cites', 'cites/list-kept');
  return mode === 'amended' ? role('amends', 'amends/list', 'amended') : role('repeals', 'repeals/list', mode);
}

/** The mode that a part's own title, or the document's, gives to its rows. */
function modeOfPart(statement: Statement, titles: { document: string; parts: readonly string[] }): ListMode | null {
  const own = titles.parts[statement.part] ?? '';
  const mode = listModeOf(own);
  if (statement.partKind === 'list' || statement.partKind === 'annex') return mode ?? listModeOf(titles.document);
  return null;
}

/** A short line over items that changes what they are for: 二、宣布失效的规范性文件（12件）. */
function headingMode(text: string, masked: string): ListMode | null {
  if (text.length > LONGEST_HEADING || /[。；]/u.test(masked)) return null;
  return listModeOf(masked);
}

/**
 * Reads decisions with numbered items, annexed lists and tables of repealed documents: 决定废止以下政府规章：一、…（1992年5月23日
 * 自治区人民政府令第29号发布 …） (新疆维吾尔自治区人民政府公报 2023年第13-14期). Lists of documents that stay in force repeal nothing.
 */
export function readLists(
  statements: readonly Statement[],
  titles: { document: string; parts: readonly string[] },
  home: Region | null,
): ListReading {
  const relations: RelationDraft[] = [];
  const consumed = new Set<Statement>();
  let part = -1;
  let mode: ListMode | null = null;
  let fromPart = false;
  for (const statement of statements) {
    const text = statement.text.text;
    if (statement.part !== part) {
      part = statement.part;
      mode = modeOfPart(statement, titles);
      fromPart = mode !== null;
    }
    if (SILENT.has(statement.role)) continue;
    if (mode === null && !/废止|失效|停止|不再|修改|修订/u.test(text)) continue;
    const mentions = findMentions(text, home);
    const masked = mask(
      text,
      mentions.map(({ titleStart, titleEnd }) => ({ start: titleStart, end: titleEnd })),
    );
    if (HEADINGS.has(statement.role)) {
      mode = listModeOf(masked) ?? mode;
      continue;
    }
    const items = ACTS_ITSELF.test(masked) ? [] : readListItem(text, home);
    const isLead =
      LEAD_IN.test(masked) && listModeOf(masked) !== null && (mentions.length === 0 || /以下|下列|如下/u.test(masked));
    const isItem =
      items.length > 0 &&
      mode !== null &&
      (labelLength(text) > 0 || fromPart || statement.role === 'table' || statement.role === 'list');
    if (isLead && !isItem) {
      mode = listModeOf(masked);
      continue;
    }
    if (isItem && mode !== null) {
      consumed.add(statement);
      for (const mention of items)
        relations.push({
          ...roleOf(mode),
          statement,
          mention,
          start: items.length === 1 ? 0 : mention.start,
          end: mention.end,
        });
      continue;
    }
    const heading = mentions.length === 0 ? headingMode(text, masked) : null;
    if (heading !== null && documentTypeOf(text) === null) mode = heading;
    else if (mode !== null && !fromPart && /。\s*$/u.test(text)) mode = null;
  }
  return { relations, consumed };
}
