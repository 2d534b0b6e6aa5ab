import { z } from 'zod';

/** What `npm audit --json` comes to: nothing to fear, packages with a serious fault, or a registry that gave no answer. */
export type AuditJudgement =
  { kind: 'clean' } | { kind: 'vulnerable'; packages: string[] } | { kind: 'unknown'; reason: string };

const Report = z.object({
  vulnerabilities: z.record(z.string(), z.object({ name: z.string(), severity: z.string(), range: z.string() })),
});

const Failure = z.object({ message: z.string() });

const SERIOUS = new Set(['high', 'critical']);

/**
 * Judges the output of `npm audit --json`. A registry without an audit service, or none in reach, answers with a message
 * instead of a report (405 Method Not Allowed - POST …): then nothing is known, which is not the dependencies' fault.
 */
export function judgeAudit(output: string): AuditJudgement {
  let answer: unknown;
  try {
    answer = JSON.parse(output);
  } catch {
    return { kind: 'unknown', reason: 'npm audit gave no report' };
  }
  const report = Report.safeParse(answer);
  if (!report.success) {
    const failure = Failure.safeParse(answer);
    return { kind: 'unknown', reason: failure.success ? failure.data.message : 'npm audit gave no report' };
  }
  const serious = Object.values(report.data.vulnerabilities).filter(({ severity }) => SERIOUS.has(severity));
  if (serious.length === 0) return { kind: 'clean' };
  return { kind: 'vulnerable', packages: serious.map(({ name, range, severity }) => `${name} ${range} (${severity})`) };
}
