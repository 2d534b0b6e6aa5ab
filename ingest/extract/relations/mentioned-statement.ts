import { mask } from '../../text/brackets.ts';
import type { Region } from '../../text/authority-names.ts';
import { findMentions } from '../mention.ts';
import type { Mention } from '../mention.ts';
import type { Statement } from '../statement.ts';

/** A paragraph with the documents it mentions, their titles masked. */
export interface MentionedStatement {
  statement: Statement;
  mentions: Mention[];
  masked: string;
}

/** Reads the mentions of a paragraph, once for all readers. */
export type MentionReader = (statement: Statement) => MentionedStatement;

/** A reader for one document that remembers what it has read. `home`: the publisher's region. */
export function mentionReader(home: Region | null): MentionReader {
  const read = new Map<Statement, MentionedStatement>();
  return (statement) => {
    const known = read.get(statement);
    if (known) return known;
    const { text } = statement.text;
    const mentions = findMentions(text, home);
    const titles = mentions.map(({ titleStart, titleEnd }) => ({ start: titleStart, end: titleEnd }));
    const mentioned = { statement, mentions, masked: titles.length === 0 ? text : mask(text, titles) };
    read.set(statement, mentioned);
    return mentioned;
  };
}

// Must match: 《城市绿化条例》 · 国发〔2019〕5号 · 同时废止      Must not: 现印发给你们
const MENTION_OR_END = /[《号〈]|废止|失效/;

/** Whether a paragraph can mention a document, or end one without naming it. Costs next to nothing. */
export function mayMention({ text: { text } }: Statement): boolean {
  return MENTION_OR_END.test(text);
}
