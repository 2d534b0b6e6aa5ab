import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Services } from '../services.ts';
import { NotFound } from './not-found.ts';
import { pageOf } from './page.ts';

const READING = new Set(['GET', 'HEAD']);

/** Every address that no route took; one that is written to is 405, as nothing but the forms of the site takes anything. */
export const notFoundHandler: RequestHandler = (request, response, next) => {
  if (READING.has(request.method)) next(new NotFound(request.path, lastWords(request.path)));
  else methodNotAllowed('GET, HEAD')(request, response, next);
};

/** Says of an address what it takes, to who asks by another method. */
export function methodNotAllowed(allowed: string): RequestHandler {
  return (_request, response, next) => {
    response.set('Allow', allowed);
    next(Object.assign(new Error('method not allowed'), { status: 405 }));
  };
}

/** `/documents/新政办发〔2024〕43号` → 新政办发〔2024〕43号: what a person may have meant to search. */
function lastWords(path: string): string | null {
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  try {
    return decodeURIComponent(last) || null;
  } catch {
    return null;
  }
}

function statusOf(error: unknown): number {
  if (error instanceof NotFound) return 404;
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

/** What the page of a fault is called and says; any other is a request that nobody could read. */
const FAULTS: Readonly<Record<number, { title: string; words: string }>> = {
  405: { title: '此处不能提交', words: '这个地址只供阅读，不接受提交或修改（405）。请从下面重新开始。' },
  413: { title: '内容太长', words: '提交的内容太长（413）。请分几次提交。' },
  500: { title: '服务器出错', words: '这一页没能做出来，错误已记入日志。文件本身没有受影响，请稍后再试。' },
};

/** The 404 page, the page of a malformed request and the 500 page; a fault of the server is logged, never shown. */
export function errorHandler({ log }: Services): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const status = statusOf(error);
    if (status === 500) log.error({ err: error, path: request.path }, 'a page failed');
    response.status(status);
    if (error instanceof NotFound) {
      const page = pageOf('没有这个页面', [{ label: '没有这个页面', href: null }], { noindex: true });
      response.render('not-found', { page, what: error.what, searchFor: error.searchFor });
      return;
    }
    const { title, words } = FAULTS[status] ?? {
      title: '请求无法理解',
      words: `这个请求的格式不对（${status}）。请检查地址，或从下面重新开始。`,
    };
    response.render('error', { page: pageOf(title, [{ label: title, href: null }], { noindex: true }), words });
  };
}
