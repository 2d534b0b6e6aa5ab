import { createHash } from 'node:crypto';
import type { GazetteDocument } from '../../ingest/model/document.ts';
import type { ParsedIssue } from '../../ingest/model/issue.ts';
import type { Provision } from '../../ingest/model/provision.ts';
import type { Extracted, LineRange, Span } from '../../ingest/model/span.ts';
import { mapSlice } from '../../ingest/text/mapped-text.ts';
import { openStore } from '../../ingest/store/open-store.ts';
import type { Store } from '../../ingest/store/open-store.ts';
import { writeIssue } from '../../ingest/store/write-issue.ts';

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

const RULE = 'fixture';

/** Builds spans by looking passages up, so that the fixture's text can be edited without counting characters. */
class Locator {
  readonly text: string;
  readonly edit: (text: string) => string;
  constructor(text: string, edit: (text: string) => string) {
    this.text = text;
    this.edit = edit;
  }

  span(original: string, after = 0): Span {
    const passage = this.text.includes(original, after) ? original : this.edit(original);
    const start = this.text.indexOf(passage, after);
    if (start === -1) throw new Error(`the fixture has no passage ${passage}`);
    return { start, end: start + passage.length };
  }

  between(first: string, last: string, after = 0): Span {
    const { start } = this.span(first, after);
    return { start, end: this.span(last, start).end };
  }

  line(offset: number): number {
    return this.text.slice(0, offset).split('\n').length;
  }

  lines(span: Span): LineRange {
    return { start: this.line(span.start), end: this.line(span.end - 1) };
  }

  fact<T>(value: T, passage: string, after = 0): Extracted<T> {
    const span = this.span(passage, after);
    return { value, raw: this.text.slice(span.start, span.end), span, rule: RULE, certainty: 'stated' };
  }

  provision(
    kind: Provision['kind'],
    id: string,
    number: number[] | null,
    passage: string,
    more: Partial<Provision> = {},
    after = this.text.indexOf('主席 艾尔肯'),
  ): Provision {
    const whole = this.span(passage, after);
    const label = more.label ?? null;
    const heading = more.heading ?? null;
    const bodyStart = heading !== null ? whole.end : label === null ? whole.start : whole.start + label.length + 1;
    const children = more.children ?? [];
    const span = { start: whole.start, end: Math.max(whole.end, ...children.map((child) => child.span.end)) };
    return {
      id,
      kind,
      label,
      number,
      heading,
      body: mapSlice(this.text, bodyStart, whole.end),
      span,
      lines: this.lines(span),
      children,
    };
  }
}

function article(at: Locator, n: number, label: string, passage: string, children: Provision[] = []): Provision {
  return at.provision('article', `art-${n}`, [n], passage, { label, children });
}

const NO_FACTS = {
  section: null,
  documentType: null,
  signatory: null,
  adoptionDate: null,
  promulgationDate: null,
  effectiveDate: null,
  expiryDate: null,
  validWithoutEnd: null,
  commencements: [],
  aliases: [],
  history: [],
  relations: [],
} satisfies Partial<GazetteDocument>;

function orderDocument(at: Locator): GazetteDocument {
  const span = at.between('新疆维吾尔自治区人民政府令\n第239号', '同时废止。');
  const regulation = at.between('新疆维吾尔自治区行政执法案卷评查办法\n第一章', '同时废止。', span.start);
  const notice = { start: span.start, end: regulation.start - 1 };
  const title = '新疆维吾尔自治区行政执法案卷评查办法';
  const repealed = '2010年5月1日公布的《新疆维吾尔自治区行政执法案卷管理规定》同时废止。';
  const basis = '根据《中华人民共和国行政处罚法》，制定本办法。';
  return {
    ...NO_FACTS,
    kind: 'act',
    title: at.fact(title, title, regulation.start),
    documentNumber: at.fact('新疆维吾尔自治区人民政府令第239号', '第239号'),
    section: at.fact('自治区人民政府令', '自治区人民政府令'),
    documentType: '办法',
    issuingAuthorities: [at.fact('新疆维吾尔自治区人民政府', '新疆维吾尔自治区人民政府', span.start)],
    signatory: at.fact('艾尔肯·吐尼亚孜', '艾尔肯·吐尼亚孜'),
    adoptionDate: at.fact('2024-08-23', '2024年8月23日'),
    promulgationDate: at.fact('2024-08-27', '2024年8月27日'),
    effectiveDate: at.fact('2024-10-15', '自2024年10月15日起施行', regulation.start),
    relations: [
      {
        type: 'based_on',
        mode: null,
        provisionId: 'art-1',
        citation: {
          title: '中华人民共和国行政处罚法',
          documentNumber: null,
          provisions: [],
          raw: '《中华人民共和国行政处罚法》',
          span: at.span('《中华人民共和国行政处罚法》'),
        },
        effectiveDate: null,
        until: null,
        certainty: 'stated',
        evidence: { raw: basis, span: at.span(basis), rule: RULE },
      },
      {
        type: 'repeals',
        mode: 'repealed',
        provisionId: 'art-4',
        citation: {
          title: '新疆维吾尔自治区行政执法案卷管理规定',
          documentNumber: null,
          provisions: [],
          raw: '《新疆维吾尔自治区行政执法案卷管理规定》',
          span: at.span('《新疆维吾尔自治区行政执法案卷管理规定》'),
        },
        effectiveDate: '2024-10-15',
        until: null,
        certainty: 'stated',
        evidence: { raw: repealed, span: at.span(repealed), rule: RULE },
      },
    ],
    span,
    lines: at.lines(span),
    parts: [
      {
        kind: 'notice',
        title: '新疆维吾尔自治区人民政府令',
        span: notice,
        lines: at.lines(notice),
        provisions: [
          at.provision(
            'paragraph',
            'notice/para-1',
            null,
            '《新疆维吾尔自治区行政执法案卷评查办法》已经2024年8月23日自治区人民政府常务会议审议通过，现予公布，自2024年10月15日起施行。',
            {},
            span.start,
          ),
        ],
      },
      {
        kind: 'regulation',
        title,
        span: regulation,
        lines: at.lines(regulation),
        provisions: [
          at.provision('chapter', 'chp-1', [1], '第一章 总则', {
            label: '第一章',
            heading: '总则',
            children: [
              article(
                at,
                1,
                '第一条',
                '第一条 为了规范行政执法案卷评查工作，根据《中华人民共和国行政处罚法》，制定本办法。',
              ),
              article(at, 2, '第二条', '第二条 本办法适用于自治区行政区域内的行政执法案卷评查。'),
            ],
          }),
          at.provision('chapter', 'chp-2', [2], '第二章 评查程序', {
            label: '第二章',
            heading: '评查程序',
            children: [
              article(at, 3, '第三条', '第三条 行政执法案卷评查可以采取全面评查、重点评查、随机抽查等形式。', [
                at.provision('paragraph', 'art-3/para-2', [2], '评查结果应当公开。'),
              ]),
              article(at, 4, '第四条', `第四条 本办法自2024年10月15日起施行。${repealed}`),
            ],
          }),
        ],
      },
    ],
  };
}

function noticeDocument(at: Locator): GazetteDocument {
  const after = at.span('同时废止。').end;
  const title = '关于加强绿色勘查工作的通知';
  const span = at.between(title, '2024年9月3日', after);
  return {
    ...NO_FACTS,
    kind: 'act',
    title: at.fact(title, title, after),
    documentNumber: at.fact('新政办发〔2024〕43号', '新政办发〔2024〕43号'),
    section: at.fact('自治区人民政府办公厅文件', '自治区人民政府办公厅文件'),
    documentType: '通知',
    issuingAuthorities: [at.fact('新疆维吾尔自治区人民政府办公厅', '新疆维吾尔自治区人民政府办公厅')],
    promulgationDate: at.fact('2024-09-03', '2024年9月3日'),
    effectiveDate: { ...at.fact('2024-09-03', '自印发之日起施行'), certainty: 'computed' },
    expiryDate: { ...at.fact('2029-09-02', '有效期5年'), certainty: 'computed' },
    span,
    lines: at.lines(span),
    parts: [
      {
        kind: 'notice',
        title,
        span,
        lines: at.lines(span),
        provisions: [
          at.provision('heading', 'h-1', [1], '一、总体要求', {
            label: '一、',
            heading: '总体要求',
            children: [at.provision('paragraph', 'h-1/para-1', [1], '坚持生态优先，推行绿色勘查。')],
          }),
          at.provision('heading', 'h-2', [2], '二、保障措施', {
            label: '二、',
            heading: '保障措施',
            children: [at.provision('paragraph', 'h-2/para-1', [1], '建立举报奖励制度，加强监督检查。')],
          }),
          at.provision('paragraph', 'para-1', [1], '本通知自印发之日起施行，有效期5年。'),
        ],
      },
    ],
  };
}

function catalogueDocument(at: Locator): GazetteDocument {
  const after = at.span('2024年9月3日').end;
  const title = '2024年第二季度备案登记的行政规范性文件目录';
  const span = at.between(title, '2024年7月10日', after);
  return {
    ...NO_FACTS,
    kind: 'act',
    title: at.fact(title, title, after),
    documentNumber: at.fact('新司公〔2024〕4号', '新司公〔2024〕4号'),
    documentType: '目录',
    issuingAuthorities: [at.fact('新疆维吾尔自治区司法厅', '新疆维吾尔自治区司法厅')],
    promulgationDate: at.fact('2024-07-10', '2024年7月10日'),
    span,
    lines: at.lines(span),
    parts: [
      {
        kind: 'list',
        title,
        span,
        lines: at.lines(span),
        provisions: [
          at.provision(
            'list',
            'list-1',
            null,
            '1.乌鲁木齐市城市绿化管理办法 乌政办规〔2024〕2号 2024年4月8日\n2.乌鲁木齐市停车场管理规定 乌政规〔2024〕3号 2024年5月20日',
          ),
        ],
      },
    ],
  };
}

/**
 * A hand-written issue as the pipeline would give it: three documents (`xinjiangweiwuerzizhiqurenminzhengfuling-239` with
 * four articles, `xinzhengbanfa-2024-43` without, and a filing catalogue of two entries), issue id `xinjiang-2024-17-18`.
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
    source: {
      text,
      format: 'text',
      encoding: 'utf-8',
      contentHash: createHash('sha256').update(text).digest('hex'),
      byteLength: Buffer.byteLength(text),
      statedFacts: [],
    },
    masthead: {
      gazette: at.fact('新疆维吾尔自治区人民政府公报', '新疆维吾尔自治区人民政府公报'),
      publicationDate: at.fact('2024-09-15', '2024年9月15日'),
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
