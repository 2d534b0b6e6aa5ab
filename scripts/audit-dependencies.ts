/**
 * Asks the registry for known faults of the packages that a running site uses: `npm run audit`. Exit status 1 for one of high or
 * critical severity; a registry that cannot be asked is told in one line and is no failure.
 */
import { spawnSync } from 'node:child_process';
import { judgeAudit } from './audit/judge-audit.ts';

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=30000'], {
  encoding: 'utf8',
  timeout: 90_000,
});
const judgement = judgeAudit(stdout);
if (judgement.kind === 'clean') console.log('audit: no package of the site has a known fault of high severity');
else if (judgement.kind === 'unknown') console.log(`audit: skipped, the registry cannot be asked: ${judgement.reason}`);
else {
  console.error(`audit: packages of the site with known faults: ${judgement.packages.join(', ')}`);
  process.exitCode = 1;
}
