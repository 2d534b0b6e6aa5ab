import type { MappedText } from '../model/mapped-text.ts';
import type { SourceText } from '../model/source.ts';
import type { Extracted, IsoDate } from '../model/span.ts';
import { findDates } from '../text/dates.ts';
import { extracted } from './evidence.ts';
import { inlineSignatureOf } from './inline-signature.ts';
import { dateOnPage } from './page-facts.ts';
import type { Statement } from './statement.ts';

/** The day under the signature, with the printed day that no calendar has, where that is all there is. */
export interface PromulgationDate {
  value: Extracted<IsoDate> | null;
  impossible: MappedText | null;
}

// Must match: 国务院令第412号公布 · 甲省人民政府发布      Must not: 常务会议通过
const PROMULGATED = /(?:公布|发布|颁布|印发|颁发)/u;

function underSignature(statements: readonly Statement[]): Statement[] {
  const dated = statements.filter((statement) => statement.role === 'date');
  const ofNotice = dated.filter((statement) => statement.partKind === 'notice' || statement.partKind === 'decision');
  const firstPart = dated.filter((statement) => statement.part === 0);
  return ofNotice.length > 0 ? ofNotice : firstPart.length > 0 ? firstPart : dated;
}

/**
 * The date under the signature (成文日期): 2024年9月13日 below 新疆维吾尔自治区人民政府办公厅, or below the signatory of a 令.
 * Of several (an annex can be signed too) the covering notice's counts. Without one: what the page states, then the 题注.
 */
export function promulgationDateOf(statements: readonly Statement[], source: SourceText): PromulgationDate {
  let impossible: MappedText | null = null;
  for (const statement of underSignature(statements)) {
    const { text } = statement;
    const [found] = findDates(text.text);
    if (found?.date)
      return {
        value: extracted(found.date, text, found.start, found.end, 'promulgation-date/signature'),
        impossible: null,
      };
    impossible ??= text;
  }
  const inline = inlineSignatureOf(statements);
  if (inline) {
    const { day, start, end } = inline.date;
    return { value: extracted(day, inline.text, start, end, 'promulgation-date/inline-signature'), impossible };
  }
  const stated = dateOnPage(source, 'promulgationDate', 'promulgation-date/page-metadata');
  if (stated) return { value: stated, impossible };
  for (const { role, text } of statements) {
    if (role !== 'title_note') continue;
    const [found] = findDates(text.text).filter(
      ({ start, end }, at, all) =>
        !/根据[\s\u3000]*$/u.test(text.text.slice(0, start)) &&
        PROMULGATED.test(text.text.slice(end, Math.min(end + 48, all[at + 1]?.start ?? Infinity))),
    );
    if (found?.date)
      return { value: extracted(found.date, text, found.start, found.end, 'promulgation-date/title-note'), impossible };
  }
  return { value: null, impossible };
}
