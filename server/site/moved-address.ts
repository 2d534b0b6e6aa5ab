/**
 * An address with the id of a document or issue that has another one now, everything else as it was:
 * `/documents/old-2024-1/articles/8?on=2024-10-15` → `/documents/new-2024-1/articles/8?on=2024-10-15`.
 */
export function movedAddress(address: string, from: string, to: string): string {
  const asked = address.indexOf('?');
  const end = asked < 0 ? address.length : asked;
  const segments = address.slice(0, end).split('/');
  return segments.map((segment) => movedSegment(segment, from, to)).join('/') + address.slice(end);
}

/** `old-2024-1`, however its characters are written (old%2D2024-1), and of another form of the page `old-2024-1.jsonld`. */
function movedSegment(segment: string, from: string, to: string): string {
  const id = decodeURIComponent(segment);
  return id === from || id.startsWith(`${from}.`) ? encodeURIComponent(to + id.slice(from.length)) : segment;
}
