import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { loadConfig, storePath } from '../../server/config.ts';
import type { Config } from '../../server/config.ts';
import { startSearchEngine } from '../../server/search-engine.ts';
import { SILENT_LOG } from '../../server/search-engine/engine-log.ts';
import { examineData } from '../doctor/examine-data.ts';
import { examineLaw } from '../doctor/examine-law.ts';
import { examineEngineFiles, examineIndex } from '../doctor/examine-search.ts';
import { examinePermissions, examineSources, examineStore } from '../doctor/examine-store.ts';
import { wrong } from '../doctor/finding.ts';
import type { Finding } from '../doctor/finding.ts';
import { openStore, StoreUnusable } from '../store/open-store.ts';

/** Looks at store, index, engine, data and permissions, and compares them with each other. Changes nothing. */
export async function examineArchive(config: Config): Promise<Finding[]> {
  const findings = [...examineData(), ...(await examineEngineFiles(config))];
  const path = storePath(config);
  if (!existsSync(path)) return [...findings, wrong('store', `no archive in ${config.archiveDir}`, 'gazette ingest')];
  findings.push(...examinePermissions([config.archiveDir, path]));
  try {
    const store = openStore(path, { readonly: true });
    try {
      findings.push(...examineStore(store), ...examineSources(store, config), ...examineLaw(store));
      const engine = startSearchEngine(config, SILENT_LOG);
      try {
        findings.push(...(await examineIndex(store, engine)));
      } finally {
        await engine.stop();
      }
    } finally {
      store.close();
    }
  } catch (error) {
    if (!(error instanceof StoreUnusable)) throw error;
    findings.push(wrong('store', error.message, 'gazette restore FILE with a backup'));
  }
  return findings;
}

const LEVELS: Readonly<Record<Finding['level'], string>> = { ok: 'ok   ', note: 'note ', wrong: 'WRONG' };

/** Adds the command `doctor`. Exit status 1 when something is wrong. */
export function registerDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('check store, index, engine and data against each other')
    .action(async () => {
      const findings = await examineArchive(loadConfig());
      for (const { level, subject, message, mend } of findings) {
        console.log(`${LEVELS[level]}  ${subject}: ${message}${mend === null ? '' : ` — ${mend}`}`);
      }
      if (findings.some((finding) => finding.mend !== null)) process.exitCode = 1;
    });
}
