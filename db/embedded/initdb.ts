// Makes an empty cluster. In a child process, since the process that ran initdb keeps 500 MB; in a folder of its own that is
// renamed when it is whole, so that a process killed half-way leaves nothing that looks like a database.
import { execFile } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { DatabaseUnreachable } from "../errors.ts";

// Plain JavaScript handed to `node -e`: it needs none of the sources. It dies with its parent.
const program = `
  const { PGlite } = require(process.argv[1]);
  process.stdin.on("end", () => process.exit(1)).resume();
  PGlite.create(process.argv[2]).then((pg) => pg.close()).then(() => process.exit(0), (error) => {
    console.error(error);
    process.exit(1);
  });
`;

export const clusterFolder = "database";

/** The cluster's folder inside `dataDir`, made if it is not there. The caller holds the folder's lock. */
export async function ensureCluster(dataDir: string): Promise<string> {
  const cluster = join(dataDir, clusterFolder);
  if (existsSync(join(cluster, "PG_VERSION"))) return cluster;

  for (const name of readdirSync(dataDir)) {
    if (name.startsWith("database.new-"))
      rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 5 });
  }
  const draft = join(dataDir, `database.new-${process.pid}-${Date.now()}`);
  await initdb(draft);
  renameSync(draft, cluster);
  return cluster;
}

async function initdb(folder: string): Promise<void> {
  const pglite = createRequire(import.meta.url).resolve("@electric-sql/pglite");
  try {
    await promisify(execFile)(process.execPath, ["-e", program, pglite, folder], {
      maxBuffer: 10_000_000,
    });
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    const why = (cause as { stderr?: string }).stderr?.trim().split("\n")[0] || String(cause);
    throw new DatabaseUnreachable(
      `The embedded database could not be created in ${folder}: ${why}`,
      { cause },
    );
  }
}
