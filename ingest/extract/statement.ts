import type { PartKind } from '../model/document.ts';
import type { MappedText } from '../model/mapped-text.ts';
import type { Provision } from '../model/provision.ts';
import type { DocumentDraft, ParagraphRole } from '../model/document-draft.ts';

/** A paragraph of a document with its place: what all readers of facts and relations go through. */
export interface Statement {
  text: MappedText;
  role: ParagraphRole;
  /** Index of its part in the document. */
  part: number;
  partKind: PartKind;
  /** The provisions it stands in, outermost first; empty for a notice's running text. */
  path: Provision[];
  /** Position among the statements of its part. */
  index: number;
  /** Whether it stands before the first article or numbered heading of its part: the preamble. */
  preamble: boolean;
}

/** The last of the siblings that begins at or before `offset` and still holds it. */
function holding(siblings: readonly Provision[], offset: number): Provision | null {
  let low = 0;
  let high = siblings.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((siblings[middle]?.span.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const found = siblings[low];
  return found && found.span.start <= offset && offset < found.span.end ? found : null;
}

function pathTo(provisions: readonly Provision[], offset: number): Provision[] {
  const path: Provision[] = [];
  for (let found = holding(provisions, offset); found; found = holding(found.children, offset)) path.push(found);
  return path;
}

const NUMBERED = new Set<Provision['kind']>(['part', 'subpart', 'chapter', 'section', 'article', 'heading', 'item']);

/** Every paragraph of a document in order, with the provisions around it. */
export function statementsOf(draft: DocumentDraft): Statement[] {
  const statements: Statement[] = [];
  for (const [part, { kind: partKind, provisions, paragraphs }] of draft.parts.entries()) {
    let preamble = true;
    for (const [index, { text, role, span }] of paragraphs.entries()) {
      const path = pathTo(provisions, span.start);
      preamble &&= !path.some(({ kind }) => NUMBERED.has(kind));
      statements.push({ text, role, part, partKind, path, index, preamble });
    }
  }
  return statements;
}

/** The id of the innermost provision, null for running text. */
export function provisionIdOf(statement: Statement): string | null {
  return statement.path.at(-1)?.id ?? null;
}

/** The number of the article a statement stands in, null outside articles. */
export function articleNumberOf(statement: Statement): number[] | null {
  return statement.path.find((provision) => provision.kind === 'article')?.number ?? null;
}
