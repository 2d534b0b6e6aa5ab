/** The names of sections of a gazette: 部门文件, 【省政府令】, · 司法解释 ·; what they look like, and which sections print news. */
import publishers from '../../data/publishers.json' with { type: 'json' };
import { withoutSpaces } from '../text/spaces.ts';

const SECTION_LENGTH = 24;
/** With the blanks and ornaments that printers set into a name. */
const LONGEST_PRINTED = 120;
// Must match: 关于印发…的通知 · 2024年第三季度备案登记的行政规范性文件目录 · 第十三届全国人民代表大会常务委员会第五次会议      Must not: 自治区人民政府令 · 部门文件 · 【省政府文件】 · 常务会议
const NOT_A_SECTION = /关于|印发|《|〔|的通知|[，。；：？]|\d|第[一二三四五六七八九十]{1,3}[届次]/u;

const bareSection = (text: string): string => withoutSpaces(sectionName(text));

/** Whether words are short enough for the name of a section, and hold nothing that only titles do. */
export function mayBeSection(text: string): boolean {
  if (text.length > LONGEST_PRINTED) return false;
  const words = bareSection(text);
  return words.length > 0 && words.length <= SECTION_LENGTH && !NOT_A_SECTION.test(words);
}

/** Whether words stand over a group of entries rather than being one. */
export function looksLikeSection(text: string): boolean {
  if (!mayBeSection(text)) return false;
  const words = bareSection(text);
  return publishers.sectionEndings.some((ending) => words.endsWith(ending));
}

/** Signs that printers set around or before the names of sections. */
export const ORNAMENTS = '◆◇●○■□▲△★☆※◎►';
// Must match: 【政府令】 · 〔法规〕 · ［市政府文件］ · ★ 任免事项 ★ · —文件—      Must not: 任免事项 · ★ 任免事项
const SET_APART = new RegExp(
  `^(?:[【[〔［](.{2,24})[】\\]〕］]|([·•${ORNAMENTS}]|[—-]{1,2})\\s?([^·•${ORNAMENTS}—-].{0,22}?)\\s?\\2)$`,
  'u',
);

/** Whether a section's name stands between brackets or ornaments. */
export function isBracketedSection(text: string): boolean {
  const match = SET_APART.exec(text);
  const words = match?.[1] ?? match?.[3];
  return words !== undefined && !NOT_A_SECTION.test(words);
}

const AROUND_NAME = new RegExp(`^[【[〔［·—${ORNAMENTS}\\s]+|[】\\]〕］·—${ORNAMENTS}：:\\s]+$`, 'gu');

/** The words of a section without the ornaments around them. */
export function sectionName(text: string): string {
  return text.replace(AROUND_NAME, '').trim();
}

/** Whether the documents of a section are news: 常务会议, 政策解读. */
export function isReportSection(name: string): boolean {
  const words = withoutSpaces(name);
  return publishers.reportSections.some((ending) => words.endsWith(ending)) && !/令|文件|决定/u.test(words);
}
