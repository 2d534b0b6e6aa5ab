import type { FramingParagraph } from '../model/document.ts';
import type { DraftPart, ParagraphRole } from '../model/document-draft.ts';

/** What stands around a text and is neither a provision of it nor its title or number. */
const FRAMING: ReadonlySet<ParagraphRole> = new Set([
  'letterhead',
  'title_note',
  'salutation',
  'annex_label',
  'signature',
  'date',
  'distribution',
]);

/**
 * The paragraphs around the provisions of a part, in print order, so that they can be found like the rest of its text:
 * `自治区主席 艾尔肯·吐尼亚孜` (Xinjiang 2024 no. 17-18), `各州、市、县(市)人民政府,…`.
 */
export function framingOf(part: DraftPart): FramingParagraph[] {
  return part.paragraphs.filter(({ role }) => FRAMING.has(role)).map(({ text, span }) => ({ text, span }));
}
