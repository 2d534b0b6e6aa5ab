import type { Request, Response } from 'express';
import { documentById } from '../../ingest/store/queries/documents.ts';
import { movedEntryId, registerEntry } from '../../ingest/store/queries/register.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { redirectedId } from '../../ingest/store/redirects.ts';
import { movedAddress } from './moved-address.ts';
import { registerUrl, withQuery } from '../pages/urls.ts';
import { NotFound } from './not-found.ts';
import { textParameter } from './query-parameters.ts';

/** What an address is about. */
type Subject = 'document' | 'issue' | 'register';

const NAMES: Record<Subject, string> = { document: '文件', issue: '公报', register: '文件登记' };

/**
 * Sends a reader on who asked for what the archive does not have under this id: to the same page under the id that it has now (301), and
 * from a document of which only the name is known to its entry in the register (302), as of the asked day.
 * @throws NotFound when nobody knows the id
 */
export function sendElsewhere(store: Store, request: Request, response: Response, subject: Subject, id: string): void {
  const moved = subject === 'issue' ? redirectedId(store, 'issue', id) : movedEntryId(store, id);
  const isNameOnly = subject === 'document' && documentById(store, moved ?? id) === null;
  if (isNameOnly && registerEntry(store, moved ?? id) !== null) {
    const entry = withQuery(registerUrl(moved ?? id), { on: textParameter(request, 'on') });
    response.redirect(moved === null ? 302 : 301, entry);
    return;
  }
  if (moved === null) throw new NotFound(`${NAMES[subject]} ${id}`, id);
  response.redirect(301, movedAddress(request.originalUrl, id, moved));
}
