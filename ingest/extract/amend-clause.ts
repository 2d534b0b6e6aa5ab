import type { Mention } from './mention.ts';
import { role } from './relation-draft.ts';
import type { MentionSentence, Role } from './relation-draft.ts';

// Must match (behind a title): 作如下修改 · 第五条修改为 · 中的“甲”修改为“乙” · 作出修改 · 第三条第二款删去
const AMENDED_AFTER =
  /^[^。；■]{0,60}?(?:(?:作|做|作出|进行|予以)(?:了)?(?:如下|以下|相应|部分)?(?:修改|修订|修正|调整)|修改为|修改如下|删去|删除|增加一[条款项])/u;
// Must match (before a title): 对 · 将 · 决定对国务院 · 现对      Must not: 对照 · 针对
const ACTED_ON = /(?:^|[，,。：:、）)\s]|决定|现|拟)(?:对|将)[^，,。；■照]{0,16}$/u;
// Must match (before a title): 决定修改 · 一、修改      Must not: 研究修改 · 加快修改
const OBJECT_OF =
  /(?:决定(?:对)?|^[\s\u3000]*[一二三四五六七八九十0-9]+[、.．]\s*)(?:修改|修订|修正)[^，,。；■的]{0,8}$/u;

/**
 * The documents that a sentence amends: 对《X》作如下修改, 将《X》第五条修改为“…”, 决定修改《X》. Plans to amend are not amendments.
 */
export function amendsIn(sentence: MentionSentence): Map<Mention, Role> {
  const roles = new Map<Mention, Role>();
  const { masked, start } = sentence;
  if (!/修改|修订|修正|删去|删除|增加一/u.test(masked)) return roles;
  let listed = false;
  for (const [at, mention] of sentence.mentions.entries()) {
    const before = masked.slice(0, mention.start - start);
    const after = masked.slice(mention.end - start);
    const previous = sentence.mentions[at - 1];
    const joined = previous && /^[\s、和及]*$/u.test(masked.slice(previous.end - start, mention.start - start));
    const acted =
      ACTED_ON.test(before) ||
      OBJECT_OF.test(before) ||
      /^[\s\u3000]*(?:[一二三四五六七八九十0-9]+[、.．]\s*)?$/u.test(before);
    listed = acted || (listed && joined === true);
    const rest = sentence.mentions
      .slice(at + 1)
      .find((next) => !/^[\s、和及]*$/u.test(masked.slice(mention.end - start, next.start - start)));
    const tail = rest === undefined ? after.replace(/^(?:[\s、和及]*■+)+/u, '') : after;
    if (listed && (OBJECT_OF.test(before) || AMENDED_AFTER.test(tail)))
      roles.set(mention, role('amends', 'amends/clause', 'amended'));
  }
  return roles;
}
