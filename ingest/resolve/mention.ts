import type { RelationType } from '../model/relation.ts';
import type { Certainty, IsoDate } from '../model/span.ts';
import type { CanonicalNumber } from './canonical-number.ts';
import type { CanonicalTitle } from './canonical-title.ts';
import type { Home } from './home.ts';

/** The text that names another document: a document held, or a catalogue printed outside any document (`documentId` null). */
export interface Speaker {
  documentId: string | null;
  title: string;
  documentNumber: string | null;
  titleKeys: ReadonlySet<string>;
  kind: 'act' | 'report';
  issueId: string;
  home: Home;
  promulgationDate: IsoDate | null;
  effectiveDate: IsoDate | null;
  effectiveCertainty: Certainty | null;
  publicationDate: IsoDate | null;
}

/** One place at which a document is named: a citation or clause (`relation`), or a line of a filing catalogue. */
export interface Mention {
  table: 'relations' | 'catalogue_entries';
  id: number;
  speaker: Speaker;
  title: string | null;
  canonicalTitle: CanonicalTitle | null;
  number: CanonicalNumber | null;
  targetId: string | null;
  line: number;
  quote: string;
  /** Of a relation. */
  relation: MentionRelation | null;
  /** The date that a catalogue prints beside the number: the document's own. */
  statedDate: IsoDate | null;
}

export interface MentionRelation {
  type: RelationType;
  mode: string | null;
  provisionId: string | null;
  provisions: number[][];
  effectiveDate: IsoDate | null;
  /** Of an extension: the new last day, or a length (P5Y). */
  until: string | null;
  certainty: Certainty;
  citationRaw: string;
}

/** The day on which a mention speaks: the promulgation of its text, else the day of the gazette. */
export function dayOfMention(speaker: Speaker): IsoDate | null {
  return speaker.promulgationDate ?? speaker.publicationDate;
}
