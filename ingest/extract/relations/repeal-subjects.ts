import { enumerationEnds } from './enumeration.ts';
import type { Mention } from '../mention.ts';
import { SELF_WORDS } from '../document-types.ts';
import { isLegalBasis, isOnlyBasis } from './only-basis.ts';
import { isOnlyMeant } from './only-meant.ts';
import { partLength } from './partial-repeal.ts';
import type { MentionSentence } from './relation-draft.ts';
import { NONE } from './ended-documents.ts';
import type { Ended } from './ended-documents.ts';

// What may stand between the last document and 废止.
// Must match: 同时 · ，同时 · 等3件规章同时 · 自2024年6月1日起 · ）同时 · 即行 · 予以 · 及其实施细则、补充规定同时 · 两个文件自本通知下发之日起 · 已期满，自然 · 有效期届满， · 文件自2021年6月1日起 · 及其他与本办法不一致的规定同时 · ，除第五条外，相应 · 除第五条继续执行外，其余条款
// Must not:   的有关规定同时 · 第三章关于收费的规定 · 应当修改或者 · 有效期届满后自动 · 到期自动 (its end is still to come)
const SUBJECT_GAP =
  /^[）)\s\u3000]*(?:[一二两三四五六七八九十0-9]{1,3}[个件份项部])?(?:文件|通知|公告|规定|批复|函|文|中?的?全部内容)?(?:(?:及|以及|和|、)其?(?:他|它)?(?:与本[^，,。；■]{1,16}的|有关|相关|配套|各项)?的?(?:规定|实施细则|实施办法|实施意见|实施方案|细则|附件|(?:补充|延期|修改|修订)(?:文件|规定|通知|意见|决定)|配套(?:文件|规定|政策)|文件|解释|说明)){0,3}(?:等[^，,。■的]{0,24})?(?:[，,]?除[^，,。；■]{2,24}外(?:[，,]?(?:其余|其他|其它)(?:条款|内容|规定|部分))?)?[，,、]?(?:(?:自|从|于)[^，,。；■]{0,28}?(?:起|日|时|后))?[，,]?(?:同时|同日|即行|即日起|即|相应|自行|一并|一同|均|全部|随之|亦|也|决定|现|予以?|已经?|自动|宣布|公布|同步|一律|将|自然|届时|(?:有效期限?)?(?:已(?:到期|期满|届?满)|(?:到期|期满|届满)(?!后|自动|自行|自然))|不再保留|全文|原文件|文件|文|[，,]|并)*$/u;
// A conjunction, or what tells of which day and whose the next document is, goes on: 和1988年12月27日国务院发布的
// What happens to the one before ends it: 《A》继续有效，《B》予以废止 · 《A》予以修改，《B》同时废止
const BREAKS_CHAIN =
  /(?:(?:起施行|起实施|起执行)(?!的)|(?:实施|施行|执行|生效|启用)(?=[，,；;])|(?<!起)施行(?!的)|实施[之后]|生效|[印公发]布[之后]|根据|依据|依照|按照|制定(?!的)|(?:修改|修订|修正|废止|失效)(?![的过）)])|已(?![^，,。；■]*[的）)])|出台(?!的)|继续有效|保留|延长|不一致|为准|执行(?!的)|[。；;：:])/u;
// Something of the document before is meant, not the document. Must match: 规定的审批事项， · 确定的标准和      Must not: 、 · 和1988年发布的
const OF_ITS_OWN = /^(?:规定|确定|明确|所列)的/u;
// What stays in force of the document before. Must match: ，除第五条外，相应 · 除第三条外，自2021年9月1日起 · ，除附件2外，同时      Must not: ，除另有规定外，同时
const LEAVES_OUT =
  /^[，,]?除[^，,。；■]{0,16}?(?:第[一二三四五六七八九十百0-9]{1,6}[编章节条款项]|附[件表录])[^，,。；■]{0,16}外/u;
// Behind an article, before the next document. Must match: ， · 、 · 的规定和 · （empty）      Must not: 规定的收费项目和
const BEHIND_ARTICLE = /^(?:的?规定)?[\s\u3000]*(?:$|[、，,]|和|及|与|以及)/u;
// Why a document ends and who decided so, each up to its comma, between it and 予以废止.
// Must match: 已不适应当前工作需要， · 于2024年3月1日到期， · ，不再延续， · 与上位法不一致， · 因机构改革职能调整，      Must not: 继续有效， · 与本办法不一致的规定，
const REASON =
  /^[）)\s\u3000]*(?:(?:等[^，,。；;■的]{0,16})?[，,]?(?:已经?|由于|因)?(?:不再?|不能|难以)(?:适应|适合|适用|符合|满足)[^，,。；;■]{0,30}|(?:与|同|和)[^，,。；;■]{2,24}(?:不一致|不相?符合?|不[相]?适应|相?抵触|相?冲突|重复)|[，,]?(?:(?:将|已)?[于至]?[0-9〇零一二三四五六七八九十年月日]{0,14}(?:有效期限?)?(?:届满|到期|期满)|不再(?:延续|延期|续期|保留))|(?:因|由于)[^，,。；;■]{2,30}|(?:调整对象|适用期|主要内容|工作任务|所依据的?[^，,。；;■]{2,16})[^，,。；;■]{0,12}已[^，,。；;■]{2,16})[，,]/u;
// Must match: 经市政府第20次常务会议研究， · 经市政府同意， · 报经省政府批准，      Must not: 经营范围，
const DECIDED_BY =
  /^[，,]?(?:现|业|并|报)?经(?:报)?[^，,。；■]{0,30}?(?:研究|同意|批准|审议|讨论|评估|清理|审核|论证|通过)(?:通过|同意|决定)?[，,]/u;
// Behind them. Must match: 予以 · 决定 · 市政府决定 · 现 · 自2024年3月2日起       Must not: 继续 · 应当修改 · 自行
const THEN_ENDS = /^(?=应?当?予以?|决定|现|宣布|同时|自(?![行动然])|从)应?当?|^[^，,。；■的应拟]{2,12}(?=决定)/u;
// What took its place, up to the comma. Must match (behind 已由《乙条例》): 替代， · 所取代，      Must not: 替代材料
const TOOK_ITS_PLACE = /^所?(?:替代|取代|代替|涵盖|吸收|废止)[，,]/u;
// What has ended before ends not by this text. Must match (before 废止): 已 · 早已经      Must not: 同时 · 已由
const ALREADY = /已经?$/u;
const LONGEST_CHAIN_GAP = 110;

function continues(masked: string, from: number, to: number): boolean {
  const gap = masked.slice(from, to);
  return to - from <= LONGEST_CHAIN_GAP && !BREAKS_CHAIN.test(gap) && !OF_ITS_OWN.test(gap);
}

/** The last of some documents with those that stand in one list with it: 《A》、《B》|中有关收费的规定. */
function listedWith(sentence: MentionSentence, mentions: readonly Mention[]): Mention[] {
  const ends = enumerationEnds({ ...sentence, mentions });
  return mentions.filter(
    (one, at) => (ends[at] === ends.at(-1) && one.provisions.length === 0) || at === mentions.length - 1,
  );
}

// The document once more. Must match: ，该文件 · 的请示，该办法      Must not: ，该项收费
const AGAIN = new RegExp(
  `^[^。；;■]{0,24}[，,](?:该|上述|以上)(?:[一二两三四五六七八九十0-9]{1,3}[个件份项部])?(?:${SELF_WORDS.join('|')}|文件)`,
  'u',
);

/** What stands between a document and 废止, without why it ends and who decided so: 已不适应需要，经市政府研究，|决定. */
function withoutReasons(gap: string): string {
  const again = AGAIN.exec(gap)?.[0].length ?? 0;
  let at = again;
  for (let length = -1; length !== 0;) {
    const rest = gap.slice(at);
    length = (REASON.exec(rest) ?? DECIDED_BY.exec(rest))?.[0].length ?? 0;
    at += length;
  }
  const rest = gap.slice(at);
  if (at === again) return rest;
  return THEN_ENDS.test(rest) ? rest.replace(THEN_ENDS, '') : gap;
}

/** Whether a document is told to have ended others: 被|《B》废止, 由|《B》替代; 由|市政府令第5号发布的《B》 it is not. */
function isReplacing({ masked, start }: MentionSentence, mention: Mention): boolean {
  const before = masked.charAt(mention.start - start - 1);
  return before === '被' || (before === '由' && mention.start === mention.titleStart);
}

/** The documents before the one that took their place: 《A》已由|《B》替代，现予废止. Of 《A》已被《B》废止 none: it ended by B. */
function replacedBy(sentence: MentionSentence, before: readonly Mention[], ending: number): Ended {
  const { masked, start } = sentence;
  const [replacing, ...replaced] = before.toReversed();
  const [last] = replaced;
  if (!replacing || !last) return NONE;
  const gap = masked.slice(replacing.end - start, ending);
  const behind = gap.replace(TOOK_ITS_PLACE, '');
  const leads = /^[^，,。；;■]{0,8}(?:被|由)$/u.test(masked.slice(last.end - start, replacing.start - start));
  if (behind === gap || !leads || !SUBJECT_GAP.test(behind)) return NONE;
  return { mentions: chainTo(sentence, replaced.toReversed()), inPart: false };
}

/** The documents before 废止, from the last backwards as long as they are one enumeration; of 《A》中关于收费的规定 only A. */
export function subjectsOf(sentence: MentionSentence, ending: number): Ended {
  const { masked, start } = sentence;
  const before = sentence.mentions.filter((mention) => mention.end <= start + ending);
  const last = before.at(-1);
  if (!last || isOnlyMeant(masked.slice(0, (chainTo(sentence, before)[0] ?? last).start - start))) return NONE;
  if (isReplacing(sentence, last)) return replacedBy(sentence, before, ending);
  const behind = masked.slice(last.end - start, ending);
  const gap = withoutReasons(behind);
  if (ALREADY.test(gap) && !/^[被由本]/u.test(masked.slice(ending))) return NONE;
  if (!SUBJECT_GAP.test(gap)) {
    const part = partLength(gap);
    const ends = part > 0 && SUBJECT_GAP.test(gap.slice(part)) && !isOnlyBasis(masked.slice(0, last.start - start));
    if (!ends) return NONE;
    const byArticle = chainTo(sentence, before).filter((one) => one !== last && one.provisions.length > 0);
    return { mentions: listedWith(sentence, before), inPart: true, byArticle };
  }
  return { mentions: chainTo(sentence, before, gap !== behind), inPart: LEAVES_OUT.test(gap) };
}

/** The last of some documents with those before it, as long as they are one enumeration. `reasoned`: why they end is said of them. */
function chainTo(sentence: MentionSentence, before: readonly Mention[], reasoned = false): Mention[] {
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
  return withoutBasis(sentence, chain, reasoned ? isLegalBasis : isOnlyBasis);
}

/** Documents without those that the sentence only rests on, 根据《A》、《B》，|《C》同时废止. */
function withoutBasis(sentence: MentionSentence, chain: Mention[], isBasis: (before: string) => boolean): Mention[] {
  const { masked, start } = sentence;
  const basis = chain.findLastIndex((one) => isBasis(masked.slice(0, one.start - start)));
  if (basis < 0) return chain;
  const ends = enumerationEnds({ ...sentence, mentions: chain });
  return chain.filter((_, at) => at > basis && ends[at] !== ends[basis]);
}
