/**
 * Facts gained and lost between two commits over a folder of texts, the measure of every change to a rule.
 *
 *   npm run compare:extraction -- BASE [HEAD] --dir FOLDER [--show N]
 *
 * BASE and HEAD are commits; without HEAD the working copy is read. Each is checked out into a folder of its own, reads every file of
 * FOLDER, and its facts (documents, titles, numbers, dates, articles, relations, catalogue entries) are compared as sets.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { userFolder } from '../server/user-folder.ts';

const root = path.join(import.meta.dirname, '..');

/** Runs inside one checkout; prints one line a file: its name and its facts. */
const READER = `
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
const [root, folder] = process.argv.slice(2);
const { readSourceFile } = await import(path.join(root, 'ingest/read/read-source.ts'));
const { parseIssue } = await import(path.join(root, 'ingest/pipeline.ts'));
const { toParseOutput } = await import(path.join(root, 'ingest/parse-output.ts'));
for (const file of readdirSync(folder).sort()) {
  if (!statSync(path.join(folder, file)).isFile() || file.endsWith('.json')) continue;
  const facts = [];
  try {
    const output = toParseOutput(parseIssue(await readSourceFile(path.join(folder, file))));
    for (const [name, value] of Object.entries(output.issue)) facts.push('masthead ' + name + ': ' + value);
    for (const entry of output.contents) facts.push('contents: ' + [entry.section, entry.title, entry.documentNumber, entry.page].join(' | '));
    for (const document of output.documents) {
      const name = document.documentNumber ?? document.title;
      facts.push('document: ' + name);
      for (const field of ['kind', 'title', 'section', 'signatory', 'adoptionDate', 'promulgationDate', 'effectiveDate', 'expiryDate']) facts.push(name + ' ' + field + ': ' + document[field]);
      for (const authority of document.issuingAuthorities) facts.push(name + ' authority: ' + authority);
      for (const part of document.parts) facts.push(name + ' part: ' + part.kind + ' ' + part.title);
      for (const { label, text } of document.articles) facts.push(name + ' article: ' + label + ' ' + text.replace(/\\s/g, ''));
      for (const relation of document.relations) facts.push(name + ' ' + relation.type + ': ' + (relation.documentNumber ?? '') + ' ' + (relation.title ?? ''));
    }
    for (const catalogue of output.filingCatalogues) for (const group of catalogue.groups) for (const entry of group.entries) facts.push('entry: ' + [group.name, entry.title, entry.documentNumber, entry.date].join(' | '));
    const unclaimed = output.segments.filter((segment) => segment.kind === 'unclaimed').length;
    if (unclaimed > 0) facts.push('unclaimed segments: ' + unclaimed);
  } catch (error) {
    facts.push('unreadable: ' + error.message.split('\\n')[0].replace(folder, ''));
  }
  console.log(JSON.stringify([file, facts]));
}
`;

type Facts = ReadonlyMap<string, ReadonlySet<string>>;

function isRow(row: unknown): row is [string, string[]] {
  return Array.isArray(row) && typeof row[0] === 'string' && Array.isArray(row[1]);
}

function factsIn(checkout: string, folder: string, scratch: string): Facts {
  const reader = path.join(scratch, 'reader.mts');
  writeFileSync(reader, READER);
  const stdout = execFileSync(process.execPath, ['--import', 'tsx', reader, checkout, folder], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const rows = stdout
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  return new Map(rows.filter(isRow).map(([file, facts]) => [file, new Set(facts)]));
}

function withCheckout(commit: string | undefined, scratch: string, read: (checkout: string) => Facts): Facts {
  if (commit === undefined) return read(root);
  const checkout = path.join(scratch, commit.replace(/\W/gu, '_'));
  execFileSync('git', ['worktree', 'add', '--detach', '--quiet', checkout, commit], { cwd: root });
  try {
    symlinkSync(path.join(root, 'node_modules'), path.join(checkout, 'node_modules'));
    return read(checkout);
  } finally {
    execFileSync('git', ['worktree', 'remove', '--force', checkout], { cwd: root });
  }
}

function missing(from: Facts, than: Facts): string[] {
  return [...from].flatMap(([file, facts]) =>
    [...facts].filter((fact) => than.get(file)?.has(fact) !== true).map((fact) => `${file}  ${fact.slice(0, 200)}`),
  );
}

function report(name: string, facts: readonly string[], shown: number): void {
  console.log(`\n${name}: ${facts.length}`);
  for (const fact of facts.slice(0, shown)) console.log(`  ${fact}`);
  if (facts.length > shown) console.log(`  … ${facts.length - shown} more (--show N)`);
}

function main(): void {
  const args = process.argv.slice(2);
  const option = (name: string): string | undefined => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const [base, head] = args.filter(
    (arg, at) => !arg.startsWith('--') && args[at - 1] !== '--dir' && args[at - 1] !== '--show',
  );
  const dir = option('--dir');
  if (base === undefined || dir === undefined) {
    console.error('usage: npm run compare:extraction -- BASE [HEAD] --dir FOLDER [--show N]');
    process.exitCode = 2;
    return;
  }
  const folder = path.resolve(userFolder(), dir);
  const scratch = mkdtempSync(path.join(tmpdir(), 'compare-extraction-'));
  try {
    const read = (checkout: string): Facts => factsIn(checkout, folder, scratch);
    const before = withCheckout(base, scratch, read);
    const after = withCheckout(head, scratch, read);
    const shown = Number(option('--show') ?? 20);
    console.log(
      `${after.size} files, ${[...after.values()].reduce((sum, { size }) => sum + size, 0)} facts; ${base} → ${head ?? 'working copy'}`,
    );
    report('gained', missing(after, before), shown);
    report('lost', missing(before, after), shown);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

main();
