import { storeErrorReason } from '../store/open-store.ts';
import { fileFault } from './file-fault.ts';
import { printable } from './printable.ts';

/** A failure that a command reports as one line, with the exit status that goes with it. */
export class CommandFailed extends Error {
  readonly status: number;
  constructor(message: string, status = 1) {
    super(message);
    this.name = 'CommandFailed';
    this.status = status;
  }
}

/** Errors whose message was written for a person. */
const FOR_PEOPLE = new Set([
  'CommandFailed',
  'WrongConfig',
  'StoreUnusable',
  'StoreFailed',
  'UnreadableFile',
  'CorrectionRefused',
  'CannotListen',
  'NoEngine',
]);

/**
 * The one line and the exit status for anything that a command threw. An error that nobody foresaw keeps its place in the
 * code, so that it can be reported; LOG_LEVEL=debug shows the whole of it.
 */
export function failureOf(error: unknown): { message: string; status: number } {
  if (!(error instanceof Error)) return { message: String(error), status: 1 };
  if (error instanceof CommandFailed) return { message: error.message, status: error.status };
  if (FOR_PEOPLE.has(error.constructor.name)) return { message: oneLine(error.message), status: 1 };
  const store = storeErrorReason(error);
  if (store !== null) return { message: store, status: 1 };
  const fault = fileFault(error);
  if (fault !== null) return { message: fault, status: 1 };
  if (process.env.LOG_LEVEL === 'debug') return { message: error.stack ?? error.message, status: 1 };
  const place =
    error.stack
      ?.split('\n')
      .find((line) => line.trim().startsWith('at '))
      ?.trim() ?? '';
  return { message: oneLine(`unexpected error: ${error.message} (${place})`), status: 1 };
}

const oneLine = (text: string): string => printable(text.replace(/\s*\n\s*/gu, ' '));
