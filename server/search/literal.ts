import { ownText } from '../../ingest/index/search-record.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import type { Found } from './found.ts';
import type { Alternative } from './query.ts';

/** Punctuation, case and script as printed; only width, quotation marks' shape and spaces do not count. */
function literalForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[“”„‟]/gu, '"')
    .replace(/[‘’]/gu, "'");
}

/** Keeps the found things whose printed text has every quoted term as it was typed. */
export function keepLiteral<T extends Found>(store: Store, found: readonly T[], { all }: Alternative): T[] {
  const wanted = all.filter((term) => term.literal).map((term) => literalForm(term.text));
  if (wanted.length === 0) return [...found];
  const piece = store.prepare<[number], { kind: string; label: string | null; text: string }>(
    'SELECT kind, label, text FROM pieces WHERE id = ?',
  );
  return found.filter((one) => {
    const title = titleOf(one);
    const row = one.kind === 'piece' ? piece.get(one.match.piece.id) : undefined;
    const path = one.kind === 'piece' ? one.match.piece.path.join('\n') : '';
    const text = literalForm([title, path, row ? ownText(row) : ''].join('\n'));
    return wanted.every((term) => text.includes(term));
  });
}

function titleOf(found: Found): string {
  const document = found.kind === 'piece' ? found.match.document : found.document;
  return `${document.title ?? ''}\n${document.number ?? ''}`;
}
