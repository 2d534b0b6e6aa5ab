const LOOK_EVERY = 500;

/**
 * Ends this process, as SIGTERM does, when the shell is gone in which npm runs it: npm hands a signal on to that shell, which ends without a
 * word to what it runs, so that `kill` of an `npm start` left the site behind. Does nothing where npm did not start the process.
 */
export function endWithNpm(env: Record<string, string | undefined> = process.env): void {
  if (env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY);
  timer.unref();
}
