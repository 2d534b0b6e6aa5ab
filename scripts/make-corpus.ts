/**
 * `npm run make:corpus -- --issues 1000 --seed 1 --out FOLDER`: writes made-up issues of provincial gazettes, put together from
 * the shipped ones: real sentences in new articles, new numbers, years and authorities, and notices that repeal or catalogues
 * that list documents of earlier issues. The same seed gives the same bytes, and a longer corpus begins like a shorter one.
 * What each issue says stands in FOLDER/corpus.facts.jsonl.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { userFolder } from '../server/user-folder.ts';
import { startProgress } from '../ingest/terminal/progress.ts';
import { readMaterial } from './make-corpus/material.ts';
import { writeCorpus } from './make-corpus/write-corpus.ts';

const { values } = parseArgs({
  options: {
    issues: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    out: { type: 'string' },
    from: { type: 'string', default: join(import.meta.dirname, '..', 'data', 'gazettes') },
  },
});
const issues = Number(values.issues);
const seed = Number(values.seed);
if (values.out === undefined || !Number.isSafeInteger(issues) || issues < 1 || !Number.isSafeInteger(seed)) {
  console.error('make-corpus: --issues NUMBER --seed NUMBER --out FOLDER is expected');
  process.exit(2);
}
const folder = resolve(userFolder(), values.out);
const progress = startProgress();
const started = performance.now();
await writeCorpus({
  issues,
  seed,
  folder,
  material: await readMaterial(resolve(userFolder(), values.from)),
  onProgress: (done, total, file) => progress.update(done, total, file),
});
progress.stop();
console.log(`${issues} issues in ${folder}/issues, ${((performance.now() - started) / 1000).toFixed(1)} s`);
