/**
 * Number and title that printed contents hold in one line: `关于…的通知（国发〔2024〕3号）`, `…的公告 财政部 税务总局公告2020年第22号`,
 * `海关总署公告2021年第30号（关于…的公告）`.
 */
import type { MappedText } from '../../model/mapped-text.ts';
import { parseNumberLine } from '../../structure/number-line.ts';
import { parseDocumentNumber } from '../../text/document-number.ts';
import type { DocumentNumber } from '../../text/document-number.ts';
import { slice } from '../../text/mapped-text.ts';
import { endsAsTitle } from '../title-ending.ts';

// Must match: 关于…的通知（国发〔2024〕3号） · …的决定 (令第5号) · …的公告〔2019年第45号〕      Must not: （试行） · 国发〔2024〕3号
const NUMBER_IN_BRACKETS = /[（(〔[]\s?([^（()）]{2,40}号(?:令|公告)?)\s?[)）〕\]]$/u;
const LONGEST_NUMBER = 60;
const LONGEST_TOUCHING = 24;
const SHORTEST_TITLE = 6;

export interface TitleAndNumber {
  title: MappedText;
  number: string | null;
}

/** 人口普查公报（第三号） counts the issues of one communiqué; such a number names no document. */
function belongsToTitle(title: string, { code, year }: DocumentNumber): boolean {
  return code === null && year === null && title.endsWith('公报');
}

/** A title with its number behind it. */
export function splitTrailingNumber(title: MappedText): TitleAndNumber {
  const { text } = title;
  if (!text.includes('号')) return { title, number: null };
  const inBrackets = NUMBER_IN_BRACKETS.exec(text);
  const read = inBrackets ? parseDocumentNumber(inBrackets[1] ?? '') : null;
  if (inBrackets && read && !belongsToTitle(text.slice(0, inBrackets.index), read))
    return { title: slice(title, 0, inBrackets.index), number: read.text };
  // The number of a joint announcement holds spaces itself: …有关政策的公告 财政部 税务总局公告2020年第22号.
  for (const space of text.matchAll(/[\s\u3000]+|[…·.．]{3,}|…/gu)) {
    const behind = text.slice(space.index + space[0].length);
    const number = behind.length <= LONGEST_NUMBER ? parseNumberLine(behind) : null;
    if (number) return { title: slice(title, 0, space.index), number: number.text };
  }
  return splitTouchingNumber(title);
}

/** A title and the number that touches it: 关于做好供水工作的通知江政发〔2023〕8号. Only where a title ends and a number with its code follows. */
function splitTouchingNumber(title: MappedText): TitleAndNumber {
  const { text } = title;
  const first = Math.max(SHORTEST_TITLE, text.length - LONGEST_TOUCHING);
  for (let at = text.endsWith('号') ? first : text.length; at < text.length; at += 1) {
    if (!endsAsTitle(text.slice(0, at))) continue;
    const number = parseNumberLine(text.slice(at));
    if (number?.form === 'agency' && number.code !== null) return { title: slice(title, 0, at), number: number.text };
  }
  return { title, number: null };
}

/** A title with its number before it, apart by a space or the title in brackets. */
export function splitLeadingNumber(title: MappedText): TitleAndNumber {
  const { text } = title;
  if (!text.includes('号')) return { title, number: null };
  const spaced = /^(.{2,60}?号(?:令|公告)?)[\s\u3000]+(\S.*)$/u.exec(text);
  const first = parseDocumentNumber(spaced?.[1] ?? '');
  if (first) return { title: slice(title, text.length - (spaced?.[2] ?? '').length), number: first.text };
  const named = readNamedNumber(text);
  return named ? { title: slice(title, named.from, named.to), number: named.number } : { title, number: null };
}

// Must match: 海关总署公告2021年第30号（关于进口秘鲁鲜食葡萄检验检疫要求的公告）      Must not: 海关总署公告2021年第30号
const NAMED_NUMBER = /^(.{2,60}?号)\s{0,2}[（(](.+)[）)]$/u;

/** An order or announcement with its title in brackets behind the number; where the title stands in `text`. */
export function readNamedNumber(text: string): { number: string; from: number; to: number } | null {
  const match = NAMED_NUMBER.exec(text);
  const [, printed = '', title = ''] = match ?? [];
  if (title.length < SHORTEST_TITLE || parseDocumentNumber(title)) return null;
  const number = parseNumberLine(printed);
  if (number?.form !== 'order' && number?.form !== 'announcement') return null;
  return { number: number.text, from: text.length - 1 - title.length, to: text.length - 1 };
}
