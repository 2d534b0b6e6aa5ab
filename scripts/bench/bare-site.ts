/**
 * The reference of bench:pages: Express and Handlebars and nothing else. `/?bytes=30000` is a page of about that size, rendered
 * for each request from a compiled template with a hundred values. Prints its address.
 */
import express from 'express';
import Handlebars from 'handlebars';

const PARAGRAPHS = 100;
const WORDS = '县级以上人民政府应当将行政执法案卷评查工作纳入法治政府建设考核';
const page = Handlebars.compile(
  '<!doctype html><html lang="zh"><head><title>{{title}}</title></head><body><h1>{{title}}</h1>{{#each paragraphs}}<p>{{this}}</p>{{/each}}</body></html>',
);

const app = express();
app.get('/', (request, response) => {
  const bytes = Number(request.query.bytes ?? 0);
  const length = Math.max(1, Math.round((bytes - 150) / PARAGRAPHS / 3 - 3));
  const paragraph = WORDS.repeat(Math.ceil(length / WORDS.length)).slice(0, length);
  const paragraphs = Array.from({ length: PARAGRAPHS }, () => paragraph);
  response.type('html').send(page({ title: '公报', paragraphs }));
});
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`);
});
process.once('SIGTERM', () => process.exit());
