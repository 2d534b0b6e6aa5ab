/** What the columns of a filing catalogue hold, from the head of its table: 序号 | 制定机关 | 文件名称 | 文号 | 发布日期 | 备案号. */
import type { MappedText } from '../../model/mapped-text.ts';
import { withoutSpaces } from '../../text/spaces.ts';

/** `register`: the number or day that the register gives; `other`: what no entry holds (备注, 施行日期). */
export type ColumnRole = 'serial' | 'maker' | 'title' | 'number' | 'day' | 'register' | 'other';

/** Per role the column that holds it; the first of several. */
export type CatalogueColumns = ReadonlyMap<ColumnRole, number>;

/** Words of heads without spaces, the sure ones of each role first: of two columns with one role the surer one counts. */
const ROLES: readonly (readonly [ColumnRole, readonly RegExp[]])[] = [
  ['serial', [/^序号?$/u]],
  // Must match: 备案号 · 备案登记号 · 统一编号 · 登记编号 · 编号 · 备案日期 · 备案机关 · 规审号 · 报备日期 · 收文时间      Must not: 登记文件名称 · 报备机关
  [
    'register',
    [
      /^(?!.*(?:名称|标题|目录)).*(?:备案|登记|统一编号|审查|规审)|^编号$|^(?:报备|报送|上报|收到|收文|受理)(?:日期|时间)$/u,
    ],
  ],
  // Must match: 实施日期 · 有效期至 · 备注 · 页码
  ['other', [/施行|实施|生效|失效|有效|备注|说明|类别|类型|页码|状态|依据|^效力/u]],
  // Must match: 文号 · 发文字号 · 文件编号 · 发文号 · 政府令 · 令号; then 文号及日期      Must not: 备案号 · 登记编号 · 序号 · 文件名称及文号
  [
    'number',
    [
      /^(?:发文|文件|公文|发布|规章|法规)?(?:文号|字号)$/u,
      /^(?:发文|文件|公文|规章|法规)编?号$/u,
      /^(?:政府)?令号?$/u,
      /^(?!.*(?:名称|标题)).*(?:文号|字号)/u,
    ],
  ],
  // Must match: 制定机关 · 报备单位 · 发文部门 · 单位名称
  [
    'maker',
    [
      /^(?:制定|制发|发文|印发|发布|报备|报送|制作|公布)(?:机关|单位|部门|主体|机构)(?:名称)?$/u,
      /^.{0,6}(?:机关|单位|部门|主体|机构)(?:名称)?$/u,
      /^(?:地区|市州|州市|市县|县区|区县|县（市、区）|县\(市、区\))$/u,
    ],
  ],
  // Must match: 文件名称 · 规范性文件名称 · 标题 · 法规名称 · 文件 · 文件名称及文号
  [
    'title',
    [/^.{0,10}(?:名称|标题|题名|文件名)$/u, /^(?:规范性)?文件(?:目录)?$/u, /^(?:规章|法规)$/u, /(?:名称|标题)/u],
  ],
  // Must match: 印发日期 · 发布时间 · 成文日期 · 公布日期; then 日期
  ['day', [/^(?:印发|发布|公布|成文|制定|发文|签发|出台|通过)(?:日期|时间)$/u, /(?:日期|时间)$/u]],
];
const LONGEST_HEAD = 16;

/** What stands under a head, or behind it and a colon: 发文字号 a number; null for words that are no head. */
export function roleOfHead(words: string): { role: ColumnRole; rank: number } | null {
  const head = withoutSpaces(words);
  if (head.length < 2 || head.length > LONGEST_HEAD || !/^[\u4e00-\u9fff（()）、/]+$/u.test(head)) return null;
  for (const [role, heads] of ROLES) {
    const rank = heads.findIndex((one) => one.test(head));
    if (rank >= 0) return { role, rank };
  }
  return null;
}

/**
 * The columns of a table's head row; null for a row that is none: a head names titles, or numbers, and another fact of a document.
 */
export function readCatalogueColumns(cells: readonly MappedText[]): CatalogueColumns | null {
  const columns = new Map<ColumnRole, number>();
  const ranks = new Map<ColumnRole, number>();
  for (const [index, { text }] of cells.entries()) {
    const found = text === '' ? null : roleOfHead(text);
    if (!found || found.rank >= (ranks.get(found.role) ?? Infinity)) continue;
    columns.set(found.role, index);
    ranks.set(found.role, found.rank);
  }
  const facts = FACTS.filter((role) => columns.has(role)).length;
  return facts >= 2 && (columns.has('title') || columns.has('number')) ? columns : null;
}

const FACTS: readonly ColumnRole[] = ['maker', 'title', 'number', 'day', 'register'];
