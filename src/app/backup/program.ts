// The program itself: its version, and how its backup is started in a process of its own.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "#db/package-root";

export function programVersion(): string {
  const manifest = readFileSync(join(packageRoot(), "package.json"), "utf8");
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

/** What Node is given to make a backup in a process of its own, as `npm run backup` does. */
export function backupCommand(): readonly string[] {
  const root = packageRoot();
  return [join(root, "src", "run.mjs"), join(root, "src", "cli", "backups", "backup.ts")];
}
