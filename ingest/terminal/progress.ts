import { SingleBar } from 'cli-progress';
import { displayWidth } from './table.ts';

/** Shows how far a long work is: a bar on a terminal, nothing elsewhere (callers print lines there). */
export interface Progress {
  readonly isBar: boolean;
  update(done: number, total: number, note: string): void;
  /** Prints a line above the bar. */
  line(text: string): void;
  stop(): void;
}

const NOTE_WIDTH = 60;

/** The end of a long note says more than its beginning. */
function fit(note: string): string {
  let text = note;
  while (displayWidth(text) > NOTE_WIDTH) text = `…${Array.from(text).slice(2).join('')}`;
  return text;
}

export function startProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  const print = (text: string): void => void process.stdout.write(`${text}\n`);
  if (!stream.isTTY) {
    return { isBar: false, update: () => undefined, line: print, stop: () => undefined };
  }
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {note}',
    stream,
    hideCursor: true,
    clearOnComplete: true,
    linewrap: false,
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    gracefulExit: false,
  });
  let running = false;
  let last: [number, number, string] = [0, 0, ''];
  const show = (done: number, total: number, note: string): void => {
    last = [done, total, note];
    if (!running) bar.start(total, done, { note: fit(note) });
    running = true;
    bar.setTotal(total);
    bar.update(done, { note: fit(note) });
    bar.render();
  };
  const hide = (): void => {
    if (running) bar.stop();
    running = false;
  };
  return {
    isBar: true,
    update: show,
    line: (text) => {
      const again = running;
      hide();
      print(text);
      if (again) show(...last);
    },
    stop: hide,
  };
}
