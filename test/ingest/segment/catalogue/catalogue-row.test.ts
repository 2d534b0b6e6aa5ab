import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCatalogueColumns } from '../../../../ingest/segment/catalogue/catalogue-columns.ts';
import { readEntryRow } from '../../../../ingest/segment/catalogue/catalogue-row.ts';
import { rowCells, rowColumns } from '../../../../ingest/segment/row-cells.ts';
import { mapSlice } from '../../../../ingest/text/mapped-text.ts';

describe('readEntryRow', () => {
  const cells = (row: string) => rowCells(mapSlice(row, 0, row.length)) ?? [];
  it.each([
    [
      '| 2 | 社会救助实施细则 | 江民规〔2023〕1号 | 2023年8月15日 |',
      '社会救助实施细则',
      '江民规〔2023〕1号',
      '2023-08-15',
    ],
    ['1\t市水利局\t河道采砂管理规定\t江水规〔2023〕2号', '河道采砂管理规定', '江水规〔2023〕2号', null],
    ['2023年9月1日\t养老服务补贴办法\t江民规〔2023〕2号', '养老服务补贴办法', '江民规〔2023〕2号', '2023-09-01'],
  ])('%s', (row, title, documentNumber, date) => {
    const read = readEntryRow(cells(row));
    expect([read?.title?.text, read?.documentNumber, read?.date]).toEqual([title, documentNumber, date]);
  });
  it('prefers a number of a document to one of the register', () => {
    const read = readEntryRow(cells('| 陇司备〔2022〕51号 | 关于分时电价的通知 | 陇发改规〔2022〕4号 | 2022.7.4 |'));
    expect([read?.documentNumber, read?.title?.text]).toEqual(['陇发改规〔2022〕4号', '关于分时电价的通知']);
  });
  it('finds the same in columns of any order, and takes neither maker nor register number for the title', () => {
    const row = [
      '4',
      '南岭县人力资源和社会保障局',
      '就业见习补贴办法',
      '南人社规〔2021〕3号',
      '2021.12.1',
      'LZBA-2021-044',
      '-',
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(row, { minLength: row.length }), (columns) => {
        const read = readEntryRow(cells(`| ${columns.join(' | ')} |`));
        expect([read?.maker?.text, read?.title?.text, read?.documentNumber, read?.date]).toEqual([
          '南岭县人力资源和社会保障局',
          '就业见习补贴办法',
          '南人社规〔2021〕3号',
          '2021-12-01',
        ]);
      }),
      { seed: 7 },
    );
  });
  it.each(['| 序号 | 文件名称 | 文号 | 公布日期 |', '| --- | :-: |', '社会救助实施细则 江民规〔2023〕1号'])(
    '%s is no entry',
    (row) => {
      expect(readEntryRow(cells(row))).toBeNull();
    },
  );
});

describe('readEntryRow under a head', () => {
  const cellsOf = (row: string) => rowColumns(mapSlice(row, 0, row.length)) ?? [];
  const read = (head: string, row: string) => {
    const entry = readEntryRow(cellsOf(row), readCatalogueColumns(cellsOf(head)));
    return entry && [entry.maker?.text ?? null, entry.title?.text, entry.documentNumber, entry.date];
  };
  it.each([
    [
      '登记号\t文件名称\t文号\t发文单位',
      'HNPR—2020—05001\t收费通知\t湘教发〔2020〕3号\t省教育厅',
      ['省教育厅', '收费通知', '湘教发〔2020〕3号', null],
    ],
    [
      '法规名称\t公布日期\t备案登记编号',
      '献血条例\t2022年3月30日\t国司备字〔2022008901〕',
      [null, '献血条例', null, '2022-03-30'],
    ],
    [
      '序号\t文件名称\t文号及日期',
      '1\t停车办法\t2024年3月12日 乌政通规〔2024〕1号',
      [null, '停车办法', '乌政通规〔2024〕1号', '2024-03-12'],
    ],
    [
      '序号\t制定机关\t文件名称',
      '1\t南明区\t停车办法（南府规〔2022〕1号）',
      ['南明区', '停车办法', '南府规〔2022〕1号', null],
    ],
    [
      '序号\t备案号\t文件名称\t字号\t发布日期',
      '4\t冀政法备[2019]83号\t门诊统筹的通知\t无\t2019-12-13',
      [null, '门诊统筹的通知', null, '2019-12-13'],
    ],
    [
      '序号\t文件名称\t文号\t施行日期',
      '1\t停车办法\t南府规〔2022〕1号\t2022年5月1日',
      [null, '停车办法', '南府规〔2022〕1号', null],
    ],
  ])('%s / %s', (head, row, entry) => {
    expect(read(head, row)).toEqual(entry);
  });
  it.each([
    ['序号\t文件名称\t文号\t发布日期', '合计\t5件\t\t'],
    ['序号\t文件名称\t文号\t发布日期', '备注\t本表按登记时间排列\t\t'],
  ])('%s / %s is no entry', (head, row) => {
    expect(read(head, row)).toBeNull();
  });
});
