/** What a government page itself states in its metadata table: 实施日期：2021年04月16日, 失效日期：2023年06月01日. */
import type { SourceText, StatedFactName } from '../model/source.ts';
import type { Extracted, IsoDate } from '../model/span.ts';
import { parseDate } from '../text/dates.ts';

/** The day in a page's row, in the forms that their tables have: 2021年04月16日, 2019-10-09 00:00, 20191009. Null for anything else. */
export function statedDay(value: string): IsoDate | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d{2})(\d{2})$/u.exec(value.trim()) ?? [];
  if (year !== '') return parseDate(`${year}-${month}-${day}`);
  return parseDate(value.trim().replace(/[\sT]\d{1,2}:\d.*$/u, ''));
}

/** A day that the page states, or null. Rule: `<name>/page-metadata`. */
export function dateOnPage(source: SourceText, name: StatedFactName, rule: string): Extracted<IsoDate> | null {
  const fact = source.statedFacts.find((one) => one.name === name);
  const day = fact ? statedDay(fact.value) : null;
  if (!fact || day === null) return null;
  const raw = `${fact.label}：${fact.value}`;
  return { value: day, certainty: 'stated', raw, span: fact.span ?? { start: 0, end: 0 }, rule };
}

/** Two readings of one fact: the text's and the page's. */
export interface Weighed<T> {
  value: Extracted<T> | null;
  /** Both are there and differ. */
  differs: { text: Extracted<T>; page: Extracted<T> } | null;
}

/**
 * What the page states goes before what is computed from the text (自印发之日起, 有效期5年), for the page knows the day of issue and an
 * early end; what the text prints as a day goes before the page.
 */
export function weigh<T>(text: Extracted<T> | null, page: Extracted<T> | null): Weighed<T> {
  if (!text || !page) return { value: text ?? page, differs: null };
  const differs = text.value === page.value ? null : { text, page };
  return { value: text.certainty === 'stated' || differs === null ? text : page, differs };
}
