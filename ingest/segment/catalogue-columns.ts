/** What the columns of a filing catalogue hold, from the head of its table: 序号 | 制定机关 | 文件名称 | 文号 | 发布日期 | 备案号. */
import type { MappedText } from '../model/mapped-text.ts';
import { withoutSpaces } from '../text/spaces.ts';

export type ColumnRole = 'maker' | 'title' | 'number' | 'day';

/** Per role the column that holds it. */
export type CatalogueColumns = ReadonlyMap<ColumnRole, number>;

/** Words of heads without spaces, the sure ones of each role first: of two columns with one role the surer one counts. */
const ROLES: readonly (readonly [ColumnRole, readonly RegExp[]])[] = [
  // Must match: 文号 · 发文字号 · 文件编号 · 发文号      Must not: 备案号 · 登记编号 · 序号
  ['number', [/^(?:发文|文件|公文|发布)?(?:文号|字号)$/u, /^(?:发文|文件|公文)编?号$/u]],
  // Must match: 文件名称 · 规范性文件名称 · 标题 · 文件      Must not: 单位名称
  ['title', [/(?:文件|目录|公文)?(?:名称|标题|题名)$/u, /^(?:规范性)?文件$/u]],
  // Must match: 制定机关 · 报备单位 · 发文部门 · 县（市、区）
  [
    'maker',
    [
      /^(?:制定|制发|发文|印发|发布|报备|报送|制作)(?:机关|单位|部门|主体|机构)$/u,
      /(?:机关|单位|部门|主体|机构)(?:名称)?$/u,
    ],
  ],
  // Must match: 印发日期 · 发布时间 · 成文日期 · 公布日期; then 日期 · 施行日期
  ['day', [/^(?:印发|发布|公布|成文|制定|发文|签发|出台)(?:日期|时间)$/u, /^(?:日期|时间)$/u, /(?:日期|时间)$/u]],
];
// A register's own columns: 备案号 · 备案登记号 · 统一编号 · 登记编号 · 备案日期 · 备案机关
const OF_REGISTER = /备案(?!目录)|登记|统一编号/u;
const LONGEST_HEAD = 16;

function rolesOf(head: string): { role: ColumnRole; rank: number } | null {
  if (head === '' || head.length > LONGEST_HEAD || OF_REGISTER.test(head)) return null;
  for (const [role, words] of ROLES) {
    const rank = words.findIndex((word) => word.test(head));
    if (rank >= 0) return { role, rank };
  }
  return null;
}

/** The columns of a table's head row; null for a row that is none: a head names a title or a number, and something else. */
export function readCatalogueColumns(cells: readonly MappedText[]): CatalogueColumns | null {
  const columns = new Map<ColumnRole, number>();
  const ranks = new Map<ColumnRole, number>();
  for (const [index, { text }] of cells.entries()) {
    const found = rolesOf(withoutSpaces(text));
    if (!found || found.rank >= (ranks.get(found.role) ?? Infinity)) continue;
    columns.set(found.role, index);
    ranks.set(found.role, found.rank);
  }
  return columns.size >= 2 && (columns.has('title') || columns.has('number')) ? columns : null;
}
