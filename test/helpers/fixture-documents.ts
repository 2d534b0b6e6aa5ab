import type { GazetteDocument } from '../../ingest/model/document.ts';
import type { Provision } from '../../ingest/model/provision.ts';
import { RULE } from './passage-locator.ts';
import type { Locator } from './passage-locator.ts';

function article(at: Locator, n: number, label: string, passage: string, children: Provision[] = []): Provision {
  return at.provision('article', `art-${n}`, [n], passage, { label, children });
}

/** What a document may say, none of it said. */
export const NO_FACTS = {
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

/** The order (令) no. 239 with the regulation that it promulgates: four articles, a basis and a repeal. */
export function orderDocument(at: Locator): GazetteDocument {
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

/** A notice without articles that holds for five years. */
export function noticeDocument(at: Locator): GazetteDocument {
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

/** The notice that a filing catalogue is printed under. */
export function catalogueDocument(at: Locator): GazetteDocument {
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
