import type { GazetteDocument } from '../model/document.ts';
import type { SourceText, StatedFact, StatedFactName } from '../model/source.ts';
import type { Extracted } from '../model/span.ts';
import type { WarningCode } from '../model/warning-codes.ts';
import type { Warning } from '../model/warning.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { titleKey } from '../text/title-key.ts';
import { documentNumberKey, parseDocumentNumber } from '../text/document-number.ts';
import { lineFinderIn } from '../text/line-finder.ts';
import type { LineFinder } from '../text/line-finder.ts';
import { statedDay } from './page-facts.ts';

/** The documents of a page with what only the page itself states, and the warnings that are left and that are new. */
export interface ComparedDocuments {
  documents: GazetteDocument[];
  warnings: Warning[];
}

interface DateFact {
  field: 'promulgationDate' | 'effectiveDate' | 'expiryDate';
  name: StatedFactName;
  missing: WarningCode | null;
  words: string;
}

const DATE_FACTS: readonly DateFact[] = [
  {
    field: 'promulgationDate',
    name: 'promulgationDate',
    missing: 'promulgation_date_missing',
    words: 'date under the signature',
  },
  { field: 'effectiveDate', name: 'effectiveDate', missing: 'effective_date_unresolved', words: 'effective date' },
  { field: 'expiryDate', name: 'expiryDate', missing: null, words: 'last day in force' },
];

/** Labels that name the day of printing, not that of the signature: they differ by nature. */
const LOOSE_LABELS = /^(?:印发|公布|生成|发文)/;

function taken<T>(value: T, fact: StatedFact): Extracted<T> {
  const raw = `${fact.label}：${fact.value}`;
  return { value, raw, span: fact.span ?? { start: 0, end: 0 }, rule: 'page-metadata', certainty: 'stated' };
}

function fold(name: string): string {
  return withoutSpaces(name).replace(/^中华人民共和国/, '');
}

/** 省政府 for 江苏省人民政府, 粮食和储备局 for 国家粮食和物资储备局: its characters in their order, the last one the same. Not 省政府办公厅 for it. */
function abbreviates(short: string, full: string): boolean {
  if (short.length < 3 || short.at(-1) !== full.at(-1)) return false;
  let at = -1;
  return Array.from(short).every((letter) => (at = full.indexOf(letter, at + 1)) >= 0);
}

function isSameAuthority(document: GazetteDocument, fact: StatedFact): boolean {
  const stated = fold(fact.value);
  return document.issuingAuthorities.some(({ value }) => {
    const name = fold(value);
    return stated.includes(name) || name.includes(stated) || abbreviates(stated, name);
  });
}

/** The page's title and the document's are one when either holds the other: a page adds the authority, a text leaves it out. */
function isSameTitle(document: GazetteDocument, fact: StatedFact): boolean {
  const stated = titleKey(fact.value);
  return [
    document.title.value,
    ...document.aliases.map(({ value }) => value),
    ...document.parts.map(({ title }) => title),
  ]
    .map(titleKey)
    .some((key) => key !== '' && (stated.includes(key) || key.includes(stated)));
}

/** What one page states about one document, collected while its facts are gone through. */
class Comparison {
  readonly warnings: Warning[] = [];
  readonly filled = new Set<WarningCode>();
  readonly #facts: ReadonlyMap<StatedFactName, StatedFact>;
  readonly #lineOf: LineFinder;

  constructor(source: SourceText) {
    this.#facts = new Map(source.statedFacts.map((fact) => [fact.name, fact]));
    this.#lineOf = lineFinderIn(source.text);
  }

  compared(document: GazetteDocument): GazetteDocument {
    let result = this.#withNumber(this.#withAuthority(document));
    for (const fact of DATE_FACTS) result = this.#withDate(result, fact);
    const title = this.#facts.get('title');
    if (title && !isSameTitle(result, title)) this.#differs('title', result.title.value, title);
    return result;
  }

  #withNumber(document: GazetteDocument): GazetteDocument {
    const fact = this.#facts.get('documentNumber');
    const stated = fact ? parseDocumentNumber(fact.value) : null;
    if (!fact || !stated) return document;
    if (!document.documentNumber) {
      this.filled.add('number_missing');
      return { ...document, documentNumber: taken(stated.text, fact) };
    }
    // 商务部公告2022年第21号 on the page, 2022年第21号 over the text: the page's says whose it is.
    if (stated.code !== null && stated.text.endsWith(document.documentNumber.value))
      return { ...document, documentNumber: taken(stated.text, fact) };
    if (documentNumberKey(document.documentNumber.value) !== stated.key)
      this.#differs('document number', document.documentNumber.value, fact);
    return document;
  }

  #withAuthority(document: GazetteDocument): GazetteDocument {
    const fact = this.#facts.get('issuingAuthority');
    if (!fact) return document;
    if (document.issuingAuthorities.length === 0) {
      this.filled.add('authority_missing');
      return { ...document, issuingAuthorities: [taken(fact.value, fact)] };
    }
    if (!isSameAuthority(document, fact)) {
      this.#differs('issuing authority', document.issuingAuthorities.map(({ value }) => value).join('、'), fact);
    }
    return document;
  }

  #withDate(document: GazetteDocument, { field, name, missing, words }: DateFact): GazetteDocument {
    const fact = this.#facts.get(name);
    const stated = fact ? statedDay(fact.value) : null;
    if (!fact || stated === null) return document;
    const own = document[field];
    if (!own || own.certainty === 'presumed') {
      if (missing) this.filled.add(missing);
      return { ...document, [field]: taken(stated, fact) };
    }
    if (own.value !== stated && !(name === 'promulgationDate' && LOOSE_LABELS.test(fact.label)))
      this.#differs(words, own.value, fact);
    return document;
  }

  #differs(what: string, own: string, fact: StatedFact): void {
    const message = `The page states ${fact.label}：${fact.value}, the text has another ${what}: ${own}.`;
    const line = fact.span && this.#lineOf(fact.span.start);
    this.warnings.push({ code: 'stated_fact_differs', message, line, span: fact.span });
  }
}

/**
 * Compares what a page states about its document (发文字号：国发〔2019〕5号) with what the text says, and gives the document the
 * facts that only the page has, with the page's row as evidence. Both are kept where they disagree, with a warning. Pages with
 * no table and files of several documents come back as they are.
 */
export function applyStatedFacts(
  documents: readonly GazetteDocument[],
  source: SourceText,
  warnings: readonly Warning[] = [],
): ComparedDocuments {
  const [document, another] = documents;
  if (!document || another || source.statedFacts.length === 0)
    return { documents: [...documents], warnings: [...warnings] };
  const comparison = new Comparison(source);
  const compared = comparison.compared(document);
  const left = warnings.filter(({ code }) => !comparison.filled.has(code));
  return { documents: [compared], warnings: [...left, ...comparison.warnings] };
}
