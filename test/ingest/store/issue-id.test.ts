import { describe, expect, test } from 'vitest';
import { parseIssue } from '../../../ingest/pipeline.ts';
import { readSource } from '../../../ingest/read/read-source.ts';
import { issueTitleOf } from '../../../ingest/store/issue-id.ts';

const NOTICE = `关于印发《某某省举报奖励办法》的通知
某政发〔2024〕5号

各市、县人民政府：
现将《某某省举报奖励办法》印发给你们，自2024年5月1日起施行。

某某省人民政府
2024年4月1日
`;

async function titleOf(head: string, path = 'files/a-5.txt'): Promise<string> {
  const source = await readSource(Buffer.from(`${head}\n\n${NOTICE}`), path);
  return issueTitleOf(parseIssue(source), path);
}

describe('issueTitleOf', () => {
  test.each([
    ['某某省人民政府公报\n2024年第7期 总第107期\n2024年7月15日出版', '某某省人民政府公报 2024年第7期'],
    ['某某省人民政府公报\n2024年7月5日', '某某省人民政府公报 2024年7月5日'],
    ['某某省人民政府公报\n总第107期', '某某省人民政府公报 总第107期'],
    ['某某省人民政府公报\n二〇二四年第7期（总第107期）', '某某省人民政府公报 2024年第7期'],
    ['某某省人民政府公报', '某某省人民政府公报（a-5）'],
    ['', '关于印发《某某省举报奖励办法》的通知'],
    [NOTICE.replaceAll('举报', '科技').replace('5号', '4号'), '某某省人民政府文件（a-5）'],
    [NOTICE.replaceAll('某某省', '某某县').replace('5号', '4号'), 'a-5'],
  ])('a masthead of %j is told from others as %s', async (head, title) => {
    expect(await titleOf(head)).toBe(title);
  });
});
