import { NONE } from './ended-documents.ts';
import type { Ended } from './ended-documents.ts';
import { enumerationEnds } from './enumeration.ts';
import { isOnlyMeant, isToldToOthers } from './only-meant.ts';
import { partLength } from './partial-repeal.ts';
import type { MentionSentence } from './relation-draft.ts';

// Must match (before 废止 + title): 决定 · 一、 · 现 · 同时 · 公布之日起 · ，并 · （empty） · 起，我市      Must not: 建议 · 提请审议 · 不得擅自 · 修改和
const OBJECT_LEAD =
  /(?:^|决定|现|同时|予以|一并|起|起[，,][我本全][省市县区州局部委院]|[，,]并|[，,、.．）)：:]|同意|后|宣布|^[\s\u3000]*(?:第?[一二三四五六七八九十0-9]+[、.．条][\s\u3000]*))(?:正式|即行|自行)?$/u;
// What it is for, with no comma. Must match (before 废止 + title): 为加快职能转变 · 为了规范管理决定      Must not: 为做好 · 为研究
const PURPOSE_LEAD = /(?:^|[，,。：:\s\u3000])为了?[^，,。；■]{4,30}$/u;
// What closes them then, and behind 撤销 and 替代. Must match: 。 · ， · 、 · 等3件文件      Must not: 的工作 · 实施领导小组
const CLOSES_OBJECTS = /^(?:$|[。，,；;、\s]|等)/u;
const NEEDS_CLOSING = /^(?:撤销|替代|取代|代替)$/u;
const REFUSED_LEAD =
  /(?:建议|提请|审议|申请|拟|可以|不得|是否|修改[、和或]|制定[、和]|修订[、和或]|讨论|草案)[^，,。]{0,12}$/u;
const OBJECT_GAP =
  /^[：:\s\u3000]*(?:了|原|由)?(?![^，,。]*(?:通知|决定|公告|文件|目录))(?:[^，,。；;■第]|第[0-9一二三四五六七八九十百]{1,4}[次届]){0,40}$/u;
const PART_OF_IT = /^(?:中|内|里)?的?(?:关于|有关|相关|部分|第)|^中/u;
// Something else is meant. Must match (behind a document): 以外的政策 · 相抵触的规定 · 不一致的文件      Must not: 、 · 等5件规章 · 中的收费标准
const OTHER_THAN_IT = /^(?:规定|要求)?(?:[以之]外|不一致|不?相?(?:抵触|冲突|符合?))/u;
// Before the next document behind 废止. Must match: （empty） · 、 · （关于甲的公告）、 · 和1988年国务院发布的 · ，原市建设局
// Must not:   ，公布 · ，改按 · ，由 · ，并依照 · ，宣布
const NEXT_OBJECT =
  /^[\s\u3000]*(?:[（(][^（()）■]{0,80}[）)])?(?:$|(?:[、，,]|和|及|与|以及)+(?!(?:同时|并|而|即|改|另|再|重新|继续)|(?:由|以|按|依|根据|参照|执行|施行|实施|实行|适用|采用|启用|使用|公布|发布|印发|颁布|制定|出台|批准|通过|恢复))(?![^，,。；;]*(?:宣布|修改|修订|保留|延长|废止)(?!的))[^，,。；;]{0,40}$)/u;
// What may stand behind documents of which nothing else is said. Must match: ， · 等5件规章 · 中的收费标准 · （empty）      Must not: 继续执行 · 自
const NOTHING_ELSE_SAID =
  /^(?:[\s\u3000]*$|[\s\u3000、，,。；;：:）)（(”"]|[和及与等中内里的]|以及|附件|关于|有关|部分|共)/u;
// Must match (between 废止 and a number): （empty） · 原 · 2006年3月7日公布的      Must not: 的文件和市政府
const LEADS_TO_NUMBER = /^.{0,6}$|[公发颁]布的$|印发的$/u;

/** The documents behind 废止: 决定废止《A》（…）、《B》; in part what goes on with 中关于收费的规定. */
export function objectsOf(sentence: MentionSentence, ending: number, length: number): Ended {
  const { masked, start } = sentence;
  const lead = masked.slice(Math.max(0, ending - 40), ending);
  const first = sentence.mentions.findIndex((mention) => mention.start >= start + ending + length);
  const mention = sentence.mentions[first];
  if (!mention || REFUSED_LEAD.test(lead) || isToldToOthers(lead) || isOnlyMeant(masked.slice(0, ending))) return NONE;
  const purpose = PURPOSE_LEAD.test(lead);
  if (!OBJECT_LEAD.test(lead) && !purpose) return NONE;
  const gap = masked.slice(ending + length, mention.start - start);
  if (!OBJECT_GAP.test(gap) || (mention.title === null && !LEADS_TO_NUMBER.test(gap))) return NONE;
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
  const behind = masked.slice((chain.at(-1)?.end ?? 0) - start);
  const needsClosing = purpose || NEEDS_CLOSING.test(masked.slice(ending, ending + length));
  if (OTHER_THAN_IT.test(behind) || (needsClosing && !CLOSES_OBJECTS.test(behind))) return NONE;
  if (partLength(behind) > 0) return { mentions: chain, inPart: true };
  const whole = chain.filter((one) => one.provisions.length > 0 || !PART_OF_IT.test(masked.slice(one.end - start)));
  return { mentions: whole, inPart: false };
}
