import type { Corrections } from './corrections.ts';
import { documentIdOf } from './document-id.ts';
import { dayOfMention } from './mention.ts';
import type { Mention } from './mention.ts';
import type { RegisterTable } from './register-table.ts';
import { resolveTitle } from './resolve-title.ts';
import type { TitleAnswer } from './resolve-title.ts';
import { yearHintOf } from './year-hint.ts';

/** How a mention was resolved, kept beside it: the rule, and the candidates when it stays open. */
export type Resolution = { by: 'number' | 'title' | 'name' } | { by: 'candidates'; candidates: string[] };

/** The entry that a mention means; null when several can be meant. */
export interface ResolvedMention {
  id: string | null;
  resolution: Resolution;
}

/** Tells which entry of the register a mention means, by its number, else by its title on its day. */
export class MentionResolver {
  readonly #table: RegisterTable;
  readonly #corrections: Corrections;

  constructor(table: RegisterTable, corrections: Corrections) {
    this.#table = table;
    this.#corrections = corrections;
  }

  /** The entry that a mention means, with how that was found; null for candidates. A title that nobody bears gets an entry of its own. */
  resolve(mention: Mention): ResolvedMention {
    if (mention.number !== null) return this.#resolveNumber(mention, mention.number);
    const answer = this.#answerTitle(mention);
    if (answer.kind === 'found') return { id: answer.id, resolution: { by: 'title' } };
    if (answer.kind === 'candidates') return { id: null, resolution: { by: 'candidates', candidates: answer.ids } };
    return { id: this.#namedOnlyId(mention), resolution: { by: 'name' } };
  }

  #resolveNumber(mention: Mention, number: { text: string; key: string }): ResolvedMention {
    const holders = this.#table.holdersOfNumber(number.key);
    const [only, second] = holders;
    if (only === undefined) {
      const id = documentIdOf({ title: null, documentNumber: number.text, authority: null, date: null });
      return { id, resolution: { by: 'number' } };
    }
    if (second === undefined) return { id: only, resolution: { by: 'number' } };
    const key = mention.canonicalTitle?.key;
    const titled = holders.filter((id) =>
      this.#table.names(id).some((name) => name.type === 'title' && name.key === key),
    );
    const [match, other] = titled;
    if (match !== undefined && other === undefined) return { id: match, resolution: { by: 'number' } };
    return { id: null, resolution: { by: 'candidates', candidates: holders } };
  }

  #answerTitle(mention: Mention): TitleAnswer {
    const title = mention.canonicalTitle;
    if (title === null || title.key === '') return { kind: 'candidates', ids: [] };
    if (this.#table.isCommonTitle(title.key)) return { kind: 'candidates', ids: [] };
    const { speaker } = mention;
    return resolveTitle(
      {
        titleKey: title.key,
        authority: title.authority,
        home: speaker.home,
        day: mention.statedDate ?? dayOfMention(speaker),
        selfId: speaker.documentId,
        selfBears: speaker.titleKeys.has(title.key),
        yearHint: yearHintOf(mention),
        refused: this.#corrections.refused(title.key),
      },
      this.#table.bearersOfTitle(title.key),
    );
  }

  /** The title is one of several texts that one notice promulgated: ending it does not end the others. */
  isOneOfSeveral(id: string, key: string | null): boolean {
    if (key === null) return false;
    return this.#table.bearersOfTitle(key).some((bearer) => bearer.id === id && bearer.oneOfSeveral);
  }

  /** The entry of a title that nobody known bears. A notice's title means little outside its own region. */
  #namedOnlyId(mention: Mention): string | null {
    const title = mention.canonicalTitle;
    if (title === null || title.key === '') return null;
    const local = /^(?:关于|印发|转发|批转)/u.test(title.key);
    const authority = title.authority ?? (local ? (mention.speaker.home.region?.name ?? null) : null);
    return documentIdOf({ title: title.key, documentNumber: null, authority, date: null });
  }
}
