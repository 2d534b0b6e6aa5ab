/** Milliseconds of processor that some work takes in this process: a busy machine makes it wait, but not work more. */
export function processorTime(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
