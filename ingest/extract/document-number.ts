import type { MappedText } from '../model/mapped-text.ts';
import type { RevisionEvent } from '../model/relation.ts';
import type { SourceText } from '../model/source.ts';
import type { Extracted } from '../model/span.ts';
import type { DocumentDraft } from '../model/document-draft.ts';
import { sourceSpan } from '../text/mapped-text.ts';
import { findDocumentNumbers, parseDocumentNumber } from '../text/document-number.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { extracted, extractedWhole } from './evidence.ts';
import { identityEvent } from './revision-history.ts';

/** The document's own number, or the number line that cannot be read. */
export interface OwnNumber {
  value: Extracted<string> | null;
  unreadable: MappedText | null;
}

// Must match: 第239号 · 2016年第23号 · 〔2019〕第4号 · 〔十五届〕第52号      Must not: 新政发〔2024〕1号
const OPENS_WITHOUT_CODE =
  /^第|^[0-9０-９〇○一二]{4}年第|^[〔［[（(](?:[0-9０-９]{4}|第?[一二三四五六七八九十]{1,3}届)/u;

// Must match: 十三届第五十八号 · 第十四届第9号      Must not: 〔十五届〕第52号
const OPENS_WITH_SESSION = /^(第?[一二三四五六七八九十]{1,3}届)(?=第)/u;

/** A consolidated text prints its number in the 题注 only: （2003年1月27日交通部令第2号发布 …）. */
function fromTitleNote(history: readonly RevisionEvent[]): Extracted<string> | null {
  const event = identityEvent(history);
  if (!event?.documentNumber) return null;
  const { raw, span } = event.evidence;
  return { value: event.documentNumber, raw, span, rule: 'document-number/title-note', certainty: 'stated' };
}

/** Courts print the number at the end of the 题注: （2021年11月15日…通过，自2021年12月1日起施行　法释〔2021〕17号）. */
function atEndOfTitleNote({ parts }: DocumentDraft): Extracted<string> | null {
  for (const { role, text } of parts.flatMap(({ paragraphs }) => paragraphs)) {
    if (role !== 'title_note') continue;
    const last = findDocumentNumbers(text.text).at(-1);
    if (last?.number.form !== 'agency' || !/^[\s\u3000]*[）)]$/u.test(text.text.slice(last.end))) continue;
    const span = sourceSpan(text, last.start, last.end);
    const raw = text.text.slice(last.start, last.end);
    return { value: last.number.text, raw, span, rule: 'document-number/end-of-title-note', certainty: 'stated' };
  }
  return null;
}

/**
 * A page prints the number behind its title: …实施意见》的通知（岳办发〔2017〕2号）, or before it: 法释〔2016〕27号关于…的解释,
 * 商务部公告2020年第48号 关于…的公告, or has no other title than the number.
 */
function inTitle({ title }: DocumentDraft): Extracted<string> | null {
  const whole = parseDocumentNumber(title.text.trim());
  if (whole) return extractedWhole(whole.text, title, 'document-number/title');
  const numbers = findDocumentNumbers(title.text);
  const [first] = numbers;
  const opens = first !== undefined && title.text.slice(0, first.start).trim() === '';
  if (opens && (first.number.form === 'agency' || /^[\s\u3000]*关于/u.test(title.text.slice(first.end))))
    return extracted(first.number.text, title, first.start, first.end, 'document-number/start-of-title');
  const last = numbers.at(-1);
  if (!last || !/^[\s\u3000]*[）)]\s*$/u.test(title.text.slice(last.end))) return null;
  const bracketed = /[（(][\s\u3000]*$/u.test(title.text.slice(0, last.start));
  const { form, text } = last.number;
  if (!bracketed || form === 'other') return null;
  return extracted(text, title, last.start, last.end, 'document-number/end-of-title');
}

/**
 * The number in the document's heading, in its normalised spelling: 新政办发〔2024〕43号; of a 令 with the authority over it:
 * 新疆维吾尔自治区人民政府令 + 第239号 → 新疆维吾尔自治区人民政府令第239号. Without a heading: what the page
 * states, then the end of the title, then the 题注. Null when none is printed.
 */
export function ownNumberOf(
  draft: DocumentDraft,
  source: SourceText,
  history: readonly RevisionEvent[] = [],
): OwnNumber {
  const line = draft.number;
  if (line) {
    const bare = withoutSpaces(line.text).replace(OPENS_WITH_SESSION, '〔$1〕');
    // Its spaces stand between joint authorities: 财政部　税务总局公告.
    const heading = draft.authority?.text.trim() ?? '';
    const whole = heading !== '' && OPENS_WITHOUT_CODE.test(bare) ? heading + bare : bare;
    const number = parseDocumentNumber(whole)?.text ?? findDocumentNumbers(line.text)[0]?.number.text;
    const span = sourceSpan(line, 0, line.text.length);
    if (number === undefined) return { value: null, unreadable: line };
    const rule = whole === bare ? 'document-number/heading' : 'document-number/order-heading';
    return { value: { value: number, raw: line.text.trim(), span, rule, certainty: 'stated' }, unreadable: null };
  }
  const stated = source.statedFacts.find(({ name }) => name === 'documentNumber');
  const number = stated ? parseDocumentNumber(stated.value) : null;
  if (!stated || !number)
    return { value: inTitle(draft) ?? fromTitleNote(history) ?? atEndOfTitleNote(draft), unreadable: null };
  const span = stated.span ?? { start: 0, end: 0 };
  const rule = 'document-number/page-metadata';
  return {
    value: { value: number.text, raw: `${stated.label}：${stated.value}`, span, rule, certainty: 'stated' },
    unreadable: null,
  };
}
