import { createHash } from 'node:crypto';
import type { ParsedIssue } from '../../ingest/model/issue.ts';
import type { SourceText } from '../../ingest/model/source.ts';
import { parseIssue } from '../../ingest/pipeline.ts';

/** A source as the text reader makes it. */
export function sourceOf(text: string): SourceText {
  return {
    text,
    format: 'text',
    encoding: 'utf-8',
    contentHash: createHash('sha256').update(text).digest('hex'),
    byteLength: Buffer.byteLength(text),
    statedFacts: [],
  };
}

/** The issue that the pipeline reads from a text. */
export const parse = (text: string): ParsedIssue => parseIssue(sourceOf(text));
