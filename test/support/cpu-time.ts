// How long something keeps everybody else waiting: the time this process works on it. Other processes of a busy machine do not count.

/** So often at most: what came from compiling, collecting or a crowded machine does not come each time. */
const tries = 5;

/** Milliseconds of work, the least of some tries; tried again only where it took more than enough. */
export async function cpuMs(work: () => unknown, enough: number): Promise<number> {
  let least = Infinity;
  for (let i = 0; i < tries && least > enough; i += 1) least = Math.min(least, await once(work));
  return least;
}

async function once(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
