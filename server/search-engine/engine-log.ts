/** What the engine's keepers write to: a pino logger, or a double of it. */
export interface EngineLog {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Writes nothing: for commands that speak for themselves. */
export const SILENT_LOG: EngineLog = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
