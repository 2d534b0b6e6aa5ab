import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { examineStore } from '../../ingest/doctor/examine-store.ts';
import { openStore } from '../../ingest/store/open-store.ts';
import { seededRandom } from '../../scripts/seeded-random.ts';
import { FIXTURE_TEXT } from './fixture-issue.ts';
import { noticeText } from './gazette-process.ts';
import { tableRows } from './store-dump.ts';

const CHILD = fileURLToPath(new URL('./ingest-child.ts', import.meta.url));
const NOTICES = 10;
const SUBJECTS = ['加强绿色勘查工作', '做好节水工作', '规范举报奖励', '推进政务公开'];

/** What depends on the archive's own past, not on its files: what the index was told, addresses that moved. */
const PAST = ['outbox', 'redirects'];
/** The row of `meta` that says which index was built: the same kind of past. */
const INDEX_NOTE = '"built_index"';

/** What came of an archive whose ingest was killed again and again. */
export interface CrashFigures {
  kills: number;
  /** Ingests that had ended before they were to be killed; the files changed after each. */
  completed: number;
  /** Store faults that the doctor found after a kill. */
  faults: string[];
  /** Tables whose rows differ from those of an archive that was never disturbed. */
  differing: string[];
  /** Archive folder with the files, for further looks; `remove` deletes it. */
  archiveDir: string;
  remove(): void;
}

/** Lays out the next state of the gazette folder: files that come, change, go, and show documents that others show too. */
function changeFiles(folder: string, random: () => number): void {
  const pick = (count: number): number => Math.floor(random() * count);
  for (let index = 0; index < NOTICES; index++) {
    const file = join(folder, `notice-${index}.txt`);
    const chance = random();
    if (chance < 0.15) rmSync(file, { force: true });
    else if (chance < 0.75) {
      const subject = SUBJECTS[pick(SUBJECTS.length)] ?? '';
      writeFileSync(file, noticeText(1 + (chance < 0.25 ? pick(NOTICES) : index), subject));
    }
  }
  const issue = FIXTURE_TEXT.replace('推行绿色勘查', `推行绿色勘查第${1 + pick(9)}批试点`);
  writeFileSync(join(folder, 'issue.txt'), issue);
  if (random() < 0.5) writeFileSync(join(folder, 'issue-again.txt'), `${issue}\n`);
  else rmSync(join(folder, 'issue-again.txt'), { force: true });
}

/** Ingests the folder in a process of its own, killed `after` milliseconds from its beginning. Returns how long it ran, null when killed. */
function ingest(archiveDir: string, gazetteDir: string, after: number | null): Promise<number | null> {
  const child = fork(CHILD, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, ARCHIVE_DIR: archiveDir, GAZETTE_DIR: gazetteDir },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let began = 0;
  child.once('message', () => {
    began = performance.now();
    if (after !== null) setTimeout(() => child.kill('SIGKILL'), after);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => {
      if (signal === 'SIGKILL') resolve(null);
      else if (status === 0) resolve(performance.now() - began);
      else reject(new Error(`an ingest ended with ${signal ?? `status ${String(status)}`}`));
    });
  });
}

function rowsAt(archiveDir: string): Record<string, string[]> {
  const store = openStore(join(archiveDir, 'dibao.sqlite'), { readonly: true });
  try {
    const rows = tableRows(store, PAST);
    return { ...rows, meta: (rows.meta ?? []).filter((row) => !row.includes(INDEX_NOTE)) };
  } finally {
    store.close();
  }
}

function faultsAt(archiveDir: string): string[] {
  const store = openStore(join(archiveDir, 'dibao.sqlite'), { readonly: true });
  try {
    return examineStore(store).flatMap(({ message, mend }) => (mend === null ? [] : [message]));
  } finally {
    store.close();
  }
}

/**
 * Kills the ingest of one archive `kills` times with SIGKILL, each at a random moment of its work, while its files come, change
 * and go; looks at the store after each kill; at the end lets one ingest run through and compares every table with that of a fresh archive
 * of the same files. `onKill` runs after each kill, with the archive as it was left.
 */
export async function crashRounds(
  kills: number,
  seed: number,
  onKill: (archiveDir: string, round: number) => Promise<void> = () => Promise.resolve(),
): Promise<CrashFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'dibao-crash-'));
  const [archiveDir, gazetteDir] = [join(folder, 'archive'), join(folder, 'gazettes')];
  mkdirSync(gazetteDir);
  const random = seededRandom(seed);
  changeFiles(gazetteDir, random);
  let duration = (await ingest(join(folder, 'first'), gazetteDir, null)) ?? 0;
  const faults: string[] = [];
  let completed = 0;
  for (let round = 0; round < kills;) {
    const ran = await ingest(archiveDir, gazetteDir, random() * duration);
    if (ran === null) {
      round += 1;
      faults.push(...faultsAt(archiveDir));
      await onKill(archiveDir, round);
      if (random() < 0.3) changeFiles(gazetteDir, random);
    } else {
      completed += 1;
      duration = (duration + ran) / 2;
      changeFiles(gazetteDir, random);
    }
  }
  await ingest(archiveDir, gazetteDir, null);
  const fresh = join(folder, 'fresh');
  await ingest(fresh, gazetteDir, null);
  const [left, right] = [rowsAt(archiveDir), rowsAt(fresh)];
  const differing = Object.keys(right).filter((table) => JSON.stringify(left[table]) !== JSON.stringify(right[table]));
  faults.push(...faultsAt(archiveDir));
  return {
    kills,
    completed,
    faults,
    differing,
    archiveDir,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
