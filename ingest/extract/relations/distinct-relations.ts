import type { Relation } from '../../model/relation.ts';
import { titleKey } from '../../text/title-key.ts';
import type { Region } from '../../text/authority-names.ts';
import { documentNumberKey } from '../../text/document-number.ts';

function sameTarget(a: Relation, b: Relation, home: Region | null): boolean {
  const { documentNumber: first, title } = a.citation;
  const { documentNumber: second, title: otherTitle } = b.citation;
  if (first !== null && second !== null)
    return (
      first === second || (documentNumberKey(first, home) ?? first) === (documentNumberKey(second, home) ?? second)
    );
  return title !== null && otherTitle !== null && titleKey(title) === titleKey(otherTitle);
}

/**
 * One relation per target and type: what the notice says and the regulation says again counts once, the one with the number
 * first. A citation of something that another relation names as well is left out.
 */
export function distinctRelations(relations: readonly Relation[], home: Region | null = null): Relation[] {
  const distinct: Relation[] = [];
  const stronger = [...relations].sort(
    (a, b) =>
      Number(a.type === 'cites') - Number(b.type === 'cites') ||
      Number(a.citation.documentNumber === null) - Number(b.citation.documentNumber === null),
  );
  for (const relation of stronger) {
    const known = distinct.some(
      (other) => (other.type === relation.type || relation.type === 'cites') && sameTarget(other, relation, home),
    );
    if (!known) distinct.push(relation);
  }
  return distinct.sort((a, b) => a.citation.span.start - b.citation.span.start);
}
