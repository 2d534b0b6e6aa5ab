/**
 * A text in traditional characters is parsed in simplified ones, character for character. Here what was read of it gets the printed
 * characters back: titles, provisions, quoted passages. Names by which things are looked up (the gazette, bodies that issue, document
 * numbers) stay in one spelling for both scripts; beside each stands its passage as printed.
 */
import type { ParsedIssue } from './model/issue.ts';
import type { SourceText } from './model/source.ts';
import type { Span } from './model/span.ts';

/** The text as parsed and as printed, of one length. */
interface Scripts {
  read: string;
  printed: string;
}

/** Fields that hold words of the text. */
const WORDS = new Set(['raw', 'title', 'label', 'heading', 'name', 'value', 'authority']);
/** Facts whose value is a normalised name. */
const NORMALISED = new Set(['gazette', 'documentNumber', 'issuingAuthorities']);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isSpan = (value: unknown): value is Span =>
  isRecord(value) && typeof value.start === 'number' && typeof value.end === 'number';

/** The words as printed between two offsets, where what stands between them there (line ends, marks) is left out; else the words. */
function printedWords(words: string, { start, end }: Span, { read, printed }: Scripts): string {
  const passage = read.slice(start, end);
  let restored = '';
  let at = 0;
  for (const character of words) {
    const next = passage.indexOf(character, at);
    if (next < 0) {
      if (/\p{Script=Han}/u.test(character)) return words;
      restored += character;
      continue;
    }
    restored += printed.slice(start + next, start + next + character.length);
    at = next + character.length;
  }
  return restored;
}

/** Characters of the contents between an entry and the name of its section. */
const FARTHEST_SECTION = 50_000;

/** Words that stand nearest above an offset: the section over an entry of the contents. */
function printedAbove(words: string, from: number, { read, printed }: Scripts): string {
  const floor = Math.max(0, from - FARTHEST_SECTION);
  const at = read.slice(floor, from).lastIndexOf(words);
  return at < 0 ? words : printed.slice(floor + at, floor + at + words.length);
}

function restoreMapped(node: Record<string, unknown>, text: string, runs: readonly unknown[], scripts: Scripts): void {
  let restored = '';
  for (const run of runs) {
    if (
      !isRecord(run) ||
      typeof run.at !== 'number' ||
      typeof run.source !== 'number' ||
      typeof run.length !== 'number'
    )
      return;
    restored += text.slice(restored.length, run.at) + scripts.printed.slice(run.source, run.source + run.length);
  }
  node.text = restored + text.slice(restored.length);
}

function restoreRecord(node: Record<string, unknown>, name: string, scripts: Scripts): void {
  if (typeof node.text === 'string' && Array.isArray(node.runs)) {
    restoreMapped(node, node.text, node.runs, scripts);
    return;
  }
  const span = isSpan(node.span) ? node.span : null;
  for (const [key, value] of Object.entries(node)) {
    if (typeof value !== 'string') restore(value, key, scripts);
    else if (span && key === 'section') node[key] = printedAbove(value, span.start, scripts);
    else if (span && WORDS.has(key) && !(key === 'value' && NORMALISED.has(name)))
      node[key] = printedWords(value, span, scripts);
  }
}

function restore(node: unknown, name: string, scripts: Scripts): void {
  if (Array.isArray(node)) for (const item of node) restore(item, name, scripts);
  else if (isRecord(node)) restoreRecord(node, name, scripts);
}

/** The issue, read from `read`, with the words of `source` as printed. Changes the issue that it is given. */
export function restoreScript(issue: ParsedIssue, source: SourceText): ParsedIssue {
  const scripts = { read: issue.source.text, printed: source.text };
  const { masthead, contents, documents, filingCatalogues } = issue;
  for (const [name, node] of Object.entries({ masthead, contents, documents, filingCatalogues }))
    restore(node, name, scripts);
  return { ...issue, source };
}
