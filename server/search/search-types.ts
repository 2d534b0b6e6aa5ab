import type { IsoDate } from '../../ingest/model/span.ts';
import type { Status } from '../../ingest/model/validity.ts';

/** What a person asked, after the URL was read. Lists: any of them. */
export interface SearchRequest {
  q: string;
  on: IsoDate;
  status: Status[];
  authority: string[];
  type: string[];
  year: number[];
  issue: string[];
  /** One document only, for the hits on its own page. */
  document: string | null;
  sort: 'relevance' | 'date' | 'number';
  /** In-force documents before ended ones (a visible, switchable rule). */
  inForceFirst: boolean;
  limit: number;
  offset: number;
  /** Copies of a passage that a hit names; 20 when not said. */
  copies?: number;
  /** Whether words to narrow the search by are wanted: they take time. Not when not said. */
  keywords?: boolean;
}

/** How the answer was found: shown to people, and tested. */
export type SearchMode = 'empty' | 'number' | 'title' | 'exact' | 'terms' | 'article' | 'series' | 'date' | 'nearest';

/** Offsets into the text beside it. */
export interface Highlight {
  start: number;
  end: number;
}

export interface SearchHit {
  /** A whole document, an article, another passage of a text, or a document that is only named (its address is in the register). */
  kind: 'document' | 'article' | 'passage' | 'register';
  documentId: string;
  documentNumber: string | null;
  title: string;
  titleHighlights: Highlight[];
  pieceId: number | null;
  /** 第八条; null for a hit on a whole document or on running text. */
  articleLabel: string | null;
  /** Address of the passage on the site. */
  articleUrl: string;
  chapterPath: string[];
  /** The whole text of the piece. */
  text: string;
  highlights: Highlight[];
  /** The part of `text` to show, cut at sentence boundaries around the best match. */
  crop: Highlight;
  /** Null for news of a meeting, which has none. */
  status: Status | null;
  issuingAuthorities: string[];
  promulgationDate: IsoDate | null;
  /** Null for a document that is only named. */
  issueId: string | null;
  /** Other documents that hold the same text, the first ones of them; `alsoInTotal` is how many there are. */
  alsoInTotal: number;
  alsoIn: { pieceId: number; documentId: string; documentNumber: string | null; title: string; articleUrl: string }[];
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
  selected: boolean;
}

export interface SearchFacets {
  status: FacetValue[];
  authority: FacetValue[];
  type: FacetValue[];
  year: FacetValue[];
  issue: FacetValue[];
}

/** A word to narrow a search by, with the number of found passages that have it. */
export interface Keyword {
  word: string;
  count: number;
}

/** A passage of another document that speaks of the same. */
export interface RelatedPassage {
  documentId: string;
  documentNumber: string | null;
  title: string;
  articleLabel: string | null;
  articleUrl: string;
  excerpt: string;
}

export interface SearchAnswer {
  query: { mode: SearchMode; terms: string[] };
  total: number;
  /**
   * False of words that very many passages of a large archive have: then total and facets tell about how many there are (frequent.ts), and the
   * first thousand passages can be had.
   */
  totalIsExact: boolean;
  hits: SearchHit[];
  facets: SearchFacets;
  /** Words to narrow the search by, where they are wanted, with the first page. */
  keywords: Keyword[];
  /** For `nearest`: what to try instead; null otherwise. */
  suggestion: string | null;
  /** Servers of a cluster that did not answer: what only they have is missing here, and from `total`. */
  unanswered: number;
}

export type SearchHealth = 'ok' | 'starting' | 'down';

/** Thrown by search() while the engine cannot answer; pages say so in words and everything else works. */
export class SearchUnavailable extends Error {
  readonly health: Exclude<SearchHealth, 'ok'>;
  constructor(health: Exclude<SearchHealth, 'ok'>) {
    super(health === 'starting' ? 'the search engine is starting' : 'the search engine is down');
    this.health = health;
  }
}

export interface Suggestion {
  type: 'title' | 'number' | 'authority' | 'term';
  text: string;
  url: string;
}

export interface SearchService {
  search(request: SearchRequest): Promise<SearchAnswer>;
  suggest(prefix: string, limit: number): Suggestion[];
  /** Passages like this one in other documents; empty while the engine cannot answer. */
  related(documentId: string, provisionId: string, limit: number): Promise<RelatedPassage[]>;
  health(): SearchHealth;
}
