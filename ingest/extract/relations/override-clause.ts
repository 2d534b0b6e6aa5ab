import type { Mention } from '../mention.ts';
import { role } from './relation-draft.ts';
import type { MentionSentence, Role } from './relation-draft.ts';

// Must match: 与本通知不一致的，以本通知为准 · 不一致的，按照本办法执行      Must not: 不一致的，以■为准
const THIS_ONE_WINS =
  /(?:不一致|不相一致|不符|抵触|冲突)[^。；]{0,16}?(?:以|按|按照|依照|适用)本[^。；■]{0,16}(?:为准|执行|规定)?/u;

/** The documents that yield to this one: 《X》与本办法不一致的，以本办法为准 → X. */
export function overridesIn(sentence: MentionSentence): Map<Mention, Role> {
  const roles = new Map<Mention, Role>();
  const found = THIS_ONE_WINS.exec(sentence.masked);
  if (!found) return roles;
  for (const mention of sentence.mentions)
    if (mention.end <= sentence.start + found.index) roles.set(mention, role('overrides', 'overrides/this-one-wins'));
  return roles;
}
