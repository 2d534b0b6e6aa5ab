import { describe, expect, it } from 'vitest';
import { readSource, readSourceFile } from '../../../../ingest/read/read-source.ts';
import { layoutText } from '../../../../ingest/read/pdf/read-pdf.ts';
import type { PdfPage, PdfRun } from '../../../../ingest/read/pdf/pdf-text.ts';
import { unifyRadicals } from '../../../../ingest/read/pdf/unify-radicals.ts';
import { encryptedPdf, handMadePdf, pdfOfLines } from './hand-made-pdf.ts';

const FILES = 'test/fixtures/files';

async function linesOf(name: string): Promise<string[]> {
  const source = await readSourceFile(`${FILES}/${name}`);
  expect(source.format).toBe('pdf');
  return source.text.trimEnd().split('\n');
}

function run(text: string, x: number, y: number, size = 16): PdfRun {
  return { text, x, y, width: text.length * size, size };
}

/** Pages of 595 × 842 points with these runs. */
function pagesOf(...pages: PdfRun[][]): PdfPage[] {
  return pages.map((runs) => ({ width: 595, height: 842, runs }));
}

describe('readPdf', () => {
  it('reads a page of one column as paragraphs, across page ends, without running heads and page numbers', async () => {
    const lines = await linesOf('one-column.pdf');
    expect(lines.slice(0, 3)).toEqual(['云溪省人民政府公报 2023年第9期', '云溪省农村公路养护', '管理办法']);
    expect(lines).toHaveLength(3 + 27);
    lines.slice(3).forEach((line) => expect(line).toMatch(/^第[一二三四五六七八九十]+条　.{30,}。$/));
    expect(lines[4]).toBe(
      '第二条　本省行政区域内农村公路的养护、管理及其监督检查，适用本办法。本办法所称农村公路，是指纳入农村公路规划，并按照公路工程技术标准修建的县道、乡道、村道及其所属设施。',
    );
  });

  it('reads two columns one after the other', async () => {
    const lines = await linesOf('two-columns.pdf');
    const articles = lines.filter((line) => line.startsWith('第'));
    expect(articles).toHaveLength(36);
    const single = (await linesOf('one-column.pdf')).filter((line) => line.startsWith('第'));
    expect(articles.slice(0, 27)).toEqual(single);
  });

  it('reads fonts that are not in the file', async () => {
    const text = ['石门县人民政府文件', '石政发〔2006〕8号'];
    const source = await readSource(pdfOfLines(text), 'old.pdf');
    expect(source.text.trimEnd().split('\n')).toEqual(text);
  });

  it('says what keeps a PDF from being read', async () => {
    await expect(readSourceFile(`${FILES}/scanned.pdf`)).rejects.toThrow(
      'scanned.pdf: a scanned PDF without text: run OCR on it first',
    );
    await expect(readSource(encryptedPdf(), 'secret.pdf')).rejects.toThrow(
      'secret.pdf: an encrypted PDF; save it without a password',
    );
    await expect(readSource(Buffer.from('%PDF-1.7\nnothing'), 'broken.pdf')).rejects.toThrow(
      'broken.pdf: a damaged PDF',
    );
    const pages = Array.from({ length: 3001 }, (_, index) => index + 3);
    const endless = handMadePdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      `<</Type/Pages/Kids[${pages.map((page) => `${page} 0 R`).join(' ')}]/Count ${pages.length}>>`,
      ...pages.map(() => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'),
    ]);
    await expect(readSource(endless, 'x.pdf')).rejects.toThrow('x.pdf: a PDF of 3001 pages; split it');
    const empty = handMadePdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>']);
    await expect(readSource(empty, 'none.pdf')).rejects.toThrow('none.pdf: ');
  });
});

describe('layoutText', () => {
  it('joins a full line with the next, but not with an indented or a numbered one', () => {
    const full = '县级人民政府是本行政区域农村公路养护管理的责任主体';
    const indented = full.slice(0, -2);
    const pages = pagesOf([
      run(full, 80, 700),
      run('应当建立健全体制。', 80, 670),
      run(indented, 112, 640),
      run(full, 80, 610),
      run('（二）监督检查；', 80, 580),
    ]);
    expect(layoutText(pages)).toBe([`${full}应当建立健全体制。`, `${indented}${full}`, '（二）监督检查；'].join('\n'));
  });

  it('keeps the cells of a table apart by tabs', () => {
    const row = (y: number, cells: string[]): PdfRun[] => cells.map((cell, index) => run(cell, 80 + index * 160, y));
    expect(layoutText(pagesOf([...row(700, ['类别', '省级', '县级']), ...row(670, ['县道', '10000', '3000'])]))).toBe(
      '类别\t省级\t县级\n县道\t10000\t3000',
    );
  });

  it('takes a word apart at a line end together again', () => {
    const pages = pagesOf([
      { ...run('The regu-', 80, 700), width: 400 },
      { ...run('lation enters into force', 80, 670), width: 390 },
    ]);
    expect(layoutText(pages)).toBe('The regulation enters into force');
  });
});

describe('unifyRadicals', () => {
  it('turns look-alikes into characters and leaves all else', () => {
    expect(unifyRadicals('⼈⺠政府⻔⼾⻢⻋ ⻓官')).toBe('人民政府门户马车 长官');
    const text = '〔2024〕第一条　①②℃㎡ＡＢ';
    expect(unifyRadicals(text)).toBe(text);
  });
});

describe('tables of a page', () => {
  const row = (serial: string, y: number, ...cells: string[]): PdfRun[] => [
    run(serial, 60, y, 10),
    ...cells.map((cell, nth) => run(cell, 90 + nth * 150, y, 10)).filter(({ text }) => text !== ''),
  ];
  const cellLine = (text: string, y: number): PdfRun => run(text, 90, y, 10);

  it('put cells together whose serial stands in the middle of the row, one line a row', () => {
    const page = pagesOf([
      ...row('序号', 780, '文件名称', '文号'),
      cellLine('江州市市区征地补偿安', 760),
      ...row('1', 752, '', '江府规〔2018〕1号'),
      cellLine('置办法', 744),
      ...row('2', 724, '江州市停车办法', '江府规〔2018〕2号'),
      cellLine('关于划定禁燃区', 704),
      ...row('3', 696, '', '江府规〔2018〕3号'),
      cellLine('的通告', 688),
      run('江源省司法厅', 390, 600, 10),
    ]);
    expect(layoutText(page).split('\n')).toEqual([
      '序号\t文件名称\t文号',
      '1\t江州市市区征地补偿安置办法\t江府规〔2018〕1号',
      '2\t江州市停车办法\t江府规〔2018〕2号',
      '3\t关于划定禁燃区的通告\t江府规〔2018〕3号',
      '江源省司法厅',
    ]);
  });

  it('without serials have rows that stand further apart than the lines of a cell', () => {
    const cells = (y: number, ...words: string[]): PdfRun[] =>
      words.map((word, nth) => run(word, 60 + nth * 170, y, 10)).filter(({ text }) => text !== '');
    const head = cells(780, '报备机关', '文件名称', '文号');
    const wrapped = [
      ...cells(752, '', '滨江市政府投资项目', ''),
      ...cells(745, '滨江市人民政府', '', '滨政办规'),
      ...cells(740, '', '代建管理办法的', ''),
      ...cells(733, '办公室', '', '〔2023〕11号'),
      ...cells(728, '', '通知', ''),
      ...cells(704, '市交通运输局', '网约车管理细则', '滨交规〔2023〕4号'),
    ];
    expect(layoutText(pagesOf([...head, ...wrapped])).split('\n')).toEqual([
      '报备机关\t文件名称\t文号',
      '滨江市人民政府办公室\t滨江市政府投资项目代建管理办法的通知\t滨政办规〔2023〕11号',
      '市交通运输局\t网约车管理细则\t滨交规〔2023〕4号',
    ]);
    const single = [
      ...cells(760, '市水利局', '河道规定', '滨水规〔2023〕1号'),
      ...cells(740, '市民政局', '', '滨民规〔2023〕1号'),
    ];
    expect(
      layoutText(pagesOf([...head, ...single]))
        .split('\n')
        .slice(1),
    ).toEqual(['市水利局\t河道规定\t滨水规〔2023〕1号', '市民政局\t\t滨民规〔2023〕1号']);
  });

  it('are none where columns of text stand side by side', () => {
    const column = (x: number, y: number): PdfRun => run('为规范停车，制定本办法，适用', x, y, 10);
    const page = pagesOf([760, 745, 730, 715].flatMap((y) => [60, 240, 420].map((x) => column(x, y))));
    expect(layoutText(page)).not.toContain('适用\t为规范停车，制定本办法，适用为规范');
  });

  it('leave numbered paragraphs alone', () => {
    const page = pagesOf([
      run('1', 60, 760, 10),
      run('为规范停车，制定本办法。', 90, 760, 10),
      run('2', 60, 740, 10),
      run('本市停车适用本办法。', 90, 740, 10),
    ]);
    expect(layoutText(page)).not.toContain('\t');
  });
});
