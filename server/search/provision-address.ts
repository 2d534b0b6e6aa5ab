import { parseChineseNumber } from '../../ingest/text/chinese-numerals.ts';
import type { ProvisionAddress } from './query.ts';

const NUMERAL = '[一二三四五六七八九十百千零〇两0-9０-９]{1,8}';

// Must match: 第八条 · 第120条之一 · 第八条第二款第（三）项 · 行政处罚法第三十条 · 第 8 条
// Must not:   第八 · 第八条例 · 八条
const ADDRESS = new RegExp(
  `第\\s?(${NUMERAL})\\s?条(?:之(${NUMERAL}))?(?:\\s?第\\s?(${NUMERAL})\\s?款)?(?:\\s?第\\s?[(（]?(${NUMERAL})[)）]?\\s?项)?$`,
  'u',
);

/**
 * Reads an article's address at the end of a text: 行政执法案卷评查办法第十一条第（三）项. Returns the address and what stands before it;
 * null when the text does not end in one.
 */
export function readAddress(text: string): { address: ProvisionAddress; before: string } | null {
  const match = ADDRESS.exec(text);
  if (!match) return null;
  const [, article = '', inserted, paragraph, item] = match;
  const number = parseChineseNumber(article);
  if (number === null) return null;
  const insertedNumber = inserted === undefined ? null : parseChineseNumber(inserted);
  return {
    address: {
      article: insertedNumber === null ? [number] : [number, insertedNumber],
      paragraph: paragraph === undefined ? null : parseChineseNumber(paragraph),
      item: item === undefined ? null : parseChineseNumber(item),
    },
    before: text.slice(0, match.index).trim(),
  };
}
