import { createHash } from 'node:crypto';
import { pinyin } from 'pinyin-pro';
import type { IsoDate } from '../model/span.ts';
import { bareWords } from '../text/letters.ts';

/** What an id is made of. `authority` is the canonical full name, `date` the promulgation date. */
export interface IdentityFacts {
  title: string | null;
  /** Normalised spelling with its authority: 新政办发〔2024〕43号, 新疆维吾尔自治区人民政府令第239号. */
  documentNumber: string | null;
  authority: string | null;
  date: IsoDate | null;
}

/**
 * Characters of agency codes and authority names that are written in an id by their reading alone. No two of them that
 * sound alike can stand for each other in a real code. A code with any other character also gets four hex digits of its
 * hash, since readings collide: 新交发 and 新教发 are both xinjiaofa.
 */
const BARE_CHARACTERS = new Set(
  '新疆维吾尔自治区人民政府办发令国务院中共和华主席省市县州乡厅规函字伊犁工信改财法建教卫党委会部北京上海广东江苏浙四川山河湖南云贵陕甘青宁吉林黑龙安徽福西藏蒙古内壮族回津庆重辽',
);

const HASH_DIGITS_OF_CODE = 4;
const HASH_DIGITS_OF_TITLE = 10;

/**
 * The id that a document and its register entry share.
 * With a number: readings, year and serial: 新政办发〔2024〕43号 (新疆政报, 2024 第17-18期) is `xinzhengbanfa-2024-43`,
 * 新疆维吾尔自治区人民政府令第239号 is `xinjiangweiwuerzizhiqurenminzhengfuling-239`. The spelling of brackets and
 * widths does not matter; a short authority (自治区人民政府令) must have been made whole before.
 * Without one: `t-` and ten hex digits of the hash of title, authority and date, whose width and punctuation do not matter.
 */
export function documentIdOf(facts: IdentityFacts): string {
  const slug = facts.documentNumber === null ? '' : numberSlug(facts.documentNumber);
  if (slug !== '') return slug;
  const parts = [facts.title ?? '', facts.authority ?? '', facts.date ?? ''].map(bareWords);
  return `t-${hexDigest(parts.join('|'), HASH_DIGITS_OF_TITLE)}`;
}

/**
 * The id of a document whose own id is taken by another one of a different title (two documents printed with one
 * number): the same id with four more hex digits, the hash of its title.
 */
export function distinctDocumentId(id: string, title: string): string {
  return `${id}-${hexDigest(bareWords(title), HASH_DIGITS_OF_CODE)}`;
}

/** `新政办发〔2024〕43号` → `xinzhengbanfa-2024-43`; '' when nothing readable is left. */
function numberSlug(documentNumber: string): string {
  const plain = documentNumber
    .normalize('NFKC')
    .replace(/第(?=\s*\d)/gu, ' ')
    .replace(/(?<=\d)\s*[号年]/gu, ' ');
  const runs = plain.match(/\p{Script=Han}+|[\dA-Za-z]+/gu) ?? [];
  const words: string[] = [];
  for (const run of runs) {
    if (/^\d+$/u.test(run)) words.push(String(BigInt(run)));
    else if (/^[\dA-Za-z]+$/u.test(run)) words.push(run.toLowerCase());
    else words.push(...readingOf(run));
  }
  return words.join('-');
}

function readingOf(run: string): string[] {
  const reading = pinyin(run, { toneType: 'none', type: 'array', v: true })
    .map((syllable) => syllable.toLowerCase().replace(/[^a-z]/gu, ''))
    .join('');
  const characters = Array.from(run);
  const bare = reading !== '' && characters.every((character) => BARE_CHARACTERS.has(character));
  return bare ? [reading] : [reading, hexDigest(run, HASH_DIGITS_OF_CODE)].filter((word) => word !== '');
}

function hexDigest(text: string, digits: number): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, digits);
}
