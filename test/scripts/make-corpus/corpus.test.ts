import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GazetteDocument } from '../../../ingest/model/document.ts';
import type { Provision } from '../../../ingest/model/provision.ts';
import { parseIssue } from '../../../ingest/pipeline.ts';
import { readSourceFile } from '../../../ingest/read/read-source.ts';
import { issueSource } from '../../../scripts/make-corpus/issue-source.ts';
import { readMaterial } from '../../../scripts/make-corpus/material.ts';
import type { Material } from '../../../scripts/make-corpus/material.ts';
import { CorpusPlan } from '../../../scripts/make-corpus/plan-issue.ts';
import { printIssue } from '../../../scripts/make-corpus/print-issue.ts';
import { FACTS_FILE, writeCorpus } from '../../../scripts/make-corpus/write-corpus.ts';

const SEED = 7;
/** Of each of the first gazettes' first years: issue 5 has a catalogue, 7 a repeal order and a repeal notice. */
const PLACES = [0, 3, 33, 3 * 31 + 4, 5 * 31 + 2, 5 * 31 + 30, 7 * 31, 11 * 31 + 20, 31 * 31 + 12];

let material: Material;
let folder: string;

beforeAll(async () => {
  material = await readMaterial(join(import.meta.dirname, '../../../data/gazettes'));
  folder = mkdtempSync(join(tmpdir(), 'dibao-corpus-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const articlesOf = (document: GazetteDocument): number => {
  const count = (provision: Provision): number =>
    (provision.kind === 'article' ? 1 : 0) + provision.children.reduce((sum, child) => sum + count(child), 0);
  return document.parts.flatMap((part) => part.provisions).reduce((sum, provision) => sum + count(provision), 0);
};

describe('a made-up issue', () => {
  it.each(PLACES)('is read with every fact that was planted (place %i)', (place) => {
    const planned = new CorpusPlan(SEED, material).issue(place);
    const text = printIssue(planned, material, SEED);
    const issue = parseIssue(issueSource(text));
    expect(issue.masthead.gazette?.value).toBe(planned.gazette);
    expect(issue.masthead.publicationDate?.value).toBe(planned.date);
    expect(issue.documents.map(({ title }) => title.value)).toEqual(planned.documents.map(({ title }) => title));
    issue.documents.forEach((document, index) => {
      const facts = planned.documents[index];
      if (facts === undefined) throw new Error('more documents than planned');
      expect(document.kind).toBe(facts.form === 'report' ? 'report' : 'act');
      expect(document.documentNumber?.value ?? null).toBe(facts.number);
      expect(articlesOf(document)).toBe(facts.articles);
      if (facts.form === 'report') return;
      expect(document.promulgationDate?.value).toBe(facts.promulgated);
      expect(document.effectiveDate?.value ?? null).toBe(facts.effective);
      const repealed = document.relations.filter(({ type }) => type === 'repeals');
      expect(repealed.map(({ citation }) => citation.documentNumber)).toEqual(
        facts.repeals.map(({ number }) => number),
      );
    });
    const listed = planned.documents.flatMap(({ lists }) => lists.flatMap(({ entries }) => entries));
    const read = issue.filingCatalogues.flatMap(({ groups }) => groups.flatMap(({ entries }) => entries));
    expect(read.map(({ title, documentNumber, date }) => ({ title, number: documentNumber, date }))).toEqual(listed);
  });

  it('repeals and lists only documents that earlier issues of its gazette print', () => {
    const plan = new CorpusPlan(SEED, material);
    const printed = new Set<string>();
    let named = 0;
    for (let nth = 0; nth < 30; nth++) {
      const issue = plan.issue(nth * 31 + 8);
      for (const { repeals, lists } of issue.documents) {
        for (const one of [...repeals, ...lists.flatMap(({ entries }) => entries)]) {
          expect(printed).toContain(`${one.number} ${one.title} ${one.date}`);
          named += 1;
        }
      }
      for (const { number, title, promulgated } of issue.documents) printed.add(`${number} ${title} ${promulgated}`);
    }
    expect(named).toBeGreaterThan(50);
  });
});

describe('a corpus on disk', () => {
  const write = (name: string, issues: number, seed: number) =>
    writeCorpus({ issues, seed, folder: join(folder, name), material });
  const textsOf = (name: string): Record<string, string> => {
    const root = join(folder, name, 'issues');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
    return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  };

  it('is the same for the same seed, begins like a longer one, and differs by seed', async () => {
    await write('short', 33, 1);
    await write('again', 33, 1);
    await write('long', 40, 1);
    await write('other', 33, 2);
    const short = textsOf('short');
    expect(Object.keys(short)).toHaveLength(33);
    expect(textsOf('again')).toEqual(short);
    expect(textsOf('long')).toMatchObject(short);
    const other = textsOf('other');
    expect(Object.keys(other)).toEqual(Object.keys(short));
    for (const [file, text] of Object.entries(other)) expect(text).not.toBe(short[file]);
  });

  it('says beside the texts what they say', async () => {
    await write('facts', 5, 3);
    const lines = readFileSync(join(folder, 'facts', FACTS_FILE), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines).toHaveLength(5);
    const plan = new CorpusPlan(3, material);
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(lines.map((_, index) => plan.issue(index)));
  });

  it('is read by the product as files', async () => {
    await write('read', 1, 4);
    const planned = new CorpusPlan(4, material).issue(0);
    const issue = parseIssue(await readSourceFile(join(folder, 'read', 'issues', planned.file)));
    expect(issue.documents).toHaveLength(planned.documents.length);
  });
});
