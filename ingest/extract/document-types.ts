/** What data/document-types.json knows of document types (文种). */
import data from '../../data/document-types.json' with { type: 'json' };

const ENDINGS: readonly { ending: string; name: string }[] = data.types
  .flatMap(({ name, endings }) => endings.map((ending) => ({ ending, name })))
  .sort((a, b) => b.ending.length - a.ending.length);

const NOT_CITABLE: readonly string[] = [...data.notCitable].sort((a, b) => b.length - a.length);

const CITABLE: readonly string[] = data.citable;

const NAMES = new Set(ENDINGS.map(({ ending }) => ending));

/** Words by which a text calls itself, longest first: 本实施办法, 本通知. */
export const SELF_WORDS: readonly string[] = [...data.selfWords].sort((a, b) => b.length - a.length);

// What may follow the last word of a title: （试行） · (2024年本) · （修订草案） · ”
const TRAILER = /(?:[（(][^（()）]{1,20}[）)]|[”"'’》〉>\s])+$/u;

/** A title without what follows its last word: 细则（试行） → 细则. */
function bareTitle(title: string): string {
  return title.trim().replace(TRAILER, '');
}

/**
 * The document type that a title's last word tells: 关于印发…的通知 → 通知, 伊犁州住房公积金失信行为惩戒管理办法 → 办法,
 * 中华人民共和国消防法 → 法. Null when the last word is none of data/document-types.json.
 */
export function documentTypeOf(title: string): string | null {
  const bare = bareTitle(title);
  return ENDINGS.find(({ ending }) => bare.endsWith(ending))?.name ?? null;
}

/**
 * Whether a title between 《》 names a law, regulation, plan, notice or the like, and not a form, a paper or a book:
 * 《印染行业规范条件(2023版)》 and 《民法通则》 do; 《安全生产举报奖励通知书》, 《人民日报》, 《资格证书》 and a bare 《办法》 do not.
 */
export function isCitableTitle(title: string): boolean {
  const bare = bareTitle(title);
  if (bare.length < 2 || NAMES.has(bare)) return bare === '宪法';
  const known = ENDINGS.find(({ ending }) => bare.endsWith(ending))?.ending.length ?? 0;
  const paper = NOT_CITABLE.find((ending) => bare.endsWith(ending))?.length ?? 0;
  return known > paper || isFormalTitle(title) || CITABLE.some((ending) => bare !== ending && bare.endsWith(ending));
}

// Must match: 关于做好…工作的汇报 · 国务院关于…的报告      Must not: 事故调查报告
const FORMAL = /关于.{2,120}的[\u4e00-\u9fff]{1,4}$/u;

function isFormalTitle(title: string): boolean {
  return FORMAL.test(bareTitle(title));
}
