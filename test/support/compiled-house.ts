// The whole house as plain JavaScript, for tests that need processes of their own to kill: what `npm run build` would make of it.
import { execFile, fork, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { packageRoot } from "#db/package-root";

export interface CompiledHouse {
  /** Starts this module of test/support in a process of its own, once it says that it is ready. */
  start(module: string, ...args: readonly string[]): Promise<ChildProcess>;
  /** Where `npm start` would begin. */
  readonly main: string;
  /** Where `npm run <name>` would begin. */
  tool(name: string): string;
  remove(): void;
}

export async function compileHouse(): Promise<CompiledHouse> {
  const root = packageRoot();
  const cache = join(root, "node_modules", ".cache", "pacer-test"); // inside the package, so that dependencies are found
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "house-"));
  const imports = Object.fromEntries(
    ["src", "adapters", "db", "jobs", "test"].map((name) => [`#${name}/*`, `./${name}/*.js`]),
  );
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module", imports }));
  const config = join(folder, "tsconfig.json");
  const include = ["src", "db", "jobs", "adapters", "test/support/worker.ts"].map((name) =>
    join(root, name),
  );
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(root, "tsconfig.json"),
      compilerOptions: { noEmit: false, noCheck: true, rootDir: root, outDir: folder },
      include,
    }),
  );
  await promisify(execFile)(process.execPath, [
    join(root, "node_modules", "typescript", "bin", "tsc"),
    "-p",
    config,
  ]);
  return {
    start: (module, ...args) =>
      new Promise((resolve, reject) => {
        const child = fork(join(folder, "test", "support", `${module}.js`), args, {
          stdio: ["ignore", "inherit", "inherit", "ipc"],
          execArgv: [],
        });
        child.once("message", () => resolve(child));
        child.once("exit", (code) =>
          reject(new Error(`${module} ended before it was ready (${code})`)),
        );
      }),
    main: join(folder, "src", "main.js"),
    tool: (name) => join(folder, "src", "cli", `${name}.js`),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
