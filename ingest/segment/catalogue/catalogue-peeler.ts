/** Takes the facts of an entry off both ends of a text: `沪府规〔2023〕1号　|关于…的通知|　2023年1月30日`, `1.|停车管理办法|（海政规〔2020〕8号，2020年10月9日印发）`. */
import type { IsoDate } from '../../model/span.ts';
import { isSpaceAt, leavesOpen } from '../../text/characters.ts';
import { findDates } from '../../text/dates.ts';
import type { FoundDate } from '../../text/dates.ts';
import { findDocumentNumbers } from '../../text/document-number.ts';
import type { FoundNumber } from '../../text/document-number.ts';
import { labelBefore } from './catalogue-labels.ts';
import { CODE, namesBody, REGISTER_MARK } from './catalogue-values.ts';

// Must match: 1. · （12） · 3、 · 01⇥ · | 2 | · 4⇥      Must not: 2024年 · 5G产业 · 1市水利局
const SERIAL =
  /^[|\s]*(?:(?:\d{1,3}|[一二三四五六七八九十]{1,4})\s*(?:[.、．|）)]|\s)|[（(]\s?(?:\d{1,3}|[一二三四五六七八九十]{1,4})\s?[）)])\s*/u;
const BULLET = /^[■□●○◆◇▲△★☆※·•▪*-]\s*/u;
/** What stands between the facts of an entry. */
export const FRAME = new Set(' \t\u3000\u00a0，,、；;。：:（()）[]【】|—-');
export const OPENERS = new Set('（(');
const CLOSERS = new Set('）)');
// Must match (behind a day): 印发 · 公布      Must not: 起施行
const WORDS_BEHIND_DAY = /(?:印发|公布|发布|制发|下发|出台|通过)$/u;
// Must match (behind a day of effect): 起施行 · 实施      Must not: 印发
const WORDS_BEHIND_EFFECT = /起?(?:施行|实施|生效|执行)$/u;
const WORDS_BEFORE_EFFECT = /自$/u;
// Must match (the foot of a record): ，市物价局、市民政局制定 · ，岳麓县人民政府报备      Must not: 》省厅制定 · 省物价局制定实施
const MADE_BY =
  /(?:^|[，,；;）)》\s])([^，。；：,;:《》（）()\s]{3,36}?)(?:联合)?(?:制定|制发|印发|报备|报送备案|报送)$/u;
// Must match (the foot of a record): ，准予备案 · ；予以备案登记      Must not: 》的备案
const OUTCOME = /[，,；;][^，,；;。：:《》（）()]{0,8}备案(?:登记)?$/u;
const CODE_AT_HEAD = new RegExp(`^${CODE}(?=\\s)`, 'u');
const CODE_AT_FOOT = new RegExp(`(?<![A-Za-z\\d—–-])${CODE}$`, 'u');
const IN_REGISTER = `[\\u4e00-\\u9fff]{0,8}${REGISTER_MARK}\\d{0,8}[〕\\]］）)]`;
const REGISTER_AT_HEAD = new RegExp(`^${IN_REGISTER}\\d{0,6}号?(?=[\\s《])`, 'u');
const REGISTER_AT_FOOT = new RegExp(`${IN_REGISTER}(?:\\d{1,6}号)?$`, 'u');
const LONGEST_AT_FOOT = 40;

/** Takes the facts off both ends of a text until only its title is left. */
export class Peeler {
  from: number;
  to: number;
  documentNumber: string | null = null;
  date: IsoDate | null = null;
  hasSerial = false;
  hasDay = false;
  /** Where the body stands that is said to have made the document: 市物价局制定. */
  maker: { start: number; end: number } | null = null;
  /** Whether a sign stands between the title and the number behind it. */
  isApart = true;
  readonly #text: string;
  readonly #dates: FoundDate[];
  readonly #numbers: FoundNumber[];

  constructor(text: string, to: number) {
    this.#text = text;
    this.from = 0;
    this.to = to;
    this.#dates = findDates(text);
    this.#numbers = findDocumentNumbers(text);
  }

  peel(): void {
    this.from = BULLET.exec(this.#text)?.[0].length ?? 0;
    const serial = SERIAL.exec(this.#text.slice(this.from, this.from + 12))?.[0].length ?? 0;
    this.hasSerial = serial > 0;
    this.from += serial;
    while (this.#takeFoot());
    while (this.#takeHead());
    this.#closeBracket();
  }

  #rest(): string {
    return this.#text.slice(this.from, this.to);
  }

  #takeFoot(): boolean {
    let end = this.to;
    while (end > this.from && FRAME.has(this.#text.charAt(end - 1))) end -= 1;
    this.to = end;
    if (end <= this.from) return false;
    const foot = this.#text.slice(Math.max(this.from, end - LONGEST_AT_FOOT), end);
    const outcome = OUTCOME.exec(foot);
    if (outcome) {
      this.to = end - outcome[0].length;
      return true;
    }
    const effect = WORDS_BEHIND_EFFECT.exec(foot)?.[0].length ?? 0;
    const words = effect || (WORDS_BEHIND_DAY.exec(foot)?.[0].length ?? 0);
    const day = this.#dates.find((date) => date.end === end - words && date.start >= this.from);
    if (day) {
      const label = words === 0 ? labelBefore(this.#text, day.start) : null;
      this.to = label?.start ?? day.start;
      if (label) {
        if (label.role === 'day') this.#takeDay(day);
      } else if (effect > 0)
        this.to -= WORDS_BEFORE_EFFECT.exec(this.#text.slice(this.from, day.start))?.[0].length ?? 0;
      else this.#takeDay(day);
      return true;
    }
    const pattern = '号〕]］）)'.includes(foot.charAt(foot.length - 1)) ? REGISTER_AT_FOOT : CODE_AT_FOOT;
    const register = pattern.exec(foot);
    if (register) {
      this.to = end - register[0].length;
      this.to = labelBefore(this.#text, this.to)?.start ?? this.to;
      return true;
    }
    if (this.#takeMaker(foot, end)) return true;
    const number = this.#numbers.find((one) => one.end === end - words && one.start >= this.from);
    if (!number) return false;
    this.documentNumber ??= number.number.text;
    this.to = labelBefore(this.#text, number.start)?.start ?? number.start;
    this.isApart &&=
      this.to === this.from || FRAME.has(this.#text.charAt(this.to - 1)) || this.#text.charAt(this.to - 1) === '》';
    return true;
  }

  /** …，市物价局、市民政局制定 at the foot. */
  #takeMaker(foot: string, end: number): boolean {
    const match = MADE_BY.exec(foot);
    const name = match?.[1] ?? '';
    if (!match || !namesBody(name)) return false;
    const start = end - foot.length + match.index + match[0].indexOf(name);
    this.maker = { start, end: start + name.length };
    this.to = start;
    return true;
  }

  #takeHead(): boolean {
    let start = this.from;
    while (start < this.to && FRAME.has(this.#text.charAt(start)) && !OPENERS.has(this.#text.charAt(start))) start += 1;
    const opened = OPENERS.has(this.#text.charAt(start)) ? 1 : 0;
    const day = this.#dates.find((date) => date.start === start + opened && date.end <= this.to);
    if (day && this.#standsApart(day.end)) {
      this.#takeDay(day);
      this.from = day.end;
      return true;
    }
    const head = this.#text.slice(start, Math.min(this.to, start + LONGEST_AT_FOOT));
    const register = REGISTER_AT_HEAD.exec(head) ?? CODE_AT_HEAD.exec(head);
    if (register) {
      this.from = start + register[0].length;
      return true;
    }
    const number = this.#numbers.find((one) => one.start === start + opened && one.end <= this.to);
    if (!number || !this.#standsApart(number.end)) {
      if (opened === 0) this.from = start;
      return false;
    }
    this.documentNumber ??= number.number.text;
    this.from = number.end;
    return true;
  }

  #takeDay(day: FoundDate): void {
    this.hasDay = true;
    this.date ??= day.date;
  }

  /** Whether what ends at `at` stands apart from what follows: by a space, a mark, 《. */
  #standsApart(at: number): boolean {
    return at >= this.to || isSpaceAt(this.#text, at) || /[》《，,；;）)：:]/u.test(this.#text.charAt(at));
  }

  /** The bracket that a title ends with: …办法（试行）. */
  #closeBracket(): void {
    if (leavesOpen(this.#rest()) && CLOSERS.has(this.#text.charAt(this.to))) this.to += 1;
  }
}

/** Whether a line opens an entry: by its serial (1. · （2） · 3、), by 《, by a number of the register. */
export function opensRecord(text: string): boolean {
  return (
    text.startsWith('《') ||
    SERIAL.test(text) ||
    BULLET.test(text) ||
    REGISTER_AT_HEAD.test(text) ||
    CODE_AT_HEAD.test(text)
  );
}
