// db/ as plain JavaScript, for tests that need processes of their own to kill: what `npm run build` would make of it.
import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { packageRoot } from "#db/package-root";

export interface Compiled {
  /** The folder that stands for db/. */
  folder: string;
  /** Writes a module beside the compiled ones, so that it may import "./client.js"; returns its path. */
  script(name: string, text: string): string;
  remove(): void;
}

export async function compileDatabase(): Promise<Compiled> {
  const root = packageRoot();
  const cache = join(root, "node_modules", ".cache", "pacer-test"); // inside the package, so that dependencies are found
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "compiled-"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
  const options =
    "--ignoreConfig --module nodenext --target es2023 --lib es2023 --types node --skipLibCheck --rewriteRelativeImportExtensions --noCheck";
  const entries = ["client.ts", "migrate.ts"].map((name) => join(root, "db", name));
  await promisify(execFile)(process.execPath, [
    tsc,
    ...options.split(" "),
    "--rootDir",
    join(root, "db"),
    "--outDir",
    folder,
    ...entries,
  ]);
  return {
    folder,
    script(name, text) {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
