import type { Command } from 'commander';

/** Adds one command to the program. */
export type RegisterCommand = (program: Command) => void;

/**
 * The commands of `gazette`, in the order of its help. Only the module of the command that was asked for is loaded: `parse`
 * starts without the store, `status` without the search engine.
 */
export const COMMANDS: readonly { name: string; load: () => Promise<RegisterCommand> }[] = [
  { name: 'start', load: async () => (await import('./start.ts')).registerStartCommand },
  { name: 'ingest', load: async () => (await import('./ingest.ts')).registerIngestCommand },
  { name: 'serve', load: async () => (await import('./serve.ts')).registerServeCommand },
  { name: 'parse', load: async () => (await import('./parse.ts')).registerParseCommand },
  { name: 'reindex', load: async () => (await import('./reindex.ts')).registerReindexCommand },
  { name: 'status', load: async () => (await import('./status.ts')).registerStatusCommand },
  { name: 'check', load: async () => (await import('./check.ts')).registerCheckCommand },
  { name: 'search', load: async () => (await import('./search.ts')).registerSearchCommand },
  { name: 'export', load: async () => (await import('./export.ts')).registerExportCommand },
  { name: 'doctor', load: async () => (await import('./doctor.ts')).registerDoctorCommand },
  { name: 'keys', load: async () => (await import('./keys.ts')).registerKeysCommand },
  { name: 'backup', load: async () => (await import('./backup.ts')).registerBackupCommand },
  { name: 'restore', load: async () => (await import('./restore.ts')).registerRestoreCommand },
];
