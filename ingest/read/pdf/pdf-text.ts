import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  getDocument,
  PasswordResponses,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { BadPdf } from './bad-pdf.ts';
import { unifyRadicals } from './unify-radicals.ts';

/** A run of characters on a page. Points from the page's left lower corner; `size` is the height of the letters. */
export interface PdfRun {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

export interface PdfPage {
  width: number;
  height: number;
  runs: PdfRun[];
}

/** A gazette's year has a thousand pages. More than that, and the file is refused rather than cut. */
const MOST_PAGES = 3000;
/** The densest page of a gazette has a few thousand. */
const MOST_RUNS = 60_000;

const PACKAGE = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

function reasonOf(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name !== 'PasswordException') return 'a damaged PDF';
  const wrong = error instanceof Error && 'code' in error && error.code === PasswordResponses.INCORRECT_PASSWORD;
  return wrong ? 'an encrypted PDF' : 'an encrypted PDF; save it without a password';
}

function quarterTurn(b: number, c: number): boolean {
  return Math.abs(b) > 0.01 || Math.abs(c) > 0.01;
}

async function readPage(page: PDFPageProxy): Promise<PdfPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent();
  const runs: PdfRun[] = [];
  for (const item of content.items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    if (runs.length >= MOST_RUNS) throw new BadPdf('a PDF with more text on one page than any page has');
    const [, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform.map(Number);
    // Text that stands aslant is a stamp or a watermark.
    if (quarterTurn(b, c) || !Number.isFinite(x + y + item.width)) continue;
    runs.push({ text: unifyRadicals(item.str), x, y, width: item.width, size: Math.abs(d) || item.height || 10 });
  }
  page.cleanup();
  return { width, height, runs };
}

/**
 * Takes the text runs of every page out of a PDF, in the order in which the file draws them.
 * @throws {BadPdf} when it is encrypted, damaged or beyond all measure
 */
export async function readPdfPages(bytes: Uint8Array): Promise<PdfPage[]> {
  let pdf: PDFDocumentProxy;
  const task = getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: join(PACKAGE, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(PACKAGE, 'standard_fonts/'),
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    stopAtErrors: false,
    verbosity: 0,
  });
  try {
    pdf = await task.promise;
  } catch (error) {
    await task.destroy();
    throw new BadPdf(reasonOf(error));
  }
  try {
    if (pdf.numPages > MOST_PAGES)
      throw new BadPdf(`a PDF of ${pdf.numPages} pages; split it into files of at most ${MOST_PAGES}`);
    const pages: PdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(await pdf.getPage(number)));
    return pages;
  } catch (error) {
    throw error instanceof BadPdf ? error : new BadPdf('a damaged PDF');
  } finally {
    await task.destroy();
  }
}
