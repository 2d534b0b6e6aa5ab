/**
 * Marks that a converter to Markdown leaves inside a line and no reader sees: `**第八条**`, `[关于印发…的通知](#12)`, `1\.`, `<br>`,
 * `<center>第239号</center>`, `&nbsp;`, `{align=center}`. The words between them stay, mapped to the source.
 */
import type { MappedText, TextRun } from '../model/mapped-text.ts';
import { slice } from './mapped-text.ts';
import { matchesOf } from './matches.ts';

// Must match: ** · \. · \[ · <br> · <p align="right"> · </div> · &nbsp; · ](#12) · [通知](#12) · {align=center}      Must not: <关于印发…> · [2010] · A&B · {甲}
const MARK =
  /\*\*|\\(?=[!-/:-@[-`{-~])|<\/?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,200})?\/?>|&(?:nbsp|emsp|ensp|#160|#12288);|(?<=&)amp;|\]\([^()\s]{0,300}\)|!?\[(?=[^[\]]{1,200}\]\([^()\s]{0,300}\))|\{[#.:]?[a-z][\w\s="'#.:-]{0,80}\}$/giu;

// Must match: **第八条** · [通知](#12) · 1\. · <br> · &nbsp; · {align=center}      Must not: 第八条 · [2010]
const MAY_HOLD_MARKS = /[\\<&]|\*\*|\]\(|\}$/;

/** What a reader sees of [from, to) of the source, with where each piece of it stands. */
export function withoutInlineMarks(source: string, from: number, to: number): MappedText {
  const line = source.slice(from, to);
  if (!MAY_HOLD_MARKS.test(line)) return { text: line, runs: [{ at: 0, source: from, length: line.length }] };
  const runs: TextRun[] = [];
  let text = '';
  let at = 0;
  const keep = (end: number): void => {
    if (end <= at) return;
    runs.push({ at: text.length, source: from + at, length: end - at });
    text += line.slice(at, end);
  };
  for (const mark of matchesOf(MARK, line)) {
    keep(mark.index);
    at = mark.index + mark[0].length;
  }
  keep(line.length);
  const start = text.length - text.trimStart().length;
  return slice({ text, runs }, start, Math.max(start, text.trimEnd().length));
}
