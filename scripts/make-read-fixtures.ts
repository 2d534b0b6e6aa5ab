/**
 * Makes the Word and PDF files of test/fixtures/files, which are committed: run it only to change them.
 * Needs /usr/bin/chromium with Chinese fonts.
 *   npx tsx scripts/make-read-fixtures.ts
 */
import { writeFileSync } from 'node:fs';
import JSZip from 'jszip';
import { chromium } from 'playwright-core';

const FOLDER = 'test/fixtures/files';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

const listed = (list: number, level: number): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

function cell(text: string, properties = ''): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
}

/** A notice with a regulation whose 章, 条 and 项 are numbered by Word, a change that deletes words, and a table. */
const DOCUMENT = [
  paragraph('云溪省人民政府办公厅关于印发', '<w:jc w:val="center"/>'),
  paragraph('《云溪省举报奖励办法》的通知', '<w:jc w:val="center"/>'),
  paragraph('云政办发〔2023〕12号', '<w:jc w:val="center"/>'),
  paragraph('各市、县人民政府：'),
  `<w:p><w:r><w:t>现将《云溪省举报奖励办法》印发给你们，</w:t></w:r><w:del w:id="1"><w:r><w:delText>以前的办法继续有效，</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>请认真贯彻执行。</w:t></w:r></w:ins></w:p>`,
  paragraph('云溪省人民政府办公厅'),
  paragraph('2023年5月8日'),
  paragraph('云溪省举报奖励办法'),
  paragraph('总则', listed(1, 0)),
  paragraph('为了规范举报奖励，制定本办法。', listed(2, 0)),
  paragraph('举报应当符合下列条件：', listed(2, 0)),
  paragraph('有明确的被举报人；', listed(3, 0)),
  paragraph('有具体的事实。', listed(3, 0)),
  paragraph('附则', listed(1, 0)),
  paragraph('奖励标准按附表执行。', '<w:pStyle w:val="Article"/>'),
  paragraph('本办法自2023年6月1日起施行。', '<w:pStyle w:val="Article"/>'),
  `<w:tbl><w:tr>${cell('类别')}${cell('金额（元）')}</w:tr><w:tr>${cell('一般')}${cell('2000')}</w:tr><w:tr>${cell('重大', '<w:gridSpan w:val="2"/>')}</w:tr></w:tbl>`,
  paragraph(''),
].join('');

const level = (format: string, text: string): string =>
  `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="${text.endsWith('）') ? 'nothing' : 'tab'}"/><w:lvlText w:val="${text}"/></w:lvl>`;

const NUMBERING = `<w:numbering ${W}>${['第%1章', '第%1条', '（%1）']
  .map(
    (text, index) =>
      `<w:abstractNum w:abstractNumId="${index}">${level('chineseCountingThousand', text)}</w:abstractNum>`,
  )
  .join(
    '',
  )}${[0, 1, 2].map((id) => `<w:num w:numId="${id + 1}"><w:abstractNumId w:val="${id}"/></w:num>`).join('')}</w:numbering>`;

const STYLES = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="Base"><w:name w:val="base"/><w:pPr>${listed(2, 0)}</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Article"><w:name w:val="article"/><w:basedOn w:val="Base"/></w:style></w:styles>`;

const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

async function makeDocx(path: string): Promise<void> {
  const archive = new JSZip();
  const put = (name: string, text: string): void =>
    void archive.file(name, `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`, { date: new Date(0) });
  put(
    '[Content_Types].xml',
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="${TYPE}.numbering+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
  );
  put(
    '_rels/.rels',
    `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  );
  put(
    'word/_rels/document.xml.rels',
    `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/numbering" Target="numbering.xml"/><Relationship Id="r2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  );
  put('word/document.xml', `<w:document ${W}><w:body>${DOCUMENT}</w:body></w:document>`);
  put('word/numbering.xml', NUMBERING);
  put('word/styles.xml', STYLES);
  writeFileSync(path, await archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }));
}

const ARTICLES = [
  '为了加强农村公路养护管理，保障农村公路完好、安全和畅通，根据《中华人民共和国公路法》《公路安全保护条例》等法律、法规，结合本省实际，制定本办法。',
  '本省行政区域内农村公路的养护、管理及其监督检查，适用本办法。本办法所称农村公路，是指纳入农村公路规划，并按照公路工程技术标准修建的县道、乡道、村道及其所属设施。',
  '县级人民政府是本行政区域农村公路养护管理的责任主体，应当建立健全养护管理体制，将养护管理资金列入财政预算，并对资金使用情况进行监督。',
  '农村公路养护资金按照下列标准安排，由省、市、县三级财政共同承担，任何单位和个人不得截留、挤占和挪用。',
  '交通运输主管部门应当定期组织农村公路技术状况评定，评定结果作为安排养护计划的依据，并向社会公布。',
  '乡镇人民政府应当在职责范围内做好乡道、村道的日常养护工作，指导村民委员会组织村民参与养护。',
  '养护作业单位应当按照养护技术规范施工，设置必要的安全警示标志，保障作业人员和过往车辆、行人的安全。',
  '任何单位和个人不得在农村公路上非法设卡、收费、罚款和拦截车辆，不得损坏、擅自移动农村公路附属设施。',
  '违反本办法规定的，由交通运输主管部门责令改正；造成农村公路损坏的，依法承担赔偿责任；构成犯罪的，依法追究刑事责任。',
];

function body(copies: number): string {
  const numerals = '一二三四五六七八九十';
  const texts = Array.from({ length: copies }, () => ARTICLES).flat();
  const chinese = (n: number): string =>
    n <= 10
      ? numerals.charAt(n - 1)
      : `${n < 20 ? '' : numerals.charAt(Math.floor(n / 10) - 1)}十${n % 10 === 0 ? '' : numerals.charAt((n % 10) - 1)}`;
  return texts.map((text, index) => `<p>第${chinese(index + 1)}条　${text}</p>`).join('');
}

const STYLE = `<style>body{font:16px/28px "Noto Serif CJK SC",serif;text-align:justify}p{margin:0;text-indent:2em}h1{font-size:24px;text-align:center;line-height:36px}.c{columns:2;column-gap:40px}</style>`;

async function makePdfs(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    const page = await browser.newPage();
    const print = async (name: string, html: string): Promise<void> => {
      await page.setContent(`<meta charset="utf-8">${STYLE}${html}`);
      await page.pdf({
        path: `${FOLDER}/${name}`,
        format: 'A4',
        margin: { top: '25mm', bottom: '25mm', left: '25mm', right: '25mm' },
        displayHeaderFooter: true,
        headerTemplate:
          '<div style="font-size:10px;width:100%;text-align:center">云溪省人民政府公报　2023年第9期</div>',
        footerTemplate:
          '<div style="font-size:10px;width:100%;text-align:center">— <span class="pageNumber"></span> —</div>',
      });
    };
    const title = '<h1>云溪省农村公路养护<br>管理办法</h1>';
    await print('one-column.pdf', title + body(3));
    await print('two-columns.pdf', `${title}<div class="c">${body(4)}</div>`);
    await page.setContent(`${STYLE}${title}${body(1)}`);
    const shot = (await page.screenshot({ type: 'jpeg', quality: 20 })).toString('base64');
    await page.setContent(`<img style="width:100%" src="data:image/jpeg;base64,${shot}">`);
    await page.pdf({ path: `${FOLDER}/scanned.pdf`, format: 'A4' });
  } finally {
    await browser.close();
  }
}

await makeDocx(`${FOLDER}/notice.docx`);
await makePdfs();
