import { describe, expect, it } from 'vitest';
import { tableLabel } from '../../../ingest/segment/table-label.ts';

describe('tableLabel', () => {
  it.each([
    ['表1', { number: 1, isTitled: false }],
    ['表 12', { number: 12, isTitled: false }],
    ['表2　各市县信息采用情况', { number: 2, isTitled: true }],
    ['表一：收入', { number: 1, isTitled: true }],
    ['表3-1', { number: 3, isTitled: false }],
  ])('reads %s', (line, label) => {
    expect(tableLabel(line)).toEqual(label);
  });

  it.each(['表明', '表一致', '表1所列数据为初步统计数。', '附表1', '表', '表十十　甲'])(
    'reads no label in %s',
    (line) => {
      expect(tableLabel(line)).toBeNull();
    },
  );
});
