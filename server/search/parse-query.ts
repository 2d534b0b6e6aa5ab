import { foldText } from '../../ingest/index/fold-text.ts';
import { readReading } from './read-query.ts';
import type { Alternative, ParsedQuery, Term } from './query.ts';

/** Longer queries are cut: nobody types them, and a pasted page is found by its beginning. */
const LONGEST_QUERY = 1000;
const MOST_TERMS = 16;

// Must match (line feeds of a pasted fragment): 现予⏎公布      Must not: 举报 奖励
const LINE_BREAKS = /[ \t\u3000]*[\r\n\u2028\u2029]+\s*/gu;
// Must match: 4⏎136 (the end of a line or of a number: nobody can tell)      Must not: 4 136
const BREAK_IN_DIGITS = /(?<=[0-9０-９])[ \t\u3000]*[\r\n]+\s*(?=[0-9０-９])/gu;
// Must match: 2024 年 · 第 8 条 · 8 月 30 日      Must not: 执法 2024 · 2024 执法
const SPACE_BEFORE_UNIT = /(?<=[0-9０-９])[ \t\u3000]+(?=[年月日号条款项章节期届次个元%％])/gu;
const SPACE_AFTER_UNIT =
  /(?<=[第月])[ \t\u3000]+(?=[0-9０-９])|(?<=[0-9０-９]年)[ \t\u3000]+(?=[0-9０-９]{1,2}\s*月)/gu;

// Must match: "评查结果" · “三率” as a whole clause      Must not: “三率”指标 (a fragment that has quotation marks)
const QUOTED = /^(-?)["“”＂]([^"“”＂]+)["“”＂](?=\s|$)/u;
const BARE = /^(-?)(\S+)/u;

interface Clause {
  term: Term;
  negative: boolean;
}

/**
 * Reads what a person typed. Never fails: whatever is not of the grammar is text to look for.
 *
 *     query       = alternative { "OR" alternative }
 *     alternative = clause { space clause }
 *     clause      = [ "-" | "NOT" ] ( quoted | run )      "AND" between clauses says nothing more
 *     quoted      = '"' characters '"'          literal: punctuation and script count
 *     run         = characters without space    exact, but for width, case, script, punctuation and line breaks
 *
 * A query as a whole may also read as (read-query.ts)
 *
 *     number      = document number in any spelling | [ year 年 ] [ 第 ] serial 号
 *     series      = agency code, bracketed year     新政办发〔2024〕
 *     article     = [ title | number ] 第…条 [ 第…款 ] [ 第…项 ]
 *     date        = day | month | year
 *     title       = 《 characters 》
 *
 * Spaces inside a number with its unit (2024 年) and line breaks do not part terms; a line break between two digits parts the
 * numbers (joinBrokenNumbers reads it otherwise). A query of negative clauses alone looks
 * for their texts. Clauses of punctuation alone are left out.
 */
export function parseQuery(input: string): ParsedQuery {
  const text = readableText(input);
  const groups = parseClauses(text);
  const alternatives = groups.map(toAlternative).filter((group) => group.all.length > 0);
  return { alternatives, reading: alternatives.length > 1 ? null : readReading(text) };
}

/** Whether each clause of a query is a refusal (-举报 · NOT 举报 · -"一案一奖"): then their texts are what is looked for. */
export function hasRefusalsAlone(input: string): boolean {
  const clauses = parseClauses(readableText(input)).flat();
  return clauses.length > 0 && clauses.every(({ negative }) => negative);
}

const readableText = (input: string): string =>
  joinSpaced(input.slice(0, LONGEST_QUERY).replace(BREAK_IN_DIGITS, ';').replace(LINE_BREAKS, '').trim());

/** The same query with numbers joined that a line break stands in (20⏎24 → 2024); null when there are none. */
export function joinBrokenNumbers(input: string): string | null {
  const joined = input.replace(BREAK_IN_DIGITS, '');
  return joined === input ? null : joined;
}

function joinSpaced(text: string): string {
  const joined = text.replace(SPACE_BEFORE_UNIT, '').replace(SPACE_AFTER_UNIT, '');
  // Must match (a heading set wide): 目　录 · 通 知      Must not: 举报 奖励
  return /^\p{Script=Han}(?:\s+\p{Script=Han})+$/u.test(joined) ? joined.replace(/\s+/gu, '') : joined;
}

function parseClauses(text: string): Clause[][] {
  const groups: Clause[][] = [[]];
  let rest = text;
  let count = 0;
  let refused = false;
  while (rest !== '' && count < MOST_TERMS) {
    const match = QUOTED.exec(rest) ?? BARE.exec(rest);
    if (!match) break;
    const [whole, minus = '', content = ''] = match;
    rest = rest.slice(whole.length).trimStart();
    if (whole === 'OR') {
      groups.push([]);
      continue;
    }
    if (rest !== '' && (whole === 'NOT' || (whole === 'AND' && count > 0))) {
      refused = whole === 'NOT';
      continue;
    }
    const quoted = QUOTED.test(whole);
    const folded = foldText(content);
    if (folded === '') continue;
    groups.at(-1)?.push({ term: { text: content, folded, literal: quoted }, negative: refused || minus !== '' });
    refused = false;
    count += 1;
  }
  return groups;
}

function toAlternative(clauses: Clause[]): Alternative {
  const positive = clauses.filter((clause) => !clause.negative);
  if (positive.length === 0) return { all: clauses.map((clause) => clause.term), none: [] };
  return {
    all: positive.map((clause) => clause.term),
    none: clauses.filter((clause) => clause.negative).map((clause) => clause.term),
  };
}
