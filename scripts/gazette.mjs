#!/usr/bin/env node
// The `gazette` command: loads the TypeScript sources as they are, without a build step.
import { register } from 'tsx/esm/api';

register();
await import('../ingest/cli.ts');
