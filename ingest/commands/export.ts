/** `gazette export [--issue ID] [--format json|csv|xlsx] [--on DAY] [--output FILE]`: what the archive holds. */
import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Option } from 'commander';
import type { Command } from 'commander';
import { loadConfig } from '../../server/config.ts';
import { toCsv } from '../../server/exports/csv.ts';
import { holdingsJson, holdingsSheets, holdingsTable, issuesOf } from '../../server/exports/holdings.ts';
import type { HoldingsRequest } from '../../server/exports/holdings.ts';
import { provenanceSheet } from '../../server/exports/provenance.ts';
import { toXlsx } from '../../server/exports/xlsx.ts';
import { chinaDay } from '../../server/site/china-day.ts';
import { userFolder } from '../../server/user-folder.ts';
import type { Store } from '../store/open-store.ts';
import { coverage } from '../store/queries/register.ts';
import { CommandFailed } from '../terminal/failure.ts';
import { print } from '../terminal/print.ts';
import { openArchive } from './open-archive.ts';
import { dayOption } from './status.ts';

const FORMATS = ['json', 'csv', 'xlsx'] as const;

type Format = (typeof FORMATS)[number];

interface ExportOptions {
  issue?: string;
  format: Format;
  on?: string;
  output?: string;
}

/**
 * Adds the command `export`. JSON has everything, CSV one row a document, XLSX issues, documents, articles, relations and
 * catalogues with their provenance. Exit status 1 with one line for an issue that the archive does not hold.
 */
export function registerExportCommand(program: Command): void {
  program
    .command('export')
    .description('print what the archive holds')
    .option('--issue <id>', 'one issue: xinjiang-2024-17-18 (default: the whole archive)')
    .addOption(new Option('--format <format>', 'how to print it').choices(FORMATS).default('json'))
    .option('--on <day>', 'the day of the statuses, YYYY-MM-DD (default: today in China)')
    .option('--output <file>', 'write to a file')
    .action(async ({ issue, format, on, output }: ExportOptions) => {
      if (format === 'xlsx' && output === undefined && process.stdout.isTTY)
        throw new CommandFailed('XLSX is binary: give --output FILE, or send it to a file with >');
      const request: HoldingsRequest = { issueId: issue ?? null, on: dayOption(on), origin: '' };
      const store = openArchive(loadConfig(), { readonly: true });
      try {
        if (issue !== undefined && issuesOf(store, request).length === 0)
          throw new CommandFailed(`${issue}: the archive holds no such issue`);
        await write(await written(store, request, format), output);
      } finally {
        store.close();
      }
    });
}

async function written(store: Store, request: HoldingsRequest, format: Format): Promise<Iterable<string | Uint8Array>> {
  if (format === 'json') return holdingsJson(store, request);
  if (format === 'csv') return [toCsv(await holdingsTable(store, request))];
  const sheets = holdingsSheets(store, request);
  const documents = sheets.find(({ name }) => name === '文件')?.rows.length ?? 0;
  const provenance = provenanceSheet({
    title: request.issueId === null ? '全部馆藏' : `公报 ${request.issueId}`,
    url: null,
    exportedOn: chinaDay(new Date()),
    statusOn: request.on,
    coverage: coverage(store).sentence,
    rowCount: documents,
    totalCount: documents,
    notes: ['行数为文件数。日期为空表示原文没有写明。'],
  });
  return [await toXlsx([...sheets, provenance])];
}

async function write(chunks: Iterable<string | Uint8Array>, output: string | undefined): Promise<void> {
  if (output !== undefined) {
    await pipeline(Readable.from(chunks), createWriteStream(resolve(userFolder(), output)));
    return;
  }
  for (const chunk of chunks) await print(chunk);
}
