import { extractKeywords } from '../../ingest/index/segmenter.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import type { Archive } from './archive.ts';
import { passagesByWords } from './by-words.ts';
import type { EngineClient } from './engine-query.ts';
import { pieceUrl } from './hits.ts';
import type { RelatedPassage } from './search-types.ts';

/** Words by which a passage is told from others. */
const TELLING_WORDS = 8;
/** A passage that has less of the words' weight than this share of the best one's is not like it. */
const LEAST_LIKENESS = 0.35;

interface TextRow {
  kind: string;
  seq: number;
  text: string;
}

/**
 * Passages of other documents that speak of the same as one passage, by its telling words; the most alike first. Empty for a
 * passage that is not there, or without telling words.
 */
export async function relatedPassages(
  { store, archive, client }: { store: Store; archive: Archive; client: EngineClient },
  documentId: string,
  provisionId: string,
  limit: number,
): Promise<RelatedPassage[]> {
  const own = store
    .prepare<[string, string], TextRow>('SELECT kind, seq, text FROM pieces WHERE document_id = ? AND provision_id = ?')
    .get(documentId, provisionId);
  if (!own) return [];
  const question = { words: extractKeywords(own.text, TELLING_WORDS), answers: [], subject: '' };
  const { passages } = await passagesByWords(question, archive, client);
  const others = passages.filter(({ document, piece }) => document.id !== documentId && piece.kind !== 'title');
  const best = others[0]?.score ?? 0;
  return others
    .filter(({ score }) => score >= best * LEAST_LIKENESS)
    .slice(0, limit)
    .map(({ document, piece }) => ({
      documentId: document.id,
      documentNumber: document.number,
      title: document.title,
      articleLabel: piece.kind === 'article' ? piece.label : null,
      articleUrl: pieceUrl(document, piece),
      excerpt: excerptOf(store, piece.id),
    }));
}

const EXCERPT_LENGTH = 80;

function excerptOf(store: Store, pieceId: number): string {
  const row = store.prepare<[number], { text: string }>('SELECT text FROM pieces WHERE id = ?').get(pieceId);
  const text = Array.from(row?.text.replace(/\s+/gu, ' ') ?? '');
  return text.length <= EXCERPT_LENGTH ? text.join('') : `${text.slice(0, EXCERPT_LENGTH).join('')}…`;
}
