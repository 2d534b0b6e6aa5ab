/**
 * The closing (落款) of a text: signature lines and the date under them, with what a printer puts behind it.
 * `自治区发展改革委` / `兵团发展改革委` / `国网新疆电力有限公司` / `2024年6月26日` (Xinjiang 2024 no. 17-18).
 */
import { endsSentence } from '../text/characters.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { lastPrinted, nextPrinted } from './printed-text.ts';
import type { PrintedText } from './printed-text.ts';
import { endsInBody, endsInOffice, endsInPerson } from './signer.ts';

export interface Closing {
  /** Lines of the signature, in order; empty when only a date closes the text. */
  signature: number[];
  date: number;
  /** Bracketed remarks and distribution lines behind the date. */
  remarks: number[];
  /** First line behind the closing. */
  end: number;
}

const WIDEST = 40;
const MOST_SIGNATURES = 40;
// Must match: （此件公开发布） · (公开属性:主动公开) · （本文有删减） · 抄送：省委各部门。 · 此件主动公开      Must not: 附件1
const REMARK =
  /^(?:[（(][^（()）]{2,40}[）)]|抄\s?送[：:].{0,200}|(?:此件)?(?:主动|依申请|不予)?公开(?:发布)?|信息公开.{0,20})$/u;
// Must match: 部长：谢某某 · 市　长: 张某      Must not: 组长：张某　市长、李某　副市长
const PERSON_BY_OFFICE = /^[^，。；：、《]{2,16}[：:]\s{0,4}[^，。；：、《]{2,12}$/u;
// Must match: 王某　自治区财政厅厅长 · 李某 市计委主任      Must not: 自治区主席　王某 · 财政部
const NAME_AND_OFFICE =
  /^[\u4e00-\u9fff·]{2,8}[\s\u3000]+[^\s\u3000，。：]{3,20}(?:长|主任|书记|主席|委员|专员|经理)$/u;
// Must match: 副指挥:陈某某(省水利厅厅长)      Must not: 部长：谢某某 · 主席　艾尔肯·吐尼亚孜（签名）
const MEMBER = /^[^：:]{2,8}[：:][^（(]{2,12}[（(][^（()）]{4,20}[）)]$/u;

/** Whether a line can sign: short, a body or an officer with a name, no sentence. */
function canSign(text: PrintedText, index: number, nearest: boolean): boolean {
  const line = text.lines[index];
  if (!line || line.width > WIDEST || text.shapes[index]?.kind !== 'text' || endsSentence(line.text)) return false;
  if (MEMBER.test(line.text) || NAME_AND_OFFICE.test(line.text)) return false;
  if (PERSON_BY_OFFICE.test(line.text) && endsInPerson(line.text)) return true;
  if (/[，。；：、,;《]/u.test(line.text) && !/^[^，。；：,;]+、[^，。；：,;]+$/u.test(line.text)) return false;
  const words = withoutSpaces(line.text).replace(/[（(][^（()）]*[）)]$/u, '');
  if (endsInBody(words) || endsInPerson(line.text)) return true;
  // 韦某某　市公安局副局长 is a member of what the text sets up.
  return (
    nearest && line.width <= 16 && !/[的已将并为对]/u.test(words) && !endsInOffice(words) && !isListed(text, index)
  );
}

// Must match: 西山区地税局 · 王某某　市水利局局长      Must not: 特此公告 · 此复 · 现将有关事项公告如下：
const ENTRY = /^(?!特?此)[^，。；：！？]{2,24}$/u;
const FEWEST_ENTRIES = 2;

/** Whether short lines without a sentence stand right above: the line is one more of what the text lists. */
function isListed(text: PrintedText, index: number): boolean {
  let at = index;
  for (let entries = 0; entries < FEWEST_ENTRIES; entries += 1) {
    at = lastPrinted(text, 0, at);
    if (text.shapes[at]?.kind !== 'text' || !ENTRY.test(text.lines[at]?.text ?? '')) return false;
  }
  return true;
}

/**
 * The closing whose date is line `date`, its signature not reaching above `floor`. `endsText`: whether another text begins at a line. Null when the date closes nothing: it stands in
 * running text with more of it behind, or in a table.
 */
export function closingAt(
  text: PrintedText,
  date: number,
  floor: number,
  ceiling: number,
  endsText: (at: number) => boolean,
): Closing | null {
  const signature: number[] = [];
  let below = date;
  for (let at = date - 1; at >= floor && signature.length < MOST_SIGNATURES; at -= 1) {
    const kind = text.shapes[at]?.kind;
    if (kind === 'blank' || kind === 'furniture') continue;
    if (!canSign(text, at, signature.length === 0)) break;
    // A name of one's own stands alone: nothing else signs above it without a body.
    if (signature.length > 0 && below - at > 4) break;
    signature.unshift(at);
    below = at;
  }
  const remarks: number[] = [];
  let end = date + 1;
  for (let at = nextPrinted(text, end, ceiling); at < ceiling; at = nextPrinted(text, end, ceiling)) {
    if (
      text.shapes[at]?.kind !== 'imprint' &&
      (!REMARK.test(text.lines[at]?.text ?? '') ||
        text.shapes[at]?.kind === 'note' ||
        text.shapes[at]?.kind === 'number')
    )
      break;
    remarks.push(at);
    end = at + 1;
  }
  const next = nextPrinted(text, end, ceiling);
  if (signature.length === 0 && next < ceiling && remarks.length === 0 && !endsText(next)) return null;
  return { signature, date, remarks, end };
}
