/** Headings over the entries of a filing catalogue: 乌鲁木齐市（5件）, 一、市州人民政府, 【省直部门】. */
import { parseChineseNumber } from '../../text/chinese-numerals.ts';
import { readLabel } from '../../structure/read-label.ts';
import { withoutSpaces } from '../../text/spaces.ts';
import { endsInBody } from '../signer.ts';

export interface GroupHeading {
  name: string;
  declared: number | null;
  /** How deep its label stands: 0 for 一、, 1 for （一）, null without label. */
  depth: number | null;
}

// Must match: 乌鲁木齐市（5件） · 自治区民族事务委员会（宗教事务局）（2件） · 喀什地区 (1件) · 自治区教育厅 4件 · 县（区）人民政府（共2件） · 龟兹地区：2件 · 省林业厅（2件）：
// Must not: 关于废止《…》等4件政府规章的决定 · 目录共28件
const COUNTED =
  /^([^，。；：:《]{2,40}?)\s{0,4}(?:[（(〔【[：:]\s?共?|(?<![共计\d一二三四五六七八九十百]))\s?(\d{1,4}|[一二三四五六七八九十百]{1,5})\s?件\s?[）)〕】\]]?[：:]?$/u;
// Must match (before a count): 晋南市人民政府报备 · 省水利厅报送备案      Must not: 省水利厅
const THEIR_FILING = /(?:报备|报送备案|报送|制定|登记备案|备案登记)$/u;
const NO_NAME = /[共计]$|目录$|^(?:以上|总|合)/u;
const LONGEST_HEADING = 60;
const DEPTHS = new Map([
  ['comma', 0],
  ['bracket', 1],
]);

// Must match: ■ 龟兹地区 · ◆省水利厅 · ※ 市州
const ORNAMENT = /^[■□●○◎◆◇▲△★☆※·•▪]\s{0,2}/u;
// Must match: 【地州市】      Must not: 【地州市】（3件）
const IN_CORNERS = /^[【〖]([^【】〖〗]{2,40})[】〗]$/u;

/** 一、 or （一） of a heading and the words behind it; one in 【】 stands as high as 一、. */
function readDepth(printed: string): { depth: number | null; words: string } {
  const corners = IN_CORNERS.exec(printed)?.[1];
  if (corners !== undefined) return { depth: 0, words: corners.trim() };
  const text = printed.replace(ORNAMENT, '');
  const label = readLabel(text);
  const depth = DEPTHS.get(label?.kind ?? '') ?? null;
  return { depth, words: depth === null || !label ? text : text.slice(label.end).trim() };
}

/** The group that a line opens with its count; null when it opens none. */
export function groupHeading(text: string): GroupHeading | null {
  if (text.length > LONGEST_HEADING || !text.includes('件')) return null;
  const { depth, words } = readDepth(text);
  const match = COUNTED.exec(words);
  const name = match?.[1]?.trim().replace(THEIR_FILING, '') ?? '';
  if (!match || NO_NAME.test(name) || (depth === null && name.endsWith('文件'))) return null;
  return { name, declared: parseChineseNumber(match[2] ?? ''), depth };
}

// Must match: 江州市 · 州（市） · 省级部门 · 市直单位      Must not: 南明县人民政府 (a body by its name) · 关于印发《…》的通知 · 做好备案工作
const BODY_OR_PLACE = /(?:[省市县区州盟旗镇]|部门|单位|机构|机关)(?:[（(][^（）()]{1,16}[）)])?$/u;
// Must match: 市政府各部门 · 市直单位      Must not: 江州市
const KIND_OF_BODIES = /.(?:部门|单位|机构|机关)$/u;
// What stands in no label; in round brackets it may stand behind a body.
const NAMES_A_TEXT = /[《》]|关于|通知|公告|通告/u;
const HAS_ROUND = /[（(]/u;
// Must match (behind a body): 区县（自治县）政府文件 · 省直部门制定的规范性文件
const THEIR_TEXTS =
  /(?:报备|备案|登记)情况$|(?:制定|报送|报备|报送备案|发布|印发)?的?(?:行政)?(?:规范性文件|文件|规章)$/u;
const NO_BODY = /[，。；：《》、]|关于|通知|公告|通告/u;

/**
 * The group that a line without a count opens: the name of a body, a place or a kind of bodies behind 一、 or （一）; without label the name
 * of a body. Whether such a line stands over entries is for its neighbours to say.
 */
export function plainHeading(text: string): GroupHeading | null {
  if (text.length > LONGEST_HEADING || (NAMES_A_TEXT.test(text) && !HAS_ROUND.test(text))) return null;
  const { depth, words } = readDepth(text);
  const name = withoutSpaces(words);
  if (name.length < 2 || NO_BODY.test(name.replace(/[（(][^（）()]*[）)]/gu, ''))) return null;
  const bare = name.replace(/[（(][^（()）]*[）)](?=.)/gu, '');
  if (depth === null) return endsInBody(bare) || KIND_OF_BODIES.test(bare) ? { name, declared: null, depth } : null;
  const owner = bare.replace(THEIR_TEXTS, '');
  return endsInBody(owner) || BODY_OR_PLACE.test(owner) ? { name, declared: null, depth } : null;
}

// What does not head a table of entries, but names the whole of it.
const OF_THE_WHOLE = /[小合总]计|目录|一览|清单|汇总|备案|登记|附件|附表|[，。；：、:;《》\d]/u;
const LONGEST_CAPTION = 20;

/** The group that a line alone over the head of a table names, whatever it is called: 地方性法规. Null for a title or a remark. */
export function tableCaption(text: string): GroupHeading | null {
  const { depth, words } = readDepth(text);
  const name = withoutSpaces(words);
  if (name.length < 2 || name.length > LONGEST_CAPTION || OF_THE_WHOLE.test(name)) return null;
  return /^[\u4e00-\u9fff（）()]+$/u.test(name) ? { name, declared: null, depth } : null;
}
