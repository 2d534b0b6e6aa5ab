import type { ParsedIssue } from '../../ingest/model/issue.ts';
import { openStore } from '../../ingest/store/open-store.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { writeIssue } from '../../ingest/store/write-issue.ts';
import { catalogueDocument, noticeDocument, orderDocument } from './fixture-documents.ts';
import { sourceOf } from './parse-text.ts';
import { Locator, RULE } from './passage-locator.ts';

/**
 * The text of a small gazette issue, made up in the manner of Xinjiang 2024 no. 17-18: an order (令) that promulgates a
 * regulation and repeals an older one, a notice without articles, and a filing catalogue.
 */
export const FIXTURE_TEXT = `新疆维吾尔自治区人民政府公报
2024年9月15日 第17-18号 (总987-988期)
目录
自治区人民政府令
新疆维吾尔自治区行政执法案卷评查办法 1
自治区人民政府办公厅文件
关于加强绿色勘查工作的通知 8
2024年第二季度备案登记的行政规范性文件目录 12

新疆维吾尔自治区人民政府令
第239号
《新疆维吾尔自治区行政执法案卷评查办法》已经2024年8月23日自治区人民政府常务会议审议通过，现予公布，自2024年10月15日起施行。
主席 艾尔肯·吐尼亚孜
2024年8月27日
新疆维吾尔自治区行政执法案卷评查办法
第一章 总则
第一条 为了规范行政执法案卷评查工作，根据《中华人民共和国行政处罚法》，制定本办法。
第二条 本办法适用于自治区行政区域内的行政执法案卷评查。
第二章 评查程序
第三条 行政执法案卷评查可以采取全面评查、重点评查、随机抽查等形式。
评查结果应当公开。
第四条 本办法自2024年10月15日起施行。2010年5月1日公布的《新疆维吾尔自治区行政执法案卷管理规定》同时废止。

关于加强绿色勘查工作的通知
新政办发〔2024〕43号
伊犁哈萨克自治州，各州、市人民政府：
一、总体要求
坚持生态优先，推行绿色勘查。
二、保障措施
建立举报奖励制度，加强监督检查。
本通知自印发之日起施行，有效期5年。
新疆维吾尔自治区人民政府办公厅
2024年9月3日

2024年第二季度备案登记的行政规范性文件目录
新司公〔2024〕4号
乌鲁木齐市（2件）
1.乌鲁木齐市城市绿化管理办法 乌政办规〔2024〕2号 2024年4月8日
2.乌鲁木齐市停车场管理规定 乌政规〔2024〕3号 2024年5月20日
新疆维吾尔自治区司法厅
2024年7月10日
`;

/** Ids of the documents of the fixture. */
export const FIXTURE_ORDER = 'xinjiangweiwuerzizhiqurenminzhengfuling-239';
export const FIXTURE_NOTICE = 'xinzhengbanfa-2024-43';

/**
 * A hand-written issue as the pipeline would give it: three documents (`FIXTURE_ORDER` with
 * four articles, `FIXTURE_NOTICE` without, and a filing catalogue of two entries), issue id `xinjiang-2024-17-18`.
 * `edit` changes the text, and each passage that is looked up in it: a replacement inside one line. Values stay as they are.
 */
export function fixtureIssue(edit: (text: string) => string = (text) => text): ParsedIssue {
  const text = edit(FIXTURE_TEXT);
  const at = new Locator(text, edit);
  const documents = [orderDocument(at), noticeDocument(at), catalogueDocument(at)];
  const first = documents[0]?.span.start ?? 0;
  const contentsStart = text.indexOf('目录\n');
  const titles = [
    '新疆维吾尔自治区行政执法案卷评查办法 1',
    '关于加强绿色勘查工作的通知 8',
    '2024年第二季度备案登记的行政规范性文件目录 12',
  ];
  const entry = (line: string, index: number): ParsedIssue['contents'][number] => ({
    section: documents[index]?.section?.value ?? null,
    title: line.replace(/ \d+$/u, ''),
    documentNumber: null,
    page: Number(/\d+$/u.exec(line)?.[0] ?? 0),
    span: at.span(line),
    documentIndex: index,
  });
  const catalogue = documents[2];
  return {
    source: sourceOf(text),
    masthead: {
      gazette: at.fact('新疆维吾尔自治区人民政府公报', '新疆维吾尔自治区人民政府公报'),
      publicationDate: at.fact('2024-09-15', '2024年9月15日'),
      year: null,
      issueNumbers: at.fact([17, 18], '第17-18号'),
      serialNumbers: at.fact([987, 988], '总987-988期'),
    },
    contents: titles.map(entry),
    documents,
    filingCatalogues: [
      {
        documentNumber: '新司公〔2024〕4号',
        year: 2024,
        quarter: 2,
        declaredTotal: null,
        groups: [
          {
            name: '乌鲁木齐市',
            declared: 2,
            section: null,
            span: at.span('乌鲁木齐市（2件）'),
            line: at.line(at.span('乌鲁木齐市（2件）').start),
            entries: [
              catalogueEntry(
                at,
                '1.乌鲁木齐市城市绿化管理办法 乌政办规〔2024〕2号 2024年4月8日',
                '乌鲁木齐市城市绿化管理办法',
                '乌政办规〔2024〕2号',
                '2024-04-08',
              ),
              catalogueEntry(
                at,
                '2.乌鲁木齐市停车场管理规定 乌政规〔2024〕3号 2024年5月20日',
                '乌鲁木齐市停车场管理规定',
                '乌政规〔2024〕3号',
                '2024-05-20',
              ),
            ],
          },
        ],
        span: catalogue?.span ?? { start: 0, end: 0 },
      },
    ],
    segments: [
      { kind: 'masthead', rule: RULE, start: 0, end: contentsStart },
      { kind: 'contents', rule: RULE, start: contentsStart, end: first },
      { kind: 'body', rule: RULE, start: first, end: text.length },
    ],
    warnings: [
      {
        code: 'effective_date_unresolved',
        message: '目录没有写明施行日期',
        line: catalogue?.lines.start ?? null,
        span: catalogue?.span ?? null,
      },
    ],
  };
}

function catalogueEntry(
  at: Locator,
  raw: string,
  title: string,
  documentNumber: string,
  date: string,
): ParsedIssue['filingCatalogues'][number]['groups'][number]['entries'][number] {
  const span = at.span(raw);
  return { title, documentNumber, date, span, line: at.line(span.start), raw };
}

/** An in-memory record store that holds the fixture issue. */
export function fixtureStore(): Store {
  const store = openStore(':memory:');
  writeIssue(store, fixtureIssue(), { path: 'xinjiang-2024-17-18.txt' });
  return store;
}
