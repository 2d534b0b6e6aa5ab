import { describe, expect, it } from 'vitest';
import { openInOffice } from '../../helpers/office.ts';
import { toCsv } from '../../../server/exports/csv.ts';
import { provenanceSheet } from '../../../server/exports/provenance.ts';
import { catalogueSheet } from '../../../server/exports/sheets/catalogue-sheet.ts';
import type { CatalogueSheetRow } from '../../../server/exports/sheets/catalogue-sheet.ts';
import { toXlsx } from '../../../server/exports/xlsx.ts';

const row: CatalogueSheetRow = {
  year: 2024,
  quarter: 3,
  catalogueNumber: '新司公〔2024〕4号',
  group: '哈密市',
  groupDeclared: 3,
  groupActual: 2,
  seq: 1,
  title: '关于印发《伊州区举报违法经营行为奖励办法》的通知',
  documentNumber: '伊州政办规〔2024〕1号',
  date: '2024-02-21',
  status: 'expired',
  held: true,
  url: '/documents/yizhouzhengbangui-2024-1',
  issueId: 'xinjiang-2024-17-18',
  line: 900,
};

const attack: CatalogueSheetRow = {
  ...row,
  seq: 2,
  title: '=HYPERLINK("http://example.org")',
  date: null,
  status: null,
};

const sheet = catalogueSheet('2024年第三季度', [row, attack], 'http://127.0.0.1:3000');

const EXPECTED_ROW =
  '2024年第三季度,新司公〔2024〕4号,哈密市,3,2,1,关于印发《伊州区举报违法经营行为奖励办法》的通知,伊州政办规〔2024〕1号,2024-02-21,已失效,是,' +
  'http://127.0.0.1:3000/documents/yizhouzhengbangui-2024-1,xinjiang-2024-17-18,900';

describe('tables in LibreOffice', () => {
  it('opens the XLSX with Chinese headings, real dates, texts that are no formulas, and the provenance', async () => {
    const provenance = provenanceSheet({
      title: '2024年第三季度备案目录',
      url: 'http://127.0.0.1:3000/catalogues/2024/3',
      exportedOn: '2026-01-01',
      statusOn: '2026-01-01',
      coverage: '据已收录的5期公报（最新一期2024-09-15）。',
      rowCount: 2,
      totalCount: 2,
      notes: [],
    });
    const sheets = await openInOffice('catalogue.xlsx', await toXlsx([sheet, provenance]));
    const lines = sheets['2024年第三季度']?.split('\n') ?? [];
    expect(lines[0]).toBe(
      '季度,目录文号,地区或部门,公布件数,实列件数,序号,文件名称,文号,日期,效力状态,收录全文,网址,公报,原文行号',
    );
    expect(lines[1]).toBe(EXPECTED_ROW);
    expect(lines[2]).toContain('"=HYPERLINK(""http://example.org"")"');
    expect(sheets['出处说明']).toContain('馆藏范围,据已收录的5期公报（最新一期2024-09-15）。');
  });

  it('opens the CSV with the same Chinese and no formula', async () => {
    const sheets = await openInOffice('catalogue.csv', toCsv(sheet));
    const lines = Object.values(sheets)[0]?.split('\n') ?? [];
    expect(lines[1]?.replace(/^\uFEFF/, '')).toBe(EXPECTED_ROW);
    expect(lines[2]).toContain(`"'=HYPERLINK(""http://example.org"")"`);
  });
});
