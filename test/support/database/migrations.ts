// A throw-away folder of migrations in drizzle-kit's shape.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Name to SQL, in order; the same name again in the same folder overwrites. */
export function writeMigrations(
  files: Record<string, string>,
  folder = mkdtempSync(join(tmpdir(), "pacer-migrations-")),
): string {
  mkdirSync(join(folder, "meta"), { recursive: true });
  const entries = Object.keys(files).map((tag, idx) => ({
    idx,
    version: "7",
    when: idx,
    tag,
    breakpoints: true,
  }));
  writeFileSync(
    join(folder, "meta", "_journal.json"),
    JSON.stringify({ version: "7", dialect: "postgresql", entries }),
  );
  for (const [tag, text] of Object.entries(files)) writeFileSync(join(folder, `${tag}.sql`), text);
  return folder;
}
