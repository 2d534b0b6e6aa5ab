import type { Store } from '../../ingest/store/open-store.ts';
import { listDocuments, NO_FILTER } from '../../ingest/store/queries/documents.ts';
import { issueById } from '../../ingest/store/queries/issues.ts';
import { documentUrl } from '../pages/urls.ts';
import type { AtomEntry } from './atom.ts';

/** How many documents a feed tells of. */
const FEED_LENGTH = 100;

/** The newest documents held, as feed entries; a document without any date is left out. */
export function documentEntries(store: Store, origin: string): AtomEntry[] {
  const { documents } = listDocuments(store, { ...NO_FILTER, kind: 'act' }, { limit: FEED_LENGTH, offset: 0 });
  return documents.flatMap((document) => {
    const day = document.promulgationDate ?? issueById(store, document.issueId)?.publicationDate ?? null;
    if (day === null) return [];
    return [
      {
        url: origin + documentUrl(document.id),
        title: [document.title, document.documentNumber].filter((text) => text !== null).join(' '),
        day,
        summary: [document.authorities, document.issueTitle].filter((text) => text !== '').join('；'),
        categories: document.documentType === null ? [] : [document.documentType],
      },
    ];
  });
}
