/**
 * What an answer to a question may say: words (施行, 标准), or a number with what it counts (#元, #年, #个工作日), written with # for the
 * number. data/question-words.json lists them.
 */
export interface AnswerShape {
  /** As listed. */
  shape: string;
  /** How often a folded text says it. */
  countIn(text: string): number;
}

const DIGITS = '0-9〇零一二两三四五六七八九十百千万亿半';

const shapes = new Map<string, AnswerShape>();

export function answerShape(shape: string): AnswerShape {
  let known = shapes.get(shape);
  if (!known) {
    known = { shape, countIn: shape.startsWith('#') ? numberCounter(shape.slice(1)) : wordCounter(shape) };
    shapes.set(shape, known);
  }
  return known;
}

// Must match for #元: 5万元 · 五百元      Must not: 元旦 · 多元
function numberCounter(unit: string): (text: string) => number {
  const pattern = new RegExp(`[${DIGITS}]${unit}`, 'gu');
  return (text) => text.match(pattern)?.length ?? 0;
}

function wordCounter(word: string): (text: string) => number {
  return (text) => text.split(word).length - 1;
}
