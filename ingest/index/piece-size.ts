/** Sentence ends, the closing mark after them kept: 。 ； ！ ？ ” */
const SENTENCE = /[^。；！？]*[。；！？]+[”’」』）)》]*|[^。；！？]+/gu;

/**
 * Lines gathered into texts of at most `limit` characters where lines allow it; a longer line is cut after a sentence,
 * and a sentence longer than that (a table row, a list without stops) where the limit falls. A limit of 0 keeps each line
 * apart.
 */
export function splitParagraphs(lines: readonly string[], limit: number): string[] {
  const short = lines.flatMap((line) => (limit > 0 && line.length > limit ? cutLine(line, limit) : [line]));
  return gather(short, limit, '\n');
}

function cutLine(line: string, limit: number): string[] {
  const sentences = (line.match(SENTENCE) ?? [line]).flatMap((sentence) => cutHard(sentence, limit));
  return gather(sentences, limit, '');
}

function cutHard(sentence: string, limit: number): string[] {
  const characters = Array.from(sentence);
  const parts: string[] = [];
  for (let at = 0; at < characters.length; at += limit) parts.push(characters.slice(at, at + limit).join(''));
  return parts;
}

function gather(texts: readonly string[], limit: number, separator: string): string[] {
  const gathered: string[] = [];
  for (const text of texts) {
    const last = gathered.at(-1);
    if (last !== undefined && last.length + separator.length + text.length <= limit) {
      gathered[gathered.length - 1] = last + separator + text;
    } else gathered.push(text);
  }
  return gathered;
}

/** Pieces of running text: neighbours that are paragraphs of the same place become one while short enough, at the first one's place. */
export function mergeRuns<T extends { kind: string; text: string; provisionId: string | null }>(
  pieces: readonly T[],
  limit: number,
): T[] {
  const merged: T[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last?.kind === 'paragraph' && piece.kind === 'paragraph' && last.text.length + piece.text.length < limit) {
      const provisionId = last.provisionId ?? piece.provisionId;
      merged[merged.length - 1] = { ...last, provisionId, text: `${last.text}\n${piece.text}` };
    } else merged.push(piece);
  }
  return merged;
}
