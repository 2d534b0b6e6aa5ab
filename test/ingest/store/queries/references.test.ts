import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openStore } from '../../../../ingest/store/open-store.ts';
import { findRegister, homesOfArchive } from '../../../../ingest/store/queries/references.ts';
import { writeIssue } from '../../../../ingest/store/write-issue.ts';
import { parse } from '../../../helpers/parse-text.ts';

test('a title as its document prints it is found, also in an archive of texts without a masthead', () => {
  const store = openStore(':memory:');
  try {
    expect(homesOfArchive(store)).toEqual([]);
    writeIssue(store, parse(readFileSync('data/gazettes/yili-2024.txt', 'utf8')), { path: 'yili-2024.txt' });
    expect(homesOfArchive(store).map(({ region, place }) => [region?.name, place?.name])).toEqual([
      ['新疆维吾尔自治区', '伊犁哈萨克自治州'],
    ]);
    for (const title of [
      '自治州贯彻落实《新疆维吾尔自治区安全生产举报奖励办法》实施细则（试行）',
      '伊犁哈萨克自治州贯彻落实《新疆维吾尔自治区安全生产举报奖励办法》实施细则（试行）',
    ])
      expect(findRegister(store, title).map(({ id }) => id)).toEqual(['yizhouzhengbangui-2024-1']);
    writeIssue(store, parse(readFileSync('data/gazettes/xinjiang-2024-17-18.txt', 'utf8')), { path: 'x.txt' });
    const homes = homesOfArchive(store);
    expect(homes.map(({ region, place, authority }) => [place?.name ?? region?.name, authority])).toEqual([
      ['新疆维吾尔自治区', '新疆维吾尔自治区人民政府'],
      ['伊犁哈萨克自治州', null],
      ['新疆生产建设兵团', null],
    ]);
  } finally {
    store.close();
  }
});
