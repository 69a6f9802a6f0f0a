// PGlite in a locked folder, or in memory. It has one connection and serialises its transactions itself.
import { constants, mkdirSync } from "node:fs";
import { cp, mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { PGlite, type PGliteOptions, type QueryOptions, types } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import type { Database, Sql } from "../sql.ts";
import type { CopyingClient } from "../backup/copying.ts";
import { settling } from "../rows.ts";
import { watchTransactions } from "../transactions.ts";
import { clusterFolder, ensureCluster } from "./initdb.ts";
import { GuardedFiles } from "./guarded-files.ts";
import { type FolderLock, lockFolder, type LockTiming } from "./lock.ts";
import { createRun } from "./statements.ts";
import { copyingIn } from "./copying.ts";

// 16 MB of buffers instead of 128 halves what the process keeps resident. PGlite never calls fsync, so WAL files are opened
// O_SYNC instead (and -F, which would switch that off, is dropped): a killed process loses nothing it acknowledged.
const settings = ["shared_buffers=16MB", "wal_sync_method=open_datasync", "timezone=UTC"];
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== "-F"),
  ...settings.flatMap((setting) => ["-c", setting]),
];
const text = (value: string) => value;

export interface EmbeddedOptions {
  dataDir?: string;
  load?: Blob | undefined;
  say: (sentence: string) => void;
  /** Only tests give it. */
  timing?: LockTiming;
}

export async function openEmbedded(options: EmbeddedOptions): Promise<Database> {
  if (options.dataDir === undefined)
    return wrap(
      await start({
        dataDir: "memory://",
        ...(options.load === undefined ? {} : { loadDataDir: options.load }),
      }),
      null,
      null,
    );

  const dataDir = resolve(options.dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = await lockFolder(
    dataDir,
    (folder) => endAtOnce(folder, options.say),
    options.timing,
  );
  try {
    const cluster = await ensureCluster(dataDir);
    return wrap(
      await start({ fs: new GuardedFiles(cluster, () => lock.stillHeld()) }),
      lock,
      cluster,
    );
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Not by the usual way, which would write what is still in memory. */
function endAtOnce(folder: string, say: (sentence: string) => void): never {
  say(
    `The data folder ${folder} was taken over by another Pacer while this process stood still: it ends at once and writes nothing more.`,
  );
  process.exit(1);
}

// As drizzle asks for them with every query: days and moments as text, alone and in arrays. Asked for once they cost nothing.
const asText = [
  types.TIMESTAMP,
  types.TIMESTAMPTZ,
  types.INTERVAL,
  types.DATE,
  1231,
  1115,
  1185,
  1187,
  1182,
];

async function start(
  where: Pick<PGliteOptions, "dataDir" | "fs" | "loadDataDir">,
): Promise<PGlite> {
  const pglite = await PGlite.create({
    ...where,
    startParams,
    parsers: { [types.INT8]: text, [types.NUMERIC]: text }, // as postgres.js reads them
  });
  for (const type of asText) pglite.parsers[type] = text;
  return pglite;
}

interface Client {
  query(statement: string, parameters?: unknown[], options?: QueryOptions): Promise<unknown>;
}

function wrap(pglite: PGlite, lock: FolderLock | null, cluster: string | null): Database {
  const watch = watchTransactions();
  // Also what only reads: it would be told to people as if nothing had happened since.
  const run = createRun(pglite, () => lock?.stillHeld());
  /** What drizzle calls of PGlite, without the parsers it brings along. */
  const query: Client["query"] = (statement, parameters, options) =>
    run(statement, parameters, options?.rowMode);
  const client = {
    async query(...args: Parameters<Client["query"]>) {
      watch.refuseInside();
      // As PGlite does for a query of its own: not before it is ready, nor once it is closed, and not between the statements of somebody's transaction.
      await pglite._checkReady();
      return pglite._runExclusiveTransaction(() => query(...args));
    },
    async transaction(work: (tx: Client & CopyingClient) => Promise<unknown>) {
      watch.refuseInside();
      return pglite.transaction((tx) => {
        const within: Client & CopyingClient = {
          query: (...args) =>
            tx.closed ? Promise.reject(new Error("Transaction is closed")) : query(...args),
          ...copyingIn(tx, () => lock?.stillHeld()),
        };
        return watch.inside(() => work(within));
      });
    },
  };
  // `client` has all that drizzle calls of PGlite; what a builder answers with is read by `affectedBy` alone, whatever driver it is of.
  const db = drizzle(client as unknown as PGlite) as unknown as Sql;

  return {
    kind: "embedded",
    db,
    transaction: (work, config) =>
      db.transaction(settling(work) as (tx: unknown) => ReturnType<typeof work>, config),
    async listen(channel, heard) {
      watch.refuseInside();
      return pglite.listen(channel, heard);
    },
    dump: () => pglite.dumpDataDir("none"),
    async copyTo(folder) {
      if (cluster === null) throw new Error("A database in memory has no files to copy.");
      await mkdir(folder, { mode: 0o700, recursive: true });
      // What was committed stands in the files; of a file system that can share blocks nothing is copied at all.
      await pglite._runExclusiveTransaction(() =>
        pglite.runExclusive(() =>
          cp(cluster, join(folder, clusterFolder), {
            recursive: true,
            mode: constants.COPYFILE_FICLONE,
          }),
        ),
      );
    },
    async close() {
      try {
        if (!pglite.closed) await pglite.close();
      } finally {
        lock?.release();
      }
    },
  };
}
