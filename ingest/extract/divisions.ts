/** References to what is larger than an article: 第五章, 第三章第二节, 第二编、第三编, and what stands behind all: 附件1, 附录. */
import type { Provision, ProvisionKind } from '../model/provision.ts';
import { CHINESE_NUMERAL_CHARACTERS, parseChineseNumber } from '../text/chinese-numerals.ts';

const NUMERAL = `[${CHINESE_NUMERAL_CHARACTERS}0-9０-９]{1,5}`;
const KINDS: ReadonlyMap<string, ProvisionKind> = new Map([
  ['编', 'part'],
  ['章', 'chapter'],
  ['节', 'section'],
]);

// Must match: 第五章 · 第 3 章 · 第二编      Must not: 第五条 · 第三次
const DIVISION = new RegExp(`第\\s?(${NUMERAL})\\s?([编章节])`, 'uy');
// Must match between two: 、 · 和 · 以及 · （empty: 第三章第二节）
const BETWEEN = /[\s\u3000]{0,2}(?:[、，,]|和|及|与|以及)?[\s\u3000]{0,2}/uy;

/** A step down: chapter 3, or its section 2. */
interface Division {
  kind: ProvisionKind;
  number: number;
}

/** The divisions named from a place on. */
export interface Divisions {
  /** Each by its steps: 第三章第二节 → [chapter 3, section 2]. */
  named: Division[][];
  /** Where the last of them ends; where it was looked for when there is none. */
  end: number;
}

/** Reads 第三章、第五章 or 第三章第二节 at `at`. */
export function readDivisions(text: string, at: number): Divisions {
  const named: Division[][] = [];
  let end = at;
  for (let from = at; ;) {
    DIVISION.lastIndex = from;
    const match = DIVISION.exec(text);
    const kind = KINDS.get(match?.[2] ?? '');
    const number = parseChineseNumber(match?.[1] ?? '');
    if (!match || kind === undefined || number === null) return { named, end };
    const inside = from === end && named.length > 0 && kind === 'section';
    if (inside) named.at(-1)?.push({ kind, number });
    else named.push([{ kind, number }]);
    end = DIVISION.lastIndex;
    BETWEEN.lastIndex = end;
    from = end + (BETWEEN.exec(text)?.[0].length ?? 0);
  }
}

function below(tree: readonly Provision[], { kind, number }: Division): readonly Provision[] {
  return tree.flatMap((provision) =>
    provision.kind === kind && provision.number?.join() === String(number)
      ? [provision]
      : below(provision.children, { kind, number }),
  );
}

function articleNumbers(tree: readonly Provision[]): number[][] {
  return tree.flatMap(({ kind, number, children }) =>
    kind === 'article' ? (number === null ? [] : [number]) : articleNumbers(children),
  );
}

/** The articles that stand in divisions of a text; those that it has not give none. */
export function articlesOfDivisions(named: readonly Division[][], tree: readonly Provision[]): number[][] {
  return named.flatMap((steps) => articleNumbers(steps.reduce<readonly Provision[]>(below, tree)));
}

// What may be named of a document that is no article. Must match: 第五章 · 的第二节、第四节 · 附件1 · 附表一、附表二 · 附录
// Must not: 附件所列文件 · 附则
const PIECE = `(?:第\\s?${NUMERAL}\\s?[编章节](?:第\\s?${NUMERAL}\\s?节)?|附(?:件|表|录|图)\\s?${NUMERAL}|附录)`;
const PIECES = new RegExp(`^[的中\\s]{0,2}${PIECE}(?:[\\s、，,和及与]{1,3}${PIECE}){0,20}(?:的?(?:规定|内容))?`, 'u');

/** Length of the chapters or annexes named right behind a document: （甲政发〔2010〕1号）|第五章同时废止. 0 when none is. */
export function piecesLength(behind: string): number {
  return PIECES.exec(behind)?.[0].length ?? 0;
}
