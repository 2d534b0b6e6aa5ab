/** `gazette check FILE [--on DAY] [--format text|json|csv|xlsx]`: validity of every document that a text cites. */
import { resolve } from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { apiCheck } from '../../server/api/serialise/validity.ts';
import { loadConfig } from '../../server/config.ts';
import { toCsv } from '../../server/exports/csv.ts';
import { validityCheckSheet } from '../../server/exports/sheets/validity-check-sheet.ts';
import { toXlsx } from '../../server/exports/xlsx.ts';
import { userFolder } from '../../server/user-folder.ts';
import { readSourceFile } from '../read/read-source.ts';
import { UnreadableFile } from '../read/unreadable-file.ts';
import { CommandFailed } from '../terminal/failure.ts';
import { matchLines } from '../terminal/match-lines.ts';
import { print } from '../terminal/print.ts';
import { printable } from '../terminal/printable.ts';
import { withoutSpaces } from '../text/spaces.ts';
import { TextTooLong, checkText } from '../validity/check-text.ts';
import type { TextCheck } from '../validity/check-text.ts';
import { openArchive } from './open-archive.ts';
import { dayOption } from './status.ts';

const FORMATS = ['text', 'json', 'csv', 'xlsx'] as const;

interface CheckOptions {
  on?: string;
  format: (typeof FORMATS)[number];
}

/** Adds the command `check`. XLSX is binary: send it to a file. Exit status 2 with one line for a file that cannot be read or is too long, and for a day that is none. */
export function registerCheckCommand(program: Command): void {
  program
    .command('check')
    .description('tell the validity of every document that a text cites')
    .argument('<file>', 'text, Markdown, HTML, Word or PDF')
    .option('--on <day>', 'the day, YYYY-MM-DD (default: today in China)')
    .addOption(new Option('--format <format>', 'how to print the answers').choices(FORMATS).default('text'))
    .action(async (file: string, options: CheckOptions) => {
      const on = dayOption(options.on);
      try {
        const { text } = await readSourceFile(resolve(userFolder(), file));
        const store = openArchive(loadConfig(), { readonly: true });
        try {
          await print(await printed(checkText(store, text, on), options.format));
        } finally {
          store.close();
        }
      } catch (error) {
        if (error instanceof TextTooLong) throw new CommandFailed(`${printable(file)}: ${error.message}`, 2);
        if (!(error instanceof UnreadableFile)) throw error;
        console.error(printable(error.message));
        process.exitCode = 2;
      }
    });
}

async function printed(check: TextCheck, format: CheckOptions['format']): Promise<string | Uint8Array> {
  if (format === 'text') return checkLines(check);
  const answer = apiCheck(check);
  if (format === 'json') return `${JSON.stringify(answer, null, 1)}\n`;
  const sheet = validityCheckSheet(answer, '');
  return format === 'csv' ? toCsv(sheet) : toXlsx([sheet]);
}

function checkLines({ citations, coverage }: TextCheck): string {
  const lines: string[] = [];
  citations.forEach(({ raw, matches, note }, index) => {
    lines.push(`${index + 1}. ${withoutSpaces(raw)}`);
    if (note !== null) lines.push(`  ${note}。`);
    for (const match of matches) lines.push(...matchLines(match).map((line) => `  ${line}`));
  });
  if (citations.length === 0) lines.push('文本中没有找到所引的文件。');
  return `${[...lines, coverage.sentence].join('\n')}\n`;
}
