import { LEADER_OFFICES } from '../text/authority-names.ts';
import { withoutSpaces } from '../text/spaces.ts';

const OFFICE = LEADER_OFFICES.join('|');
// Must match (a line whose office is not spread out any more): 自治区主席 艾尔肯·吐尼亚孜 · 省长　王　浩 · 部长：张三 · 市长陈吉宁 · 总理  李  鹏
// Must not:   国务院办公厅 · 关于省长办公会议的通知，
const SIGNED = new RegExp(
  `^([\\u4e00-\\u9fff]{0,12}?(?:${OFFICE}))[:：]?([\\s\\u3000]*)((?:[\\u4e00-\\u9fff]{1,10}[·•・．.]?[\\s\\u3000]{0,3}){1,4})$`,
  'u',
);
const SPACED_OFFICE = /^([\u4e00-\u9fff])[\s\u3000]+([\u4e00-\u9fff])(?=[\s\u3000：:])/u;
const NOT_A_NAME = /(?:会议|办公|小组|公室|政府|委员会|厅|局|纪要|院)$/u;

/** 省　长　王　浩 → 省长　王　浩: an office spaced out to line up. */
function closeOffice(text: string): string {
  return text.trim().replace(SPACED_OFFICE, '$1$2');
}

/** The name in a line that an office and a person sign: 省　长　王　浩 → 王浩; null for other lines. */
export function signatoryName(line: string): string | null {
  const match = SIGNED.exec(closeOffice(line));
  if (!match) return null;
  const name = withoutSpaces(match[3] ?? '').replace(/[•・．.]/gu, '·');
  const spaced = (match[2] ?? '') !== '';
  if (name.length < 2 || NOT_A_NAME.test(name) || (!spaced && name.length > 4 && !name.includes('·'))) return null;
  return name;
}

const ONLY_OFFICE = new RegExp(`^(?:${OFFICE})$`, 'u');

/** Whether a line is an office whose holder's name was lost: 省长. */
export function isOfficeLine(line: string): boolean {
  return ONLY_OFFICE.test(withoutSpaces(line));
}

/** Whether a line under a text is a person's signature with his office, and not a body's. */
export function isSignatoryLine(line: string): boolean {
  return signatoryName(line) !== null;
}
