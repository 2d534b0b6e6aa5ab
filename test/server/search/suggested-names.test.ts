import { expect, it } from 'vitest';
import { Archive } from '../../../server/search/archive.ts';
import { suggestedNames } from '../../../server/search/suggested-names.ts';
import { act, madeArchive } from '../../ingest/resolve/made-archive.ts';

it('suggests names that begin with what was typed first, then held documents, then short names', () => {
  const archive = new Archive(
    madeArchive({
      date: '2021-06-01',
      documents: [
        act('关于供水管理的通知', '新政办发〔2020〕1号', '2020-01-01'),
        act('供水管理实施细则办法', '新政办发〔2020〕2号', '2020-01-02'),
        act('供水管理办法', '新政办发〔2020〕3号', '2020-01-03', {
          relations: [
            { type: 'repeals', title: '供水管理法' },
            { type: 'repeals', title: '城市供水管理规定' },
          ],
        }),
      ],
    }),
  );
  archive.refresh();
  const texts = suggestedNames(archive, '供水管理', 9).flatMap(({ suggestion: { type, text } }) =>
    type === 'title' ? [text] : [],
  );
  expect(texts).toEqual([
    '供水管理办法',
    '供水管理实施细则办法',
    '供水管理法',
    '关于供水管理的通知',
    '城市供水管理规定',
  ]);
});
