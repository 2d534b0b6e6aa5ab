/**
 * Rows whose cells come one after the other without their places: the lines of a table that lost its cells, the words of a line whose columns
 * stand one space apart. Numbers and days tell their columns by their form, words stand between them in the order of the head.
 */
import type { MappedText } from '../../model/mapped-text.ts';
import { concat } from '../../text/mapped-text.ts';
import type { CatalogueColumns, ColumnRole } from './catalogue-columns.ts';
import { dayOf, isRegisterNumber, namesBody, numberOf, serialOf } from './catalogue-values.ts';

const NO_TEXT: MappedText = { text: '', runs: [] };
const SPACE: MappedText = { text: ' ', runs: [] };

/** What stands in each column of a table, in order; `other` also where the head's words are not known. */
export interface RowHead {
  roles: readonly ColumnRole[];
  columns: CatalogueColumns;
}

/** The column, from `from` on, that a line can stand in by its form alone; null for words. */
function formColumn(words: string, { roles }: RowHead, from: number): number | null {
  const isOf: (role: ColumnRole) => boolean = isRegisterNumber(words)
    ? (role) => role === 'register'
    : numberOf(words) !== null
      ? (role) => role === 'number'
      : dayOf(words) !== null
        ? (role) => role === 'day' || role === 'register' || role === 'other'
        : () => false;
  const column = roles.findIndex((role, index) => index >= from && isOf(role));
  return column < 0 ? null : column;
}

/** A row while its pieces are put into the columns of its head. */
export class AlignedRow {
  readonly cells: MappedText[];
  /** The column that comes next. */
  next = 0;
  readonly #head: RowHead;
  #words: MappedText[] = [];

  constructor(head: RowHead) {
    this.#head = head;
    this.cells = head.roles.map(() => NO_TEXT);
  }

  /** Puts a line where its form says; false for one whose column stands behind the row already. */
  add(content: MappedText): boolean {
    const { text } = content;
    if (this.next === 0 && this.#head.roles[0] === 'serial' && serialOf(text) !== null) {
      this.cells[0] = content;
      this.next = 1;
      return true;
    }
    const column = formColumn(text, this.#head, this.next);
    if (column === null) {
      if (formColumn(text, this.#head, 0) !== null || this.next >= this.cells.length) return false;
      this.#words.push(content);
      return true;
    }
    this.flush(column);
    this.cells[column] = content;
    this.next = column + 1;
    return true;
  }

  /** Whether all columns that can be told by form are filled, and a title. */
  isWhole(): boolean {
    const { roles, columns } = this.#head;
    const holds = (role: ColumnRole): boolean => {
      const column = columns.get(role);
      return column === undefined || this.cells[column]?.text !== '';
    };
    return this.next > Math.max(roles.lastIndexOf('number'), roles.lastIndexOf('day')) && holds('title');
  }

  isFull(): boolean {
    return this.next >= this.cells.length;
  }

  /** Words before the column `to` go to the columns of words there: the last of them to the title, unless the body stands behind it. */
  flush(to: number): void {
    const open = this.#head.roles.flatMap((role, index) =>
      index >= this.next && index < to && (role === 'maker' || role === 'title' || role === 'other') ? [index] : [],
    );
    const title = open.find((index) => this.#head.roles[index] === 'title') ?? open.at(-1);
    if (title === undefined) return;
    const words = this.#words;
    const inFront = open.indexOf(title);
    const before = Math.min(inFront, Math.max(0, words.length - 1));
    const behind = Math.min(open.length - 1 - inFront, Math.max(0, words.length - 1 - before));
    const bodies = before === 1 ? bodiesBefore(words) : before;
    for (let nth = 0; nth < before; nth += 1)
      this.cells[open[nth] ?? 0] = nth === before - 1 ? spaced(words.slice(nth, bodies)) : (words[nth] ?? NO_TEXT);
    const ofTitle = words.slice(bodies, words.length - behind);
    if (ofTitle.length > 0) this.cells[title] = concat(ofTitle);
    for (let nth = 1; nth <= behind; nth += 1) this.cells[open.at(-nth) ?? 0] = words.at(-nth) ?? NO_TEXT;
    this.#words = [];
  }
}

// Must match: 〔2014〕5号 · [2014]5号      Must not: 沧人社规〔2014〕5号
const REST_OF_NUMBER = /^[〔[［]\d{4}[〕\]］]/u;

/** Words with a number that a space breaks put together: 沧人社规 〔2014〕5号. */
export function withWholeNumbers(words: readonly MappedText[]): MappedText[] {
  const whole: MappedText[] = [];
  for (const word of words) {
    const above = REST_OF_NUMBER.test(word.text) ? whole.pop() : undefined;
    whole.push(above ? concat([above, word]) : word);
  }
  return whole;
}

/** How many words in front of a title are bodies that made it together: one at least. */
function bodiesBefore(words: readonly MappedText[]): number {
  let count = 1;
  while (count < words.length - 1 && namesBody(words[count - 1]?.text ?? '') && namesBody(words[count]?.text ?? ''))
    count += 1;
  return count;
}

function spaced(words: readonly MappedText[]): MappedText {
  return concat(words.flatMap((word, nth) => (nth === 0 ? [word] : [SPACE, word])));
}
