import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clauseTextOf } from '../ingest/extract/clause-text.ts';
import { readPatternExamples } from './helpers/pattern-examples.ts';

const ROOT = path.join(import.meta.dirname, '..');
const files = ['ingest', 'server'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter(
      (name) => name.endsWith('.ts') && readPatternExamples(readFileSync(path.join(ROOT, name), 'utf8')).length > 0,
    ),
);

/** The pattern of a constant: itself, or the one that its words make. */
function patternOf(constant: unknown): RegExp | null {
  if (typeof constant === 'string') return new RegExp(constant, 'u');
  return constant instanceof RegExp ? constant : null;
}

/** An example as its pattern may see it: … is printed so or stands for any words; in a clause text days are Ｄ and titles ■. */
function readings(file: string, example: string): string[] {
  const words = [example, example.replaceAll('…', '甲乙')];
  return file.startsWith('ingest/extract/') ? [...words, ...words.map((text) => clauseTextOf(text).text)] : words;
}

/** The examples of a module that are not so. */
async function untrue(file: string): Promise<string[]> {
  const constants = z
    .record(z.string(), z.unknown())
    .parse({ ...(await import(`${path.join(ROOT, file)}?constants`)) });
  return readPatternExamples(readFileSync(path.join(ROOT, file), 'utf8')).flatMap(({ name, line, match, not }) => {
    const pattern = patternOf(constants[`$${name}`]);
    if (pattern === null) return [];
    const matches = (example: string): boolean =>
      readings(file, example).some((text) => {
        pattern.lastIndex = 0;
        return pattern.test(text);
      });
    return [
      ...match
        .filter((example) => !matches(example))
        .map((example) => `${file}:${line} ${name} must match: ${example}`),
      ...not.filter(matches).map((example) => `${file}:${line} ${name} must not: ${example}`),
    ];
  });
}

describe('the examples above a pattern', () => {
  it.each(files)('are true: %s', async (file) => {
    expect(await untrue(file)).toEqual([]);
  });
});
