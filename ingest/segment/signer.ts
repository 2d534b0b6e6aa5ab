/** Who can sign a text: a body (自治区发展改革委), an officer with a name (自治区主席 艾尔肯·吐尼亚孜). */
import { AUTHORITY_ENDINGS, LEADER_OFFICES } from '../text/authority-names.ts';

const ENDINGS = new Set(AUTHORITY_ENDINGS.map((ending) => ending.at(-1)));

/** Whether words without spaces end as names of bodies do. */
export function endsInBody(words: string): boolean {
  return ENDINGS.has(words.at(-1)) && AUTHORITY_ENDINGS.some((ending) => words.endsWith(ending));
}

/**
 * Whether a short line names an office with words behind it: 自治区主席 艾尔肯·吐尼亚孜, 省　长　　王 宁, 部长：李某. 会议由主席主持 does so too:
 * where the line stands must tell the two apart.
 */
export function endsInPerson(words: string): boolean {
  const bare = words.replace(/[\s\u3000：:]+/gu, '');
  return bare.length <= 24 && LEADER_OFFICES.some((office) => bare.includes(office) && !bare.endsWith(office));
}

/** Whether words without spaces end in an office: 市公安局副局长. */
export function endsInOffice(words: string): boolean {
  return LEADER_OFFICES.some((office) => words.length > office.length && words.endsWith(office));
}
