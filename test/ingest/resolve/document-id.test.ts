import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distinctDocumentId, documentIdOf } from '../../../ingest/resolve/document-id.ts';

const numbered = (documentNumber: string): string =>
  documentIdOf({ title: null, documentNumber, authority: null, date: null });
const titled = (title: string, authority: string | null = null, date: string | null = null): string =>
  documentIdOf({ title, documentNumber: null, authority, date });

describe('documentIdOf', () => {
  test.each([
    ['新政办发〔2024〕43号', 'xinzhengbanfa-2024-43'],
    ['新政办发[2024] 43 号', 'xinzhengbanfa-2024-43'],
    ['新政办发（２０２４）４３号', 'xinzhengbanfa-2024-43'],
    ['新政发〔2023〕21号', 'xinzhengfa-2023-21'],
    ['新疆维吾尔自治区人民政府令第239号', 'xinjiangweiwuerzizhiqurenminzhengfuling-239'],
    ['新工信规〔2024〕1号', 'xingongxingui-2024-1'],
    ['国办发〔2019〕5号', 'guobanfa-2019-5'],
    [
      '国家发展和改革委员会令2024年第16号',
      expect.stringMatching(/^guojiafazhanhegaigeweiyuanhuiling-[0-9a-f]{4}-2024-16$/u),
    ],
  ])('%s', (documentNumber, id) => {
    expect(numbered(documentNumber)).toEqual(id);
  });

  test('codes that sound alike are two documents', () => {
    expect(numbered('新交发〔2024〕3号')).not.toBe(numbered('新教发〔2024〕3号'));
    expect(numbered('新工发〔2024〕3号')).not.toBe(numbered('新公发〔2024〕3号'));
  });

  test('without a number the title, the authority and the date count, not the punctuation', () => {
    expect(titled('新疆草原畜牧业转型升级规划(2023—2030年)')).toBe(
      titled('新疆草原畜牧业转型升级规划（2023－2030 年）'),
    );
    expect(titled('关于加强安全生产的通知', '甲局')).not.toBe(titled('关于加强安全生产的通知', '乙局'));
    expect(titled('关于加强安全生产的通知', '甲局', '2023-01-01')).not.toBe(
      titled('关于加强安全生产的通知', '甲局', '2024-01-01'),
    );
    expect(titled('某办法')).toMatch(/^t-[0-9a-f]{10}$/u);
  });

  test('any input gives a non-empty address of plain characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.option(fc.string({ unit: 'binary' })), (title, documentNumber) => {
        expect(documentIdOf({ title, documentNumber, authority: null, date: null })).toMatch(
          /^[0-9a-z]+(-[0-9a-z]+)*$/u,
        );
      }),
      { seed: 20240915 },
    );
  });

  test('a second document with the same number keeps an address of its own', () => {
    expect(distinctDocumentId('xinzhengfa-2023-21', '甲办法')).toMatch(/^xinzhengfa-2023-21-[0-9a-f]{4}$/u);
    expect(distinctDocumentId('xinzhengfa-2023-21', '甲办法')).not.toBe(
      distinctDocumentId('xinzhengfa-2023-21', '乙办法'),
    );
  });
});
