import type { IsoDate } from '../../model/span.ts';
import { findDates } from '../../text/dates.ts';
import { matchesOf } from '../../text/matches.ts';
import { enumerationEnds } from './enumeration.ts';
import type { Mention } from '../mention.ts';
import { isOnlyBasis } from './only-basis.ts';
import { partLength } from './partial-repeal.ts';
import { role } from './relation-draft.ts';
import type { MentionSentence, Role } from './relation-draft.ts';
import { ENDING, modeOf } from './repeal-words.ts';

// What may stand between the last document and 废止.
// Must match: 同时 · ，同时 · 等3件规章同时 · 自2024年6月1日起 · ）同时 · 即行 · 予以 · 及其实施细则、补充规定同时 · 已期满，自然 · 有效期届满， · 文件自2021年6月1日起 · 及其他与本办法不一致的规定同时 · ，除第五条外，相应
// Must not:   的有关规定同时 · 第三章关于收费的规定 · 应当修改或者 · 有效期届满后自动 · 到期自动 (its end is still to come)
const SUBJECT_GAP =
  /^[）)\s\u3000]*(?:文件|通知|公告|规定|批复|函|文|中?的?全部内容)?(?:(?:及|以及|和|、)其?(?:他|它)?(?:与本[^，,。；■]{1,16}的|有关|相关|配套|各项)?的?(?:规定|实施细则|实施办法|实施意见|实施方案|细则|附件|补充(?:规定|通知|意见)|修改决定|配套(?:文件|规定|政策)|文件|解释|说明)){0,3}(?:等[^，,。■的]{0,24})?(?:[，,]?除[^，,。；■]{2,24}外)?[，,、]?(?:(?:自|从|于)[^，,。；■]{0,28}?(?:起|日|时|后))?[，,]?(?:同时|同日|即行|即日起|即|相应|自行|一并|一同|均|全部|随之|亦|也|决定|现|予以?|已经?|自动|宣布|公布|同步|一律|将|自然|届时|(?:有效期限?)?(?:已(?:到期|期满|届满)|(?:到期|期满|届满)(?!后|自动|自行|自然))|不再保留|全文|原文件|文件|文|[，,]|并)*$/u;
// Behind 废止 the clause must end or go on with something that is no noun: 废止的程序 is no repeal.
const AFTER_ENDING = /^(?:[。，,；;！）)、\s”"]|$|执行|但|其中|，|后|并|以|和|[（(]|的?[。，,；;]|处理|，?不再)/u;
// A conjunction, or what tells of which day and whose the next document is, goes on: 和1988年12月27日国务院发布的
// What happens to the one before ends it: 《A》继续有效，《B》予以废止 · 《A》予以修改，《B》同时废止
const BREAKS_CHAIN =
  /(?:(?:起施行|起实施|起执行)(?!的)|(?:实施|施行|执行|生效|启用)(?=[，,；;])|(?<!起)施行(?!的)|实施[之后]|生效|[印公发]布[之后]|根据|依据|依照|按照|制定(?!的)|(?:修改|修订|修正|废止|失效)(?![的过）)])|已(?![^，,。；■]*[的）)])|出台(?!的)|继续有效|保留|延长|不一致|为准|执行(?!的)|[。；;：:])/u;
// What stays in force of the document before. Must match: ，除第五条外，相应 · 除第三条外，自2021年9月1日起 · ，除附件2外，同时      Must not: ，除另有规定外，同时
const LEAVES_OUT =
  /^[，,]?除[^，,。；■]{0,16}?(?:第[一二三四五六七八九十百0-9]{1,6}[编章节条款项]|附[件表录])[^，,。；■]{0,16}外/u;
// Behind an article, before the next document. Must match: ， · 、 · 的规定和 · （empty）      Must not: 规定的收费项目和
const BEHIND_ARTICLE = /^(?:的?规定)?[\s\u3000]*(?:$|[、，,]|和|及|与|以及)/u;
// Before the next document behind 废止. Must match: （empty） · 、 · 和1988年国务院发布的 · ，原市建设局
// Must not:   ，公布 · ，改按 · ，由 · ，并依照 · ，宣布
const NEXT_OBJECT =
  /^[\s\u3000]*(?:$|(?:[、，,]|和|及|与|以及)+(?!(?:同时|并|而|即|改|另|再|重新|继续)|(?:由|以|按|依|根据|参照|执行|施行|实施|实行|适用|采用|启用|使用|公布|发布|印发|颁布|制定|出台|批准|通过|恢复))(?![^，,。；;]*(?:宣布|修改|修订|保留|延长|废止)(?!的))[^，,。；;]{0,40}$)/u;
// What is only to be ended. Must match (before a document or 废止): 拟对 · 建议将 · 推动 · 研究      Must not: 对不适应的 · 研究决定对 · 为加快职能转变
const ASKED = /(?:拟|建议|提请|申请|(?<!为了?)(?:推[动进]|加快|抓紧)|研究(?!决定))[^，,。；■]{0,8}$/u;
const DUTY =
  '(?:(?<![适相供响反对])应(?!急|用|对|.{1,2}尽)当?|(?<![需重主摘纪])要(?![求点件素])|必须|力争)[^，,。；■]{0,24}';
// Who is told to end it. Must match (before 废止): 各地应于6月底前， · 市司法局要会同有关部门，      Must not: 根据工作需要， · 按照省政府要求， · 已不适应， · 按照应改尽改、应废尽废的原则，
const TOLD_TO = new RegExp(`${DUTY}[，,]$`, 'u');
// Must match (before a document): 各部门要按程序对 · 应当将 · 各地要抓紧清理，对      Must not: 对不适应的 · 为适应工作需要，对 · 必须统一标准，对
const TOLD_TO_TREAT = new RegExp(`(?:${DUTY}|各[^，,。；■]{1,16}${DUTY}[，,])[对将把]$`, 'u');
// On what it hangs. Must match (before the documents): 若国家另有规定， · 待■出台后，      Must not: 若干 · 如下
const CONDITION =
  /(?:^|[，,、.．：:\s])(?:若(?!干)|如果|如[遇有]|如(?:国家|上级|法律|[省市县])|倘|一旦|待(?!遇))[^。；;]{0,80}$/u;
// What follows from the condition is said; what stands behind it hangs on nothing.
// Must match: 如国家有新规定的，从其规定， · 若有不一致的，以国家规定为准， · 一旦发现即予取消，      Must not: 若新办法开始执行， · 如国家另有规定，
const CONSEQUENCE = /[，,][^，,]{0,30}(?:从其规定|为准|执行|办理)[，,]|[即则][^，,]{1,30}[，,]/u;
// Why a document ends, between it and 予以废止.
// Must match: 已不适应当前工作需要， · 与上位法不一致， · 因机构改革职能调整，      Must not: 继续有效， · 与本办法不一致的规定，
const REASON =
  /^[）)\s\u3000]*(?:(?:等[^，,。；;■的]{0,16})?[，,]?(?:已经?|由于|因)?(?:不再?|不能|难以)(?:适应|适合|适用|符合|满足)[^，,。；;■]{0,30}|(?:与|同|和)[^，,。；;■]{2,24}(?:不一致|不相?符合?|不[相]?适应|相?抵触|相?冲突|重复)|(?:因|由于)[^，,。；;■]{2,30}|(?:调整对象|适用期|主要内容|工作任务|所依据的?[^，,。；;■]{2,16})[^，,。；;■]{0,12}已[^，,。；;■]{2,16})[，,](?=应?当?予以?|决定|现)应?当?/u;
// What may stand behind documents of which nothing else is said. Must match: ， · 等5件规章 · 中的收费标准 · （empty）      Must not: 继续执行 · 自
const NOTHING_ELSE_SAID =
  /^(?:[\s\u3000]*$|[\s\u3000、，,。；;：:）)（(”"]|[和及与等中内里的]|以及|附件|关于|有关|部分|共)/u;
// What has ended before ends not by this text. Must match (before 废止): 已 · 早已经      Must not: 同时 · 已 (before 由本办法代替)
const ALREADY = /已经?$/u;
const LONGEST_CHAIN_GAP = 110;
const LONGEST_GAP_TO_NUMBER = 6;
const LONGEST_OPENING_DAY = 32;

// Must match (before 废止 + title): 决定 · 一、 · 现 · 同时 · 公布之日起 · ，并 · （empty）      Must not: 建议 · 修改、 · 提请审议 · 不得擅自
const OBJECT_LEAD =
  /(?:^|决定|现|同时|予以|一并|起|[，,]并|[，,、.．）)：:]|同意|后|宣布|^[\s\u3000]*(?:第?[一二三四五六七八九十0-9]+[、.．条][\s\u3000]*))(?:正式|即行|自行)?$/u;
const REFUSED_LEAD =
  /(?:建议|提请|审议|申请|拟|可以|不得|是否|修改[、和或]|制定[、和]|修订[、和或]|讨论|草案)[^，,。]{0,12}$/u;
const OBJECT_GAP =
  /^[：:\s\u3000]*(?:了|原|由)?(?![^，,。]*(?:通知|决定|公告|文件|目录))(?:[^，,。；;■第]|第[0-9一二三四五六七八九十百]{1,4}[次届]){0,40}$/u;
const PART_OF_IT = /^(?:中|内|里)?的?(?:关于|有关|相关|部分|第)|^中/u;

// Must match (before the first document): 自2021年3月1日起， · 从…之日起，原      Must not: 本办法自2021年3月1日起施行，
const OPENING_DAY = /(?:自|从)?([^，,。；自从]{8,16}?)(?:之日)?起[，,]?(?:原|对)?[\s\u3000]*$/u;

/** The day that the clause names, between its last document and 废止 or right before its first one: 自2021年3月1日起，《A》废止. */
function dayOf(between: string, before: string): IsoDate | null {
  const [inside] = findDates(between);
  if (inside) return inside.date;
  const opening = OPENING_DAY.exec(before.slice(-LONGEST_OPENING_DAY))?.[1];
  return opening === undefined ? null : (findDates(opening)[0]?.date ?? null);
}

function continues(masked: string, from: number, to: number): boolean {
  const gap = masked.slice(from, to);
  return to - from <= LONGEST_CHAIN_GAP && !BREAKS_CHAIN.test(gap);
}

/** Documents that one word ends, as a whole or in part. */
interface Ended {
  mentions: Mention[];
  inPart: boolean;
  /** Before those that end in part, those of which articles end: 《A》第二条，|《B》附件1同时废止. */
  byArticle?: Mention[];
}

const NONE: Ended = { mentions: [], inPart: false };

/** The last of some documents with those that stand in one list with it: 《A》、《B》|中有关收费的规定. */
function listedWith(sentence: MentionSentence, mentions: readonly Mention[]): Mention[] {
  const ends = enumerationEnds({ ...sentence, mentions });
  return mentions.filter(
    (one, at) => (ends[at] === ends.at(-1) && one.provisions.length === 0) || at === mentions.length - 1,
  );
}

/** Whether nothing ends yet: 拟对|《A》予以废止, 待《甲条例》出台后，|《A》同时废止. `before`: the masked text before the documents. */
function isOnlyMeant(before: string): boolean {
  const lead = before.slice(-48);
  const condition = CONDITION.exec(before.slice(-100));
  return ASKED.test(lead) || TOLD_TO_TREAT.test(lead) || (condition !== null && !CONSEQUENCE.test(condition[0]));
}

/** The documents before 废止, from the last backwards as long as they are one enumeration; of 《A》中关于收费的规定 only A. */
function subjectsOf(sentence: MentionSentence, ending: number): Ended {
  const { masked, start } = sentence;
  const before = sentence.mentions.filter((mention) => mention.end <= start + ending);
  const last = before.at(-1);
  if (!last || isOnlyMeant(masked.slice(0, (chainTo(sentence, before)[0] ?? last).start - start))) return NONE;
  const gap = masked.slice(last.end - start, ending).replace(REASON, '');
  if (ALREADY.test(gap) && !/^[被由本]/u.test(masked.slice(ending))) return NONE;
  if (!SUBJECT_GAP.test(gap)) {
    const part = partLength(gap);
    const ends = part > 0 && SUBJECT_GAP.test(gap.slice(part)) && !isOnlyBasis(masked.slice(0, last.start - start));
    if (!ends) return NONE;
    const byArticle = chainTo(sentence, before).filter((one) => one !== last && one.provisions.length > 0);
    return { mentions: listedWith(sentence, before), inPart: true, byArticle };
  }
  return { mentions: chainTo(sentence, before), inPart: LEAVES_OUT.test(gap) };
}

/** The last of some documents with those before it, as long as they are one enumeration. */
function chainTo(sentence: MentionSentence, before: readonly Mention[]): Mention[] {
  const { masked, start } = sentence;
  const chain = before.slice(-1);
  for (let at = before.length - 2; at >= 0; at -= 1) {
    const mention = before[at];
    const next = before[at + 1];
    if (!mention || !next || !continues(masked, mention.end - start, next.start - start)) break;
    if (mention.provisions.length > 0 && !BEHIND_ARTICLE.test(masked.slice(mention.end - start, next.start - start)))
      break;
    if (!mention.attributive) chain.unshift(mention);
  }
  return withoutBasis(sentence, chain);
}

/** Documents without those that the sentence only rests on, 根据《A》、《B》，|《C》同时废止. */
function withoutBasis(sentence: MentionSentence, chain: Mention[]): Mention[] {
  const { masked, start } = sentence;
  const basis = chain.findLastIndex((one) => isOnlyBasis(masked.slice(0, one.start - start)));
  if (basis < 0) return chain;
  const ends = enumerationEnds({ ...sentence, mentions: chain });
  return chain.filter((_, at) => at > basis && ends[at] !== ends[basis]);
}

/** The documents behind 废止: 决定废止《A》（…）、《B》; in part what goes on with 中关于收费的规定. */
function objectsOf(sentence: MentionSentence, ending: number, length: number): Ended {
  const { masked, start } = sentence;
  const lead = masked.slice(Math.max(0, ending - 40), ending);
  const first = sentence.mentions.findIndex((mention) => mention.start >= start + ending + length);
  const mention = sentence.mentions[first];
  if (
    !mention ||
    !OBJECT_LEAD.test(lead) ||
    REFUSED_LEAD.test(lead) ||
    TOLD_TO.test(lead) ||
    isOnlyMeant(masked.slice(0, ending))
  )
    return NONE;
  const gap = masked.slice(ending + length, mention.start - start);
  if (!OBJECT_GAP.test(gap) || (mention.title === null && gap.length > LONGEST_GAP_TO_NUMBER)) return NONE;
  const chain = [mention];
  const ends = enumerationEnds(sentence);
  for (let at = first + 1; at < sentence.mentions.length; at += 1) {
    const next = sentence.mentions[at];
    const previous = sentence.mentions[at - 1];
    if (!next || !previous || !NEXT_OBJECT.test(masked.slice(previous.end - start, next.start - start))) break;
    // 废止《A》，《B》继续执行
    if (!NOTHING_ELSE_SAID.test(masked.slice((ends[at] ?? next.end) - start))) break;
    chain.push(next);
  }
  if (partLength(masked.slice((chain.at(-1)?.end ?? 0) - start)) > 0) return { mentions: chain, inPart: true };
  const whole = chain.filter((one) => one.provisions.length > 0 || !PART_OF_IT.test(masked.slice(one.end - start)));
  return { mentions: whole, inPart: false };
}

/**
 * The documents that a sentence repeals: 《A》（新政办发〔2010〕23号）、《B》同时废止; 自2024年6月1日起停止执行; 决定废止《A》.
 * The day is kept where the clause names one of its own; else the repealing document's effective date decides. A document of which
 * only some content ends (《A》第六条中关于收费的规定停止执行) is amended.
 */
export function repealsIn(sentence: MentionSentence): Map<Mention, Role> {
  const roles = new Map<Mention, Role>();
  const { masked } = sentence;
  for (const match of matchesOf(ENDING, masked)) {
    const word = match[0];
    const after = masked.slice(match.index + word.length, match.index + word.length + 8);
    const subjects = AFTER_ENDING.test(after) ? subjectsOf(sentence, match.index) : NONE;
    const isSubject = subjects.mentions.length > 0;
    const { mentions, inPart, byArticle = [] } = isSubject ? subjects : objectsOf(sentence, match.index, word.length);
    const first = mentions[0];
    const last = mentions.at(-1);
    if (!first || !last) continue;
    const from = isSubject ? last.end - sentence.start : Math.max(0, match.index - 24);
    const day = dayOf(masked.slice(from, match.index), masked.slice(0, Math.max(0, first.start - sentence.start)));
    const found = inPart
      ? role('amends', 'amends/part', 'amended', day)
      : role('repeals', isSubject ? 'repeals/subject' : 'repeals/object', modeOf(word), day);
    for (const mention of byArticle)
      if (!roles.has(mention)) roles.set(mention, role('repeals', 'repeals/subject', modeOf(word), day));
    for (const mention of mentions) if (!roles.has(mention)) roles.set(mention, found);
  }
  return roles;
}

/** Whether the sentence ends something without naming a document: 此前有关规定同时废止. */
export function endsUnnamed(sentence: MentionSentence): boolean {
  return (
    sentence.mentions.length === 0 &&
    /(?:规定|办法|文件|通知|政策)[，,]?(?:同时|自行|即行|一律|予以)(?:废止|失效|停止执行)/u.test(sentence.masked)
  );
}
