import type { PartKind } from '../../../ingest/model/document.ts';
import type { MappedText } from '../../../ingest/model/mapped-text.ts';
import type { Provision } from '../../../ingest/model/provision.ts';
import type { SourceText, StatedFact } from '../../../ingest/model/source.ts';
import type { DocumentFacts } from '../../../ingest/extract/manifest.ts';
import { extractFacts } from '../../../ingest/extract/manifest.ts';
import type { DocumentDraft, DraftPart, ParagraphRole } from '../../../ingest/model/document-draft.ts';
import { parseChineseNumber } from '../../../ingest/text/chinese-numerals.ts';

/** A part as a test writes it: lines, each with the role it has. */
export interface PartText {
  kind: PartKind;
  title: string;
  lines: (string | [ParagraphRole, string])[];
}

export interface DraftText {
  title: string;
  number?: string;
  authority?: string;
  kind?: 'act' | 'report';
  gazette?: string;
  facts?: StatedFact[];
  parts: PartText[];
}

const NO_MASTHEAD = { gazette: null, publicationDate: null, year: null, issueNumbers: null, serialNumbers: null };

/** Builds a draft from plain lines, as segmentation would hand it over, and reads its facts. */
export function factsOf(input: DraftText): DocumentFacts {
  let source = '';
  let line = 0;
  const put = (text: string): { text: MappedText; start: number; line: number } => {
    const start = source.length;
    source += `${text}\n`;
    line += 1;
    return { text: { text, runs: text === '' ? [] : [{ at: 0, source: start, length: text.length }] }, start, line };
  };
  const authority = input.authority === undefined ? null : put(input.authority).text;
  const title = put(input.title).text;
  const number = input.number === undefined ? null : put(input.number).text;
  const parts = input.parts.map((part): DraftPart => {
    const partTitle = put(part.title);
    const paragraphs = part.lines.map((entry) => {
      const [role, content]: [ParagraphRole, string] = typeof entry === 'string' ? ['body', entry] : entry;
      const placed = put(content);
      const span = { start: placed.start, end: placed.start + content.length };
      return { role, text: placed.text, span, lines: { start: placed.line, end: placed.line }, joined: false };
    });
    const provisions = paragraphs.flatMap(({ text, span, lines }): Provision[] => {
      const label = /^第([一二三四五六七八九十百]+)条/u.exec(text.text);
      const counted = /^([一二三四五六七八九十]+)、/u.exec(text.text);
      if (counted) {
        const n = parseChineseNumber(counted[1] ?? '') ?? 0;
        const heading = { id: `h-${n}`, kind: 'heading' as const, label: counted[0], number: [n], heading: null };
        return [{ ...heading, body: text, span, lines, children: [] }];
      }
      if (!label) return [];
      const n = parseChineseNumber(label[1] ?? '') ?? 0;
      return [
        {
          id: `art-${n}`,
          kind: 'article',
          label: label[0],
          number: [n],
          heading: null,
          body: text,
          span,
          lines,
          children: [],
        },
      ];
    });
    const span = { start: partTitle.start, end: source.length };
    return {
      kind: part.kind,
      title: partTitle.text,
      span,
      lines: { start: partTitle.line, end: line },
      paragraphs,
      provisions,
    };
  });
  const draft: DocumentDraft = {
    kind: input.kind ?? 'act',
    title,
    titleRule: 'test',
    number,
    authority,
    span: { start: 0, end: source.length },
    lines: { start: 1, end: line },
    parts,
  };
  const text: SourceText = {
    text: source,
    format: 'text',
    encoding: 'utf-8',
    contentHash: '',
    byteLength: source.length,
    statedFacts: input.facts ?? [],
  };
  const gazette = input.gazette;
  const masthead =
    gazette === undefined
      ? NO_MASTHEAD
      : { ...NO_MASTHEAD, gazette: { value: gazette, certainty: 'stated' as const, ...evidence } };
  return extractFacts(draft, {
    source: text,
    masthead,
    lineOf: (offset) => source.slice(0, offset).split('\n').length,
  });
}

const evidence = { raw: '', span: { start: 0, end: 0 }, rule: 'test' };

/** The facts of a regulation that ends with `lines`. */
export function regulation(title: string, lines: PartText['lines'], rest: Partial<DraftText> = {}): DocumentFacts {
  return factsOf({ title, ...rest, parts: [{ kind: 'regulation', title, lines }] });
}

/** The facts of a notice with these lines. */
export function notice(lines: PartText['lines'], title = '甲市人民政府关于加强管理的通知'): DocumentFacts {
  return factsOf({ title, number: '甲政发〔2024〕5号', parts: [{ kind: 'notice', title, lines }] });
}

/** Relations in short: type, title, number, joined by a space. */
export function shortRelations(facts: DocumentFacts, ...types: string[]): string[] {
  return facts.relations
    .filter(({ type }) => types.length === 0 || types.includes(type))
    .map(({ type, citation }) =>
      [type, citation.title, citation.documentNumber].filter((part) => part !== null).join(' '),
    );
}
