import type { MappedText } from '../model/mapped-text.ts';
import type { IsoDate } from '../model/span.ts';
import { isAuthorityName } from '../text/authority-names.ts';
import { findDates } from '../text/dates.ts';
import { signatoryName } from './signatory-line.ts';
import type { Statement } from './statement.ts';

interface Signer {
  name: string;
  start: number;
  end: number;
}

/** A signature that lost its lines: …规范性文件目录 平潭综合实验区管委会 2017年4月25日 附件… */
export interface InlineSignature {
  text: MappedText;
  /** The body or the person that signs: one of the two. */
  authority: Signer | null;
  signatory: Signer | null;
  date: { day: IsoDate; start: number; end: number };
}

// Must match (up to a day): 贯彻执行。 平潭综合实验区管委会⇥ · ⏎市住房公积金管理中心⇥      Must not: 截至⇥ · 平潭综合实验区管委会
const SIGNER = /(?:^|[\s\u3000。])([^\s\u3000，。；：、]{4,40})[\s\u3000]+$/u;
const LOOK_BACK = 64;

/**
 * The signature inside a paragraph of a text whose line ends were lost: the name of a body, set apart by space, or an office and a
 * name behind the last sentence (…起施行。 部 长 李盛霖 二○○六年七月五日), then a day, then space or the end. Null when there is none.
 */
export function inlineSignatureOf(statements: readonly Statement[]): InlineSignature | null {
  for (const { text, role, partKind } of statements) {
    if (role !== 'body' || partKind === 'list') continue;
    for (const { date, start, end } of findDates(text.text)) {
      if (date === null || !/^(?:$|[\s\u3000])/u.test(text.text.slice(end, end + 1))) continue;
      const from = Math.max(0, start - LOOK_BACK);
      const before = text.text.slice(from, start);
      const name = SIGNER.exec(before)?.[1];
      if (name !== undefined && isAuthorityName(name)) {
        const at = text.text.lastIndexOf(name, start);
        const authority = { name, start: at, end: at + name.length };
        return { text, authority, signatory: null, date: { day: date, start, end } };
      }
      const last = before.slice(before.lastIndexOf('。') + 1);
      const person = before.includes('。') ? signatoryName(last) : null;
      if (person === null) continue;
      const signatory = { name: person, start: start - last.trimStart().length, end: start };
      return { text, authority: null, signatory, date: { day: date, start, end } };
    }
  }
  return null;
}
