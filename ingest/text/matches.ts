/**
 * Every match of a global pattern in a text, in order, as `text.matchAll(pattern)` gives them, but without the copy of the pattern and the
 * iterator that matchAll makes for each text: most paragraphs hold no match at all.
 */
export function matchesOf(pattern: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    matches.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return matches;
}
