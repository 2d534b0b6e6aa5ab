import type { SourceText } from '../../ingest/model/source.ts';

/** A text in the form of a file that was read, without a file; `contentHash` tells it from others in one archive. */
export const issueSource = (text: string, contentHash = '0'.repeat(64)): SourceText => ({
  text,
  format: 'markdown',
  encoding: 'utf-8',
  contentHash,
  byteLength: Buffer.byteLength(text),
  statedFacts: [],
});
