#!/usr/bin/env -S MALLOC_TRIM_THRESHOLD_=131072 node --max-semi-space-size=4
// The `gazette` command. It runs the TypeScript sources as they are: compiled once for each state of them, else by a loader.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiledProgram } from './compiled-program.mjs';

const compiled = await compiledProgram(join(import.meta.dirname, '..'), 'ingest/cli.ts');
if (compiled === null) {
  const { register } = await import('tsx/esm/api');
  register();
  await import('../ingest/cli.ts');
} else {
  await import(pathToFileURL(compiled).href);
}
