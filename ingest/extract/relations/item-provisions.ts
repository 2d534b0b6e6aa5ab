import type { Mention } from '../mention.ts';
import { readProvisions } from '../provision-references.ts';
import type { ProvisionReferences } from '../provision-references.ts';

const CELLS = /\t|\||\u3000+|\s{2,}/u;
// Must match (a rest or cell that names only provisions): 第二条 · ，废止第五条、第七条 · （第三条第二款） · 附件第十二条废止
// Must not: 已被《甲条例》第三条取代 · 依据第三条制定
const ONLY_PROVISIONS = /^[\s，,、：:；;（(]*(?:其?中)?(?:的|废止|停止执行|删去)?(?:附件)?(?=第)/u;
const NOTHING_MORE = /^[\s）)]*(?:予以|同时)?(?:废止|停止执行|失效|不再执行)?[\s）)。；;，,]*$/u;

/** What stands behind the document that an item names; of a row of columns, behind its title. */
function behind(text: string, mention: Mention): string {
  if (mention.end < text.length) return text.slice(mention.end);
  const at = mention.title === null ? -1 : text.indexOf(mention.title, mention.start);
  return at < 0 || mention.title === null ? '' : text.slice(at + mention.title.length);
}

type ItemProvisions = Pick<ProvisionReferences, 'provisions' | 'inPart'>;

/**
 * The articles that an item of a list names besides its document: （苏府规字〔2013〕4号）：废止附件第十二条 → [[12]]. `partly`: the
 * heading says that only provisions end, so any reference counts; else only a rest or a cell that holds nothing but references.
 */
export function itemProvisions(text: string, mention: Mention, partly: boolean): ItemProvisions {
  const found = referencesIn(text, mention, partly);
  return {
    provisions: found.flatMap(({ provisions }) => provisions),
    inPart: found.flatMap(({ inPart }) => inPart),
  };
}

function referencesIn(text: string, mention: Mention, partly: boolean): ProvisionReferences[] {
  const rest = behind(text, mention).replace(/《[^《》]*》(?:（[^（）]*）)?(?:第[^，。；\s]{0,24})?/gu, '■');
  if (!rest.includes('第')) return [];
  if (!partly)
    return rest.split(CELLS).flatMap((cell) => {
      const lead = ONLY_PROVISIONS.exec(cell);
      if (!lead) return [];
      const references = readProvisions(cell, lead[0].length);
      return NOTHING_MORE.test(cell.slice(references.end)) ? [references] : [];
    });
  const found: ProvisionReferences[] = [];
  for (let at = rest.indexOf('第'); at >= 0;) {
    const references = readProvisions(rest, at);
    found.push(references);
    at = rest.indexOf('第', Math.max(references.end, at + 1));
  }
  return found;
}
