/**
 * The clauses that say from when and until when a text is in force, found in one paragraph:
 * 本办法自2024年4月26日起施行，有效期为五年。 (新疆维吾尔自治区人民政府公报 2024年第7-8期)
 */
import type { IsoDate } from '../../model/span.ts';
import { opensRound } from '../../text/brackets.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { clauseTextOf, DAY } from '../clause-text.ts';
import { effectCandidatesOf } from './effect-candidates.ts';
import type { EffectCandidate, EffectReading, EffectSentence } from './effect-readings.ts';
import { subjectOf } from '../own-clause.ts';
import type { ClauseSubject } from '../own-clause.ts';

/** One clause of effect and whom it is about. Offsets are into the paragraph. */
export interface EffectClause extends EffectReading {
  subject: ClauseSubject;
  start: number;
  end: number;
}

// Must match: 本办法 · 本办法将      Must not: 本市下列文件 · 本通知所列文件
const OWN_NAME = /本(?!.*(?:下列|以下|所列|附件|有关|相关|原))[^，。；■]{1,12}$/u;
const SUBJECT_REACH = 160;
// Must match: 停止 · 失效 · 废止 · 施行 · 有效 · 执行 · 实施 · 生效 · 实行 · 试行 · 日止 · 启用      Must not: 银行
const VERB = /[停废日]止|[失有生]效|[施执实试]行|实施|启用/;
// Must match: 2024年 · 之日 · 公布后 · 有效期限      Must not: 现予公布
const TIME = new RegExp(`[日${DAY}年后起]|有效|试行|期限`);

/** Every clause names a day, a 之日, a 有效期 or the like, and a verb of effect. Cheap, for every paragraph is asked. */
function mayStateEffect(text: string): boolean {
  return VERB.test(text) && TIME.test(text);
}

/**
 * Every clause of effect in a paragraph, with whom it is about. `ownTitle` tells whether a title is the document's own, `signed` the day
 * under the text.
 */
export function effectClausesOf(
  text: string,
  ownTitle: (title: string) => boolean,
  signed: IsoDate | null = null,
): EffectClause[] {
  if (!mayStateEffect(text)) return [];
  const clause = clauseTextOf(text, signed);
  const ownEnds = clause.titles
    .filter(({ start, end }) => ownTitle(text.slice(start + 1, end - 1)))
    .map(({ end }) => end);
  const clauses: EffectClause[] = [];
  for (const { start: offset, end } of sentencesOf(clause.text)) {
    const sentence: EffectSentence = { text: clause.text.slice(offset, end), offset, clause };
    if (mayStateEffect(sentence.text))
      readSentence(
        sentence,
        ownEnds.map((at) => at - offset),
        clauses,
      );
  }
  return clauses;
}

/** Whom a candidate is about from the words before it alone; `own`: an earlier clause of the sentence was about the document. */
function subjectBefore(
  { found, head }: EffectCandidate,
  text: string,
  ownEnds: readonly number[],
  own: boolean,
): { subject: ClauseSubject; before: string } {
  const cut = Math.max(0, head - SUBJECT_REACH);
  const before = (cut > 0 ? '…' : '') + text.slice(cut, head);
  if (found.rule === 'effective-date/ends-others' || found.rule === 'effective-date/at-once')
    return { subject: 'document', before };
  const shift = cut > 0 ? 1 - cut : 0;
  const ends = ownEnds.map((at) => at + shift);
  return { subject: subjectOf(before, ends, own), before };
}

function readSentence(sentence: EffectSentence, ownEnds: number[], clauses: EffectClause[]): void {
  const { text, offset } = sentence;
  const previous = clauses.at(-1);
  let own = false;
  let last = -1;
  let behind = -1;
  for (const candidate of effectCandidatesOf(sentence)) {
    const { found, until, start, end } = candidate;
    if (start < last) continue;
    const told = subjectBefore(candidate, text, ownEnds, own);
    let { subject } = told;
    if (offset > 0 && /^\s*第[^，。]{1,12}条\s*$/u.test(told.before)) subject = 'provisions';
    if (found.side === 'ends' && told.before.trim() === '' && previous?.subject !== 'document') subject = 'other';
    // 自发布之日起试行18个月, 自…起施行（有效期五年）: the end follows its beginning directly.
    if (found.side === 'ends' && (start < behind || (start === behind && opensRound(text.charAt(start - 1)))))
      subject = clauses.at(-1)?.subject ?? subject;
    // Behind another document's name such an end is that one's; at the head of a sentence it says nothing of its own.
    if (
      found.rule.startsWith('expiry-date/ends-') &&
      !(own ? !text.slice(behind, start).includes('■') : OWN_NAME.test(told.before))
    )
      subject = 'other';
    if (subject === 'document') own = true;
    behind = end + 1;
    // 试行18个月: the verb of the beginning is the noun of the end.
    last = text.slice(start, end).endsWith('试行') ? end - 2 : end;
    const clause = { ...found, subject, start: offset + start, end: offset + end };
    clauses.push(clause);
    if (until) clauses.push({ ...clause, side: 'ends', date: until, event: null });
  }
}
