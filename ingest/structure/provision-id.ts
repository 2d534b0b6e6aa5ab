/**
 * Ids of provisions: `art-8/para-2/item-3` is 第八条第二款第（三）项, `annex-2/art-1` 附件2第一条, `art-120-1` 第一百二十条之一.
 * Stable in a document: built from printed numbers, from counts only where nothing is printed (款).
 */
import type { ProvisionKind } from '../model/provision.ts';
import { formatChineseNumber, LARGEST_COUNTED } from '../text/chinese-numerals.ts';

export type StepKind = ProvisionKind | 'annex' | 'notice';

/** One step of an id: `art-120-1` is kind article, number [120, 1]. `copy`: 2 for the second of two with one number. */
export interface ProvisionStep {
  kind: StepKind;
  number: number[];
  copy: number;
}

const CODES: Record<StepKind, string> = {
  part: 'part',
  subpart: 'subpart',
  chapter: 'chp',
  section: 'sec',
  article: 'art',
  paragraph: 'para',
  item: 'item',
  subitem: 'sub',
  heading: 'h',
  box: 'box',
  table: 'tbl',
  list: 'list',
  annex: 'annex',
  notice: 'notice',
};
const KINDS = new Map<string, StepKind>();
for (const kind of Object.keys(CODES)) if (isStepKind(kind)) KINDS.set(CODES[kind], kind);

function isStepKind(word: string): word is StepKind {
  return word in CODES;
}

// Must match: art-8 · art-120-1 · para-2 · h-2-1-1 · art-8~2 · notice      Must not: art- · 8 · art-08
const STEP = /^([a-z]+)((?:-(?:0|[1-9]\d{0,6}))*)(?:~([2-9]|[1-9]\d{1,4}))?$/u;

/** Writes an id from its steps. */
export function formatProvisionId(steps: readonly ProvisionStep[]): string {
  return steps.map(formatStep).join('/');
}

/** Writes one step: article [120, 1] → art-120-1; the second 第八条 of a text → art-8~2. */
export function formatStep({ kind, number, copy }: ProvisionStep): string {
  const printed =
    number.length === 0 ? CODES[kind] : `${CODES[kind]}-${number.length === 1 ? number[0] : number.join('-')}`;
  return copy > 1 ? `${printed}~${copy}` : printed;
}

/** Reads an id; null when the text is none. */
export function parseProvisionId(id: string): ProvisionStep[] | null {
  const steps: ProvisionStep[] = [];
  for (const part of id.split('/')) {
    const match = STEP.exec(part);
    const kind = KINDS.get(match?.[1] ?? '');
    if (!match || kind === undefined) return null;
    const number = (match[2] ?? '').split('-').slice(1).map(Number);
    steps.push({ kind, number, copy: match[3] === undefined ? 1 : Number(match[3]) });
  }
  return steps;
}

/** A misread number may be larger than any that is counted in Chinese: 第999999999条. */
function ordinal(n: number | undefined): string {
  if (n === undefined) return '';
  return n <= LARGEST_COUNTED ? formatChineseNumber(n) : String(n);
}

/** How an article is cited: [8] → 第八条, [120, 1] → 第一百二十条之一. */
export function articleName(number: readonly number[]): string {
  const [first, ...more] = number;
  return `第${ordinal(first)}条${more.map((n) => `之${ordinal(n)}`).join('')}`;
}

function stepName({ kind, number }: ProvisionStep, depth: number): string {
  const [first] = number;
  switch (kind) {
    case 'part':
      return `第${ordinal(first)}编`;
    case 'subpart':
      return `第${ordinal(first)}分编`;
    case 'chapter':
      return `第${ordinal(first)}章`;
    case 'section':
      return `第${ordinal(first)}节`;
    case 'article':
      return articleName(number);
    case 'paragraph':
      return `第${ordinal(first)}款`;
    case 'item':
      return `第（${ordinal(first)}）项`;
    case 'subitem':
      return `第${first ?? ''}目`;
    case 'heading':
      return headingName(number, depth);
    case 'box':
      return `专栏${first ?? ''}`;
    case 'annex':
      return `附件${first ?? ''}`;
    case 'table':
    case 'list':
    case 'notice':
      return '';
  }
}

// 一、 within it （一） within it 1.; decimal numbers stand by themselves.
function headingName(number: readonly number[], depth: number): string {
  if (number.length > 1) return number.join('.');
  const [first] = number;
  if (depth === 0) return `第${ordinal(first)}部分`;
  return depth === 1 ? `第（${ordinal(first)}）项` : `第${first ?? ''}项`;
}

/**
 * How a provision is cited: `art-8/para-2/item-3` → 第八条第二款第（三）项. Chapters are left out over an article; steps
 * without a name of their own (tables, lists) too. Empty for an id that is none.
 */
export function provisionLabel(id: string): string {
  const steps = parseProvisionId(id) ?? [];
  const named = steps.some((step) => step.kind === 'article')
    ? steps.filter((step) => !['part', 'subpart', 'chapter', 'section'].includes(step.kind))
    : steps;
  let depth = 0;
  let name = '';
  for (const step of named) {
    name += stepName(step, depth);
    if (step.kind === 'heading') depth += 1;
  }
  return name;
}
