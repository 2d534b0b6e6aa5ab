import { matchesOf } from '../../text/matches.ts';
import type { Mention } from '../mention.ts';
import { role } from './relation-draft.ts';
import type { MentionSentence, Role } from './relation-draft.ts';
import { articleNumberOf } from '../statement.ts';
import type { Statement } from '../statement.ts';

type Lead = 'based_on' | 'implements' | 'none';

// Each word decides what the documents behind it are for, until the next word.
const LEADS: readonly { lead: Lead; words: string }[] = [
  { lead: 'based_on', words: '根据|依据|依照|按照|遵照|遵循' },
  { lead: 'implements', words: '贯彻落实|贯彻执行|贯彻实施|贯彻|落实|实施|执行' },
  {
    lead: 'none',
    words:
      '结合|参照|参考|借鉴|现将|现就|将(?=■)|对(?=■)|经(?=.{0,16}(?:同意|批准|审议|研究))|废止|修改|适用|违反|符合|制定(?!的)|印发(?!的)|(?:发布|公布|公开|批准)(?=[^，,。；的]{0,12}■)',
  },
];
const LEAD_WORD = new RegExp(LEADS.map(({ words }) => `(${words})`).join('|'), 'gu');
// Must match: 制定本办法 · 现将…予以公布 · 提出以下意见 · 决定 · 批复如下
const ENACTS =
  /制定|制订|修订|编制|拟定|拟订|出台|研究|起草|提出|决定|公布|公告|通告|通知|批复|函复|答复|解释|印发|发布|作出|授权|批准|同意|调整|设立|成立|规定如下|实施|废止|明确|清理|核定|核准|认定|修改|本(?:办法|规定|条例|细则|通知|意见|方案)/u;
// A heading of its own for what a plan rests on: 1.2 编制依据 · 制定依据 · 二、政策依据
const BASIS_HEADING = /(?:编制|制定|制订|政策|法律|法规|主要|工作|背景)(?:依据|根据)$|^(?:依据|根据)$/u;
// The same with its text behind it: 1.2 编制依据 依据《…》
const BASIS_OPENING =
  /^[\s\u3000]*[（(]?[0-9.一二三四五六七八九十]{1,6}[）)]?[、.．\s\u3000]*(?:编制|制定|制订|政策|法律)(?:依据|根据)/u;
// Must match (behind a title): 的贯彻实施，制定 · 的有效实施      Must not: 的规定
const CARRIED_OUT = /^的?(?:全面|有效|正确|顺利)?(?:贯彻|实施|执行|落实)/u;
// Must match (behind a title): 第一次修正 · 修订）      Must not: 修订的《乙办法》
const REVISED_BY = /^(?:第[一二三四五六七八九十]+次)?(?:修正|修订|修改)(?!的)/u;
const AFTER_REACH = 16;
const NOTICE_REACH = 12;

function leadIn(gap: string, current: Lead): Lead {
  let found: { lead: Lead; end: number } | null = null;
  for (const match of matchesOf(LEAD_WORD, `${gap}■`)) {
    const decided = LEADS.find((_, group) => match[group + 1] !== undefined);
    found = { lead: decided?.lead ?? 'none', end: match.index + match[0].length };
  }
  if (found) return /[，,：:]/u.test(gap.slice(found.end)) ? 'none' : found.lead;
  const plain = gap.replace(/[\s、，,]|和|及|以及|与|[（(][^（()）]*[）)]/gu, '');
  return /[，,]/u.test(gap) && plain.length > 14 ? 'none' : current;
}

// Must match: 制定本规则 · 特制订本办法 · 编制本预案      Must not: 制定具体办法
const MAKES_THIS_TEXT = /(?:制定|制订|编制|拟定|修订)本[\u4e00-\u9fff]/u;

/** 一、根据《土地调查条例》…，制定本规则。: the first number of a text whose provisions are not called 条. */
function isFirstOfAll({ path }: Statement): boolean {
  return path.length > 0 && path.every(({ number }) => number === null || number.every((n) => n === 1));
}

/**
 * Whether a paragraph is where a document says what it rests on: preamble, first article, a heading 编制依据. What a numbered item of a notice
 * asks to be done by a law (二、要按照《甲条例》的要求办理) is no basis of the notice.
 */
export function isEnacting(statement: Statement): 'clause' | 'heading' | null {
  if (statement.path.some(({ heading }) => heading !== null && BASIS_HEADING.test(heading.trim()))) return 'heading';
  if (BASIS_OPENING.test(statement.text.text)) return 'heading';
  const article = articleNumberOf(statement);
  if (article) return article.length === 1 && article[0] === 1 ? 'clause' : null;
  if (statement.partKind === 'list' || statement.role === 'table') return null;
  if (isFirstOfAll(statement) && MAKES_THIS_TEXT.test(statement.text.text)) return 'clause';
  const opensNotice = statement.partKind === 'notice' && statement.index < NOTICE_REACH && statement.path.length === 0;
  return statement.preamble || opensNotice ? 'clause' : null;
}

/**
 * What the enacting clause rests on: 根据《A》《B》等有关法律、法规，结合自治区实际，制定本办法 → based_on A, B;
 * 为贯彻落实《C》，制定本方案 → implements C. The nearest word before a document decides.
 */
export function enactingRolesIn(sentence: MentionSentence, place: 'clause' | 'heading'): Map<Mention, Role> {
  const roles = new Map<Mention, Role>();
  const { masked, start } = sentence;
  if (place === 'clause' && !ENACTS.test(masked)) return roles;
  let lead: Lead = place === 'heading' ? 'based_on' : 'none';
  let at = 0;
  for (const mention of sentence.mentions) {
    const from = Math.max(at, 0);
    lead = leadIn(masked.slice(from, mention.start - start), lead);
    at = mention.end - start;
    if (REVISED_BY.test(masked.slice(at, at + AFTER_REACH))) continue;
    if (CARRIED_OUT.test(masked.slice(at, at + AFTER_REACH)))
      roles.set(mention, role('implements', `implements/enacting-${place}`));
    else if (lead !== 'none') roles.set(mention, role(lead, `${lead}/enacting-${place}`));
  }
  return roles;
}
