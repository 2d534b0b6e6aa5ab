import { describe, expect, it } from 'vitest';
import { judgeAudit } from '../../scripts/audit/judge-audit.ts';

const report = (severity: string): string =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: { 'left-pad': { name: 'left-pad', severity, range: '<1.3.1', via: [], effects: [] } },
    metadata: { vulnerabilities: { high: 1 } },
  });

describe('judgeAudit', () => {
  it.each(['high', 'critical'])('names a package with a fault of %s severity', (severity) => {
    expect(judgeAudit(report(severity))).toEqual({ kind: 'vulnerable', packages: [`left-pad <1.3.1 (${severity})`] });
  });

  it('lets lesser faults and none pass', () => {
    expect(judgeAudit(report('moderate'))).toEqual({ kind: 'clean' });
    expect(judgeAudit('{"auditReportVersion":2,"vulnerabilities":{}}')).toEqual({ kind: 'clean' });
  });

  it.each([
    ['{"message":"405 Method Not Allowed - POST https://registry.example/-/npm/v1/security/advisories/bulk"}', /^405 /],
    ['{"error":{"code":"ENOAUDIT"}}', /no report/],
    ['npm error network', /no report/],
    ['', /no report/],
  ])('knows nothing from %s', (output, reason) => {
    const judgement = judgeAudit(output);
    expect(judgement.kind === 'unknown' ? judgement.reason : judgement.kind).toMatch(reason);
  });
});
