import { describe, expect, it } from 'vitest';
import { explain } from '../../ingest/explain.ts';
import { toParseOutput } from '../../ingest/parse-output.ts';
import { parse } from '../helpers/parse-text.ts';

const TEXT = `江北市户外广告管理办法

第一条（目的） 为规范户外广告管理，制定本办法。

第二条 设置户外广告应当：

- （一）符合规划；
- （二）不影响
— 3 —
交通。

第三条 本办法自2021年7月1日起施行。
`;

describe('toParseOutput', () => {
  const output = toParseOutput(parse(TEXT));

  it('gives each article from its label to the next, page breaks joined, no furniture', () => {
    expect(output.documents[0]?.articles).toEqual([
      { label: '第一条', text: '第一条 （目的）\n为规范户外广告管理，制定本办法。' },
      { label: '第二条', text: '第二条 设置户外广告应当：\n- （一）符合规划；\n- （二）不影响交通。' },
      { label: '第三条', text: '第三条 本办法自2021年7月1日起施行。' },
    ]);
  });

  it('says null and [] for what is not stated', () => {
    expect(output.issue).toEqual({ gazette: null, publicationDate: null, issueNumbers: [], serialNumbers: [] });
    expect(output.documents[0]).toMatchObject({
      documentNumber: null,
      section: null,
      signatory: null,
      adoptionDate: null,
      issuingAuthorities: [],
    });
  });
});

describe('explain', () => {
  it('shows kind, rule, provision and text of each printed line, and warnings at their lines', () => {
    const lines = explain(parse(TEXT)).split('\n');
    expect(lines.find((line) => line.includes('— 3 —'))).toMatch(/^ +9 {2}furniture <page-number>/u);
    expect(lines.find((line) => line.endsWith('交通。'))).toMatch(/^ +10 {2}body <joined: /u);
    expect(lines.find((line) => line.includes('（二）'))).toContain('art-2/item-2');
    expect(lines.some((line) => line.includes('! number_missing'))).toBe(true);
  });
});
