import { describe, expect, it } from 'vitest';
import { parseIssue } from '../../../ingest/pipeline.ts';
import { readSource } from '../../../ingest/read/read-source.ts';
import { openStore } from '../../../ingest/store/open-store.ts';
import type { Store } from '../../../ingest/store/open-store.ts';
import { matchesOf } from '../../../ingest/validity/check-text.ts';
import { openSite } from '../../helpers/site.ts';
import { writeIssue } from '../../../ingest/store/write-issue.ts';
import { contradictions, contradictionsOf } from '../../../ingest/validity/contradictions.ts';
import { noticeText } from '../../helpers/gazette-process.ts';

/** A saved page of one notice, with what its table states of its validity. */
const pageOf = (serial: number, label: string, value: string, ending = ''): string =>
  `<html><body><table><tr><td>文号：</td><td>新政办发〔2019〕${serial}号</td></tr><tr><td>${label}：</td><td>${value}</td></tr></table>
  <h1>关于做好第${serial}项工作的通知</h1><div><p>各州、市人民政府：</p><p>为做好第${serial}项工作，现就有关事项通知如下，请认真贯彻执行。</p>
  <p>一、加强领导，落实责任，按时完成。</p><p>本通知自印发之日起施行。${ending}</p><p>新疆维吾尔自治区人民政府办公厅</p><p>2019年3月1日</p></div></body></html>`;

async function storeOf(files: Record<string, string>): Promise<Store> {
  const store = openStore(':memory:');
  for (const [path, text] of Object.entries(files))
    writeIssue(store, parseIssue(await readSource(Buffer.from(text), path)), { path });
  return store;
}

async function pagesThatSayEnded(files: Record<string, string>): Promise<[string | null, string | null][]> {
  return contradictions(await storeOf(files))
    .filter(({ code }) => code === 'page_says_ended')
    .map(({ documentNumber, quote }) => [documentNumber, quote]);
}

describe('a page that states its document as ended', () => {
  it.each([
    ['文件状态', '已废止'],
    ['有效性', '失效'],
    ['注释', '全文废止。'],
  ])('is told where nothing in the archive ended it (%s：%s)', async (label, value) => {
    expect(await pagesThatSayEnded({ 'a.html': pageOf(3, label, value) })).toEqual([
      ['新政办发〔2019〕3号', `${label}：${value.replace('。', '')}`],
    ]);
  });

  it.each([
    ['有效性', '有效'],
    ['有效性', '部分失效'],
    ['效力状态', '尚未废止'],
  ])('is not told for %s：%s', async (label, value) => {
    expect(await pagesThatSayEnded({ 'a.html': pageOf(3, label, value) })).toEqual([]);
  });

  it('is not told where a repeal or an expiry is printed', async () => {
    expect(await pagesThatSayEnded({ 'a.html': pageOf(4, '有效性', '失效', '有效期至2021年3月1日。') })).toEqual([]);
    expect(await pagesThatSayEnded({ 'a.html': pageOf(5, '有效性', '失效'), 'b.txt': noticeText(5) })).toEqual([]);
  });

  it('is told beside the status of that document, and of no other', async () => {
    const store = await storeOf({ 'a.html': pageOf(3, '有效性', '失效'), 'b.html': pageOf(4, '有效性', '有效') });
    const of = (serial: number) => contradictionsOf(store, `xinzhengbanfa-2019-${serial}`);
    expect(of(3)).toEqual(contradictions(store));
    expect(of(3)).toHaveLength(1);
    expect(of(4)).toEqual([]);
    const warnings = matchesOf(store, '新政办发〔2019〕3号', '2024-01-01').map((match) => match.warnings);
    expect(warnings).toEqual([['保存的网页标为“失效”，而收录的文件中没有使它失效的依据']]);
  });

  it.each(['/documents/xinzhengbanfa-2019-3', '/register/xinzhengbanfa-2019-3'])(
    'is shown with its words in the status banner of %s',
    async (path) => {
      const site = await openSite({ store: await storeOf({ 'a.html': pageOf(3, '有效性', '失效') }) });
      const { $ } = await site.get(path);
      await site.close();
      expect($('.status-banner .doubts q').text()).toBe('有效性：失效');
      expect($('.status-banner .verdict').text()).not.toContain('失效');
    },
  );
});
