/** `gazette parse FILE [--explain]`: what one file says, as JSON on standard output; with --explain, line by line for a person. */
import path from 'node:path';
import type { Command } from 'commander';
import { explain } from '../explain.ts';
import { toParseOutput } from '../parse-output.ts';
import { parseIssue } from '../pipeline.ts';
import { readSourceFile } from '../read/read-source.ts';
import { UnreadableFile } from '../read/unreadable-file.ts';

const UNREADABLE = 2;

/** A path as the user meant it: npm runs scripts in the package's folder and tells where the user stood. */
function asTyped(file: string): string {
  return path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
}

function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

interface ParseOptions {
  explain?: boolean;
}

async function parse(file: string, options: ParseOptions): Promise<void> {
  const source = await readSourceFile(asTyped(file));
  const issue = parseIssue(source);
  if (options.explain) await write(explain(issue));
  else await write(`${JSON.stringify(toParseOutput(issue), null, 1)}\n`);
  if (issue.warnings.length > 0 && !options.explain)
    console.error(`${file}: ${issue.warnings.length} warnings, see "warnings"`);
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
        console.error(error.message);
        process.exitCode = UNREADABLE;
      }
    });
}
