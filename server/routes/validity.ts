import express, { Router } from 'express';
import type { Request } from 'express';
import { LONGEST_TEXT, TextTooLong, checkText } from '../../ingest/validity/check-text.ts';
import type { IsoDate } from '../../ingest/model/span.ts';
import { checkView } from '../pages/validity-page.ts';
import type { Services } from '../services.ts';
import { pageOf } from '../site/page.ts';
import { methodNotAllowed } from '../site/error-pages.ts';
import { chosenDay, dayOf, textParameter } from '../site/query-parameters.ts';

/** A text of 1 MB of Chinese, every byte of it escaped in a form. */
const BODY_LIMIT = '12mb';

/** /validity: paste a list or a text, get every cited document with its status. Its tables are made by the exports. */
export function createValidityRouter({ store, today }: Services): Router {
  const router = Router();
  const form = express.urlencoded({ extended: false, limit: BODY_LIMIT });

  router.get('/validity', (request, response) => {
    const day = chosenDay(request, today());
    const text = textParameter(request, 'text') || textParameter(request, 'ref');
    response.render('validity', {
      ...frame(text, day.on, day.notice),
      ...(text === '' ? {} : { check: checkView(checkText(store, text, day.on)) }),
    });
  });

  router.post('/validity', form, (request, response) => {
    const { text, on, notice } = questionOf(request, today());
    if (text.length > LONGEST_TEXT) {
      response.status(413).render('validity', frame('', on, new TextTooLong(text.length).message));
      return;
    }
    const check = text.trim() === '' ? {} : { check: checkView(checkText(store, text, on)) };
    response.render('validity', { ...frame(text, on, notice), ...check });
  });

  router.all('/validity', methodNotAllowed('GET, HEAD, POST'));

  return router;
}

function frame(text: string, on: IsoDate, notice: string | null): Record<string, unknown> {
  return {
    page: pageOf('效力核查', [{ label: '效力核查', href: null }], { canonical: '/validity', noindex: text !== '' }),
    text,
    on,
    notice,
  };
}

/** The form's fields; anything else than text is as if it were not there. */
function questionOf(request: Request, today: IsoDate): { text: string; on: IsoDate; notice: string | null } {
  const body: unknown = request.body;
  const text = fieldOf(body, 'text').replace(/\r\n?/gu, '\n');
  const { on, notice } = dayOf(fieldOf(body, 'on').trim(), today);
  return { text, on, notice };
}

function fieldOf(body: unknown, name: string): string {
  if (typeof body !== 'object' || body === null || !(name in body)) return '';
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}
