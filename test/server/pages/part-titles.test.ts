import { expect, test } from 'vitest';
import type { PartKind } from '../../../ingest/model/document.ts';
import { partTitles } from '../../../server/pages/part-titles.ts';

const part = (seq: number, kind: PartKind, title: string): Parameters<typeof partTitles>[0][number] => ({
  seq,
  kind,
  title,
  spanStart: 0,
  spanEnd: 0,
  lineStart: 1,
  lineEnd: 1,
});
const names = (parts: Parameters<typeof partTitles>[0], title: string, documentNumber: string | null): string[] =>
  partTitles(parts, { title, documentNumber }).map((one) => one.title);

test('a 令 is named by its number, a covering notice by what it does', () => {
  expect(
    names([part(1, 'notice', ''), part(2, 'regulation', '甲办法')], '甲办法', '新疆维吾尔自治区人民政府令第239号'),
  ).toEqual(['新疆维吾尔自治区人民政府令第239号', '甲办法']);
  expect(
    names([part(1, 'notice', '关于印发《甲办法》的通知')], '关于印发《甲办法》的通知', '新政办发〔2024〕1号'),
  ).toEqual(['印发通知']);
  expect(names([part(1, 'notice', '关于批准的通知')], '关于批准的通知', '新政办发〔2024〕7号')).toEqual(['正文']);
});

test('annexes are numbered when there are several; a list after the text is one', () => {
  expect(names([part(1, 'notice', ''), part(2, 'annex', '分级标准'), part(3, 'list', '设置图')], '通知', null)).toEqual(
    ['正文', '附件1　分级标准', '附件2　设置图'],
  );
  expect(names([part(1, 'notice', ''), part(2, 'annex', '名单')], '通知', null)).toEqual(['正文', '附件　名单']);
});
