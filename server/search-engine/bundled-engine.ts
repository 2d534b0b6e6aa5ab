import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeProcessLock } from '../../ingest/store/process-lock.ts';
import type { ProcessLock } from '../../ingest/store/process-lock.ts';
import { fileFault } from '../../ingest/terminal/file-fault.ts';
import type { Config } from '../config.ts';
import type { SearchHealth } from '../search/search-types.ts';
import { NoEngine, usableBinary } from './engine-binary.ts';
import { engineFiles, forgetRunning, isHalfMade, masterKey, readRunning, writeRunning } from './engine-files.ts';
import type { EngineFiles } from './engine-files.ts';
import { freePort, isHealthy, spawnEngine, stopStaleEngine } from './engine-process.ts';
import type { EngineProcess } from './engine-process.ts';
import type { EngineLog } from './engine-log.ts';

const START_PATIENCE = 60_000;
const STOP_PATIENCE = 5000;
const POLL = 50;
const PROBE_EVERY = 2000;
/** A process that lives but does not answer for this many probes is started anew. */
const PROBES_MISSED = 5;
const PROBE_PATIENCE = 2000;
/** A probe that ends later than this after its time was up says that this process is late, not that the engine is. */
const LAG = 250;
const LONGEST_PAUSE = 10_000;
const FILE_FAULT_PAUSE = 3000;
/** So many failed starts in a row, and the engine's database is thrown away: it can be rebuilt, an engine that cannot open it is of no use. */
const DISCARD_AFTER = 3;
/** So many, and search is called down instead of starting: not before a new database was tried. */
const DOWN_AFTER = 5;

const INCOMPATIBLE = /incompatible|database version|version of the database|corrupt|MDB_|version file/iu;

/**
 * Keeps one Meilisearch process running for the archive until it is stopped: starts it, starts it again with growing
 * pauses when it dies, and uses the one of another process of this archive (`gazette serve`) while that has one.
 */
export class BundledEngine {
  readonly key: string;
  /** Its key is the master key. */
  readonly rights = 'write';
  readonly #config: Config;
  readonly #log: EngineLog;
  readonly #files: EngineFiles;
  readonly #stopping = new AbortController();
  readonly #done: Promise<void>;
  #url: string | null = null;
  #port: number | null = null;
  #health: SearchHealth = 'starting';
  #problem: string | null = null;
  #process: EngineProcess | null = null;
  #failures = 0;

  constructor(config: Config, log: EngineLog) {
    this.#config = config;
    this.#log = log;
    this.#files = engineFiles(config.archiveDir);
    this.key = masterKey(this.#files);
    process.once('exit', this.#killNow);
    this.#done = this.#run().catch((error: unknown) => {
      this.#fail(error instanceof Error ? error.message : String(error));
    });
  }

  get url(): string | null {
    return this.#url;
  }

  get pid(): number | null {
    return this.#process?.pid ?? null;
  }

  get health(): SearchHealth {
    return this.#health;
  }

  get problem(): string | null {
    return this.#problem;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
    process.off('exit', this.#killNow);
    this.#health = 'down';
  }

  readonly #killNow = (): void => this.#process?.kill();

  #isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #run(): Promise<void> {
    while (!this.#isStopped()) {
      const lock = takeProcessLock(this.#files.lock);
      if (lock === null) await this.#useNeighbour();
      else await this.#own(lock);
    }
  }

  /** Another process of this archive has the engine: use that one, and look again soon. */
  async #useNeighbour(): Promise<void> {
    const running = readRunning(this.#files);
    const healthy = running !== null && (await isHealthy(running.url));
    if (healthy) this.#url = running.url;
    this.#health = healthy ? 'ok' : 'starting';
    await this.#pause(healthy ? PROBE_EVERY / 2 : POLL * 2);
  }

  async #own(lock: ProcessLock): Promise<void> {
    try {
      while (!this.#isStopped()) {
        try {
          await this.#live();
        } catch (error) {
          await this.#bearFileFault(error);
          continue;
        }
        if (!this.#isStopped()) await this.#pause(Math.min(LONGEST_PAUSE, 50 * 2 ** this.#failures));
      }
    } catch (error) {
      if (!(error instanceof NoEngine)) throw error;
      this.#fail(error.message);
      await this.#untilStopped();
    } finally {
      forgetRunning(this.#files);
      lock.release();
    }
  }

  /** What the file system refuses, as on a full disk, can be put right while the site runs: told once, and tried again. */
  async #bearFileFault(error: unknown): Promise<void> {
    const fault = fileFault(error);
    if (fault === null) throw error;
    await this.#process?.stop(STOP_PATIENCE);
    this.#process = null;
    if (this.#problem !== fault) this.#fail(fault);
    await this.#pause(FILE_FAULT_PAUSE);
  }

  /** One life of the engine, from its start to its end. */
  async #live(): Promise<void> {
    const binary = await usableBinary(this.#files.folder, this.#config.meiliBin);
    if (this.#isStopped()) return;
    const stale = readRunning(this.#files);
    if (stale !== null && (await stopStaleEngine(stale, this.#files))) {
      this.#log.warn({ enginePid: stale.pid }, 'stopped a search engine that was left behind');
    }
    if (this.#failures === DISCARD_AFTER || isHalfMade(this.#files)) this.#discardDatabase();
    this.#port = await freePort(this.#port);
    if (this.#isStopped()) return;
    const engine = spawnEngine(binary, this.#files, this.#port, this.key);
    this.#process = engine;
    let ended: string | null = null;
    void engine.ended.then((words) => (ended = words));
    const hasEnded = (): boolean => ended !== null;
    writeRunning(this.#files, { pid: engine.pid, url: engine.url });
    if (await this.#answers(engine, hasEnded)) {
      this.#url = engine.url;
      this.#health = 'ok';
      this.#problem = null;
      this.#failures = 0;
      this.#log.info({ enginePid: engine.pid, port: this.#port }, 'search engine is running');
      await this.#watch(engine, hasEnded);
    }
    if (this.#isStopped() || !hasEnded()) await engine.stop(STOP_PATIENCE);
    this.#process = null;
    if (!this.#isStopped()) this.#reportEnd(await engine.ended);
  }

  async #answers(engine: EngineProcess, hasEnded: () => boolean): Promise<boolean> {
    const deadline = Date.now() + START_PATIENCE;
    while (!this.#isStopped() && !hasEnded() && Date.now() < deadline) {
      if (await isHealthy(engine.url)) return true;
      await this.#pause(POLL);
    }
    return false;
  }

  async #watch(engine: EngineProcess, hasEnded: () => boolean): Promise<void> {
    let missed = 0;
    while (!this.#isStopped() && !hasEnded() && missed < PROBES_MISSED) {
      await Promise.race([engine.ended, this.#pause(PROBE_EVERY)]);
      if (hasEnded() || this.#isStopped()) return;
      const asked = performance.now();
      if (await isHealthy(engine.url, PROBE_PATIENCE)) missed = 0;
      else if (isInTime(performance.now() - asked)) missed += 1;
    }
  }

  #reportEnd(words: string): void {
    this.#failures += 1;
    this.#health = this.#failures >= DOWN_AFTER ? 'down' : 'starting';
    this.#problem = tellingLine(words);
    if (INCOMPATIBLE.test(words)) this.#discardDatabase();
    this.#log.warn({ failures: this.#failures, reason: this.#problem }, 'search engine ended; starting it again');
  }

  /** The record store is the truth; the index is filled from it again. */
  #discardDatabase(): void {
    this.#log.warn({}, 'the search engine cannot open its database: making a new one from the record store');
    rmSync(this.#files.database, { recursive: true, force: true });
  }

  #fail(message: string): void {
    this.#health = 'down';
    this.#problem = message;
    this.#log.error({}, `search is down: ${message}`);
  }

  async #pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }

  async #untilStopped(): Promise<void> {
    while (!this.#isStopped()) await this.#pause(60_000);
  }
}

/** @param took milliseconds until a probe was given up */
const isInTime = (took: number): boolean => took < PROBE_PATIENCE + LAG;

/** What an engine says at its end in one line: its error, or else its last line. */
function tellingLine(words: string): string {
  const lines = words.trim().split('\n');
  return (lines.find((line) => /error/iu.test(line)) ?? lines.at(-1) ?? '').trim();
}
