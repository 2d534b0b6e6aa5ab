import type { PartRow, ProvisionRow } from '../../ingest/store/queries/document-text.ts';
import type { DocumentRows } from './document-rows.ts';
import { partMatter } from './part-matter.ts';
import type { PartMatter } from './part-matter.ts';
import { partTitles } from './part-titles.ts';

/** All that one part of a document prints: its title as pages show it, its provisions, the lines before and after them. */
export interface PrintedPart {
  part: PartRow;
  matter: PartMatter;
  provisions: ProvisionRow[];
}

/** The parts of a document in print order. */
export function printedParts({ document, parts, provisions, segments, sourceText }: DocumentRows): PrintedPart[] {
  return partTitles(parts, document).map((part) => ({
    part,
    matter: partMatter(part, provisions, segments, sourceText),
    provisions: provisions.filter(({ partSeq }) => partSeq === part.seq),
  }));
}
