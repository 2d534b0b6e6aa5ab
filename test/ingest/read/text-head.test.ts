import { describe, expect, it } from 'vitest';
import { readTextHead } from '../../../ingest/read/text-head.ts';

describe('readTextHead', () => {
  it('reads the labelled lines that a saved page opens with, each with its place', () => {
    const text =
      '标题: 甲市关于宣布失效一批文件的通知\n发布时间: 2017-04-25 17:22\n文 号：甲政〔2017〕89号\n栏目: 文件\n\n正文';
    const facts = readTextHead(text);
    expect(facts.map(({ name, value }) => [name, value])).toEqual([
      ['title', '甲市关于宣布失效一批文件的通知'],
      ['publicationDate', '2017-04-25 17:22'],
      ['documentNumber', '甲政〔2017〕89号'],
    ]);
    expect(facts.map(({ span }) => span && text.slice(span.start, span.end))[2]).toBe('文 号：甲政〔2017〕89号');
  });

  it.each([
    ['---\ntitle: 消耗臭氧层物质管理条例\nicon: article\n---\n\n正文', '消耗臭氧层物质管理条例'],
    ['---\r\nicon: a\r\ntitle: "政务数据共享条例"\r\n---\r\n正文', '政务数据共享条例'],
  ])('reads the title in front matter (%#)', (text, title) => {
    const [fact, ...others] = readTextHead(text);
    expect([fact?.name, fact?.value, others]).toEqual(['title', title, []]);
    expect(text.slice(fact?.span?.start, fact?.span?.end)).toContain(title);
  });

  it.each([
    '---\nshortTitle: 固体废物法\n---\n正文',
    '---\ntitle: 没有结尾\n正文',
    '关于甲的通知\n甲政〔2017〕89号\n\n各县人民政府：\n请遵照执行。',
    '文号：甲政〔2017〕89号\n各县人民政府：\n一、加强管理。',
    '',
  ])('reads none from an ordinary text (%#)', (text) => expect(readTextHead(text)).toEqual([]));
});
