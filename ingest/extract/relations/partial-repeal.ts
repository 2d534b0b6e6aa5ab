import { piecesLength } from '../divisions.ts';
import { role } from './relation-draft.ts';
import type { RelationDraft } from './relation-draft.ts';

// What of a document or article ends, when it is not the whole: printed right behind it.
const CONTENT = '(?:规定|内容|标准|条款|条文|部分|要求|表述|政策|事项|附件)';
// Must match: 中关于夜间收费的内容 · 规定的数额标准 · 的有关规定 · 中与本办法不一致的条款 · 与本通知不一致的规定 · 关于收费的规定
// Must not:   的全部内容 · 的废止 · 同时 · 规定的期限届满后
const PART = new RegExp(
  `^(?:中|里|的|关于|有关|相关|规定的|所列的?|与本(?=[^，,。；■]{1,16}(?:不一致|不符|抵触|冲突)的))(?!的?全部)[^，,。；■]{0,60}?${CONTENT}(?!的)`,
  'u',
);

// What stands inside the document, whatever it is called. Must match: 中的上述表单和填报说明同时|废止 · 内“三年”的期限|停止
// Must not: 中有关规定，自2022年1月1日起 · 中的全部内容
const INSIDE =
  /^(?:中|里|内)的?(?!的?全部)[^，,。；■]{1,40}?(?=(?:同时|自|从|予以|即行|一并|均|一律|停止|不再|废止|失效))/u;

/**
 * Length of what says that only a part of the document before it is meant: 中关于收费的规定, 第五章, 附件1, 中的上述表单. 0 when nothing does.
 */
export function partLength(behind: string): number {
  return (PART.exec(behind) ?? INSIDE.exec(`${behind}废止`))?.[0].length ?? piecesLength(behind);
}

/**
 * A repeal of articles, of some of which only a 款 or 项 ends, in two: 《A》第三条、第五条第二款同时废止 repeals article 3 and amends
 * article 5, which lives on. Anything else comes back as it is.
 */
export function splitPartialRepeal(relation: RelationDraft): RelationDraft[] {
  const { provisions, inPart } = relation.mention;
  if (relation.type !== 'repeals' || inPart.length === 0) return [relation];
  const isPart = (article: readonly number[]): boolean => inPart.some((one) => one.join() === article.join());
  const whole = provisions.filter((article) => !isPart(article));
  const amended: RelationDraft = {
    ...relation,
    ...role('amends', 'amends/part', 'amended', relation.effectiveDate),
    mention: { ...relation.mention, provisions: inPart },
  };
  return whole.length === 0
    ? [amended]
    : [{ ...relation, mention: { ...relation.mention, provisions: whole } }, amended];
}
