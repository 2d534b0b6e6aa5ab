/** The whole text of a provision, its children included. */
import type { MappedText } from '../model/mapped-text.ts';
import type { Provision } from '../model/provision.ts';
import { concat } from '../text/mapped-text.ts';

/** Stands for the line end behind a paragraph; its place in the source is the one behind the paragraph's last character. */
function lineEndBehind(paragraph: MappedText): MappedText {
  const last = paragraph.runs.at(-1);
  return { text: '\n', runs: last ? [{ at: 0, source: last.source + last.length, length: 1 }] : [] };
}

/** Paragraphs one after the other, a line feed between them. */
export function joinParagraphs(paragraphs: readonly MappedText[]): MappedText {
  const pieces: MappedText[] = [];
  for (const paragraph of paragraphs) {
    if (paragraph.text === '') continue;
    const previous = pieces.at(-1);
    if (previous) pieces.push(lineEndBehind(previous));
    pieces.push(paragraph);
  }
  return concat(pieces);
}

function paragraphsOf(provision: Provision, withLabel: boolean): MappedText[] {
  const own = withLabel ? concat([...printedHead(provision), provision.body]) : provision.body;
  return [own, ...provision.children.flatMap((child) => paragraphsOf(child, true))];
}

/** Label and heading, which stand at the start of the provision's span: （三） · 一、总体要求. */
function printedHead({ label, heading, span }: Provision): MappedText[] {
  const words = (label ?? '') + (heading ?? '');
  return words === '' ? [] : [{ text: words, runs: [{ at: 0, source: span.start, length: words.length }] }];
}

/** （目的和依据） behind 第一条, 总则 behind 第一章; it stands behind the label. */
function ownHeading({ label, heading, span }: Provision): MappedText {
  const words = heading ?? '';
  return {
    text: words,
    runs: words === '' ? [] : [{ at: 0, source: span.start + (label?.length ?? 0), length: words.length }],
  };
}

/**
 * The text of a provision without its own label: its heading where it has one, its body, then its children with their labels, a line feed between paragraphs.
 * `（一）对同一举报事项，不得重复予以奖励；` is such a paragraph of 第十条 (Yili 2024, 伊州政办规〔2024〕1号).
 */
export function provisionText(provision: Provision): MappedText {
  return joinParagraphs([ownHeading(provision), ...paragraphsOf(provision, false)]);
}
