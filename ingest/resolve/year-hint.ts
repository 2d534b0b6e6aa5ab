import { withoutSpaces } from '../text/spaces.ts';
import type { Mention } from './mention.ts';

// Must match (before a title): 2015年印发的《 · 2015年11月3日发布的      Must not: 2015年的《
const YEAR_BEFORE_TITLE =
  /([12][0-9]{3})年(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?[^，。；《》]{0,24}(?:印发|发布|公布|颁布|制定|下发|施行|实施|通过)的?《?$/u;

/**
 * The year that a clause prints of the document that it names: 2015 of 2015年印发的《自治区人民政府督查工作办法》…同时废止
 * (新政办发〔2023〕18号). Null when it prints none.
 */
export function yearHintOf(mention: Mention): number | null {
  const { title, quote } = mention;
  if (title === null) return null;
  const at = withoutSpaces(quote).indexOf(withoutSpaces(title));
  if (at < 0) return null;
  const match = YEAR_BEFORE_TITLE.exec(withoutSpaces(quote).slice(Math.max(0, at - 48), at));
  return match?.[1] === undefined ? null : Number(match[1]);
}
