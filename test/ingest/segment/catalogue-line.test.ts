import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupHeading, plainHeading, readEntryLine, readUndatedLine } from '../../../ingest/segment/catalogue-line.ts';
import { readEntryRow, readSingleSpacedRow } from '../../../ingest/segment/catalogue-row.ts';
import { readPeriod } from '../../../ingest/segment/filing-catalogue.ts';
import { rowCells, wordsOf } from '../../../ingest/segment/row-cells.ts';
import { mapSlice } from '../../../ingest/text/mapped-text.ts';

describe('groupHeading', () => {
  it.each([
    ['乌鲁木齐市（5件）', '乌鲁木齐市', 5, null],
    ['自治区民族事务委员会（宗教事务局）（2件）', '自治区民族事务委员会（宗教事务局）', 2, null],
    ['克孜勒苏柯尔克孜自治州 (1件)', '克孜勒苏柯尔克孜自治州', 1, null],
    ['三、省农业农村厅 2件', '省农业农村厅', 2, 0],
    ['一、县（区）人民政府（共2件）', '县（区）人民政府', 2, 0],
    ['一、设区市人民政府报送备案的规范性文件（5件）', '设区市人民政府报送备案的规范性文件', 5, 0],
    ['（二）赣南市（3件）', '赣南市', 3, 1],
  ])('%s', (text, name, declared, depth) => {
    expect(groupHeading(text)).toEqual({ name, declared, depth });
  });
  it.each([
    '关于废止《收费规定》等4件政府规章的决定',
    '2023年4—6月备案登记的行政规范性文件目录（共28件）',
    '乌鲁木齐市',
    '以上共5件',
  ])('%s is no group', (text) => {
    expect(groupHeading(text)).toBeNull();
  });
});

describe('plainHeading', () => {
  it.each([
    ['一、南明县人民政府', '南明县人民政府', 0],
    ['（一）江州市', '江州市', 1],
    ['二、省级部门', '省级部门', 0],
    ['一、州（市）人民政府', '州（市）人民政府', 0],
    ['市公安局', '市公安局', null],
    ['市政府各部门', '市政府各部门', null],
  ])('%s', (text, name, depth) => {
    expect(plainHeading(text)).toEqual({ name, declared: null, depth });
  });
  it.each(['1.市公安局关于加强管理的通告', '一、做好备案工作', '江州市', '关于加强备案工作的通知', '一、根据规定，'])(
    '%s is no heading over entries',
    (text) => {
      expect(plainHeading(text)).toBeNull();
    },
  );
});

describe('readUndatedLine', () => {
  it.each([
    ['1.《南明县农村公路管理养护办法》（南府发〔2016〕5号）', '南明县农村公路管理养护办法', '南府发〔2016〕5号'],
    ['（2）关于销售管理的通告（筑公通〔2016〕11号）；', '关于销售管理的通告', '筑公通〔2016〕11号'],
    ['3、关于修改《甲办法》（试行）的决定(南府发〔2016〕7号)', '关于修改《甲办法》（试行）的决定', '南府发〔2016〕7号'],
  ])('%s', (text, title, documentNumber) => {
    const read = readUndatedLine(text);
    expect([read?.title?.(mapSlice(text, 0, text.length)).text, read?.documentNumber]).toEqual([title, documentNumber]);
  });
  it.each(['（南府发〔2016〕3号）', '根据《甲办法》（省政府令第218号）', '1.《甲办法》（2016年3月公布）'])(
    '%s is no entry',
    (text) => {
      expect(readUndatedLine(text)).toBeNull();
    },
  );
});

describe('readEntryLine', () => {
  it.each([
    ['(2024年3月12日 乌政通规〔2024〕1号)', '乌政通规〔2024〕1号', '2024-03-12', false],
    ['2022年7月1日 海市政规〔2022〕4号', '海市政规〔2022〕4号', '2022-07-01', false],
    ['（海民宗规〔2022〕1号　2022年8月20日）', '海民宗规〔2022〕1号', '2022-08-20', false],
    ['关于加强管理的通告（2022年7月15日 海市政规〔2022〕5号）', '海市政规〔2022〕5号', '2022-07-15', true],
    ['1.《农村住房建设管理办法》（东政规〔2020〕3号，2020年10月15日印发）', '东政规〔2020〕3号', '2020-10-15', true],
    ['3\t关于印发办法的通知\t海水规〔2022〕4号\t2022年9月9日', '海水规〔2022〕4号', '2022-09-09', true],
  ])('%s', (text, documentNumber, date, hasTitle) => {
    const read = readEntryLine(text);
    expect([read?.documentNumber, read?.date, read?.title !== null]).toEqual([documentNumber, date, hasTitle]);
  });
  it.each([
    '关于印发《办法》的通知',
    '根据2010年12月13日自治区人民政府令第165号修正后执行',
    '（新政办发〔2016〕147号）',
  ])('%s ends no entry', (text) => {
    expect(readEntryLine(text)).toBeNull();
  });
});

describe('an entry behind its maker', () => {
  it('has the title for its title, and no number of the register', () => {
    const line =
      '1.宝川市人民政府：《地下管线管理办法》（宝政规〔2020〕1号），2020年1月15日印发，备案号：SXGF-2020-001';
    const read = readEntryLine(line);
    expect([read?.title?.(mapSlice(line, 0, line.length)).text, read?.documentNumber, read?.date]).toEqual([
      '地下管线管理办法',
      '宝政规〔2020〕1号',
      '2020-01-15',
    ]);
  });
});

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

describe('readSingleSpacedRow', () => {
  const read = (line: string) => readSingleSpacedRow(wordsOf(mapSlice(line, 0, line.length)));
  it('reads a line that begins with its serial and ends with number and day', () => {
    const row = read('02　岱山区人民政府　关于划定禁养区的通告　岱政规〔2022〕5号　2022年11月3日');
    expect([row?.maker?.text, row?.title?.text, row?.documentNumber, row?.date]).toEqual([
      '岱山区人民政府',
      '关于划定禁养区的通告',
      '岱政规〔2022〕5号',
      '2022-11-03',
    ]);
  });
  it.each([
    '岱山区人民政府　关于划定禁养区的通告　岱政规〔2022〕5号　2022年11月3日',
    '02　岱政规〔2022〕5号　2022年11月3日',
    '02　关于划定禁养区的通告　2022年11月3日',
  ])('%s is no row', (line) => {
    expect(read(line)).toBeNull();
  });
});

describe('readPeriod', () => {
  it.each([
    ['2024年第三季度备案登记的行政规范性文件目录', 2024, 3],
    ['海原市2020年行政规范性文件备案目录（10—12月）', 2020, 4],
    ['2023年4—6月备案登记的行政规范性文件目录', 2023, 2],
    ['二〇二二年第四季度备案目录', 2022, 4],
    ['2024年1至3月备案登记目录', 2024, 1],
    ['2021年12月备案登记目录', 2021, 4],
    ['（2022年4月1日至2022年6月30日）', 2022, 2],
    ['2019年7月1日—9月30日备案登记目录', 2019, 3],
  ])('%s', (title, year, quarter) => {
    expect(readPeriod(title)).toEqual({ year, quarter });
  });
  it.each(['2024年上半年备案登记目录', '2024年3—5月备案登记目录', '2024年9月30日公布的目录', '2024年3月1日至4月30日'])(
    '%s names no quarter',
    (title) => {
      expect(readPeriod(title)).toBeNull();
    },
  );
});
