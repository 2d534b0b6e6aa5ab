import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { listLabel, type ListLevel } from '../../../../ingest/read/docx/list-labels.ts';
import { readSource, readSourceFile } from '../../../../ingest/read/read-source.ts';

const NOTICE = 'test/fixtures/files/notice.docx';

/** The notice with files put in or changed. */
async function changed(change: (archive: JSZip) => void): Promise<Buffer> {
  const archive = await JSZip.loadAsync(readFileSync(NOTICE));
  change(archive);
  return archive.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

async function archiveOf(...names: string[]): Promise<Buffer> {
  const archive = new JSZip();
  for (const name of names) archive.file(name, '<x/>');
  return archive.generateAsync({ type: 'nodebuffer' });
}

/** Sets the encryption bit of the first file in the central directory. */
function encrypted(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(
    copy.readUInt8(copy.indexOf('PK\u0001\u0002', 0, 'latin1') + 8) | 1,
    copy.indexOf('PK\u0001\u0002', 0, 'latin1') + 8,
  );
  return copy;
}

function oleOf(stream: string): Buffer {
  return Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);
}

describe('readDocx', () => {
  it('reads paragraphs, the numbers that Word counts, tables, and the text as changed', async () => {
    const source = await readSourceFile(NOTICE);
    expect(source.format).toBe('docx');
    expect(source.text.trimEnd().split('\n')).toEqual([
      '云溪省人民政府办公厅关于印发',
      '《云溪省举报奖励办法》的通知',
      '云政办发〔2023〕12号',
      '各市、县人民政府：',
      '现将《云溪省举报奖励办法》印发给你们，请认真贯彻执行。',
      '云溪省人民政府办公厅',
      '2023年5月8日',
      '云溪省举报奖励办法',
      '第一章　总则',
      '第一条　为了规范举报奖励，制定本办法。',
      '第二条　举报应当符合下列条件：',
      '（一）有明确的被举报人；',
      '（二）有具体的事实。',
      '第二章　附则',
      '第三条　奖励标准按附表执行。',
      '第四条　本办法自2023年6月1日起施行。',
      '类别\t金额（元）',
      '一般\t2000',
      '重大',
    ]);
  });

  it('refuses what is no plain Word file, by name', async () => {
    const cases: [string, Buffer, string][] = [
      [
        'macro.docm',
        await changed((archive) => void archive.file('word/vbaProject.bin', 'x')),
        'an Office file with macros',
      ],
      [
        'typed.docx',
        await changed(
          (archive) =>
            void archive.file(
              '[Content_Types].xml',
              '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
            ),
        ),
        'an Office file with macros',
      ],
      [
        'bomb.docx',
        await changed((archive) => void archive.file('word/document.xml', Buffer.alloc(40 << 20, 0x20))),
        'a ZIP bomb',
      ],
      ['locked.docx', encrypted(readFileSync(NOTICE)), 'an encrypted ZIP archive'],
      ['cut.docx', readFileSync(NOTICE).subarray(0, 1500), 'a damaged ZIP archive'],
      ['bad.docx', await changed((archive) => void archive.file('word/document.xml', '<w:document><w:body><')), 'a'],
      ['book.xlsx', await archiveOf('[Content_Types].xml', 'xl/workbook.xml'), 'an Excel workbook'],
      ['doc.ofd', await archiveOf('OFD.xml'), 'an OFD file'],
      ['files.zip', await archiveOf('a.txt'), 'a ZIP archive; unpack it first'],
      ['old.doc', oleOf('WordDocument'), 'an old Word file (.doc); open it and save it as .docx'],
      ['secret.docx', oleOf('EncryptedPackage'), 'an encrypted Office file; save it without a password'],
      ['list.xls', oleOf('Workbook'), 'an old Excel workbook (.xls)'],
    ];
    for (const [name, bytes, reason] of cases)
      await expect(readSource(bytes, name), name).rejects.toThrow(`${name}: ${reason}`);
  });

  it('finds out a bomb that lies about its size', async () => {
    const bytes = await changed((archive) => void archive.file('word/document.xml', Buffer.alloc(4 << 20, 0x20)));
    const directory = bytes.indexOf('word/document.xml', bytes.indexOf('PK\u0001\u0002', 0, 'latin1')) - 46;
    bytes.writeUInt32LE(1000, directory + 24);
    await expect(readSource(bytes, 'liar.docx')).rejects.toThrow(
      'liar.docx: a ZIP bomb: a file in it is larger than it says',
    );
  });
});

describe('listLabel', () => {
  const level = (format: string, text: string, suffix: ListLevel['suffix'] = 'tab'): ListLevel => ({
    format,
    text,
    start: 1,
    suffix,
  });

  it.each([
    [[level('chineseCountingThousand', '第%1条')], [121], '第一百二十一条\u3000'],
    [[level('japaneseCounting', '%1、')], [11], '十一、'],
    [[level('decimal', '%1'), level('decimal', '%1.%2', 'space')], [3, 2], '3.2 '],
    [[level('decimalEnclosedCircle', '%1', 'nothing')], [3], '③'],
    [[level('bullet', '')], [1], ''],
    [[level('upperRoman', '%1.')], [4], 'IV.'],
  ])('%j at %j is %j', (levels, counts, label) => {
    expect(listLabel(levels, counts)).toBe(label);
  });
});
