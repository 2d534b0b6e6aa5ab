import type { z } from 'zod';
import type { IsoDate } from '../../../ingest/model/span.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { provisionsOfDocument } from '../../../ingest/store/queries/document-text.ts';
import { citeDocument } from '../../../ingest/validity/cite-document.ts';
import { articleUrl, documentUrl } from '../../pages/urls.ts';
import { notFound } from '../api-error.ts';
import type { ArticleShape } from '../schemas/document.ts';
import { heldDocument } from './document.ts';
import { headingOf, placeProvisions, wholeText } from './provisions.ts';
import type { PlacedProvision } from './provisions.ts';
import { incomingRelations } from './relations.ts';
import { apiStatusOf } from './status.ts';

type ApiArticle = z.infer<typeof ArticleShape>;
type ArticleLink = NonNullable<ApiArticle['next']>;

/**
 * One article with its neighbours and who cites it. `n` is 8, or 120-1 for 第一百二十条之一. Throws 404 when the archive does not
 * hold the document, or the document has no such article.
 */
export function apiArticle(store: Store, documentId: string, n: string, on: IsoDate): ApiArticle {
  const document = heldDocument(store, documentId);
  const placed = placeProvisions(provisionsOfDocument(store, documentId));
  const articles = [...placed.values()].filter(
    ({ row }) => row.provisionId.startsWith('art-') && row.kind === 'article',
  );
  const index = articles.findIndex(({ row }) => row.provisionId === `art-${n}`);
  const article = articles[index];
  if (article === undefined) throw notFound(`${document.title} 没有第 ${n} 条`);
  const { row, provision, above } = article;
  const label = row.label ?? n;
  return {
    documentId,
    documentNumber: document.documentNumber,
    title: document.title,
    n,
    label,
    heading: row.heading,
    chapterPath: above.map(headingOf),
    text: wholeText(provision),
    provision,
    citation: `${citeDocument(document.title, document.documentNumber) ?? ''}${label}`,
    status: apiStatusOf(store, documentId, on),
    previous: linkTo(documentId, articles[index - 1]),
    next: linkTo(documentId, articles[index + 1]),
    citedBy: incomingRelations(store, documentId).filter(({ citation }) => names(citation.provisions, row.provisionId)),
    url: articleUrl(documentId, row.provisionId) ?? documentUrl(documentId, row.provisionId),
  };
}

function names(provisions: readonly number[][], provisionId: string): boolean {
  return provisions.some((number) => `art-${number.join('-')}` === provisionId);
}

function linkTo(documentId: string, article: PlacedProvision | undefined): ArticleLink | null {
  if (article === undefined) return null;
  const { provisionId, label } = article.row;
  const n = provisionId.slice('art-'.length);
  return { label: label ?? n, n, url: articleUrl(documentId, provisionId) ?? documentUrl(documentId, provisionId) };
}
