import type { MappedText } from '../model/mapped-text.ts';
import type { IsoDate } from '../model/span.ts';
import { isAuthorityName } from '../text/authority-names.ts';
import { findDates } from '../text/dates.ts';
import type { Statement } from './statement.ts';

/** A signature that lost its lines: …规范性文件目录 平潭综合实验区管委会 2017年4月25日 附件… */
export interface InlineSignature {
  text: MappedText;
  authority: { name: string; start: number; end: number };
  date: { day: IsoDate; start: number; end: number };
}

// Must match (before a day): …。 平潭综合实验区管委会 · （empty line） 市住房公积金管理中心      Must not: …印发的 · 截至
const SIGNER = /(?:^|[\s\u3000。])([^\s\u3000，。；：、]{4,40})[\s\u3000]+$/u;
const LOOK_BACK = 64;

/**
 * The signature inside a paragraph of a text whose line ends were lost: the name of a body, set apart by space, then a day, then
 * space or the end. Null when there is none.
 */
export function inlineSignatureOf(statements: readonly Statement[]): InlineSignature | null {
  for (const { text, role, partKind } of statements) {
    if (role !== 'body' || partKind === 'list') continue;
    for (const { date, start, end } of findDates(text.text)) {
      if (date === null || !/^(?:$|[\s\u3000])/u.test(text.text.slice(end, end + 1))) continue;
      const from = Math.max(0, start - LOOK_BACK);
      const signer = SIGNER.exec(text.text.slice(from, start));
      const name = signer?.[1];
      if (!signer || name === undefined || !isAuthorityName(name)) continue;
      const at = text.text.lastIndexOf(name, start);
      return { text, authority: { name, start: at, end: at + name.length }, date: { day: date, start, end } };
    }
  }
  return null;
}
