// Processes of their own for tests to start and to kill: the sources as they are, begun as `npm start` begins them.
import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { packageRoot } from "#db/package-root";

const root = packageRoot();
/** What runs a source file: its path and the file's arguments follow. */
export const runner = join(root, "src", "run.mjs");
export const mainFile = join(root, "src", "main.ts");
export const toolFile = (name: string): string => join(root, "src", "cli", `${name}.ts`);
export const moduleFile = (name: string): string =>
  join(root, "test", "support", "processes", `${name}.ts`);

/** Starts this module of this folder, which sends a message when it is ready. */
export function startWorker(module: string, ...args: readonly string[]): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = fork(runner, [moduleFile(module), ...args], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      execArgv: [],
    });
    child.once("message", () => resolve(child));
    child.once("exit", (code) =>
      reject(new Error(`${module} ended before it was ready (${code})`)),
    );
  });
}
