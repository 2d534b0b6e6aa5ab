import { createHash } from 'node:crypto';
import { basename, isAbsolute } from 'node:path';
import { pinyin } from 'pinyin-pro';
import type { GazetteDocument } from '../model/document.ts';
import type { Masthead, ParsedIssue } from '../model/issue.ts';
import { regionOf } from '../text/authority-names.ts';
import { chineseDay } from '../text/dates.ts';
import { withoutSpaces } from '../text/spaces.ts';

/** Words of a gazette's name that say only that it is one. */
const GAZETTE_WORDS = /(人民政府|办公厅|办公室)?公报$/u;

const slugOf = (text: string): string =>
  pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');

/** 新疆维吾尔自治区人民政府公报 → xinjiang; a gazette that is not a whole region's own takes the reading of its name. */
function publisherSlug(gazette: string): string {
  const bare = withoutSpaces(gazette).replace(GAZETTE_WORDS, '');
  const region = regionOf(bare);
  return slugOf(region !== null && (bare === region.name || bare === region.short) ? region.short : bare);
}

/** The year of an issue: that of its day, else the one printed beside its number. */
export function issueYearOf({ publicationDate, year }: Masthead): number | null {
  return publicationDate === null ? (year?.value ?? null) : Number(publicationDate.value.slice(0, 4));
}

/** Hex digits of the path's hash behind the name of a file from outside the gazette folder. */
const PATH_DIGITS = 4;

/**
 * The id of the issue that a file holds: 新疆维吾尔自治区人民政府公报 2024年 第17-18号 is `xinjiang-2024-17-18`. Equal mastheads
 * give equal ids, so two files of one issue share it. Without a number or date the serial number or the day serves; a
 * file without masthead (a saved page, a single text) takes its path in the gazette folder: `yili-2024.txt` → `yili-2024`;
 * from outside that folder its name and a digest of its path.
 */
export function issueIdOf(masthead: Masthead, path: string): string {
  const gazette = masthead.gazette?.value ?? null;
  const date = masthead.publicationDate?.value ?? null;
  const year = issueYearOf(masthead);
  const numbers = masthead.issueNumbers?.value ?? [];
  const serials = masthead.serialNumbers?.value ?? [];
  const slug = gazette === null ? '' : publisherSlug(gazette);
  if (slug !== '') {
    if (year !== null && numbers.length > 0) return [slug, year, ...numbers].join('-');
    if (serials.length > 0) return [slug, 'zong', ...serials].join('-');
    if (date !== null) return `${slug}-${date}`;
  }
  const stem = slugOf((isAbsolute(path) ? basename(path) : path).replace(/\.[^./]*$/u, '')) || 'issue';
  if (!isAbsolute(path)) return stem;
  return `${stem}-${createHash('sha256').update(path).digest('hex').slice(0, PATH_DIGITS)}`;
}

/**
 * What people read over an issue: 新疆维吾尔自治区人民政府公报 2024年第17-18期; without a number the one of the series or the day (2024年7月15日) or, as nothing else tells it
 * from others, the file's name. Without masthead it is called by what it holds: its only document, or the body that most of its documents are
 * of (伊犁哈萨克自治州人民政府办公厅文件（yili-2024）).
 */
export function issueTitleOf(
  { masthead, documents }: Pick<ParsedIssue, 'masthead' | 'documents'>,
  path: string,
): string {
  const gazette = masthead.gazette?.value ?? null;
  const date = masthead.publicationDate?.value ?? null;
  const year = issueYearOf(masthead);
  const numbers = masthead.issueNumbers?.value ?? [];
  const file = basename(path).replace(/\.[^.]*$/u, '');
  if (gazette === null) return titleByDocuments(documents, file);
  if (numbers.length > 0) return `${gazette} ${year === null ? '' : `${String(year)}年`}第${numbers.join('-')}期`;
  const serials = masthead.serialNumbers?.value ?? [];
  if (serials.length > 0) return `${gazette} 总第${serials.join('-')}期`;
  return date === null ? `${gazette}（${file}）` : `${gazette} ${chineseDay(date)}`;
}

function titleByDocuments(documents: readonly GazetteDocument[], file: string): string {
  const [only, ...others] = documents;
  if (only && others.length === 0) return only.title.value || file;
  const counts = new Map<string, number>();
  for (const { issuingAuthorities } of documents)
    for (const { value } of issuingAuthorities) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && most[1] * 2 > documents.length ? `${most[0]}文件（${file}）` : file;
}
