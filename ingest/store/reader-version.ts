import { digestOfFiles } from './digest-of-files.ts';

/** All that decides what is read from the bytes of a file, from the decoder to the rows. */
const RULES = [
  ...['read', 'text', 'segment', 'structure', 'extract', 'resolve'].map((folder) => `ingest/${folder}`),
  ...['pipeline.ts', 'index/pieces.ts', 'index/piece-size.ts'].map((name) => `ingest/${name}`),
  ...[
    'appearances',
    'write-document',
    'document-digest',
    'write-catalogue',
    'settle-appearances',
    'same-document',
    'issue-id',
  ].map((name) => `ingest/store/${name}.ts`),
  ...['publishers', 'authorities', 'document-types', 'places'].map((name) => `data/${name}.json`),
];

let version: string | null = null;

/** A digest of the rules that read a gazette. When it differs from the one stored with a file, the same bytes are read again. */
export function readerVersion(): string {
  version ??= digestOfFiles(RULES);
  return version;
}
