import type { Request } from 'express';
import { listDocuments } from '../../../ingest/store/queries/documents.ts';
import { documentFilterOf } from '../../routes/document-list.ts';
import type { Services } from '../../services.ts';
import { siteOrigin } from '../../site/site-origin.ts';
import { chosenDay } from '../../site/query-parameters.ts';
import { documentTableOf } from '../holdings.ts';
import { pageUrlOf } from '../page-url.ts';
import type { TableExport } from '../send-table.ts';

/** The most documents that one table is taken away with: each row is made from all facts of a document and its status. */
const DOCUMENT_ROWS = 5000;

/** The list of documents by the filters of its page, newest first, with their facts and status. */
export async function documentTable(request: Request, { store, today }: Services): Promise<TableExport> {
  const { on } = chosenDay(request, today());
  const origin = siteOrigin(request);
  const { total, documents } = listDocuments(store, documentFilterOf(request), { limit: DOCUMENT_ROWS, offset: 0 });
  return {
    fileName: '文件',
    title: '文件',
    sheets: [
      await documentTableOf(
        store,
        documents.map(({ id }) => id),
        { on, origin },
      ),
    ],
    pageUrl: pageUrlOf(request),
    statusOn: on,
    totalCount: total,
    notes: ['日期为空表示原文没有写明。'],
  };
}
