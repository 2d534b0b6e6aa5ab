import { describe, expect, it } from 'vitest';
import { groupHeading, plainHeading, tableCaption } from '../../../../ingest/segment/catalogue/catalogue-heading.ts';

describe('groupHeading', () => {
  it.each([
    ['乌鲁木齐市（5件）', '乌鲁木齐市', 5, null],
    ['自治区民族事务委员会（宗教事务局）（2件）', '自治区民族事务委员会（宗教事务局）', 2, null],
    ['克孜勒苏柯尔克孜自治州 (1件)', '克孜勒苏柯尔克孜自治州', 1, null],
    ['三、省农业农村厅 2件', '省农业农村厅', 2, 0],
    ['一、县（区）人民政府（共2件）', '县（区）人民政府', 2, 0],
    ['一、设区市人民政府报送备案的规范性文件（5件）', '设区市人民政府报送备案的规范性文件', 5, 0],
    ['（二）赣南市（3件）', '赣南市', 3, 1],
    ['■ 龟兹地区：2件', '龟兹地区', 2, null],
    ['省林业厅（2件）：', '省林业厅', 2, null],
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
    ['【地州市】', '地州市', 0],
    ['一、区县（自治县）政府文件', '区县（自治县）政府文件', 0],
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

describe('tableCaption', () => {
  it.each([
    ['地方性法规', '地方性法规', null],
    ['二、部门规章', '部门规章', 0],
  ])('%s', (text, name, depth) => {
    expect(tableCaption(text)).toEqual({ name, declared: null, depth });
  });
  it.each(['2022年第一季度规范性文件备案目录', '单位：件', '（按登记时间排列）。', '附件1'])(
    '%s names no group',
    (text) => {
      expect(tableCaption(text)).toBeNull();
    },
  );
});
