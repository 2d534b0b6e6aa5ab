import type { Config } from '../../server/config.ts';
import { ingestLockPath, storePath } from '../../server/config.ts';
import { collectFiles } from '../collect-files.ts';
import { ingestFiles, missingSources, storedPath } from '../ingest-files.ts';
import type { FileReport, Stage } from '../ingest-files.ts';
import { applyChangedCorrections } from '../resolve/apply-changed-corrections.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/open-store.ts';
import { lockHolder, takeProcessLock } from '../store/process-lock.ts';
import { removeSource } from '../store/remove-source.ts';
import { counted } from '../terminal/counted.ts';
import { CommandFailed } from '../terminal/failure.ts';
import { printable } from '../terminal/printable.ts';
import { startProgress } from '../terminal/progress.ts';
import type { Progress } from '../terminal/progress.ts';
import { describeReport, issueTable, summaryLine } from './ingest-report.ts';

export interface IngestRequest {
  /** Absolute files and folders. */
  paths: readonly string[];
  /** Files that were seen to go. */
  gone?: readonly string[];
  prune: boolean;
  /** Compare the bytes also of files whose size and times are those of the last time. */
  checksum?: boolean;
  isStopped?: () => boolean;
}

export interface IngestOutcome {
  failed: number;
  changed: boolean;
}

const STAGE_WORDS: Record<Stage, string> = { read: 'reading', parse: 'parsing', write: 'writing', done: 'done' };

/**
 * Ingests files as a person watches: a bar on a terminal, a line for each file elsewhere, at the end a table of what each
 * file brought and one line that counts what was added, unchanged, replaced and failed.
 * @throws CommandFailed when another ingest of this archive is running
 */
export async function runIngest(config: Config, request: IngestRequest): Promise<IngestOutcome> {
  const store = openStore(storePath(config));
  const lockPath = ingestLockPath(config);
  const lock = takeProcessLock(lockPath);
  if (lock === null) {
    store.close();
    const holder = lockHolder(lockPath);
    throw new CommandFailed(
      `another ingest${holder === null ? '' : ` (process ${holder})`} is writing to ${config.archiveDir}; run this one when it has ended`,
    );
  }
  const progress = startProgress();
  try {
    return await ingestWith(store, config, request, progress);
  } finally {
    progress.stop();
    lock.release();
    store.close();
  }
}

async function ingestWith(
  store: Store,
  config: Config,
  request: IngestRequest,
  progress: Progress,
): Promise<IngestOutcome> {
  const { gazetteDir } = config;
  const { files, failures } = collectFiles(request.paths);
  applyChangedCorrections(store);
  const counts = { documents: 0, articles: 0 };
  for (const { path, reason } of failures) progress.line(describeReport({ path, outcome: 'failed', reason }));
  const reports = await ingestFiles(store, files, {
    gazetteDir,
    ...(request.isStopped ? { isStopped: request.isStopped } : {}),
    checksum: request.checksum === true,
    onStage: (path, stage, done) => {
      const note = `${printable(path)} ${STAGE_WORDS[stage]}, ${counted(counts.documents, 'document')}, ${counted(counts.articles, 'article')}`;
      progress.update(done, files.length, note);
    },
    onReport: (report) => {
      if (report.outcome !== 'failed') {
        counts.documents += report.counts.documents;
        counts.articles += report.counts.articles;
      }
      if (!progress.isBar || report.outcome === 'failed') progress.line(describeReport(report));
    },
  });
  progress.stop();
  const removed = settleMissing(store, config, request, progress);
  const all: FileReport[] = [
    ...failures.map(({ path, reason }): FileReport => ({
      path: storedPath(path, gazetteDir),
      outcome: 'failed',
      reason,
    })),
    ...reports,
  ];
  const table = issueTable(reports);
  if (table !== '') progress.line(`\n${table}\n`);
  progress.line(summaryLine(all, removed));
  return {
    failed: all.filter((report) => report.outcome === 'failed').length,
    changed: removed > 0 || reports.some(({ outcome }) => outcome === 'added' || outcome === 'replaced'),
  };
}

/** Files that are gone from the disk are named, and leave the archive only when that was asked for. */
function settleMissing(store: Store, config: Config, request: IngestRequest, progress: Progress): number {
  let removed = 0;
  for (const path of missingSources(store, [...request.paths, ...(request.gone ?? [])], config.gazetteDir)) {
    if (request.prune && removeSource(store, path)) {
      removed += 1;
      progress.line(`removed    ${printable(path)}: the file is gone`);
    } else progress.line(`missing    ${printable(path)}: the file is gone; kept in the archive (--prune removes it)`);
  }
  return removed;
}
