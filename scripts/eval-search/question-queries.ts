import { withoutSpaces } from '../../ingest/text/spaces.ts';
import { seededRandom } from '../seeded-random.ts';
import { SEED, letters, somePieces, wordsOf } from './query-set.ts';
import type { EvalQuery } from './query-set.ts';
import type { Truth, TruthPiece } from './truth.ts';

/** What people call a document: 关于印发《推动矿业高质量发展的若干措施》的通知 → 推动矿业高质量发展的若干措施. */
function calledBy(title: string): string {
  const inner = /《([^《》]+)》/u.exec(title)?.[1] ?? title;
  return withoutSpaces(
    inner
      .replace(/^.{2,12}?(?:自治区|自治州|省|市)(?:人民政府)?(?:办公厅|办公室)?(?:关于)?/u, '')
      .replace(/[（(].*?[）)]/gu, ''),
  );
}

interface QuestionKind {
  /** A clause that answers, its subject first. */
  clause: RegExp;
  ask: string;
  /** Whether the document must be named, since every document has such a clause. */
  ofDocument: boolean;
}

const QUESTION_KINDS: readonly QuestionKind[] = [
  { clause: /有效期(?:为|限为)?[\d一二三四五]+年|有效期至/u, ask: '有效期多久', ofDocument: true },
  { clause: /自\s*\d{4}年\d{1,2}月\d{1,2}日起(?:施行|实施|执行)/u, ask: '什么时候施行', ofDocument: true },
  {
    clause: /([\p{Script=Han}、]{8,40}?)(?:不超过|最高|每人|一次性|给予|处以?|为|按)*\d[\d.]*(?:万元|元)/u,
    ask: '多少钱',
    ofDocument: false,
  },
  {
    clause: /([\p{Script=Han}、]{8,40}?)(?:在|自|应当在|应当自)?[\p{Script=Han}]{0,10}\d+个?(?:工作)?日内/u,
    ask: '多少天',
    ofDocument: false,
  },
  { clause: /([\p{Script=Han}、]{4,20}?)负责([\p{Script=Han}、]{6,30})/u, ask: '谁负责', ofDocument: false },
];

/** Questions made of the words of a clause that answers them, its numbers left out; the words that a document's name needs, as people say them. */
export function questions(truth: Truth, count: number): EvalQuery[] {
  const random = seededRandom(SEED + 7);
  const queries: EvalQuery[] = [];
  for (const kind of QUESTION_KINDS) {
    const wanted = Math.ceil(count / QUESTION_KINDS.length);
    const pieces = somePieces(
      truth,
      random,
      (piece) => piece.kind !== 'title' && kind.clause.test(piece.printed),
      wanted,
    );
    for (const piece of pieces) {
      const match = kind.clause.exec(piece.printed);
      const subject = kind.ofDocument
        ? calledBy(piece.title)
        : wordsOf(match?.[2] ?? match?.[1] ?? '')
            .slice(-4)
            .join('');
      if (letters(subject) < 4) continue;
      const q = kind.ask === '谁负责' ? `谁负责${subject}` : subject + kind.ask;
      if (truth.having(q).size === 0)
        queries.push({ q, right: new Set([`p${piece.id}`, ...copies(truth, piece)]), allowed: new Set() });
    }
  }
  return queries;
}

/** Pieces of the very same text, and of one document: the articles that say the same of it. */
function copies(truth: Truth, piece: TruthPiece): string[] {
  return truth.pieces.filter((other) => other.printed === piece.printed).map((other) => `p${other.id}`);
}
