import { foldText } from '../../ingest/index/fold-text.ts';
import { synonymsOf } from '../../ingest/index/synonyms.ts';
import { formatChineseNumber } from '../../ingest/text/chinese-numerals.ts';
import { parseDocumentNumber } from '../../ingest/text/document-number.ts';
import type { Archive } from './archive.ts';
import type { Found, FoundPassage } from './found.ts';
import { wholePiece } from './match.ts';
import type { Alternative, ProvisionAddress, Reading, Term } from './query.ts';
import { readNumber } from './read-query.ts';
import type { SearchMode } from './search-types.ts';
import type { NamedDocument, SearchableDocument } from './searchable.ts';

/** What a reading of the query comes to in this archive. */
export interface Identified {
  mode: SearchMode;
  /** The very things that the query names. */
  found: Found[];
  /** Other spellings of what was asked, to look for in the texts: 新政办发〔2024〕43号 for 新政办发2024 43. */
  spellings: Alternative[];
  /** Whether the typed words mean nothing but the reading, so that they are not looked for one by one. */
  whole: boolean;
}

/** Looks a reading up in the record store's view. The texts are searched besides: what is found here comes first. */
export function identify(archive: Archive, reading: Reading): Identified {
  switch (reading.kind) {
    case 'number':
      return byNumber(archive, reading.number.key, reading.number.text);
    case 'serial':
      return bySerial(archive, reading.year, reading.serial);
    case 'series':
      return bySeries(archive, reading.code, reading.year);
    case 'article':
      return byAddress(archive, reading.address, reading.of);
    case 'date':
      return byDate(archive, reading);
    case 'title':
      return { mode: 'title', found: byTitle(archive, reading.title), spellings: [], whole: false };
  }
}

type AnyDocument = SearchableDocument | NamedDocument;

/** Documents as found by their identity; a held one has an issue. */
const asFound = (documents: readonly AnyDocument[]): Found[] =>
  documents.map((document) =>
    'issueId' in document
      ? { kind: 'document', identity: true, document }
      : { kind: 'named', identity: true, document },
  );

function spelling(text: string): Alternative {
  return { all: [termOf(text)], none: [] };
}

const termOf = (text: string): Term => ({ text, folded: foldText(text), literal: false });

const called = ({ heldNames, knownNames }: Archive, name: string): AnyDocument[] => [
  ...heldNames.called(name),
  ...knownNames.called(name),
];

function byNumber(archive: Archive, key: string, text: string): Identified {
  const { heldNames, knownNames } = archive;
  let documents = [...new Set([...archive.numbered(key), ...called(archive, foldText(text))])];
  // 自治区人民政府令第239号 and 第239号令 end the full number of the order.
  if (documents.length === 0) {
    const ending = foldText(text.replace(/^第(\d+)号(令|公告)$/u, '$2第$1号'));
    documents = [...heldNames.ending(ending), ...knownNames.ending(ending)];
  }
  return { mode: 'number', found: asFound(documents), spellings: [spelling(text)], whole: true };
}

/** 2024年43号, 43号: any agency's. */
function bySerial({ heldNames, knownNames }: Archive, year: number | null, serial: number): Identified {
  // Without a year, only what is held: the register knows too many numbers for a list to be of use.
  const candidates = [`${serial}号`, `${formatChineseNumber(serial)}号`].flatMap((end) => [
    ...heldNames.holding(end),
    ...(year === null ? [] : knownNames.holding(end)),
  ]);
  const documents = [...new Set(candidates)].filter(({ number }) => {
    const parsed = number === null ? null : parseDocumentNumber(number);
    return parsed?.serial === serial && (year === null || parsed.year === year);
  });
  const spellings = year === null ? [] : [spelling(`〔${year}〕${serial}号`), spelling(`${year}年第${serial}号`)];
  return { mode: 'number', found: asFound(documents), spellings, whole: year !== null };
}

function bySeries({ heldNames, knownNames }: Archive, code: string, year: number): Identified {
  const start = foldText(`${code}〔${year}〕`);
  const documents = [...heldNames.beginning(start), ...knownNames.beginning(start)].filter(
    ({ number }) => number !== null && foldText(number).startsWith(start),
  );
  return { mode: 'series', found: asFound(documents), spellings: [], whole: false };
}

function byDate(archive: Archive, { from, to, precision }: Extract<Reading, { kind: 'date' }>): Identified {
  const found = (precision === 'day' ? archive.documentsOfDay(from) : archive.documentsPromulgated(from, to)).map(
    (document): Found => ({ kind: 'document', identity: true, document }),
  );
  const [year = '', month = '', day = ''] = from.split('-').map((part) => String(Number(part)));
  const spelled = { year: null, month: `${year}年${month}月`, day: `${year}年${month}月${day}日` }[precision];
  return { mode: 'date', found, spellings: spelled === null ? [] : [spelling(spelled)], whole: false };
}

/** Documents of exactly this title; if none, of the title with a name in it said otherwise (自治区 for 新疆维吾尔自治区). */
export function byTitle(archive: Archive, title: string): Found[] {
  const folded = foldText(title);
  if (folded.length < 2) return [];
  const exact = asFound(called(archive, folded));
  if (exact.length > 0)
    return exact.map((one) =>
      one.kind === 'document' ? { ...one, byOtherName: foldText(one.document.title) !== folded } : one,
    );
  const others = otherNames(title).flatMap((other) => called(archive, foldText(other)));
  return asFound([...new Set(others)]);
}

/** 新疆行政执法案卷评查办法 → 新疆维吾尔自治区行政执法案卷评查办法, … */
function otherNames(title: string): string[] {
  for (let length = Math.min(10, title.length); length > 1; length--) {
    const others = synonymsOf(title.slice(0, length));
    if (others.length > 0) return others.map((other) => other + title.slice(length));
  }
  return [];
}

function byAddress(archive: Archive, address: ProvisionAddress, of: string | null): Identified {
  if (of === null) return { mode: 'article', found: articles(archive, null, address), spellings: [], whole: false };
  const documents = documentsCalled(archive, of);
  const found = articles(archive, documents, address);
  // A document that has no such article is what there is to show: 新政办发〔2024〕43号第一条 is not divided into articles.
  return { mode: 'article', found: found.length > 0 ? found : asFound(documents), spellings: [], whole: false };
}

/** The documents that the words before an address may mean: by number, by whole title, else by the end of a title (…行政处罚法第三十条). */
function documentsCalled(archive: Archive, name: string): readonly SearchableDocument[] {
  const bare = name.replace(/^《|》$|^"|"$/gu, '').trim();
  const number = readNumber(bare);
  const found = number ? byNumber(archive, number.key, number.text).found : byTitle(archive, bare);
  const held = found.flatMap((one) => (one.kind === 'document' ? [one.document] : []));
  if (held.length > 0) return held;
  const folded = foldText(bare);
  return folded.length < 4 ? [] : archive.heldNames.ending(folded);
}

function articles(
  archive: Archive,
  documents: readonly SearchableDocument[] | null,
  { article, paragraph, item }: ProvisionAddress,
): Found[] {
  const found = archive
    .articlesNumbered(article, documents)
    .map((passage): FoundPassage => ({ kind: 'piece', identity: true, match: wholePiece(passage) }));
  if ((paragraph === null && item === null) || found.length > MOST_LOOKED_INTO) return found;
  const having = found.flatMap((one) => {
    const { document, piece } = one.match;
    const places = placesInArticle(piece.provisionId ?? '', paragraph, item);
    const place = places.find((id) => archive.hasProvision(document.id, id));
    return place === undefined ? [] : [{ ...one, place }];
  });
  return having.length > 0 ? having : found;
}

/** More articles than this are not looked into for a paragraph. */
const MOST_LOOKED_INTO = 500;

/** 第二款第（三）项 of art-8 is art-8/para-2/item-3; an item without its paragraph stands in the first, or in the article itself. */
function placesInArticle(article: string, paragraph: number | null, item: number | null): string[] {
  if (item === null) return [`${article}/para-${paragraph ?? 1}`];
  if (paragraph !== null) return [`${article}/para-${paragraph}/item-${item}`];
  return [`${article}/para-1/item-${item}`, `${article}/item-${item}`];
}
