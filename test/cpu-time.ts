/** CPU time that this thread has used so far, ms. On a busy machine a wall clock would count what other processes do. */
export function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
