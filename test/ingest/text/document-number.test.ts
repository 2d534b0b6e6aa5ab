import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { regionOf } from '../../../ingest/text/authority-names.ts';
import { documentNumberKey, findDocumentNumbers, parseDocumentNumber } from '../../../ingest/text/document-number.ts';
import { processorTime } from '../../helpers/processor-time.ts';

const texts = (text: string): string[] => findDocumentNumbers(text).map((found) => found.number.text);

describe('findDocumentNumbers', () => {
  it.each([
    ['我院法（办）发〔1988〕6号通知', '法（办）发〔1988〕6号'],
    ['甲办法（试行）国发〔2019〕5号', '国发〔2019〕5号'],
    ['省财政厅（局）财税〔2019〕1号', '财税〔2019〕1号'],
  ])('takes a department in brackets for a part of the code, and nothing else: %s', (text, expected) =>
    expect(findDocumentNumbers(text).map(({ number }) => number.text)).toEqual([expected]),
  );

  it.each([
    ['《关于…的通知》（新政办发〔2024〕43号）同时废止', '新政办发〔2024〕43号'],
    ['新政办发[2010]23号', '新政办发〔2010〕23号'],
    ['新政办发［２０１０］２３号', '新政办发〔2010〕23号'],
    ['新政办发（2010）23号', '新政办发〔2010〕23号'],
    ['新政办发(2010)23 号', '新政办发〔2010〕23号'],
    ['新政办发〖2010〗23号', '新政办发〔2010〕23号'],
    ['新政办发【2010】23号', '新政办发〔2010〕23号'],
    ['新政办发〔 2010 〕 23 号', '新政办发〔2010〕23号'],
    ['新政办发〔2010 23号', '新政办发〔2010〕23号'],
    ['新 政 办 发 〔 2010 〕 23 号', '新政办发〔2010〕23号'],
    ['新政办 发〔2011〕115号', '新政办发〔2011〕115号'],
    ['国办发„2009‟3号', '国办发〔2009〕3号'],
    ['国发〔1996〕第12号', '国发〔1996〕第12号'],
    ['国发〔85〕12号', '国发〔85〕12号'],
    ['国办发明电〔2020〕5号', '国办发明电〔2020〕5号'],
    ['法释〔2021〕1号', '法释〔2021〕1号'],
    ['穗人社规字〔2019〕6号', '穗人社规字〔2019〕6号'],
    ['新政办函〔2012〕3号', '新政办函〔2012〕3号'],
    ['工信部联企业〔2011〕300号', '工信部联企业〔2011〕300号'],
    ['2010年第23号公告', '2010年第23号公告'],
    ['工业和信息化部2010年第23号公告', '工业和信息化部2010年第23号公告'],
    ['国家税务总局公告2019年第39号', '国家税务总局公告2019年第39号'],
    ['财政部 税务总局公告2019年第39号', '财政部、税务总局公告2019年第39号'],
    ['中国人民银行公告〔2018〕第3号', '中国人民银行公告〔2018〕第3号'],
    ['公告2019年第3号', '公告2019年第3号'],
    ['（2023年第39号）', '2023年第39号'],
    ['浙江省第十三届人民代表大会常务委员会公告（第55号）', '浙江省第十三届人民代表大会常务委员会公告第55号'],
    ['第239号令', '第239号令'],
    ['令第57号', '令第57号'],
    ['国令第683号', '国令第683号'],
    ['中华人民共和国国务院令第683号', '中华人民共和国国务院令第683号'],
    ['主席令第二十二号', '主席令第二十二号'],
    ['卫生部第56号令', '卫生部第56号令'],
    ['交通运输部令（2023年第2号）', '交通运输部令2023年第2号'],
    ['（沪府令44号）', '沪府令44号'],
    ['交通运输部令2018年第2号', '交通运输部令2018年第2号'],
    ['交通运输部 公安部 应急管理部令2022年第38号', '交通运输部、公安部、应急管理部令2022年第38号'],
    ['新闻出版总署、海关总署令第53号', '新闻出版总署、海关总署令第53号'],
    ['新疆维吾尔自治区人民政府令 第239号', '新疆维吾尔自治区人民政府令第239号'],
    ['（1990）农（牧）函字第4号', '〔1990〕农（牧）函字第4号'],
    ['（63）国经字713号', '〔63〕国经字713号'],
    ['国家发展和改革委员会令第5号', '国家发展和改革委员会令第5号'],
    ['北京市人民代表大会常务委员会公告〔十五届〕第52号', '北京市人民代表大会常务委员会公告〔十五届〕第52号'],
  ])('reads %s', (text, number) => expect(texts(text)).toEqual([number]));

  it.each([
    ['从省政府川办发[2010]3号文', '川办发〔2010〕3号'],
    ['继续参照东府办发[2019]7号执行', '东府办发〔2019〕7号'],
    ['1996年7月18日自治区地质矿产厅新地发〔1996〕266号发布', '新地发〔1996〕266号'],
    ['自治区人民政府新政发〔1997〕97号', '新政发〔1997〕97号'],
    ['经公安部公通字〔2020〕1号批准', '公通字〔2020〕1号'],
    ['2005年4月8日自治区人民政府令第132号发布', '自治区人民政府令第132号'],
    ['以交通运输部令2018年第2号公布', '交通运输部令2018年第2号'],
    ['（北京市人民政府第150号令发布', '北京市人民政府第150号令'],
    ['国务院批准　国函〔1990〕3号', '国函〔1990〕3号'],
    ['现将国发〔1986〕105号文件转发给你们', '国发〔1986〕105号'],
    ['（自治区人民政府令）第五条和新政办发〔2010〕23号文件', '新政办发〔2010〕23号'],
    ['根据国家发展改革委第5号令', '国家发展改革委第5号令'],
    ['《城市房屋拆迁管理条例》和国发〔2020〕1号', '国发〔2020〕1号'],
  ])('leaves the sentence before the code out of %s', (text, number) => expect(texts(text)).toEqual([number]));

  it.each([
    ['甲公告2016年第23号、2017年第20号同时废止', ['甲公告2016年第23号', '甲公告2017年第20号']],
    ['2016年第23号公告、2017年第20号公告同时废止', ['2016年第23号公告', '2017年第20号公告']],
    ['甲政发〔2010〕1号、2017年第20号公告同时废止', ['甲政发〔2010〕1号', '2017年第20号公告']],
  ])('finds the one behind another, whatever they share: %s', (text, expected) =>
    expect(findDocumentNumbers(text).map(({ number }) => number.text)).toEqual(expected),
  );

  it('finds several in one clause', () => {
    expect(texts('新政发〔2020〕1号和新政办发〔2021〕3号、国务院令第10号')).toEqual([
      '新政发〔2020〕1号',
      '新政办发〔2021〕3号',
      '国务院令第10号',
    ]);
  });

  it.each([
    ['甲政发〔2010〕1号、2号和5号同时废止', ['甲政发〔2010〕1号', '甲政发〔2010〕2号', '甲政发〔2010〕5号']],
    ['财税〔2016〕36号、〔2017〕7号文件', ['财税〔2016〕36号', '财税〔2017〕7号']],
    ['农业部公告第168号和第220号废止', ['农业部公告第168号', '农业部公告第220号']],
    ['甲政发〔2010〕1号、2号楼', ['甲政发〔2010〕1号']],
    ['公安部令第5号，第7号楼', ['公安部令第5号']],
  ])('finds numbers that leave out what the one before them says: %s', (text, numbers) => {
    expect(texts(text)).toEqual(numbers);
    const found = findDocumentNumbers(text);
    expect(found.every(({ start, end }) => /^[〔第甲财农公0-9].*号$/u.test(text.slice(start, end)))).toBe(true);
  });

  it('tells announcements of one session from those of another', () => {
    const [one, other] = ['十四', '十五'].map((n) => documentNumberKey(`甲市人大常委会公告〔${n}届〕第5号`));
    expect(one).not.toBe(other);
    expect(parseDocumentNumber('〔2019〕第4号')).toMatchObject({ code: null, year: 2019, serial: 4 });
    expect(parseDocumentNumber('〔2019〕4号')).toBeNull();
  });

  it.each([
    '手机号',
    '车牌号12',
    '第三次会议第5号建议',
    '责令第5号',
    '国务院公报2024年第3号',
    '（二）号',
    '〔2024〕43号',
    '2024年3月5号',
    '一号',
  ])('finds nothing in %s', (text) => expect(texts(text)).toEqual([]));

  it('gives the place of each number', () => {
    const text = '经《办法》（ 新政办发〔2010〕23 号 ）';
    expect(findDocumentNumbers(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '新政办发〔2010〕23 号',
    ]);
  });

  it('is linear on hostile text', () => {
    const used = processorTime(() => {
      for (const piece of [
        '号',
        '第1号',
        '甲',
        '〔2024〕',
        '1号',
        '国发〔2024〕1号',
        '第一二三四五六七八九十号',
        '（',
        ' 号',
        '、号',
        '部令第',
      ])
        findDocumentNumbers(piece.repeat(1_000_000 / piece.length));
    });
    expect(used).toBeLessThan(8_000);
  });
});

describe('parseDocumentNumber', () => {
  it.each([
    '新政办发[2024]43号',
    '新政办发2024 43',
    '新政办发 2024 43号',
    '（新政办发〔2024〕43号）',
    '新政办发（2024）43号',
    ' 新政办发〔２０２４〕４３号 ',
  ])('reads %s as one number', (text) =>
    expect(parseDocumentNumber(text)).toMatchObject({
      text: '新政办发〔2024〕43号',
      key: '新政办发|2024|43',
      form: 'agency',
      code: '新政办发',
      year: 2024,
      serial: 43,
    }),
  );

  it.each([
    ['财政部税务总局公告2019年第39号', '财政部 税务总局公告2019年第39号'],
    ['财政部、税务总局公告2019年第39号', '财政部　国家税务总局公告2019年第39号'],
    ['国家发展改革委工业和信息化部令第5号', '国家发展和改革委员会、工业和信息化部令第5号'],
  ])('knows %s as %s', (one, other) => expect(documentNumberKey(one)).toBe(documentNumberKey(other)));

  it('takes no body for several because it begins like another', () => {
    expect(documentNumberKey('国家发展和改革委员会令第5号')).toBe('国家发展和改革委员会令||5');
    expect(documentNumberKey('财政部驻甲市专员办公告2019年第3号')).toBe('财政部驻甲市专员办公告|2019|3');
  });

  it('reads the bare number line under a 令', () => {
    expect(parseDocumentNumber('第239号')).toMatchObject({ text: '第239号', code: null, serial: 239 });
  });

  it.each(['', '关于印发', '新政办发〔2024〕43号的通知', '国发〔2019〕5号和国发〔2019〕6号公告栏', '2024'])(
    'refuses %s',
    (text) => expect(parseDocumentNumber(text)).toBeNull(),
  );

  it('reads back its own spelling', () => {
    const code = fc.constantFrom(
      '新政办发',
      '国发',
      '法释',
      '工信部联企业',
      '国务院令',
      '国家税务总局公告',
      '穗人社规字',
    );
    fc.assert(
      fc.property(
        code,
        fc.integer({ min: 1950, max: 2099 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom('〔〕', '[]', '（）', '〖〗', '［］'),
        (c, year, serial, brackets) => {
          const printed = c.endsWith('令')
            ? `${c}第${serial}号`
            : `${c}${brackets.charAt(0)}${year}${brackets.charAt(1)}${serial}号`;
          const number = parseDocumentNumber(printed);
          expect(number).toMatchObject({ code: c, serial });
          expect(parseDocumentNumber(number?.text ?? '')).toEqual(number);
          expect(findDocumentNumbers(`依照《条例》（${printed}）执行`)[0]?.number).toEqual(number);
        },
      ),
      { seed: 7 },
    );
  });

  it('is safe with any string', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '第',
            '号',
            '令',
            '公告',
            '〔',
            '2024',
            '〕',
            '1',
            '新政发',
            '、',
            ' ',
            '（',
            '）',
            '年',
            '一',
          ),
          { maxLength: 30 },
        ),
        (parts) => {
          const text = parts.join('');
          parseDocumentNumber(text);
          let last = 0;
          for (const { start, end } of findDocumentNumbers(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            last = end;
          }
        },
      ),
      { seed: 8, numRuns: 1000 },
    );
  });
});

describe('documentNumberKey', () => {
  const xinjiang = regionOf('新疆维吾尔自治区人民政府公报');

  it.each([
    ['国令第683号', '国务院令第683号'],
    ['中华人民共和国国务院令第683号', '国务院令第683号'],
    ['主席令第二十二号', '中华人民共和国主席令第22号'],
    ['国家发展改革委2010年第23号令', '国家发展和改革委员会令2010年第23号'],
    ['国发〔1996〕第12号', '国发[1996]12号'],
    ['北京市政府第150号令', '北京市人民政府令第150号'],
    ['新疆自治区人民政府令第9号', '新疆维吾尔自治区人民政府令第9号'],
  ])('%s is %s', (a, b) => expect(documentNumberKey(a)).toBe(documentNumberKey(b)));

  it('fills the region of the publisher in', () => {
    expect(documentNumberKey('自治区人民政府令第239号', xinjiang)).toBe(
      documentNumberKey('新疆维吾尔自治区人民政府令 第239号'),
    );
    expect(documentNumberKey('自治区人民政府令第239号', regionOf('广西壮族自治区人民政府公报'))).not.toBe(
      documentNumberKey('新疆维吾尔自治区人民政府令第239号'),
    );
  });

  it('keeps numbers of different agencies apart', () => {
    expect(documentNumberKey('新政发〔2023〕21号')).not.toBe(documentNumberKey('新政办发〔2023〕21号'));
  });
});
