/**
 * Scores the reader on single documents with known facts: number, effective date, expiry and repealed numbers.
 *
 *   npx tsx scripts/score-notices.ts DIR
 *
 * DIR holds the documents, `truth.json` and optionally `repeal-items.json`.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { documentNumberKey } from '../ingest/text/document-number.ts';
import { distinctRelations } from '../ingest/extract/relations/distinct-relations.ts';
import type { GazetteDocument } from '../ingest/model/document.ts';
import { parseIssue } from '../ingest/pipeline.ts';
import { readSourceFile } from '../ingest/read/read-source.ts';
import { titleKey } from '../ingest/text/title-key.ts';

const Truth = z.array(
  z.object({
    file: z.string(),
    doc_number: z.string().nullable(),
    title: z.string(),
    sign_date: z.string().nullable(),
    effective_date: z.string().nullable(),
    effective_raw: z.string().nullable(),
    validity_raw: z.string().nullable(),
    expiry_date_in_text: z.string().nullable(),
    repeals: z.array(z.string()),
  }),
);
const Items = z.array(z.object({ file: z.string(), title: z.string(), doc_number: z.string() }));

const directory = process.argv[2];
if (directory === undefined) {
  console.error('usage: npx tsx scripts/score-notices.ts FOLDER');
  process.exit(2);
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(path.join(directory ?? '', name), 'utf8'));
}

const sameNumber = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && documentNumberKey(a) === documentNumberKey(b));

let wrong = 0;
function check(file: string, what: string, expected: unknown, found: unknown): void {
  if (JSON.stringify(expected) === JSON.stringify(found)) return;
  wrong += 1;
  console.log(`${file} ${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`);
}

function repealedNumbers(documents: readonly GazetteDocument[]): string[] {
  return documents
    .flatMap((document) => distinctRelations(document.relations))
    .filter(({ type }) => type === 'repeals')
    .map(({ citation }) => citation.documentNumber ?? `《${citation.title ?? ''}》`);
}

const items = Items.parse(read('repeal-items.json'));
for (const truth of Truth.parse(read('truth.json'))) {
  const { documents } = parseIssue(await readSourceFile(path.join(directory, truth.file)));
  const main = documents.find((d) => sameNumber(d.documentNumber?.value ?? null, truth.doc_number)) ?? documents[0];
  const number = main?.documentNumber?.value ?? null;
  check(truth.file, 'documents', 1, documents.length);
  check(truth.file, 'number', truth.doc_number, sameNumber(number, truth.doc_number) ? truth.doc_number : number);
  check(truth.file, 'signed', truth.sign_date, main?.promulgationDate?.value ?? null);
  check(
    truth.file,
    `effective (${truth.effective_raw ?? ''})`,
    truth.effective_date,
    main?.effectiveDate?.value ?? null,
  );
  if (truth.expiry_date_in_text !== null || truth.validity_raw === null)
    check(truth.file, 'expiry', truth.expiry_date_in_text, main?.expiryDate?.value ?? null);
  else
    console.log(
      `${truth.file} ${truth.validity_raw} from ${main?.effectiveDate?.value ?? '?'}: ${main?.expiryDate?.value ?? 'none'}`,
    );
  const found = repealedNumbers(documents);
  const missed = truth.repeals.filter((one) => !found.some((other) => sameNumber(one, other)));
  const invented = found.filter((one) => !truth.repeals.some((other) => sameNumber(one, other)));
  check(truth.file, 'repeals missed', [], missed);
  check(truth.file, 'repeals invented', [], invented);
  const titles = documents
    .flatMap((d) => d.relations)
    .filter(({ type }) => type === 'repeals')
    .map(({ citation }) => titleKey(citation.title ?? ''));
  const listed = items.filter(({ file }) => file === truth.file);
  const untitled = listed.filter(({ title }) => !titles.includes(titleKey(title)));
  check(
    truth.file,
    `titles of ${listed.length} items`,
    [],
    untitled.map(({ title }) => title),
  );
}
console.log(wrong === 0 ? 'all as in the truth' : `${wrong} differences`);
