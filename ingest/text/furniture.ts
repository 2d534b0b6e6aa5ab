/**
 * Page furniture: what stands on a page for the printer's sake and is no text of a document: page numbers, layout remarks,
 * running heads, Markdown comments and pictures.
 */
import publishers from '../../data/publishers.json' with { type: 'json' };
import { halfDigits, isSpace } from './characters.ts';

// Must match: — 30 — · －3－ · -12- · ·7· · 第 5 页 · 第5页 共12页      Must not: 30 · ——坚持改革先行 · -3.5
const PAGE_NUMBER =
  /^(?:[—–―－\-·•~]{1,3}\s{0,3}\d{1,4}\s{0,3}[—–―－\-·•~]{1,3}|第\s{0,3}\d{1,4}\s{0,3}页(?:[\s,，/]{0,3}共\s{0,3}\d{1,4}\s{0,3}页)?)$/u;
// Must match: （此页无正文） · (本页无正文) · （下转第8页） · （上接第5页）      Must not: （此件公开发布）
const LAYOUT_REMARK =
  /^[（(](?:[此本]页无正文|下转第?\s{0,2}\d|上接第?\s{0,2}\d|以下空白|此处?空白)[^（）()]{0,12}[）)]$/u;
const LONGEST_RUNNING_HEAD = 120;
const YEAR_AND_ISSUE = '\\d{4}\\s{0,2}[年.·•]\\s{0,2}第?\\s{0,2}[\\d\\-—－、]{1,9}\\s{0,2}[期号]?';
const GAZETTE = publishers.gazetteWords.join('|');
const SECTION_BESIDE = '(?!目\\s{0,4}[录次])[\\u4e00-\\u9fff]{2,12}';
// Must match: 2024年第17—18期  新疆维吾尔自治区人民政府公报 · 国务院公报 2024·5 · 内蒙古政报　2011年第11期 · 国务院公报 1996年第12号      ·439· · ·438·    国务院公报 1996年第12号
// · 安徽省人民政府公报 2008年第16期 国务院文件 · 省政府文件　安徽省人民政府公报 2008年第16期
// Must not: 国务院公报样式合刊 · 国务院公报 2008年第16期 目录 · 转载自国务院公报 2008年第16期，略有删节
const RUNNING_HEAD = new RegExp(
  `^(?:[·—-]?\\s?\\d{1,4}\\s?[·—-]?\\s{1,72})?(?:${SECTION_BESIDE}\\s{1,72})?(?:${YEAR_AND_ISSUE}[\\s·•|]{0,72}\\S{2,24}(?:${GAZETTE})|\\S{2,24}(?:${GAZETTE})[\\s·•|]{0,72}${YEAR_AND_ISSUE})(?:\\s{1,72}${SECTION_BESIDE})?[\\s·•\\d—-]{0,80}$`,
  'u',
);
// Must match: <!-- INFO END --> · ![](images/3.png) · --- · *** · ┌────┐ · ::: warning · [[toc]] · ————      Must not: <p> · │专栏1│
const MARKUP =
  /^(?:<!--.{0,200}?-->|!\[[^\]]{0,80}\]\([^)]{0,300}\)|:{3,}[^。]{0,40}|\[{1,2}toc\]{1,2}|[┌┐└┘├┤┬┴┼│┃─━┏┓┗┛\s]{3,}|—{4,}|[-*_=─━]{3,}(?:\s?正文\s?[-*_=─━]{3,})?)$/iu;
// Must match (at the head of a line): —3—首套商品住房的      Must not: —3— · ——坚持
const PAGE_NUMBER_BEFORE_TEXT = /^[—–－-]\s{0,2}\d{1,4}\s{0,2}[—–－-](?=[\s\u3000]{0,4}[^\d\s\u3000—–－\-.])/u;

/** What kind of furniture a whole line is, as the name of the rule that saw it; null for text. */
export function furnitureRule(printed: string): string | null {
  if (printed.length > 300) return null;
  switch (printed.charAt(0)) {
    case '—':
    case '–':
    case '―':
    case '－':
    case '-':
    case '·':
    case '•':
    case '~':
      if (PAGE_NUMBER.test(halfDigits(printed))) return 'page-number';
      if (MARKUP.test(printed)) return 'markup';
      return isRunningHead(printed) ? 'running-head' : null;
    case '第':
      return printed.endsWith('页') && PAGE_NUMBER.test(halfDigits(printed)) ? 'page-number' : null;
    case '（':
    case '(':
      return LAYOUT_REMARK.test(halfDigits(printed)) ? 'layout-remark' : null;
    case '<':
    case '!':
    case '*':
    case '_':
    case '=':
    case ':':
    case '[':
    case '─':
    case '━':
    case '┌':
    case '└':
    case '├':
    case '│':
    case '┏':
    case '┗':
      return MARKUP.test(printed) ? 'markup' : null;
    default:
      return isRunningHead(printed) ? 'running-head' : null;
  }
}

const NAMES_GAZETTE = new RegExp(GAZETTE, 'u');

function isRunningHead(printed: string): boolean {
  return (
    printed.length <= LONGEST_RUNNING_HEAD && NAMES_GAZETTE.test(printed) && RUNNING_HEAD.test(halfDigits(printed))
  );
}

/** Length of a page number that OCR left at the head of a line of text, the spaces behind it included; 0 for none. */
export function leadingPageNumber(text: string): number {
  const first = text.charAt(0);
  if (first !== '—' && first !== '–' && first !== '－' && first !== '-') return 0;
  let length = PAGE_NUMBER_BEFORE_TEXT.exec(text)?.[0].length ?? 0;
  while (length > 0 && isSpace(text.charAt(length))) length += 1;
  return length;
}
