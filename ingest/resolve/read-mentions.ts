import { z } from 'zod';
import type { RelationType } from '../model/relation.ts';
import type { Certainty, IsoDate } from '../model/span.ts';
import type { Store } from '../store/open-store.ts';
import { perStore } from '../store/per-store.ts';
import { canonicalNumber } from './canonical-number.ts';
import { canonicalTitle } from './canonical-title.ts';
import { homeOf } from './home.ts';
import type { Mention, Speaker } from './mention.ts';
import { namesOfDocument } from './register-name.ts';
import type { HeldNames } from './register-name.ts';

interface SpeakerRow {
  id: string;
  title: string;
  document_number: string | null;
  kind: 'act' | 'report';
  issue_id: string;
  gazette: string | null;
  promulgation_date: IsoDate | null;
  effective_date: IsoDate | null;
  effective_certainty: Certainty | null;
  publication_date: IsoDate | null;
  authorities: string | null;
  aliases: string | null;
}

interface RelationRow {
  id: number;
  document_id: string;
  type: RelationType;
  mode: string | null;
  provision_id: string | null;
  target_title: string | null;
  target_number: string | null;
  target_provisions: string;
  target_id: string | null;
  effective_date: IsoDate | null;
  until: string | null;
  certainty: Certainty;
  citation_raw: string;
  quote: string;
  line: number;
}

interface CatalogueRow {
  id: number;
  document_id: string | null;
  issue_id: string;
  gazette: string | null;
  publication_date: IsoDate | null;
  year: number;
  quarter: number;
  title: string;
  document_number: string | null;
  date: IsoDate | null;
  register_id: string | null;
  line: number;
  raw: string;
}

/** A document held, with the names that it gives its entry. */
export interface HeldDocument {
  speaker: Speaker;
  names: HeldNames;
  authority: string | null;
}

const SPEAKER = `
  SELECT d.id, d.title, d.document_number, d.kind, d.issue_id, i.gazette, d.promulgation_date, d.effective_date,
    (SELECT certainty FROM facts f WHERE f.document_id = d.id AND f.name = 'effectiveDate') AS effective_certainty,
    i.publication_date,
    (SELECT json_group_array(canonical) FROM (SELECT canonical FROM document_authorities a WHERE a.document_id = d.id ORDER BY seq)) AS authorities,
    (SELECT json_group_array(value) FROM facts f WHERE f.document_id = d.id AND f.name = 'alias') AS aliases
  FROM documents d JOIN issues i ON i.id = d.issue_id WHERE d.id = ?`;

const RELATION = `
  SELECT id, document_id, type, mode, provision_id, target_title, target_number, target_provisions, target_id, effective_date,
    until, certainty, citation_raw, quote, line FROM relations`;

const CATALOGUE = `
  SELECT e.id, c.document_id, c.issue_id, i.gazette, i.publication_date, c.year, c.quarter, e.title, e.document_number, e.date,
    e.register_id, e.line, e.raw
  FROM catalogue_entries e JOIN catalogues c ON c.id = e.catalogue_id JOIN issues i ON i.id = c.issue_id`;

const statements = perStore((store) => {
  const relations = (where: string) => store.prepare<string[], RelationRow>(`${RELATION} ${where}`);
  const entries = (where: string) => store.prepare<string[], CatalogueRow>(`${CATALOGUE} ${where}`);
  return {
    speaker: store.prepare<[string], SpeakerRow>(SPEAKER),
    relations: {
      ofDocument: relations('WHERE document_id = ? ORDER BY id'),
      ofEntry: relations('WHERE target_id = ? ORDER BY id'),
      byNumber: relations('WHERE target_number_key = ? ORDER BY id'),
      byTitle: relations('WHERE target_title_key = ? AND +target_number_key IS NULL ORDER BY id'),
      withoutNumber: relations('WHERE target_number_key IS NULL ORDER BY id'),
    },
    entries: {
      ofDocument: entries('WHERE c.document_id = ? ORDER BY e.id'),
      outsideDocuments: entries('WHERE e.register_id IS NULL AND +c.document_id IS NULL ORDER BY e.id'),
      ofEntry: entries('WHERE e.register_id = ? ORDER BY e.id'),
      byNumber: entries('WHERE e.number_key = ? ORDER BY e.id'),
      byTitle: entries('WHERE e.title_key = ? AND +e.number_key IS NULL ORDER BY e.id'),
      withoutNumber: entries('WHERE e.number_key IS NULL ORDER BY e.id'),
    },
  };
});

type Statements = ReturnType<typeof statements>;

const names = z.array(z.string());
const provisions = z.array(z.array(z.number()));

/** Reads documents and the places at which they name others, each made whole by the home of its text. */
export class MentionReader {
  readonly #sql: Statements;
  readonly #held = new Map<string, HeldDocument | null>();

  constructor(store: Store) {
    this.#sql = statements(store);
  }

  /** A document held; null when the store has none of this id. Read once. */
  held(id: string): HeldDocument | null {
    const before = this.#held.get(id);
    if (before !== undefined) return before;
    const row = this.#sql.speaker.get(id);
    const held = row === undefined ? null : heldDocument(row);
    this.#held.set(id, held);
    return held;
  }

  ofDocument(documentId: string): Mention[] {
    return [...this.#relations('ofDocument', documentId), ...this.#entries('ofDocument', documentId)];
  }

  /** Lines of catalogues that stand outside any document and are not resolved yet. */
  outsideDocuments(): Mention[] {
    return this.#entries('outsideDocuments');
  }

  ofEntry(registerId: string): Mention[] {
    return [...this.#relations('ofEntry', registerId), ...this.#entries('ofEntry', registerId)];
  }

  byNumber(key: string): Mention[] {
    return [...this.#relations('byNumber', key), ...this.#entries('byNumber', key)];
  }

  /** Mentions by this title alone. */
  byTitle(key: string): Mention[] {
    return [...this.#relations('byTitle', key), ...this.#entries('byTitle', key)];
  }

  /** Every mention by a title alone, for a pass over the whole archive. */
  withoutNumber(): Mention[] {
    return [...this.#relations('withoutNumber'), ...this.#entries('withoutNumber')];
  }

  #relations(how: keyof Statements['relations'], ...values: string[]): Mention[] {
    const rows = this.#sql.relations[how].all(...values);
    return rows.flatMap((row) => {
      const held = this.held(row.document_id);
      return held === null ? [] : [relationMention(row, held.speaker)];
    });
  }

  #entries(how: keyof Statements['entries'], ...values: string[]): Mention[] {
    const rows = this.#sql.entries[how].all(...values);
    return rows.map((row) => catalogueMention(row, this.#catalogueSpeaker(row)));
  }

  #catalogueSpeaker(row: CatalogueRow): Speaker {
    const held = row.document_id === null ? null : this.held(row.document_id);
    if (held !== null) return held.speaker;
    return {
      documentId: null,
      title: `${row.year}年第${row.quarter}季度备案目录`,
      documentNumber: null,
      titleKeys: new Set(),
      kind: 'act',
      issueId: row.issue_id,
      home: homeOf(row.gazette, [], null),
      promulgationDate: null,
      effectiveDate: null,
      effectiveCertainty: null,
      publicationDate: row.publication_date,
    };
  }
}

function heldDocument(row: SpeakerRow): HeldDocument {
  const authorities = names.parse(JSON.parse(row.authorities ?? '[]'));
  const home = homeOf(row.gazette, authorities, row.title);
  const number = canonicalNumber(row.document_number, home);
  const held: HeldNames = {
    title: row.title,
    number: number === null ? null : { text: number.text, key: number.key },
    aliases: names.parse(JSON.parse(row.aliases ?? '[]')),
    home,
  };
  const titleKeys = namesOfDocument(held).flatMap((name) => (name.type === 'title' ? [name.key] : []));
  return {
    names: held,
    authority: authorities.length === 0 ? null : authorities.join('、'),
    speaker: {
      documentId: row.id,
      title: row.title,
      documentNumber: number?.text ?? row.document_number,
      titleKeys: new Set(titleKeys),
      kind: row.kind,
      issueId: row.issue_id,
      home,
      promulgationDate: row.promulgation_date,
      effectiveDate: row.effective_date,
      effectiveCertainty: row.effective_certainty,
      publicationDate: row.publication_date,
    },
  };
}

function relationMention(row: RelationRow, speaker: Speaker): Mention {
  return {
    table: 'relations',
    id: row.id,
    speaker,
    title: row.target_title,
    canonicalTitle: row.target_title === null ? null : canonicalTitle(row.target_title, speaker.home),
    number: canonicalNumber(row.target_number, speaker.home),
    targetId: row.target_id,
    line: row.line,
    quote: row.quote,
    relation: {
      type: row.type,
      mode: row.mode,
      provisionId: row.provision_id,
      provisions: provisions.parse(JSON.parse(row.target_provisions)),
      effectiveDate: row.effective_date,
      until: row.until,
      certainty: row.certainty,
      citationRaw: row.citation_raw,
    },
    statedDate: null,
  };
}

function catalogueMention(row: CatalogueRow, speaker: Speaker): Mention {
  return {
    table: 'catalogue_entries',
    id: row.id,
    speaker,
    title: row.title,
    canonicalTitle: canonicalTitle(row.title, speaker.home),
    number: canonicalNumber(row.document_number, speaker.home),
    targetId: row.register_id,
    line: row.line,
    quote: row.raw,
    relation: null,
    statedDate: row.date,
  };
}
