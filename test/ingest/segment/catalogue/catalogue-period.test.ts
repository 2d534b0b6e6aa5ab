import { describe, expect, it } from 'vitest';
import { readPeriod } from '../../../../ingest/segment/catalogue/filing-catalogue.ts';

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
