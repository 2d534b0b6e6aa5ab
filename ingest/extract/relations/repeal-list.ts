import type { ParagraphRole } from '../../model/document-draft.ts';
import type { IsoDate } from '../../model/span.ts';
import type { Region } from '../../text/authority-names.ts';
import { concat } from '../../text/mapped-text.ts';
import { coveringDays, coveringExtension } from './covering-notice.ts';
import { documentTypeOf } from '../document-types.ts';
import { itemProvisions } from './item-provisions.ts';
import { labelLength, readListItem } from './list-item.ts';
import { ends, headingMode, isAnnexed, modeOfPart, readLeadIn, roleOf, SILENT_LEAD } from './list-meaning.ts';
import type { LeadIn, ListTitles } from './list-meaning.ts';
import type { Mention } from '../mention.ts';
import type { MentionReader } from './mentioned-statement.ts';
import { splitPartialRepeal } from './partial-repeal.ts';
import { relationOf } from './relation-draft.ts';
import type { RelationDraft } from './relation-draft.ts';
import { listModeOf, rowModeOf } from './repeal-words.ts';
import type { EndingMode, ListMode } from './repeal-words.ts';
import { readRunOnTable } from './run-on-table.ts';
import type { Statement } from '../statement.ts';

/** What the lists of a document say, and the paragraphs they stand in, which no other reader of repeals needs to read. */
export interface ListReading {
  relations: RelationDraft[];
  /** From which offset of each on. */
  consumed: Map<Statement, number>;
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
// Must match: 决定废止以下政府规章： · 现将下列文件宣布失效： · 废止的文件目录如下。      Must not: 废止《甲办法》。
const NAMES_BELOW = /以下|下列|如下|下述/u;
// Must match: 对以下政府规章作出修改： · 修改下列文件      Must not: 进行修订，修订后具体措施如下：
const NAMES_WHAT_FOLLOWS = /(?:以下|下列)[^，。]{0,16}(?:文件|规章|法规|法律|规定|办法|司法解释)/u;
// An item that amends is read by its own words: 将第三条修改为
const ACTS_ITSELF =
  /修改为|作出?如下修改|删去|予以废止|^[\s\u3000]*[一二三四五六七八九十0-9]+[、.．]\s*(?:废止|修改|将|对)/u;
// Must match (behind an item, what is done to its text): 将第五条中的“甲”修改为“乙”。 · 删去第十二条。      Must not: 本决定自公布之日起施行。
const CHANGES_TEXT = /修改为|删去|删除|增加/u;
const SAYS_WHAT_HAPPENS = /废止|失效|停止|不再|修改|修订|继续|延[长期续]/u;
const REACH_OF_HEADING = 80;

/** How a paragraph reads within the lists of its document. */
type Line =
  | { kind: 'items'; statement: Statement; mentions: Mention[]; mode: ListMode; from: number }
  | { kind: 'mode'; mode: ListMode; lead: LeadIn }
  | { kind: 'begun' }
  | { kind: 'ended' }
  | { kind: 'other' };

/** The day that the covering notice gives to the items of an annexed list. */
function coveringDay({ statement, mode }: Line & { kind: 'items' }, days: Map<EndingMode, IsoDate>): IsoDate | null {
  if (!isAnnexed(statement) || !ends(mode)) return null;
  return days.get(mode === 'declared_invalid' ? mode : 'repealed') ?? null;
}

/** How lists read their paragraphs. */
export interface ListReader {
  read: MentionReader;
  home: Region | null;
}

/** The same, with whether the document tells the results of a clean-up (清理), so that a row may say its own. */
interface RowReader extends ListReader {
  cleansUp: boolean;
}

interface ListState {
  mode: ListMode | null;
  lead: LeadIn;
  /** The mode comes from the part's title, and holds to its end. */
  ofPart: boolean;
  /** An item whose rest stands in the next paragraph: 四、…城市供水实施 / 办法（1996年…发布）. */
  begun: Statement | null;
}

/** Whether a paragraph is one document and nothing else: 《关于甲的意见》（甲政发〔2013〕20号）； */
function isOneDocument(masked: string, mentions: readonly Mention[]): boolean {
  const [only, second] = mentions;
  if (!only || second || only.title === null) return false;
  return masked.slice(0, only.start).trim() === '' && /^[；;。，,、\s\u3000]*$/u.test(masked.slice(only.end));
}

/** Whether a list follows: a colon ends the words, or their last sentence says so. */
function leadsIn(masked: string): boolean {
  const words = masked.trimEnd();
  return /[:：]$/u.test(words) || NAMES_BELOW.test(words.slice(words.lastIndexOf('。', words.length - 2) + 1));
}

function readLine(statement: Statement, state: ListState, reader: RowReader): Line {
  const { text } = statement.text;
  const { home } = reader;
  const table = readRunOnTable(text, home);
  const tableMode =
    table && (listModeOf(text.slice(Math.max(0, table.start - REACH_OF_HEADING), table.start)) ?? state.mode);
  if (table && tableMode !== null)
    return { kind: 'items', statement, mentions: table.mentions, mode: tableMode, from: table.start };
  const { mentions, masked } = reader.read(statement);
  const said = listModeOf(masked);
  if (HEADINGS.has(statement.role))
    return said === null ? { kind: 'other' } : { kind: 'mode', mode: said, lead: SILENT_LEAD };

  const labelled = labelLength(text) > 0;
  const ofRow = state.mode !== null || reader.cleansUp ? rowModeOf(text) : null;
  const mode = ofRow ?? state.mode;
  if (mode !== null && !ACTS_ITSELF.test(masked)) {
    const joined = state.begun && !labelled ? concat([state.begun.text, statement.text]) : null;
    const whole = joined ? { ...statement, text: joined } : statement;
    const placed =
      labelled ||
      joined !== null ||
      state.ofPart ||
      ofRow !== null ||
      isOneDocument(masked, mentions) ||
      statement.role === 'table' ||
      statement.role === 'list';
    const items = placed ? readListItem(whole.text.text, home) : [];
    if (items.length > 0) return { kind: 'items', statement: whole, mentions: items, mode, from: 0 };
    if (labelled && said === null && mentions.length === 0 && !/[。；：:]\s*$/u.test(text)) return { kind: 'begun' };
  }
  if (leadsIn(masked) && said !== null && (mentions.length === 0 || /以下|下列|如下/u.test(masked)))
    return said === 'amended' && !NAMES_WHAT_FOLLOWS.test(masked)
      ? { kind: 'other' }
      : { kind: 'mode', mode: said, lead: readLeadIn(masked) };
  const heading = mentions.length === 0 ? headingMode(text, masked) : null;
  if (heading !== null && documentTypeOf(text) === null)
    return { kind: 'mode', mode: heading, lead: readLeadIn(masked) };
  const changes = state.mode === 'amended' && mentions.length === 0 && CHANGES_TEXT.test(text);
  return !state.ofPart && !changes && /。\s*$/u.test(text) ? { kind: 'ended' } : { kind: 'other' };
}

/**
 * Reads decisions with numbered items, annexed lists and tables of repealed documents: 决定废止以下政府规章：一、…（1992年5月23日
 * 自治区人民政府令第29号发布 …） (新疆维吾尔自治区人民政府公报 2023年第13-14期). Lists of documents that stay in force repeal nothing.
 */
export function readLists(statements: readonly Statement[], titles: ListTitles, reader: ListReader): ListReading {
  const relations: RelationDraft[] = [];
  const consumed = new Map<Statement, number>();
  const days = coveringDays(statements, reader.read);
  const coveringEnd = coveringExtension(statements, reader.read);
  const rows = { ...reader, cleansUp: [titles.document, ...titles.parts].some((title) => title.includes('清理')) };
  const state: ListState = { mode: null, lead: SILENT_LEAD, ofPart: false, begun: null };
  let part = -1;
  for (const statement of statements) {
    if (statement.part !== part) {
      part = statement.part;
      state.mode = modeOfPart(statement, titles);
      state.ofPart = state.mode !== null;
      state.begun = null;
      state.lead = SILENT_LEAD;
    }
    if (SILENT.has(statement.role)) continue;
    if (state.mode === null && !SAYS_WHAT_HAPPENS.test(statement.text.text)) continue;
    const line = readLine(statement, state, rows);
    if (line.kind === 'mode') {
      state.mode = line.mode;
      state.lead = line.lead;
    }
    if (line.kind === 'ended') state.mode = null;
    if (line.kind === 'items') {
      consumed.set(statement, line.from);
      if (state.begun) consumed.set(state.begun, 0);
      const dayOfAll = state.lead.day ?? coveringDay(line, days);
      const until = state.lead.until ?? (isAnnexed(line.statement) ? coveringEnd : null);
      const alone = line.mentions.length === 1;
      for (const mention of line.mentions) {
        const { text } = line.statement.text;
        const { provisions, inPart } =
          alone && ends(line.mode) ? itemProvisions(text, mention, line.mode === 'part_repealed') : mention;
        const day = (alone && ends(line.mode) ? readLeadIn(text.slice(mention.end)).day : null) ?? dayOfAll;
        const relation = relationOf(roleOf(line.mode, { day, until }, provisions), {
          statement: line.statement,
          mention: { ...mention, provisions, inPart },
          start: alone ? 0 : mention.start,
          end: provisions.length > 0 ? text.length : mention.end,
        });
        relations.push(...splitPartialRepeal(relation));
      }
    }
    state.begun = line.kind === 'begun' ? statement : null;
  }
  return { relations, consumed };
}
