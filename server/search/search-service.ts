import type { IsoDate } from '../../ingest/model/span.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { prepareStatuses } from '../../ingest/store/queries/register-statuses.ts';
import { Archive } from './archive.ts';
import type { Passage } from './searchable.ts';
import type { EngineClient } from './engine-query.ts';
import { createStatuses } from './document-status.ts';
import type { StatusOf, Statuses } from './document-status.ts';
import type { CopyGroup } from './duplicates.ts';
import { filterAndCount } from './facets.ts';
import { createFacetLabels } from './facet-labels.ts';
import type { FacetLabels } from './facets.ts';
import { documentIdOf } from './found.ts';
import type { Found } from './found.ts';
import { listFrequent } from './frequent.ts';
import { createPieceTexts, toHit } from './hits.ts';
import type { PieceTexts } from './hits.ts';
import { identify } from './identity.ts';
import { isFiltered } from './is-filtered.ts';
import { wholePiece } from './match.ts';
import { findNearest } from './nearest.ts';
import { joinBrokenNumbers, parseQuery } from './parse-query.ts';
import { execute } from './plan.ts';
import type { Outcome } from './plan.ts';
import { positiveTerms } from './query.ts';
import type { ParsedQuery } from './query.ts';
import { firstRanked } from './rank.ts';
import { relatedPassages } from './related.ts';
import { keywordsOf } from './keywords.ts';
import type { SearchLimits } from './search-limits.ts';
import { SearchUnavailable } from './search-types.ts';
import type {
  SearchAnswer,
  SearchFacets,
  SearchHealth,
  SearchHit,
  SearchRequest,
  SearchService,
} from './search-types.ts';
import { createSuggester } from './suggest.ts';
import type { Suggester } from './suggest.ts';

/** The part of the search engine (server/search-engine.ts) that search needs. */
export interface SearchEngineHandle {
  readonly client: EngineClient;
  health(): SearchHealth;
}

/** What search is made of. */
export interface SearchParts {
  store: Store;
  engine: SearchEngineHandle;
  limits?: SearchLimits;
}

/** Reading ahead, a little at a time between requests, until it is done or stopped. */
export interface WarmingUp {
  /** @param today the day whose statuses most people ask for */
  warmUp(today: IsoDate, isStopped?: () => boolean): Promise<void>;
}

/**
 * The site's search: exact where people paste, ranked where they type words, by name where they name something. Texts, totals
 * and facets come from the record store; the engine says where to look.
 * `warmUp` reads what is known of the documents and makes the suggestions, so that the first person need not wait for that.
 * @returns a service whose `search` throws SearchUnavailable while the engine is needed and cannot answer.
 */
export function createSearchService({ store, engine, limits }: SearchParts): SearchService & WarmingUp {
  const archive = new Archive(store, limits);
  const statuses = createStatuses(store);
  const suggester = createSuggester(store, archive);
  const texts = createPieceTexts(store);
  const labels = createFacetLabels(store);
  return {
    health: () => engine.health(),
    suggest(prefix, limit) {
      archive.refresh();
      return suggester.suggest(prefix, limit);
    },
    async search(request) {
      archive.refresh();
      const watched = watchUnanswered(engine);
      const parts = { store, archive, engine: watched, suggester, texts, labels: labels(), statuses };
      const answered = await answer(request, parts);
      const unanswered = watched.unanswered();
      // What some of the servers told of a word is not so of all.
      if (unanswered > 0) archive.frequencies.clear();
      return { ...answered, unanswered };
    },
    async related(documentId, provisionId, limit) {
      archive.refresh();
      if (engine.health() !== 'ok') return [];
      const watched = watchUnanswered(engine);
      const sources = { store, archive, client: watched.client };
      const passages = await relatedPassages(sources, documentId, provisionId, limit);
      if (watched.unanswered() > 0) archive.frequencies.clear();
      return passages;
    },
    async warmUp(today, isStopped = () => false) {
      const pause = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve));
      // First, while there is little in memory: what drawing leaves behind is used again by what is read then.
      await archive.rarity.draw(pause, isStopped);
      await archive.preload(pause, isStopped);
      if (isStopped()) return;
      archive.refresh();
      await archive.preloadPassages(pause, isStopped);
      while (!isStopped() && suggester.prepare()) await pause();
      const ahead = prepareStatuses(store, today);
      while (!isStopped() && ahead.next().done !== true) await pause();
    },
  };
}

/** The engine during one search, with the count of its servers that did not answer. */
function watchUnanswered(engine: SearchEngineHandle): SearchEngineHandle & { unanswered(): number } {
  let most = 0;
  return {
    health: () => engine.health(),
    client: {
      async multiSearch(request) {
        const answered = await engine.client.multiSearch(request);
        most = Math.max(most, answered.unanswered ?? 0);
        return answered;
      },
    },
    unanswered: () => most,
  };
}

type Answer = Omit<SearchAnswer, 'unanswered'>;

interface Parts {
  store: Store;
  archive: Archive;
  engine: SearchEngineHandle;
  suggester: Suggester;
  texts: PieceTexts;
  labels: FacetLabels;
  statuses: Statuses;
}

async function answer(request: SearchRequest, parts: Parts): Promise<Answer> {
  const { store, archive, engine } = parts;
  const query = parseQuery(request.q);
  const client = engine.health() === 'ok' ? engine.client : null;
  const outcome =
    query.alternatives.length === 0 && isFiltered(request)
      ? allDocuments(archive)
      : await execute(query, { store, archive, client }, request.document);
  if (outcome === null) throw unavailable(engine);
  if (outcome.found.length === 0 && outcome.frequent === null && outcome.mode !== 'empty') {
    const joined = joinBrokenNumbers(request.q);
    if (joined !== null) return answer({ ...request, q: joined }, parts);
    if (client === null) throw unavailable(engine);
    return nearest(request, query, { ...parts, client });
  }
  const statusOf = statusesFor(outcome, request, parts);
  const { groups, first, total, totalIsExact, facets } = await listed(outcome, request, statusOf, parts);
  const hits = hitsOf(first, outcome.marks, request, { ...parts, statusOf });
  return {
    query: { mode: outcome.mode, terms: positiveTerms(query).map((term) => term.text) },
    total,
    totalIsExact,
    hits,
    facets,
    keywords: request.offset === 0 && request.keywords === true ? keywordsOf(hits, groups, outcome.marks) : [],
    suggestion: null,
  };
}

/** More documents than this have their statuses read all together. */
const MOST_STATUSES = 1000;

function statusesFor({ found, frequent }: Outcome, { on }: SearchRequest, { statuses }: Parts): StatusOf {
  const isMany = frequent !== null || new Set(found.map(documentIdOf)).size > MOST_STATUSES;
  return isMany ? statuses.ofAll(on) : statuses.on(on);
}

interface Listed {
  /** All that was found, or of too much nothing. */
  groups: readonly CopyGroup[];
  /** The first ones as far as the page that was asked for. */
  first: CopyGroup[];
  total: number;
  totalIsExact: boolean;
  facets: SearchFacets;
}

async function listed(
  { found, frequent }: Outcome,
  request: SearchRequest,
  statusOf: StatusOf,
  { labels, archive }: Parts,
): Promise<Listed> {
  if (frequent !== null) {
    const { groups: first, ...counted } = await listFrequent(
      { found, frequent },
      { request, statusOf, labels, archive },
    );
    return { groups: [], first, ...counted };
  }
  const { groups, facets } = filterAndCount(found, request, statusOf, labels);
  const first = firstRanked(groups, request.offset + request.limit, request, statusOf);
  return { groups, first, total: groups.length, totalIsExact: true, facets };
}

/** Copies of a passage that a hit names, unless the request says otherwise. */
const COPIES_NAMED = 20;

/** The page that a request asks for, of groups in order. */
function hitsOf(
  groups: readonly CopyGroup[],
  marks: readonly string[],
  { offset, limit, copies = COPIES_NAMED }: SearchRequest,
  { texts, statusOf }: Parts & { statusOf: StatusOf },
): SearchHit[] {
  const context = { texts, terms: marks, copies, statusOf };
  return groups.slice(offset, offset + limit).map((group) => toHit(group, context));
}

function allDocuments(archive: Archive): Outcome {
  const found = archive.documents.map((document): Found => ({ kind: 'document', identity: false, document }));
  return { mode: 'empty', found, marks: [], frequent: null };
}

function unavailable(engine: SearchEngineHandle): SearchUnavailable {
  const health = engine.health();
  return new SearchUnavailable(health === 'ok' ? 'down' : health);
}

const hasTerm = ({ document, piece }: Passage, folded: string): boolean =>
  document.names.includes(folded) || piece.folded.includes(folded);

/** No text has all of it: the nearest ones, in order of nearness alone. */
async function nearest(
  request: SearchRequest,
  query: ParsedQuery,
  parts: Parts & { client: EngineClient },
): Promise<Answer> {
  const { archive, client } = parts;
  const text = positiveTerms(query)
    .map((term) => term.text)
    .join(' ');
  const { passages, marks, suggestion } = await findNearest(text, archive, client);
  const hint = passages.length === 0 ? soundingLike(request.q, parts) : hintFor(query, archive, suggestion);
  const unwanted = query.alternatives.flatMap(({ none }) => none.map((term) => term.folded));
  const outcome: Outcome = {
    mode: 'nearest',
    marks,
    frequent: null,
    found: passages
      .filter(({ document }) => request.document === null || document.id === request.document)
      .filter((passage) => !unwanted.some((term) => hasTerm(passage, term)))
      .map((passage): Found => ({ kind: 'piece', identity: false, match: wholePiece(passage) })),
  };
  const statusOf = parts.statuses.on(request.on);
  const { groups, facets } = filterAndCount(outcome.found, request, statusOf, parts.labels);
  return {
    query: { mode: 'nearest', terms: positiveTerms(query).map((term) => term.text) },
    total: groups.length,
    totalIsExact: true,
    hits: hitsOf(groups, marks, request, { ...parts, statusOf }),
    facets,
    keywords: [],
    suggestion: hint,
  };
}

/** A number that is not there suggests its series; another number or day than the one asked for is no better spelling of it. */
function hintFor({ reading }: ParsedQuery, archive: Archive, suggestion: string | null): string | null {
  if (reading?.kind === 'date' || reading?.kind === 'serial' || reading?.kind === 'series') return null;
  if (reading?.kind !== 'number') return suggestion;
  const { code, year } = reading.number;
  if (code === null || year === null) return null;
  const series = identify(archive, { kind: 'series', code, year });
  return series.found.length > 0 ? `${code}〔${year}〕` : null;
}

/** xzzf → 行政执法: what somebody may have meant who typed the sound only. */
function soundingLike(q: string, { suggester }: Parts): string | null {
  const letters = q.replace(/\s/gu, '');
  return /^[a-z]{2,40}$/iu.test(letters) ? (suggester.suggest(letters, 1)[0]?.text ?? null) : null;
}
