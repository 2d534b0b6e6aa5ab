/** Warns of article and item numbers that jump or stand twice: 第二十八条 of 伊财规字〔2024〕1号 (Yili 2024) has （三） and then （五）. */
import type { Provision } from '../model/provision.ts';
import type { WarningCode } from '../model/warning-codes.ts';
import type { Warning } from '../model/warning.ts';

function warn(code: WarningCode, message: string, { lines, span }: Provision): Warning {
  return { code, message, line: lines.start, span };
}

function* articlesOf(provisions: readonly Provision[]): Generator<Provision> {
  for (const provision of provisions)
    if (provision.kind === 'article') yield provision;
    else yield* articlesOf(provision.children);
}

function checkArticles(provisions: readonly Provision[], warnings: Warning[]): void {
  let last: Provision | null = null;
  const seen = new Set<string>();
  for (const article of articlesOf(provisions)) {
    const name = article.number?.join('-') ?? '';
    const number = article.number?.[0];
    const before = last?.number?.[0];
    if (seen.has(name)) warnings.push(warn('article_number_repeated', `${article.label ?? ''}重复出现`, article));
    else if (number !== undefined && before !== undefined && number > before + 1) {
      warnings.push(warn('article_number_gap', `${last?.label ?? ''}之后是${article.label ?? ''}`, article));
    }
    seen.add(name);
    last = article;
  }
}

function checkItems(provisions: readonly Provision[], warnings: Warning[]): void {
  let last: Provision | null = null;
  for (const provision of provisions) {
    const number = provision.number?.[0];
    const before = last?.number?.[0];
    const isItem = provision.kind === 'item' || provision.kind === 'subitem';
    if (isItem && last && number !== undefined && before !== undefined && number > before + 1) {
      warnings.push(warn('item_number_gap', `${last.label ?? ''}之后是${provision.label ?? ''}`, provision));
    }
    if (isItem) last = provision;
    checkItems(provision.children, warnings);
  }
}

/** Adds a warning for each gap and repetition in the numbering of one part. */
export function checkNumbering(provisions: readonly Provision[], warnings: Warning[]): void {
  checkArticles(provisions, warnings);
  checkItems(provisions, warnings);
}
