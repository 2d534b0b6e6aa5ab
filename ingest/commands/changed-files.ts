const GATHER_FOR = 300;
const RETRY_AFTER = 2000;

/**
 * Files that changed, gathered for a moment and then worked off together, one round at a time. A round that fails is told
 * once and tried again until it succeeds.
 */
export class ChangedFiles {
  readonly #work: (paths: readonly string[]) => Promise<void>;
  readonly #tell: (error: unknown) => void;
  readonly #waiting = new Set<string>();
  #round: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #started = false;
  #told: string | null = null;

  constructor(work: (paths: readonly string[]) => Promise<void>, tell: (error: unknown) => void) {
    this.#work = work;
    this.#tell = tell;
  }

  /** Begins with what was noted until now. */
  start(): void {
    this.#started = true;
    if (this.#waiting.size > 0) this.#soon(GATHER_FOR);
  }

  note(path: string): void {
    this.#waiting.add(path);
    this.#soon(GATHER_FOR);
  }

  /** Ends when the round that is running has ended; what waits is left. */
  async stop(): Promise<void> {
    this.#started = false;
    clearTimeout(this.#timer);
    await this.#round;
  }

  #soon(wait: number): void {
    clearTimeout(this.#timer);
    if (!this.#started) return;
    this.#timer = setTimeout(() => {
      this.#round = this.#round.then(() => this.#workOff());
    }, wait);
  }

  async #workOff(): Promise<void> {
    const paths = [...this.#waiting].sort();
    this.#waiting.clear();
    if (paths.length === 0 || !this.#started) return;
    try {
      await this.#work(paths);
      this.#told = null;
    } catch (error) {
      const words = String(error);
      if (words !== this.#told) this.#tell(error);
      this.#told = words;
      for (const path of paths) this.#waiting.add(path);
      this.#soon(RETRY_AFTER);
    }
  }
}
