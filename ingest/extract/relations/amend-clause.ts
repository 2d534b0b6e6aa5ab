import { enumerationEnds } from './enumeration.ts';
import { SELF_WORDS } from '../document-types.ts';
import type { Mention } from '../mention.ts';
import { role } from './relation-draft.ts';
import type { MentionSentence, Role } from './relation-draft.ts';

// Must match (behind a title): 作如下修改 · 第五条修改为 · 中的“甲”修改为“乙” · 作出修改 · 第三条第二款删去 · 中的“200人”调整为“300人” · 中的“30日”改为“20日”
const AMENDED_AFTER =
  /^[^。；■]{0,60}?(?:(?:作|做|作出|进行|予以)(?:了)?(?:如下|以下|相应|部分)?(?:修改|修订|修正|调整)|(?:修改|修订|调整|变更)为|改为(?=[“‘])|修改如下|删去|删除|增加一[条款项])/u;
// Must match (before a title): 对 · 将 · 决定对国务院 · 现对 · 2.将      Must not: 对照 · 针对
const ACTED_ON = /(?:^|[，,。：:、.．）)\s]|决定|现|拟)(?:对|将)[^，,。；■照]{0,16}$/u;
// Must match (before a title with its provisions): 1.在 · ，在      Must not: 在规划期限内符合
const ADDED_TO = /(?:^|[，,。；;：:、.．）)\s])在$/u;
// Must match (before a title with its provisions): 一、删去 · 3.删除 · 决定删去 · ；删去      Must not: 建议删去
const DELETED_FROM = /(?:^|决定|[，,。；;：:、.．）)\s])(?:删去|删除)[^，,。；■]{0,8}$/u;
// Must match (before a title): 决定修改 · 一、修改      Must not: 研究修改 · 加快修改 · 二、修订完善
const OBJECT_OF =
  /(?:决定(?:对)?|^[\s\u3000]*[一二三四五六七八九十0-9]+[、.．]\s*)(?:修改|修订|修正)(?!完善)[^，,。；■的]{0,8}$/u;
// What a plan is to reach behind 二、修订《A》. Must match: ，明确各方责任 · ，进一步优化      Must not: ，将第三条
const AIM = /^[，,](?![将把删增在对其第自])/u;

// Must match (behind a title, wherever it stands): 根据本决定作相应修改 · 等5件规章根据本决定作相应修正后
// Must not: 根据需要修改 · 根据本市实际修订实施细则 · 配套文件根据本通知作相应修改 · 由市司法局根据本通知提出修改意见
const CHANGED_BY_THIS = new RegExp(
  `^(?:等[^，,。；■]{0,8})?根据本(?:${SELF_WORDS.join('|')})(?:的规定)?[，,]?(?:作出?|做|进行|予以|相应|分别)*(?:修改|修正|修订)(?=[，,、。；;）)后并]|$)`,
  'u',
);

// Must match: （empty） · 一、 · 2. · 第三十条      Must not: 现决定
const OPENS_SENTENCE =
  /^[\s\u3000]*(?:[一二三四五六七八九十0-9]+[、.．]\s*|第[一二三四五六七八九十百零〇0-9]{1,7}条[\s\u3000]*)?$/u;
const REACH = 48;

/**
 * The documents that a sentence amends: 对《X》作如下修改, 将《X》第五条修改为“…”, 删去《X》第八条, 在《X》第七条中增加一项, 决定修改《X》. Plans to amend are not amendments.
 */
export function amendsIn(sentence: MentionSentence): Map<Mention, Role> {
  const roles = new Map<Mention, Role>();
  const { masked, start } = sentence;
  if (!/修改|修订|修正|删去|删除|增加一|改为|(?:调整|变更)为|下(?:列)?调整|相应调整/u.test(masked)) return roles;
  const ends = enumerationEnds(sentence);
  let listed = false;
  for (const [index, mention] of sentence.mentions.entries()) {
    const at = mention.start - start;
    const before = (at > REACH ? '…' : '') + masked.slice(Math.max(0, at - REACH), at);
    const joined = index > 0 && ends[index - 1] === ends[index];
    const behind = (ends[index] ?? mention.end) - start;
    const rest = masked.slice(behind, behind + REACH * 2);
    const object =
      (OBJECT_OF.test(before) && !AIM.test(rest)) || (mention.provisions.length > 0 && DELETED_FROM.test(before));
    const added = mention.provisions.length > 0 && ADDED_TO.test(before);
    listed = object || added || ACTED_ON.test(before) || OPENS_SENTENCE.test(before) || (listed && joined);
    if (CHANGED_BY_THIS.test(rest) || (listed && (object || AMENDED_AFTER.test(rest))))
      roles.set(mention, role('amends', 'amends/clause', 'amended'));
  }
  return roles;
}
