/**
 * Measures the page reader on a folder of saved pages with a truth.json: document number, issuing authority, date under the
 * signature and title of each, and whether the article's text came out whole and free of page furniture.
 *   npx tsx scripts/score-pages.ts FOLDER
 * truth.json: an array of { file, title, doc_number, issuer?, written_date? | sign_date? }; other fields and other files are left out.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { z } from 'zod';
import { parseIssue } from '../ingest/pipeline.ts';
import { decodeText } from '../ingest/read/decode-text.ts';
import { readSource } from '../ingest/read/read-source.ts';
import { titleKey } from '../ingest/text/title-key.ts';
import { parseDate } from '../ingest/text/dates.ts';
import { documentNumberKey } from '../ingest/text/document-number.ts';

const TRUTH = z.array(
  z.object({
    file: z.string(),
    title: z.string().nullish(),
    doc_number: z.string().nullish(),
    issuer: z.string().nullish(),
    written_date: z.string().nullish(),
    sign_date: z.string().nullish(),
  }),
);

/** Containers in which common site systems put an article. Only the measure knows them; the reader does not. */
const CONTAINERS = ['#UCAP-CONTENT', '#zoomcon', '.article-content', '.TRS_Editor', '#zoom', '.pages_content'];

const FURNITURE = /扫一扫|分享到|打印本页|关闭窗口|返回顶部|版权所有|网站标识码|当前位置|浏览次数|责任编辑/;

const squeeze = (text: string): string => text.replace(/[\s\u3000\u200b\ufeff]/g, '');

interface Measure {
  right: number;
  of: number;
}

const measures = new Map<string, Measure>();

function count(name: string, file: string, wanted: string | null | undefined, got: string | null, same: boolean): void {
  if (wanted === null || wanted === undefined || wanted === '') return;
  const measure = measures.get(name) ?? { right: 0, of: 0 };
  measure.of += 1;
  if (same) measure.right += 1;
  else console.log(`${file}: ${name}: wanted ${wanted}, got ${got ?? 'nothing'}`);
  measures.set(name, measure);
}

/** The article's text as a known container holds it, one piece a paragraph; null when the page has none of them. */
function reference(html: string): string[] | null {
  const $ = load(html, { xml: { xmlMode: false } });
  const container = CONTAINERS.map((selector) => $(selector).first()).find((found) => found.length > 0);
  if (!container) return null;
  container.find('script,style').remove();
  const pieces = container.find('p').toArray();
  return (pieces.length > 3 ? pieces.map((piece) => $(piece).text()) : [container.text()])
    .map(squeeze)
    .filter((piece) => piece !== '');
}

async function scorePage(folder: string, truth: z.infer<typeof TRUTH>[number]): Promise<void> {
  const { file } = truth;
  const bytes = readFileSync(join(folder, file));
  const source = await readSource(bytes, file);
  const { documents } = parseIssue(source);
  const document = documents[0];
  const number = document?.documentNumber?.value ?? null;
  count(
    'number',
    file,
    truth.doc_number,
    number,
    number !== null && documentNumberKey(number) === documentNumberKey(truth.doc_number ?? ''),
  );
  const authorities = document?.issuingAuthorities.map(({ value }) => value) ?? [];
  count(
    'authority',
    file,
    truth.issuer,
    authorities.join('、'),
    authorities.some((name) => squeeze(truth.issuer ?? '').includes(name)),
  );
  const written = truth.written_date ?? truth.sign_date;
  const day = document?.promulgationDate?.value ?? null;
  count('written date', file, written, day, day !== null && day === parseDate(written ?? ''));
  const key = titleKey(truth.title ?? '');
  const titles = document
    ? [document.title.value, ...document.aliases.map(({ value }) => value), ...document.parts.map(({ title }) => title)]
    : [];
  count(
    'title',
    file,
    truth.title,
    titles[0] ?? null,
    titles.some((title) => titleKey(title).includes(key) || (titleKey(title) !== '' && key.includes(titleKey(title)))),
  );
  count('one document', file, '1', String(documents.length), documents.length === 1);
  const text = squeeze(source.text);
  const missing = reference(decodeText(bytes)?.text ?? '')?.filter((piece) => !text.includes(piece)) ?? [];
  count('whole text', file, 'every paragraph', missing.slice(0, 3).join(' | ').slice(0, 200), missing.length === 0);
  const furniture = source.text.split('\n').filter((line) => FURNITURE.test(line));
  count('no furniture', file, 'none', furniture.join(' | ').slice(0, 200), furniture.length === 0);
  const claimed = parseIssue(source).segments.filter(({ kind }) => kind === 'unclaimed').length;
  count('all claimed', file, 'all', `${claimed} unclaimed segments`, claimed === 0);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: npx tsx scripts/score-pages.ts FOLDER');
  process.exit(2);
}
const truths = TRUTH.parse(JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'))).filter(({ file }) =>
  /\.html?$/.test(file),
);
for (const truth of truths) await scorePage(folder, truth);
for (const [name, { right, of }] of measures) console.log(`${name.padEnd(14)} ${right}/${of}`);
