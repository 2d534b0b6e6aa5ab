import { readFileSync } from 'node:fs';

/** Words that ask, and the words with which a regulation would answer. */
interface QuestionWords {
  ask: string[];
  answer: string[];
}

const questionWords = readQuestionWords(new URL('../../data/question-words.json', import.meta.url));

function readQuestionWords(path: URL): QuestionWords[] {
  const data: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Array.isArray(data) || !data.every(isQuestionWords))
    throw new Error('data/question-words.json: a list of { ask, answer } is expected');
  return data;
}

function isQuestionWords(value: unknown): value is QuestionWords {
  if (typeof value !== 'object' || value === null || !('ask' in value) || !('answer' in value)) return false;
  return isWordList(value.ask) && isWordList(value.answer);
}

function isWordList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((word) => typeof word === 'string');
}

/** A question without its asking words, and what its answer may say instead of them. */
export interface Question {
  subject: string;
  answer: string[];
}

/**
 * Takes the asking words out of a question: 举报奖励最高多少钱 → subject 举报奖励最高, answer 万元, 元, 金额, …
 * A text that asks nothing comes back as it is.
 */
export function readQuestion(text: string): Question {
  let subject = text;
  const answer: string[] = [];
  const asks = questionWords.flatMap((entry) => entry.ask.map((ask) => ({ ask, answer: entry.answer })));
  asks.sort((a, b) => b.ask.length - a.ask.length);
  for (const { ask, answer: words } of asks) {
    if (!subject.includes(ask)) continue;
    subject = subject.replaceAll(ask, ' ');
    answer.push(...words);
  }
  return { subject: subject.replace(/[?？]/gu, ' ').replace(/\s+/gu, ' ').trim(), answer: [...new Set(answer)] };
}
