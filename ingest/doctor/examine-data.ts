import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCorrections } from '../resolve/corrections.ts';
import { well, wrong } from './finding.ts';
import type { Finding } from './finding.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));

/** Whether the program's own data files can be read, and every correction is one that can be right. */
export function examineData(folder = DATA): Finding[] {
  const findings: Finding[] = [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  for (const name of names) {
    try {
      const content: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      if (name === 'corrections.json') readCorrections(content);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      findings.push(wrong('data', `${name}: ${reason}`, `correct data/${name}`));
    }
  }
  return findings.length > 0 ? findings : [well('data', `${names.length} data files can be read`)];
}
