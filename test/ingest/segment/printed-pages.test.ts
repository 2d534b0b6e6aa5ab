import { describe, expect, it } from 'vitest';
import { parse } from '../../helpers/parse-text.ts';
import { ARTICLES, TITLE } from './made-texts.ts';

describe('page numbers that a scan leaves between lines', () => {
  const pages = (numbers: string[]): string[] => {
    const [first, second, third] = numbers;
    const notice = (serial: string): string =>
      `江州市人民政府关于供水工作的通知\n江政发〔2023〕${serial}号\n各区人民政府：\n现通知如下。\n江州市人民政府\n2023年3月5日\n`;
    return parse(`${notice('1')}${first}\n${notice('2')}${second}\n${notice('3')}${third}\n`).documents.map(
      ({ title, lines }) => `${lines.start}-${lines.end} ${title.value}`,
    );
  };

  it('are furniture where they grow from the first to the last; the days over them are not', () => {
    const title = '江州市人民政府关于供水工作的通知';
    expect(pages(['1', '4', '7'])).toEqual([`1-6 ${title}`, `8-13 ${title}`, `15-20 ${title}`]);
    expect(pages(['１', '２', '９'])).toEqual([`1-6 ${title}`, `8-13 ${title}`, `15-20 ${title}`]);
  });

  it('are furniture in brackets of their own; a title under one is not', () => {
    const lines = Array.from({ length: 12 }, (_, at) => `　　第${at + 1}段正文。`).join('\n');
    const text = `江州市人民政府关于供水的决定\n\n${lines}\n\n（21）\n\n${lines}\n\n（22）\n\n${lines}\n\n（23）\n\n任免事项\n\n　　任命王某为市水务局局长。\n`;
    const issue = parse(`江州市人民政府公报\n2023年第5期\n\n${text}`);
    expect(issue.documents.map(({ title }) => title.value)).toEqual(['江州市人民政府关于供水的决定', '任免事项']);
    expect(issue.segments.filter(({ rule }) => rule === 'page-number')).toHaveLength(3);
  });

  it('are kept where they do not', () => {
    expect(pages(['7', '4', '1'])).not.toEqual(pages(['1', '4', '7']));
  });
});

describe('a list of links that a site puts over a text', () => {
  it('is no text of it, and neither are the attributes of its headings', () => {
    const text = `---\ntitle: ${TITLE}\n---\n\n::: details 目录\n\n::: tabs\n\n@tab 章节\n\n[[toc]]\n\n@tab 条例\n\n- 第1~2条：\n\n  [1](#t1)&emsp;[2](#t2)\n\n:::\n\n## 第一章&emsp;总则{align="center"}\n\n${ARTICLES.replace('\n', '\n\n')}\n`;
    const issue = parse(text);
    const claims = issue.segments.filter(({ rule }) => rule === 'page-navigation');
    expect(claims.map(({ start, end }) => text.slice(start, end).trim().split('\n')[0])).toEqual(['::: details 目录']);
    expect(
      issue.documents.map(({ lines, parts }) => [lines.start, parts[0]?.provisions.map(({ heading }) => heading)]),
    ).toEqual([[21, ['总则']]]);
  });
});

describe('hard-wrapped text', () => {
  it('tells 款 by the indents of first lines, also where a sentence ends at the margin', () => {
    const text = `江州市供水管理办法\n\n　　第一条　供水单位应当保证供水水质符合国家标准，并接受监督。\n供水单位应当公开水质信息，方便用户查询，不得隐瞒有关情况。\n　　用户有权查询水质信息，供水单位应当在三日内答复。\n　　第二条　本办法自2023年5月1日起施行。\n`;
    const [article] = parse(text).documents[0]?.parts[0]?.provisions ?? [];
    expect(article?.children.map(({ body }) => body.text)).toEqual([
      '供水单位应当保证供水水质符合国家标准，并接受监督。供水单位应当公开水质信息，方便用户查询，不得隐瞒有关情况。',
      '用户有权查询水质信息，供水单位应当在三日内答复。',
    ]);
  });
});
