import type { Extracted, IsoDate } from '../model/span.ts';
import { findDates } from '../text/dates.ts';
import { extracted } from './evidence.ts';
import type { Statement } from './statement.ts';

// Must match (behind a day): 自治区第十四届人民政府第2次常务会议通过 · 由最高人民法院审判委员会第1820次会议修订通过 · 市政府常务会议审议通过
// Must not:                  自治区人民政府令第29号发布 · 起，经会议通过后施行
const ADOPTED = /^[^。；，,（）()]{0,80}?(?:会议|大会|全会|会)[^。；，,（）()]{0,24}?(?:通过|审议同意)/u;

// Must match (before a day): 第十四届全国人民代表大会常务委员会第三次会议于      Must not: 会议于…召开
const MEETING_BEFORE = /(?:会议|大会|全会)\s?于\s?$/u;
// Must match (behind it): 修订通过 · 通过      Must not: 批准
const ADOPTED_BEHIND = /^(?:审议|修订|修正|表决)?通过/u;

// Must match: 通过，现予公布 · 通过,现予以发布 · 经…会议审议通过，市人民政府决定：      Must not: 向社会公布 · 经村民会议通过的方案
const PROMULGATES =
  /通过[^。]{0,12}现[^。]{0,4}(?:公布|发布|颁布|印发)|^[\s\u3000]*经[^。]{0,80}通过[，,][^。，]{0,16}决定/u;

/** Where the statement that a meeting of this day adopted the text ends; null when it says something else. */
function endOfAdoption(text: string, start: number, end: number): number | null {
  const behind = text.slice(end, end + 120);
  const adopted =
    ADOPTED.exec(behind) ?? (MEETING_BEFORE.test(text.slice(0, start)) ? ADOPTED_BEHIND.exec(behind) : null);
  return adopted ? end + adopted[0].length : null;
}

/**
 * The meeting's day in the promulgating sentence or the 题注: 已经2024年8月23日自治区第十四届人民政府第71次常务会议通过，现予公布.
 * Null when no day is printed with the meeting (已经自治州第十五届人民政府第31次常务会议审议同意).
 */
export function adoptionDateOf(statements: readonly Statement[]): Extracted<IsoDate> | null {
  const places = [
    statements.filter(({ role }) => role === 'promulgation'),
    statements.filter(({ role, partKind, preamble }) => role === 'body' && partKind === 'notice' && preamble),
    statements.filter(({ role, preamble, text }) => role === 'body' && preamble && PROMULGATES.test(text.text)),
    statements.filter(({ role }) => role === 'title_note'),
  ];
  for (const statement of places.flat()) {
    const { text } = statement.text;
    if (!text.includes('会')) continue;
    for (const { date, start, end } of findDates(text)) {
      const to = date === null ? null : endOfAdoption(text, start, end);
      if (date !== null && to !== null) return extracted(date, statement.text, start, to, 'adoption-date/meeting');
    }
  }
  return null;
}
