import type { Highlight } from './search-types.ts';

const SENTENCE_END = /[。；！？\n]/u;

/**
 * The part of a text to show: the whole when short, else about `length` characters around the stretch with most marks, from
 * the beginning of a sentence to the end of one where these are near.
 */
export function cropText(text: string, marks: readonly Highlight[], length = 160): Highlight {
  if (text.length <= length * 1.5) return { start: 0, end: text.length };
  const best = densestStretch(marks, length);
  const start = sentenceStart(text, best.start, length);
  const end = sentenceEnd(text, Math.max(best.end, Math.min(text.length, start + length)), length);
  return { start, end };
}

function densestStretch(marks: readonly Highlight[], length: number): Highlight {
  let best: Highlight = { start: 0, end: 0 };
  let most = 0;
  marks.forEach((mark, index) => {
    let covered = 0;
    let end = mark.end;
    for (const other of marks.slice(index, index + 20)) {
      if (other.end - mark.start > length && other !== mark) break;
      covered += other.end - other.start;
      end = other.end;
    }
    if (covered > most) {
      most = covered;
      best = { start: mark.start, end };
    }
  });
  return best;
}

/** The sentence that holds `at` begins here, unless that is further back than half of `length`. */
function sentenceStart(text: string, at: number, length: number): number {
  const limit = Math.max(0, at - length / 2);
  for (let index = at; index > limit; index--) {
    if (SENTENCE_END.test(text.charAt(index - 1))) return skipSpace(text, index);
  }
  return limit === 0 ? 0 : afterPause(text, Math.max(0, at - 30), at);
}

/** Without a sentence near, a comma is a border too. */
function afterPause(text: string, from: number, at: number): number {
  for (let index = from; index < at; index++) if (/[，,、：:]/u.test(text.charAt(index))) return index + 1;
  return wholeCharacter(text, from);
}

function sentenceEnd(text: string, at: number, length: number): number {
  const limit = Math.min(text.length, at + length / 2);
  for (let index = at; index < limit; index++) {
    if (SENTENCE_END.test(text.charAt(index))) return text.charAt(index) === '\n' ? index : index + 1;
  }
  return limit === text.length ? limit : wholeCharacter(text, at);
}

function skipSpace(text: string, at: number): number {
  let index = at;
  while (/\s/u.test(text.charAt(index))) index += 1;
  return index;
}

/** Never between the two halves of a rare character. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
