import type { RequestHandler } from 'express';

/** Matches dibao.example.gov.cn, 127.0.0.1:3000, [::1]:3000; no markup, no path, no user name. */
const HOST = /^(?:[\w.-]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** Refuses a Host header that names no host, before it gets into the addresses of a feed or a table: 400. */
export const checkHost: RequestHandler = (request, response, next) => {
  if (HOST.test(request.headers.host ?? 'localhost')) next();
  else response.status(400).type('text/plain').send('无效的主机名。\n');
};
