import { titleKey } from '../text/title-key.ts';
import { documentTypeOf } from './document-types.ts';
import type { Mention } from './mention.ts';

/** Short names that a document gives to others: 《住房公积金管理条例》（以下简称《条例》）. */
export class ShortNames {
  readonly #byKey = new Map<string, Mention>();

  /** Notes every mention of some paragraphs that defines a short name. */
  constructor(paragraphs: readonly { mentions: readonly Mention[] }[]) {
    for (const { mentions } of paragraphs) for (const mention of mentions) this.#note(mention);
  }

  #note(mention: Mention): void {
    if (mention.shortName === null || mention.title === null) return;
    const key = titleKey(mention.shortName);
    if (!this.#byKey.has(key)) this.#byKey.set(key, mention);
  }

  /** The full mention that a short name stands for; null when it was not defined. A full title is never a short name. */
  resolve(title: string): Mention | null {
    if (this.#byKey.size === 0) return null;
    const mention = this.#byKey.get(titleKey(title)) ?? null;
    return mention && mention.title !== title ? mention : null;
  }
}

/** The last of the mentions before an offset that 该《办法》, 同法 or 该条例 can mean: one whose title ends so. */
export function lastOfType(word: string, mentions: readonly Mention[], before: number): Mention | null {
  const type = documentTypeOf(word);
  if (type === null) return null;
  const earlier = mentions.findLast(
    ({ title, end }) => end <= before && title !== null && documentTypeOf(title) === type,
  );
  return earlier ?? null;
}
