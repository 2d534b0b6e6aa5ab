import { clauseTextOf } from '../clause-text.ts';
import { enumerationEnds } from './enumeration.ts';
import { extensionBehind, GOES_ON, lengthenedUntil, LONGER } from './extension.ts';
import type { Mention } from '../mention.ts';
import { isOnlyBasis } from './only-basis.ts';
import { role } from './relation-draft.ts';
import type { MentionSentence, Role } from './relation-draft.ts';

/** The role of a document that stays in force: with a new end it is amended, without one only its staying is told. */
export function extendedRole(until: string | null, rule: 'clause' | 'list'): Role {
  return until === null
    ? role('cites', `cites/${rule}-kept`, 'kept')
    : { ...role('amends', `amends/${rule}-extended`, 'extended'), until };
}

const ENDS =
  '(?:(?:[于至]Ｄ+)?(?:(?:其|的)?有效期限?)?(?:[至于到]Ｄ+)?(?:已经?|即将|将)?(?:[至于到]Ｄ+)?(?:届?满|到期|期满)[，,])?';
const NAMED =
  '(?:其|的)?(?:有效期限?|(?:执行|施行|实施|试行|政策|适用)(?:期限|时间|期)?|期限)?(?:届?满后|到期后|期满后)?(?:由Ｄ+)?';
// What may stand between a document and that it goes on.
// Must match: 有效期 · 规定的税收优惠政策，执行期限 · 有效期满后 · 经评估 · ，有效期统一 · 有效期至Ｄ届满，现决定 · 有效期满，经评估，决定有效期 · 将于Ｄ到期，经评估需要继续执行，现将有效期 · 在新办法出台前 · 的有效期由Ｄ · 予以保留，
// Must not:   规定，将补贴期限 · 拟 · 不再 · 其他条款
const GAP = new RegExp(
  `^[）)\\s]*(?:等[^，,。；■]{0,24})?(?:中?(?:规定|确定|明确)的[^，,。；■]{1,24}?)?[，,]?${ENDS}(?:[，,]?经[^，,。；■]{1,16})?[，,]?${NAMED}(?:决定|现|将|均|保留|确?需要?|统一|一律|予以|再|仍然?|自Ｄ+起|在[^，,。；■]{1,20}[前内]|其?(?:有效期限?|(?:执行|施行|实施)期限?)|${GOES_ON}|[，,])*$`,
  'u',
);
// Must match (before a document): 决定延长 · 继续执行      Must not: 可以延长 · 不得延长 · 拟延长
const LENGTHENS = new RegExp(`(?<!可以?|不得?|不予|拟|申请|批准)(?:${LONGER}|${GOES_ON})$`, 'u');
const REACH = 160;

// What may open a sentence that goes on about the document before it.
// Must match: 经市政府研究，决定 · 现将该办法有效期 · 上述文件      Must not: 补贴期限 · 各地要
const ABOUT_THE_LAST =
  /^[\s\u3000]*(?:经[^，,。；]{1,24}[，,])?(?:现决定|现|决定)?(?:将)?(?:(?:该|上述|以上)[^，,。；]{0,8}?(?:办法|规定|细则|文件|通知|意见|公告|政策))?(?:的)?(?:有效期限?|(?:执行|施行|实施|试行)(?:期限|时间|期)?)?(?:予以|统一)?$/u;

/** Whether what stands between a document and its extension leads from the one to the other: 将于…到期，现将该办法有效期. */
function isAbout(gap: string): boolean {
  const last = gap.slice(Math.max(gap.lastIndexOf('，'), gap.lastIndexOf(',')) + 1);
  return GAP.test(gap) || (/该|上述|以上/u.test(last) && ABOUT_THE_LAST.test(last));
}

/** How a sentence that names no document keeps the one in the sentence before it in force: 该办法有效期延长至2027年12月31日. */
export function carriedExtension(sentence: string): Role | null {
  if (!/延|继续/u.test(sentence)) return null;
  const clause = clauseTextOf(sentence);
  const found = extensionBehind(clause, 0);
  return found && ABOUT_THE_LAST.test(clause.text.slice(0, found.start)) ? extendedRole(found.until, 'clause') : null;
}

/**
 * The documents that a sentence keeps in force: 《A》（甲政规〔2018〕6号）有效期延长至2027年12月31日 (extended, until that day), 有效期延长五年
 * (P5Y), 继续有效 (kept). Provisions alone that go on (其他条款继续执行) say nothing of the document.
 */
export function extensionsIn(sentence: MentionSentence): Map<Mention, Role> {
  const roles = new Map<Mention, Role>();
  const { masked, start, mentions } = sentence;
  if (!/延|继续/u.test(masked)) return roles;
  const ends = enumerationEnds(sentence);
  for (const [index, mention] of mentions.entries()) {
    const before = masked.slice(Math.max(0, mention.start - start - REACH), mention.start - start);
    if (isOnlyBasis(before)) continue;
    const behind = (ends[index] ?? mention.end) - start;
    const next = mentions.find((other) => other.start - start >= behind);
    const clause = clauseTextOf(masked.slice(behind, Math.min(behind + REACH, (next?.start ?? Infinity) - start)));
    const lengthened = LENGTHENS.test(before) ? lengthenedUntil(clause, 0) : null;
    if (lengthened !== null) roles.set(mention, extendedRole(lengthened, 'clause'));
    const found = lengthened === null ? extensionBehind(clause, 0) : null;
    if (found && isAbout(clause.text.slice(0, found.start))) roles.set(mention, extendedRole(found.until, 'clause'));
  }
  return roles;
}
