/** Where a line of a text stands. */
export interface LineSpan {
  /** First character of the line, and one past its last without the line end. */
  start: number;
  end: number;
  /** First character of the next line. */
  next: number;
}

/** The lines of a text in order; \n, \r\n and \r end a line. One pass, linear in its length. */
export function* lineSpans(text: string): Generator<LineSpan> {
  let feed = -1;
  let carriage = -1;
  for (let start = 0; start < text.length;) {
    if (feed < start) feed = indexOrEnd(text, '\n', start);
    if (carriage < start) carriage = indexOrEnd(text, '\r', start);
    const end = Math.min(feed, carriage);
    const next = Math.min(end + (carriage === end && feed === end + 1 ? 2 : 1), text.length);
    yield { start, end, next };
    start = next;
  }
}

function indexOrEnd(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from);
  return at < 0 ? text.length : at;
}
