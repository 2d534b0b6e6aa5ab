import { createHash } from 'node:crypto';
import type { GazetteDocument } from '../model/document.ts';
import type { ParsedIssue } from '../model/issue.ts';
import { identityOf } from '../resolve/identity.ts';
import { bareWords } from '../text/letters.ts';
import { titleKey } from '../text/title-key.ts';

/** A document as one file shows it, before it is known whether another file shows it too. */
export interface Appearance {
  /** Order in the file, from 1. */
  seq: number;
  /** The id that its own facts give. */
  baseId: string;
  titleKey: string;
  /** Digest of its words alone. */
  fingerprint: string;
  document: GazetteDocument;
}

/** The documents of a parsed file, each with the id that its number, or else its title, authority and day, give it. */
export function appearancesOf(issue: ParsedIssue): Appearance[] {
  const gazette = issue.masthead.gazette?.value ?? null;
  return issue.documents.map((document, index) => {
    const words = bareWords(issue.source.text.slice(document.span.start, document.span.end));
    return {
      seq: index + 1,
      baseId: identityOf(document, gazette),
      titleKey: titleKey(document.title.value),
      fingerprint: createHash('sha256').update(words).digest('hex').slice(0, 16),
      document,
    };
  });
}
