import type { ErrorRequestHandler } from 'express';
import { apiErrorOf } from '../api/api-error.ts';
import type { Services } from '../services.ts';

/** Answers what goes wrong in a table or a feed with one plain line: no page, since no person may be looking. */
export function plainErrors({ log }: Services): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, message } = apiErrorOf(error);
    if (status === 500) log.error({ err: error }, 'table or feed failed');
    if (status === 503) response.set('Retry-After', '5');
    response.removeHeader('Content-Disposition');
    response.status(status).set('Cache-Control', 'no-store').type('text/plain').send(`${message}\n`);
  };
}
