import type { Material } from './material.ts';
import { randomOf } from './random.ts';
import type { Random } from './random.ts';

/** One word in so many is another one than in the real text: no two articles are copies. */
const SWAPPED = 0.07;

/** Writes running text, articles and lists of real sentences, for one publisher. */
export class TextPrinter {
  readonly #material: Material;
  readonly #nouns: ReadonlySet<string>;
  readonly #random: Random;
  readonly #publisher: { region: string; word: string };

  constructor(material: Material, publisher: { region: string; word: string }, ...keys: (string | number)[]) {
    this.#material = material;
    this.#nouns = nounSet(material);
    this.#random = randomOf('text', ...keys);
    this.#publisher = publisher;
  }

  /** One to three sentences. */
  paragraph(): string {
    const count = this.#random.between(1, 3);
    return `${Array.from({ length: count }, () => this.#own(this.#random.pick(this.#material.sentences))).join('。')}。`;
  }

  /** The paragraphs of an article: sentences, or an opening with items. */
  article(): string[] {
    if (this.#random.next() < 0.3) return this.#list();
    return this.#random.next() < 0.3 ? [this.paragraph(), this.paragraph()] : [this.paragraph()];
  }

  #list(): string[] {
    const count = this.#random.between(3, 7);
    const items = Array.from({ length: count }, (_, at) => {
      const item = this.#own(this.#random.pick(this.#material.items));
      return `（${'一二三四五六七'[at] ?? ''}）${item}${at === count - 1 ? '。' : '；'}`;
    });
    return [this.#own(this.#random.pick(this.#material.openings)), ...items];
  }

  /** The text as this publisher would have it: its own region, and here and there another noun. */
  #own(text: string): string {
    const { region, word } = this.#publisher;
    const placed = text.replaceAll('新疆维吾尔自治区', region).replaceAll('自治区', word).replaceAll('新疆', region);
    return placed.replace(/\p{Script=Han}+/gu, (run) => this.#swapNouns(run));
  }

  #swapNouns(run: string): string {
    let text = '';
    for (let at = 0; at < run.length;) {
      const length = [4, 3, 2].find((size) => this.#nouns.has(run.slice(at, at + size))) ?? 1;
      const swap = length > 1 && this.#random.next() < SWAPPED;
      text += swap ? this.#random.pick(this.#material.nouns) : run.slice(at, at + length);
      at += length;
    }
    return text;
  }
}

const sets = new WeakMap<Material, Set<string>>();

function nounSet(material: Material): ReadonlySet<string> {
  const known = sets.get(material) ?? new Set(material.nouns);
  sets.set(material, known);
  return known;
}
