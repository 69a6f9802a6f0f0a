// Waiting for what a test means, however long a busy machine takes for it: the test's own time limit ends a wait in vain.
const { setTimeout: pause } = globalThis;

/** Resolves once it holds; on the real clock, whatever clock the test has set. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => pause(resolve, 5));
}
