import { Router } from 'express';
import { textParameter } from './query-parameters.ts';

const ADDRESS = '/paper.css';
/** A line of a printed sheet holds less. */
const LONGEST_HEAD = 200;

/**
 * The address of a stylesheet that prints a head on every sheet but the first, which has the title itself:
 * 《新疆维吾尔自治区行政执法案卷评查办法》（…令第239号）　2024-10-15当日：现行有效. CSS has no other way to repeat a text on each sheet, and
 * the pages' policy allows no style inside them.
 */
export function paperHeadUrl(name: string, banner: { on: string; badge: { label: string } } | null): string {
  const head = banner === null ? name : `${name}　${banner.on}当日：${banner.badge.label}`;
  return `${ADDRESS}?${new URLSearchParams({ head }).toString()}`;
}

/** Serves these stylesheets: each is made of its address alone, so it may be kept for ever. */
export function createPaperHeadRouter(): Router {
  const router = Router();
  router.get(ADDRESS, (request, response) => {
    const head = cssString(textParameter(request, 'head').slice(0, LONGEST_HEAD));
    response
      .set('Cache-Control', 'public, max-age=31536000, immutable')
      .type('text/css; charset=utf-8')
      .send(
        `@page { @top-left { content: ${head}; font: 8.5pt sans-serif; white-space: nowrap; } }\n` +
          '@page :first { @top-left { content: none; } }\n',
      );
  });
  return router;
}

/** A text as a string of CSS: 甲"乙 → "甲\22 乙". */
function cssString(text: string): string {
  const escaped = text.replace(/["\\<>\p{Cc}]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `);
  return `"${escaped}"`;
}
