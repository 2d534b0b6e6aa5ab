import { createWriteStream, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import type { Material } from './material.ts';
import { CorpusPlan } from './plan-issue.ts';
import { printIssue } from './print-issue.ts';

export interface CorpusRequest {
  issues: number;
  seed: number;
  folder: string;
  material: Material;
  onProgress?: (done: number, total: number, file: string) => void;
}

/** What was planted, one issue a line, beside the issues. */
export const FACTS_FILE = 'corpus.facts.jsonl';

/**
 * Writes a corpus issue by issue: its texts below `folder/issues`, and what each of them says (PlannedIssue) as a line of
 * corpus.facts.jsonl. Memory does not grow with the corpus.
 */
export async function writeCorpus({ issues, seed, folder, material, onProgress }: CorpusRequest): Promise<void> {
  const plan = new CorpusPlan(seed, material);
  const folders = new Set<string>();
  mkdirSync(folder, { recursive: true });
  const facts = createWriteStream(join(folder, FACTS_FILE));
  for (let index = 0; index < issues; index++) {
    const issue = plan.issue(index);
    const file = join(folder, 'issues', issue.file);
    if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    folders.add(dirname(file));
    await writeFile(file, printIssue(issue, material, seed));
    if (!facts.write(`${JSON.stringify(issue)}\n`)) await once(facts, 'drain');
    onProgress?.(index + 1, issues, issue.file);
  }
  facts.end();
  await once(facts, 'finish');
}
