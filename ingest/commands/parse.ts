/** `gazette parse FILE [--explain]`: what one file says, as JSON on standard output; with --explain, line by line for a person. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { userFolder } from '../../server/user-folder.ts';
import { explain } from '../explain.ts';
import { toParseOutput } from '../parse-output.ts';
import { parseIssue } from '../pipeline.ts';
import { readSourceFile } from '../read/read-source.ts';
import { UnreadableFile } from '../read/unreadable-file.ts';
import { counted } from '../terminal/counted.ts';
import { print } from '../terminal/print.ts';
import { printable } from '../terminal/printable.ts';

const UNREADABLE = 2;

interface ParseOptions {
  explain?: boolean;
}

async function parse(file: string, options: ParseOptions): Promise<void> {
  const source = await readSourceFile(resolve(userFolder(), file));
  const issue = parseIssue(source);
  if (options.explain) await print(explain(issue));
  else await print(`${JSON.stringify(toParseOutput(issue), null, 1)}\n`);
  const { length } = issue.warnings;
  if (length > 0 && !options.explain)
    console.error(`${printable(file)}: ${counted(length, 'warning')}, see "warnings"`);
}

/** Adds the command `parse`. Exit status 0 for any readable file; 2 with one line for one that cannot be read. */
export function registerParseCommand(program: Command): void {
  program
    .command('parse')
    .description('print what one file says, as JSON')
    .argument('<file>', 'a gazette: text, Markdown, HTML, Word or PDF')
    .option('--explain', 'print the segmentation line by line, with the rule that decided each')
    .action(async (file: string, options: ParseOptions) => {
      try {
        await parse(file, options);
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        console.error(printable(error.message));
        process.exitCode = UNREADABLE;
      }
    });
}
