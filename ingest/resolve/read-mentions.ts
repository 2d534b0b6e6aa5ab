import { z } from 'zod';
import type { Store } from '../store/open-store.ts';
import { canonicalNumber } from './canonical-number.ts';
import { canonicalTitle } from './canonical-title.ts';
import { homeOf } from './home.ts';
import { mentionStatements } from './mention-statements.ts';
import type { CatalogueRow, MentionStatements, RelationRow, SpeakerRow } from './mention-statements.ts';
import type { Mention, Speaker } from './mention.ts';
import { namesOfDocument } from './register-name.ts';
import type { HeldNames } from './register-name.ts';

/** A document held, with the names that it gives its entry. */
export interface HeldDocument {
  speaker: Speaker;
  names: HeldNames;
  authority: string | null;
}

const names = z.array(z.string());
const provisions = z.array(z.array(z.number()));

/** Reads documents and the places at which they name others, each made whole by the home of its text. */
export class MentionReader {
  readonly #sql: MentionStatements;
  readonly #held = new Map<string, HeldDocument | null>();

  constructor(store: Store) {
    this.#sql = mentionStatements(store);
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

  #relations(how: keyof MentionStatements['relations'], ...values: string[]): Mention[] {
    const rows = this.#sql.relations[how].all(...values);
    return rows.flatMap((row) => {
      const held = this.held(row.document_id);
      return held === null ? [] : [relationMention(row, held.speaker)];
    });
  }

  #entries(how: keyof MentionStatements['entries'], ...values: string[]): Mention[] {
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
