const LOOK_EVERY = 500;

// Must match: node --max-semi-space-size=4 scripts/gazette.mjs start · gazette      Must not match: sh deploy.sh
const PROGRAM = /\bgazette\b/u;

/**
 * Ends this process, as SIGTERM does, when the shell is gone in which npm runs it: npm hands a signal on to that shell, which ends without a
 * word to what it runs, so that `kill` of an `npm start` left the site behind. Does nothing where npm did not start this program, as where a
 * script of somebody else's, which hands on what npm told it, leaves a site behind on purpose.
 */
export function endWithNpm(env: Record<string, string | undefined> = process.env): void {
  if (!PROGRAM.test(env.npm_lifecycle_script ?? '')) return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY);
  timer.unref();
}
