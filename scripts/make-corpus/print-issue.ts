import { formatChineseNumber } from '../../ingest/text/chinese-numerals.ts';
import type { Material } from './material.ts';
import type { NamedInstrument, PlannedDocument, PlannedIssue } from './planned-issue.ts';
import { TextPrinter } from './print-text.ts';

const dayInWords = (date: string): string => {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)));
  return `${year}年${month}月${day}日`;
};

/** The text of an issue, laid out as the shipped gazettes are: masthead, contents, documents. */
export function printIssue(issue: PlannedIssue, material: Material, seed: number): string {
  const printer = new TextPrinter(material, issue, seed, issue.file);
  const blocks = [
    `# ${issue.gazette}`,
    `${dayInWords(issue.date)} 第${issue.number}号 (总${issue.serial}期) 半月刊`,
    `${issue.region}人民政府`,
    '主管主办',
    `${issue.region}人民政府办公厅`,
    '编辑出版',
    '## 目 录',
    ...contents(issue.documents),
    ...issue.documents.flatMap((document) => printDocument(document, issue, printer)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const SECTIONS: Record<PlannedDocument['form'], string> = {
  order: '政府令',
  'repeal-order': '政府令',
  measure: '规范性文件',
  plan: '规范性文件',
  'repeal-notice': '规范性文件',
  catalogue: '规范性文件',
  report: '常务会议',
};

function contents(documents: readonly PlannedDocument[]): string[] {
  return documents.flatMap(({ title, number, form }, index) => {
    const before = documents[index - 1];
    const section = SECTIONS[form];
    const page = `..... (${2 + 3 * index})`;
    return [
      ...(before !== undefined && SECTIONS[before.form] === section ? [] : [`### ${section}`]),
      ...(number === null ? [`${title} ${page}`] : [title, `${number} ${page}`]),
    ];
  });
}

function printDocument(document: PlannedDocument, issue: PlannedIssue, printer: TextPrinter): string[] {
  switch (document.form) {
    case 'order':
      return [...orderHead(document, issue), `## ${document.title}`, ...articles(document, issue, printer)];
    case 'repeal-order':
      return [...orderHead(document, issue), `## ${document.title}`, ...repealedByOrder(document)];
    case 'measure':
      return [...noticeHead(document), `## ${document.instrument}`, ...articles(document, issue, printer)];
    case 'plan':
      return [...noticeHead(document), `## ${document.instrument}`, ...planText(printer)];
    case 'repeal-notice':
      return repealNotice(document);
    case 'catalogue':
      return catalogue(document, issue);
    case 'report':
      return [`# ${document.title}`, opening(document, issue), printer.paragraph(), printer.paragraph()];
  }
}

function opening({ title, promulgated }: PlannedDocument, { word }: PlannedIssue): string {
  const [, month, day] = promulgated.split('-').map(Number);
  const subject = title.slice(title.indexOf('研究'));
  return `${month}月${day}日，${headOf(word)}王建国主持召开${word}政府常务会议，${subject}。`;
}

/** Who heads the government: 省长, 市长, 自治区主席. */
const headOf = (word: string): string => (word === '自治区' ? '自治区主席' : `${word}长`);

function orderHead({ title, number, promulgated, effective, form }: PlannedDocument, issue: PlannedIssue): string[] {
  const serial = /第\d+号$/u.exec(number ?? '')?.[0] ?? '';
  const nested = title.replaceAll('《', '〈').replaceAll('》', '〉');
  const named = form === 'repeal-order' ? nested : title;
  const from = effective === promulgated ? '公布之日' : dayInWords(effective ?? promulgated);
  return [
    `# ${issue.region}人民政府令`,
    `## ${serial}`,
    `《${named}》已经${dayInWords(promulgated)}${issue.region}人民政府第${issue.number}次常务会议通过，现予公布，自${from}起施行。`,
    `${headOf(issue.word)} 王建国`,
    dayInWords(promulgated),
  ];
}

function noticeHead({ title, number, authority, promulgated, instrument }: PlannedDocument): string[] {
  return [
    `# ${title}`,
    number ?? '',
    '各市、县（区）人民政府，各部门、各直属机构：',
    `现将《${instrument}》印发给你们，请结合实际，认真贯彻执行。`,
    authority,
    dayInWords(promulgated),
  ];
}

function articles(document: PlannedDocument, issue: PlannedIssue, printer: TextPrinter): string[] {
  const shortName = document.instrument.replace(issue.region, '');
  const form = /(?:实施细则|办法|规定)$/u.exec(shortName)?.[0] ?? '办法';
  return Array.from({ length: document.articles }, (_, at) => {
    const label = `**第${formatChineseNumber(at + 1)}条**`;
    if (at < document.articles - 1) return `${label} ${printer.article().join('\n\n')}`;
    const from =
      document.effective === document.promulgated && document.form !== 'order'
        ? '印发之日'
        : document.effective === document.promulgated
          ? '公布之日'
          : dayInWords(document.effective ?? document.promulgated);
    const valid = document.validYears === null ? '' : `，有效期${document.validYears}年`;
    const repealed = document.repeals.map((one) => `《${instrumentOf(one)}》（${one.number}）同时废止。`).join('');
    return `${label} 本${form}自${from}起施行${valid}。${repealed}`;
  });
}

const instrumentOf = ({ title }: NamedInstrument): string => /《(.*)》/u.exec(title)?.[1] ?? title;

function repealedByOrder({ repeals }: PlannedDocument): string[] {
  return [
    '为维护法制统一，保障政令畅通，根据工作实际，决定废止以下政府规章：',
    ...repeals.map(
      ({ title, number, date }, at) => `${formatChineseNumber(at + 1)}、${title}（${dayInWords(date)}${number}发布）`,
    ),
    '本决定自公布之日起施行。',
  ];
}

function repealNotice({ title, number, authority, promulgated, repeals }: PlannedDocument): string[] {
  return [
    `# ${title}`,
    number ?? '',
    '各市、县（区）人民政府，各部门、各直属机构：',
    `经研究，决定废止${repeals.length}件行政规范性文件。本通知自印发之日起执行，予以废止的文件，不再作为行政管理依据。`,
    '附件：决定废止的行政规范性文件',
    authority,
    dayInWords(promulgated),
    '附件',
    '## 决定废止的行政规范性文件',
    repeals.map((one, at) => `- ${at + 1}.${one.title}（${one.number}）`).join('\n'),
  ];
}

function planText(printer: TextPrinter): string[] {
  const heads = ['总体要求', '主要任务', '保障措施'];
  return heads.flatMap((head, at) => [
    `### ${formatChineseNumber(at + 1)}、${head}`,
    ...['一', '二', '三'].map((number) => `（${number}）${printer.paragraph()}`),
  ]);
}

function catalogue({ title, number, authority, promulgated, lists }: PlannedDocument, issue: PlannedIssue): string[] {
  const total = lists.reduce((sum, { entries }) => sum + entries.length, 0);
  return [
    `# ${title}`,
    number ?? '',
    `根据《${issue.region}行政规范性文件管理办法》规定，现将${title.slice(0, title.indexOf('度') + 1)}${issue.word}人民政府各部门备案登记的${total}件行政规范性文件目录予以公布。`,
    authority,
    dayInWords(promulgated),
    `## ${title}（共${total}件）`,
    ...lists.flatMap(({ department, entries }) => [
      `### ${department}（${entries.length}件）`,
      ...entries.flatMap((entry) => [entry.title, `（${dayInWords(entry.date)} ${entry.number}）`]),
    ]),
  ];
}
