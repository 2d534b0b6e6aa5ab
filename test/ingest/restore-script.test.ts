import { describe, expect, it } from 'vitest';
import { restoreScript } from '../../ingest/restore-script.ts';
import { provisionText } from '../../ingest/structure/provision-text.ts';
import { processorTime } from '../helpers/processor-time.ts';
import { parse } from '../helpers/parse-text.ts';

const ISSUE = `中華人民共和國國務院公報

一九五五年　第三號　（總號：3）

目　錄

命令和指示
國務院關於進一步做好糧食統購統銷工作的
　指示………………………………………………（51）
條例
市鎮糧食定量供應暫行辦法………………………（55）

國務院關於進一步做好糧食統購統銷工作的指示

　　為了進一步做好糧食統購統銷工作，特作如下指示：
　　一、各省、自治區人民委員會應當「充分發動羣眾」，做好準備。
　　二、本指示自發布之日起執行。

國務院總理　周恩來
一九五五年三月三日

市鎮糧食定量供應暫行辦法
（一九五五年八月五日國務院全體會議第十七次會議通過）

　　第一條　為了實行市鎮糧食定量供應，制定本辦法。
　　第二條　市鎮非農業人口按
照本辦法領取供應憑證。
`;

describe('a gazette in traditional characters', () => {
  const issue = parse(ISSUE);

  it('looks for words in their own passages, however long the file is', () => {
    const time = (rest: string): number => {
      const source = { ...issue.source, text: ISSUE + rest };
      // A day is kept in digits that the text does not print.
      const documents = Array.from({ length: 200 }, () => structuredClone(issue.documents)).flat();
      return processorTime(() => restoreScript({ ...issue, source, documents }, source));
    };
    expect(time('一'.repeat(5_000_000))).toBeLessThan(time('') * 5 + 100);
  });

  it('is read like one in simplified characters', () => {
    expect(issue.masthead.gazette?.value).toBe('中华人民共和国国务院公报');
    expect(issue.masthead.serialNumbers?.value).toEqual([3]);
    expect(issue.contents.map(({ page }) => page)).toEqual([51, 55]);
    expect(issue.documents.map(({ lines }) => lines.start)).toEqual([13, 22]);
    expect(issue.documents[0]?.promulgationDate?.value).toBe('1955-03-03');
    expect(issue.documents[0]?.issuingAuthorities.map(({ value }) => value)).toEqual(['国务院']);
  });

  it('keeps its printed characters', () => {
    expect(issue.source.text).toBe(ISSUE);
    expect(issue.masthead.gazette?.raw).toBe('中華人民共和國國務院公報');
    expect(issue.contents.map(({ title, section }) => [section, title])).toEqual([
      ['命令和指示', '國務院關於進一步做好糧食統購統銷工作的指示'],
      ['條例', '市鎮糧食定量供應暫行辦法'],
    ]);
    expect(issue.documents.map(({ title }) => title.value)).toEqual([
      '國務院關於進一步做好糧食統購統銷工作的指示',
      '市鎮糧食定量供應暫行辦法',
    ]);
    expect(issue.documents[0]?.signatory?.value).toBe('周恩來');
    const articles = issue.documents[1]?.parts.flatMap(({ provisions }) => provisions) ?? [];
    expect(articles.map(({ label }) => label)).toEqual(['第一條', '第二條']);
    expect(articles.map((article) => provisionText(article).text)).toEqual([
      '為了實行市鎮糧食定量供應，制定本辦法。',
      '市鎮非農業人口按照本辦法領取供應憑證。',
    ]);
    expect(issue.documents[0]?.parts[0]?.provisions.map(({ body }) => body.text)).toContain(
      '各省、自治區人民委員會應當「充分發動羣眾」，做好準備。',
    );
  });
});
