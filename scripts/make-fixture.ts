/**
 * Writes test/fixtures/<slug>/expected.json from source.txt beside it, for a person to read line by line before it is committed.
 *
 *   npx tsx scripts/make-fixture.ts SLUG…
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { structureOf } from '../test/helpers/structure-of.ts';

const fixtures = path.join(import.meta.dirname, '..', 'test', 'fixtures');
for (const slug of process.argv.slice(2)) {
  const source = path.join(fixtures, slug, 'source.txt');
  const expected = path.join(fixtures, slug, 'expected.json');
  if (!existsSync(source)) {
    console.error(`${source}: no such fixture`);
    process.exitCode = 1;
    continue;
  }
  const before = existsSync(expected) ? readFileSync(expected, 'utf8') : '';
  const after = `${JSON.stringify(structureOf(readFileSync(source, 'utf8')), null, 1)}\n`;
  writeFileSync(expected, after);
  console.log(`${slug}: ${before === after ? 'unchanged' : before === '' ? 'new, review it' : 'changed, review it'}`);
}
