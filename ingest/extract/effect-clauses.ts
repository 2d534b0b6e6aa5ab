/**
 * The clauses that say from when and until when a text is in force, found in one paragraph:
 * 本办法自2024年4月26日起施行，有效期为五年。 (新疆维吾尔自治区人民政府公报 2024年第7-8期)
 */
import { addDays } from '../text/dates.ts';
import type { FoundDate } from '../text/dates.ts';
import { sentencesOf } from '../text/sentences.ts';
import { clauseTextOf, DAY, dateWithin } from './clause-text.ts';
import type { ClauseText } from './clause-text.ts';
import { DURATION, readDuration } from './duration.ts';
import type { Duration } from './duration.ts';
import { subjectOf } from './own-clause.ts';
import type { ClauseSubject } from './own-clause.ts';

/** From which event a day is counted: 印发 and its like, 通过, or an event that the text does not date. */
export type EffectEvent = 'promulgation' | 'adoption' | 'other';

/** One clause of effect. Exactly one of `date`, `event`, `duration`, `withoutEnd` says when. Offsets are into the paragraph. */
export interface EffectClause {
  side: 'begins' | 'ends';
  subject: ClauseSubject;
  date: FoundDate | null;
  event: EffectEvent | null;
  /** With `event`: how long after it (30日后); with an end: the length of validity. */
  duration: Duration | null;
  withoutEnd: boolean;
  /** Whether the end is counted from the event named with it (自发布之日起5年) and not from the effective date. */
  fromEvent: boolean;
  rule: string;
  start: number;
  end: number;
}

const VERB = '(?:正式|开始|统一|全面|同步|试点)*(?:施行|实施|实行|执行|生效|试行|启用)';
const EVENT_WORD = '印发|公布|发布|颁布|颁发|下发|下达|发文|成文|签发|签署|刊登|登报|发出|公告|通过|批准';
// Must match: 自2024年10月15日起施行 · 从…起正式实施 · 于1986年10月1日施行 · 自…之日起执行 · 自…零时起施行
// Must not:   自2024年9月1日起，将运费补贴标准… · 自…起施行的标准
const FIXED = new RegExp(
  `(?:自|从|于|定于|在)?\\s?Ｄ+\\s?(?:零时|0时|00:00)?(?:之日)?(?:起|开始|后)?[，,]?${VERB}(?![的后前期时中])`,
  'gu',
);
// Must match: 自印发之日起施行 · 自公布之日起30日后施行 · 自发布之日起满三个月后实施 · 自本办法公布之日起生效 · 公布后三十日起施行
// Must not:   自受理之日起15日内
const BY_EVENT = new RegExp(
  `(?:(?:自|从|于)([\\u4e00-\\u9fff■]{0,14}?))?(${EVENT_WORD})(?:之日|日)?(?:[（(]Ｄ+[）)])?(?:起|后|之后)?(?:的?第|满)?\\s?(?:${DURATION}(?:后|之后|起|之日起|后起)?)?(?:起)?[，,]?${VERB}(?![的后前期时中])`,
  'gu',
);
// Must match: 现予发布施行 · 现予公布实施 · 现发布施行      Must not: 现予公布，自… · 发布施行前
const AT_ONCE = new RegExp(`(?:现|兹|特)(?:予以?)?(${EVENT_WORD})${VERB}(?=[。，,；;]|$)`, 'gu');
// Must match: 自2024年1月1日起至2027年12月31日实施 · 执行时间自A至B · 有效期自A至B · 执行期限为A—B · 自A起施行，至B止
// Must match: 凡宣布失效的规范性文件，自本通知印发之日起一律停止执行      Must not: 《A》自本解释公布之日起不再执行
const ENDS_OTHERS = new RegExp(
  `自本[\\u4e00-\\u9fff]{2,6}?(${EVENT_WORD})之日起[，,]?(?:一律|均|同时|全部|即行)*(?:停止执行|废止|失效|不再执行|停止施行)`,
  'gu',
);
const PERIOD = new RegExp(
  `(?:自|从|于|为|是|[:：])?\\s?(Ｄ+)\\s?(?:之日)?(?:起|开始)?[，,]?(?:${VERB})?(?:[，,]?(?:有效期|执行期|实施期|期限)?)?[，,]?\\s?(?:执行|实施|有效)?(?:截?至|到|—+|–|-|~|～)\\s?(Ｄ+)\\s?(?:止|结束|期间)?(?:[，,]?(?:${VERB}|有效))?`,
  'gu',
);
const PERIOD_TAIL = new RegExp(`(?:${VERB}|有效|止)`, 'u');
const PERIOD_WORD =
  /(?:有效期限?|(?:执行|实施|施行|试行)(?:时间|期限|期间|期|时限)?|(?:政策|适用)(?:时间|期限|期间|期|时限)|期限)(?:暂定)?(?:为|是|[:：])?(?:自|从)?$/u;
// Must match: 有效期五年 · 有效期为5年 · 有效期限2年 · 试行期一年 · 有效期自发布之日起5年 · 执行期限暂定三年 · 试行两年
// Must not:   有效期届满前3个月 · 有效期内 · 保质期5年
const LASTING = new RegExp(
  `(?:有效期|(?:执行|实施|施行|试行|暂行)期|试行|暂行)(?:限|间)?(?:暂定|原则上|一般)?(?:为|是|[:：])?(?:自|从)?(?:([\\u4e00-\\u9fff]{0,6}?)(${EVENT_WORD})(?:之日|日)起)?(?:计算)?(?:暂定|为)?\\s?${DURATION}`,
  'gu',
);
// Must match: 有效期至2026年12月31日 · 有效期截至… · 执行至… · 试行至… · 至…止 · 至…停止执行
// Must not:   将于2026年12月31日前完成
const UNTIL = new RegExp(
  `(?:暂定|暂)?(?:有效期|(?:执行|实施|施行|试行)(?:时间|期限|期)?|有效)?(?:限|间)?(?:暂定)?(?:为|是|[:：])?(?:截止日?期?为?|截?至|截止到|到)\\s?(Ｄ+)\\s?(?:止|失效|终止|停止执行|结束|自动失效|自行废止|废止)?`,
  'gu',
);
const UNTIL_WORD = /^(?:暂定|暂)?(?:有效|执行|实施|施行|试行)/u;
const UNTIL_END = /(?:止|失效|终止|停止执行|结束|废止)$/u;
// Must match (behind the document's own beginning or name): 2028年6月4日失效 · 于2028年6月4日自动废止 · 自2028年6月5日起停止执行
// Must not: 《甲办法》自2024年6月1日起停止执行 · 自2024年6月1日起废止下列文件
const ENDS_ON =
  /(?:于|自|从)?\s?Ｄ+\s?(?:之日)?(起|后|)[，,]?(?:自动|自行|自然|即行|予以)?(?:失效|废止|停止执行|停止施行|停止实施)(?=[。；;，,]|$)/gu;
// Must match: 本办法 · 本办法将      Must not: 本市下列文件 · 本通知所列文件
const OWN_NAME = /本(?!.*(?:下列|以下|所列|附件|有关|相关|原))[^，。；■]{1,12}$/u;
const WITHOUT_END = /长期有效|有效期(?:限)?(?:为|[:：])?长期/gu;
// 自2024年10月15日起施行 is a clause only when it ends there or goes on with its validity.
const CLAUSE_ENDS =
  /^\s?(?:$|[0-9一二三四五六七八九十两]{1,3}(?:年|个月)|[。；;，,、）)”!！\n]|有效期|试行期|至|执行期|实施期|并|但|其中|同时|■)/u;
const PROMULGATION_EVENTS = /^(?:本[\u4e00-\u9fff]{0,8}|文件|■|之)?$/u;

const SUBJECT_REACH = 160;

const TRIGGERS = ['停止', '失效', '废止', '施行', '有效', '执行', '实施', '生效', '实行', '试行', '日止', '启用'];

function eventOf(owner: string, word: string): EffectEvent {
  if (!PROMULGATION_EVENTS.test(owner)) return 'other';
  if (word === '通过') return 'adoption';
  return word === '批准' ? 'other' : 'promulgation';
}

type Found = Omit<EffectClause, 'subject' | 'start' | 'end'>;
const NOTHING = { date: null, event: null, duration: null, withoutEnd: false, fromEvent: false };

interface Sentence {
  text: string;
  offset: number;
  clause: ClauseText;
}

function begins(sentence: Sentence, match: RegExpExecArray): Found | null {
  const { clause, offset } = sentence;
  const date = dateWithin(clause, offset + match.index, offset + match.index + match[0].length);
  return date ? { ...NOTHING, side: 'begins', date, rule: 'effective-date/fixed' } : null;
}

function beginsByEvent(sentence: Sentence, match: RegExpExecArray): Found | null {
  const [, owner = '', word = '', count, unit] = match;
  // 自公布之日（2023年12月1日）起施行: the day is printed with the event.
  const printed = match[0].includes(DAY) ? begins(sentence, match) : null;
  if (printed) return printed;
  if (!/[日起后自从]/u.test(match[0])) return null;
  const duration = count !== undefined && unit !== undefined ? readDuration(count, unit) : null;
  if (count !== undefined && duration === null) return null;
  const rule = duration ? 'effective-date/after-event' : 'effective-date/event';
  return { ...NOTHING, side: 'begins', event: eventOf(owner, word), duration, rule };
}

function lasts(match: RegExpExecArray): Found | null {
  const [, owner = '', word, count = '', unit = ''] = match;
  const duration = readDuration(count, unit);
  if (!duration) return null;
  const event = word === undefined ? null : eventOf(owner, word);
  return { ...NOTHING, side: 'ends', duration, event, fromEvent: event !== null, rule: 'expiry-date/duration' };
}

/** Every clause names a day, a 之日, a 有效期 or the like, and a verb of effect. Cheap, for every paragraph is asked. */
function mayStateEffect(text: string): boolean {
  const timed =
    text.includes('日') ||
    text.includes(DAY) ||
    text.includes('有效') ||
    text.includes('试行') ||
    text.includes('期限') ||
    text.includes('后');
  return timed && TRIGGERS.some((trigger) => text.includes(trigger));
}

/** Every clause of effect in a paragraph, with whom it is about. `ownTitle` tells whether a title is the document's own. */
export function effectClausesOf(text: string, ownTitle: (title: string) => boolean): EffectClause[] {
  if (!mayStateEffect(text)) return [];
  const clause = clauseTextOf(text);
  const ownEnds = clause.titles
    .filter(({ start, end }) => ownTitle(text.slice(start + 1, end - 1)))
    .map(({ end }) => end);
  const clauses: EffectClause[] = [];
  for (const { start: offset, end } of sentencesOf(clause.text)) {
    const sentence: Sentence = { text: clause.text.slice(offset, end), offset, clause };
    if (mayStateEffect(sentence.text))
      readSentence(
        sentence,
        ownEnds.map((at) => at - offset),
        clauses,
      );
  }
  return clauses;
}

interface Candidate {
  found: Found;
  /** The last day, for a period that names both. */
  until: FoundDate | null;
  start: number;
  end: number;
  /** Where the words of its own (有效期自) begin, behind the subject. */
  head: number;
}

function periods({ text, offset, clause }: Sentence): Candidate[] {
  return [...text.matchAll(PERIOD)].flatMap((match): Candidate[] => {
    const before = text.slice(0, match.index);
    const word = PERIOD_WORD.exec(before);
    if (!word && !PERIOD_TAIL.test(match[0])) return [];
    const start = match.index;
    const end = start + match[0].length;
    const [first, last] = clause.dates.filter((date) => date.start >= offset + start && date.end <= offset + end);
    if (!first || !last) return [];
    const found: Found = { ...NOTHING, side: 'begins', date: first, rule: 'period/from-to' };
    return [{ found, until: last, start, end, head: word ? word.index : start }];
  });
}

function candidatesOf(sentence: Sentence): Candidate[] {
  const { text, offset, clause } = sentence;
  const candidates = periods(sentence);
  const collect = (pattern: RegExp, read: (match: RegExpExecArray) => Found | null): void => {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const found = read(match);
      if (found) candidates.push({ found, until: null, start, end, head: start });
    }
  };
  const closes = (match: RegExpExecArray): boolean => CLAUSE_ENDS.test(text.slice(match.index + match[0].length));
  collect(FIXED, (match) => (closes(match) ? begins(sentence, match) : null));
  collect(BY_EVENT, (match) => (closes(match) ? beginsByEvent(sentence, match) : null));
  collect(AT_ONCE, (match) => ({
    ...NOTHING,
    side: 'begins',
    event: eventOf('', match[1] ?? ''),
    rule: 'effective-date/at-once',
  }));
  collect(ENDS_OTHERS, (match) => {
    const ofList = /(?:文件|规章|规定|通知|法规)[，,]?$/u.test(text.slice(0, match.index));
    const event = eventOf('', match[1] ?? '');
    return ofList ? { ...NOTHING, side: 'begins', event, rule: 'effective-date/ends-others' } : null;
  });
  collect(LASTING, lasts);
  collect(UNTIL, (match) => {
    if (!UNTIL_WORD.test(match[0]) && !UNTIL_END.test(match[0])) return null;
    const date = dateWithin(clause, offset + match.index, offset + match.index + match[0].length);
    return date && { ...NOTHING, side: 'ends', date, rule: 'expiry-date/until' };
  });
  collect(ENDS_ON, (match) => {
    const date = dateWithin(clause, offset + match.index, offset + match.index + match[0].length);
    if (!date?.date) return null;
    // 自2028年6月5日起失效: the day before is the last one.
    return match[1] === '起'
      ? { ...NOTHING, side: 'ends', date: { ...date, date: addDays(date.date, -1) }, rule: 'expiry-date/ends-from' }
      : { ...NOTHING, side: 'ends', date, rule: 'expiry-date/ends-on' };
  });
  collect(WITHOUT_END, () => ({ ...NOTHING, side: 'ends', withoutEnd: true, rule: 'expiry-date/without-end' }));
  return candidates.sort((a, b) => a.start - b.start || b.end - a.end);
}

function readSentence(sentence: Sentence, ownEnds: number[], clauses: EffectClause[]): void {
  const { text, offset } = sentence;
  const previous = clauses.at(-1);
  let own = false;
  let last = -1;
  let behind = -1;
  for (const { found, until, start, end, head } of candidatesOf(sentence)) {
    if (start < last) continue;
    const cut = Math.max(0, head - SUBJECT_REACH);
    const before = (cut > 0 ? '…' : '') + text.slice(cut, head);
    const shift = cut > 0 ? 1 - cut : 0;
    let subject =
      found.rule === 'effective-date/ends-others' || found.rule === 'effective-date/at-once'
        ? 'document'
        : subjectOf(
            before,
            ownEnds.map((at) => at + shift),
            own,
          );
    if (offset > 0 && /^\s*第[^，。]{1,12}条\s*$/u.test(before)) subject = 'provisions';
    if (found.side === 'ends' && before.trim() === '' && previous?.subject !== 'document') subject = 'other';
    // 自发布之日起试行18个月: the end follows its beginning directly.
    if (found.side === 'ends' && start < behind) subject = clauses.at(-1)?.subject ?? subject;
    // Behind another document's name such an end is that one's; at the head of a sentence it says nothing of its own.
    if (
      found.rule.startsWith('expiry-date/ends-') &&
      !(own ? !text.slice(behind, start).includes('■') : OWN_NAME.test(before))
    )
      subject = 'other';
    if (subject === 'document') own = true;
    behind = end + 1;
    // 试行18个月: the verb of the beginning is the noun of the end.
    last = text.slice(start, end).endsWith('试行') ? end - 2 : end;
    const clause = { ...found, subject, start: offset + start, end: offset + end };
    clauses.push(clause);
    if (until) clauses.push({ ...clause, side: 'ends', date: until });
  }
}
