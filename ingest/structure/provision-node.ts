/** A provision as a paragraph begins it: its label, its number, its heading or text. Its id and children come with the tree. */
import type { MappedText } from '../model/mapped-text.ts';
import type { Provision, ProvisionKind } from '../model/provision.ts';
import type { Paragraph } from '../model/document-draft.ts';
import { endsSentence, hasClauseMark } from '../text/characters.ts';
import { endsInNote } from '../text/closing-note.ts';
import { mapSlice, slice } from '../text/mapped-text.ts';
import type { Label } from './read-label.ts';

/** The text of what has none of its own: a heading, a division. */
export const NO_TEXT = mapSlice('', 0, 0);
const LONGEST_HEADING = 60;

// 一、总体要求 is a heading; 一、大力推进货币化安置。推进房屋征收… is text.
function isHeading(rest: string, kind: ProvisionKind): boolean {
  if (kind === 'article' || kind === 'item' || kind === 'subitem') return false;
  return kind !== 'heading' || isBareHeading(rest);
}

/** 第一条：and 第一条、are 第一条; 一、 and 1. keep their marks. */
function printedLabel(words: string, kind: ProvisionKind): string {
  return kind === 'article' ? words.replace(/[：:、]?[\s\u3000]*$/u, '') : words.trim();
}

/** Whether words are a heading alone: short, no clause, no sentence, no note behind them. */
export function isBareHeading(words: string): boolean {
  return (
    words !== '' &&
    words.length <= LONGEST_HEADING &&
    !hasClauseMark(words) &&
    !endsSentence(words) &&
    !endsInNote(words)
  );
}

// Must match: （目的和依据） · 【适用范围】 · （施行日期）本办法自…      Must not: （一）对同一举报事项 · （以下简称本办法，下同）的
const ARTICLE_HEADING =
  /^(?:[（(][^（）()，。；：、一二三四五六七八九十\d][^（）()，。；：]{0,23}[）)]|【[^【】]{1,24}】)/u;

/** 第一条（目的和依据）: some publishers print a heading in brackets behind the label of every article. */
function takeArticleHeading(article: Provision, rest: MappedText): void {
  const heading = ARTICLE_HEADING.exec(rest.text)?.[0] ?? '';
  const isHeading =
    heading !== '' && (heading === rest.text || /^[\s\u3000]|^[^的）)]/u.test(rest.text.slice(heading.length)));
  article.heading = isHeading ? heading : null;
  article.body = isHeading ? withoutLeadingSpace(slice(rest, heading.length)) : rest;
}

function withoutLeadingSpace(text: MappedText): MappedText {
  const from = /^[\s\u3000]*/u.exec(text.text)?.[0].length ?? 0;
  return slice(text, from);
}

/** A provision without label that has a paragraph for its text. */
export function newProvision(kind: ProvisionKind, paragraph: Paragraph): Provision {
  return {
    id: '',
    kind,
    label: null,
    number: null,
    heading: null,
    body: paragraph.text,
    span: { ...paragraph.span },
    lines: { ...paragraph.lines },
    children: [],
  };
}

/** A provision with its printed label and number; what stands behind the label is its heading or its text. */
export function labelledProvision(kind: ProvisionKind, paragraph: Paragraph, label: Label): Provision {
  const provision = newProvision(kind, paragraph);
  provision.label = printedLabel(paragraph.text.text.slice(0, label.end), kind);
  provision.number = label.number.length > 0 ? label.number : null;
  const rest = slice(paragraph.text, label.end);
  if (isHeading(rest.text, kind)) {
    provision.heading = rest.text === '' ? null : rest.text;
    provision.body = NO_TEXT;
  } else if (kind === 'article') takeArticleHeading(provision, rest);
  else provision.body = rest;
  return provision;
}

/** Lets a provision end where a further paragraph of it does. */
export function extend(provision: Provision, paragraph: Paragraph): void {
  provision.span.end = paragraph.span.end;
  provision.lines.end = paragraph.lines.end;
}

/** Lets every provision end where its last child does. */
export function closeSpans(provision: Provision): void {
  for (const child of provision.children) {
    closeSpans(child);
    provision.span.end = Math.max(provision.span.end, child.span.end);
    provision.lines.end = Math.max(provision.lines.end, child.lines.end);
  }
}
