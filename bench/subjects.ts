// The databases the benchmark runs on: each as the program opens it, and the same one through its bare driver.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import postgres from "postgres";
import { openDatabase, type Database } from "#db/client";
import { migrate } from "#db/migrate";

export const postgresUrl = process.env["BENCH_DATABASE_URL"] ?? "postgres://root@127.0.0.1:5432/";

export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

export interface Subject {
  readonly name: string;
  readonly database: Database;
  /** Where other processes find it; null where none may. */
  readonly url: string | null;
  /** One statement on its own: it commits by itself. */
  alone(statement: Statement): Promise<unknown>;
  /** The statements one after another in one transaction. */
  together(statements: readonly Statement[]): Promise<unknown>;
  /** Several statements in one text, off the clock. */
  script(text: string): Promise<unknown>;
  /** The one value one statement without parameters answers. */
  value(text: string): Promise<unknown>;
  close(): Promise<void>;
}

/** In a temporary folder, with the log of writes kept as the program keeps it; one PGlite for both ways in. */
export async function embedded(): Promise<Subject> {
  const folder = mkdtempSync(join(tmpdir(), "pacer-bench-"));
  const opened: PGlite[] = [];
  const create = PGlite.create.bind(PGlite) as (...given: unknown[]) => Promise<PGlite>;
  // The folder belongs to one process and one instance, so the bare driver has to be the very instance the program opens.
  PGlite.create = (async (...given: unknown[]) => {
    const made = await create(...given);
    opened.push(made);
    return made;
  }) as typeof PGlite.create;
  const database = await openDatabase({ dataDir: folder }).finally(() => {
    PGlite.create = create as typeof PGlite.create;
  });
  await migrate(database);
  const bare = opened[0]!;
  return {
    name: "PGlite",
    database,
    url: null,
    alone: ({ text, parameters }) => bare.query(text, [...parameters]),
    together: (statements) =>
      bare.transaction(async (tx) => {
        for (const { text, parameters } of statements)
          await tx.query(text, parameters as unknown[]);
      }),
    script: (text) => bare.exec(text),
    value: async (text) => Object.values((await bare.query<object>(text)).rows[0] ?? {})[0],
    async close() {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let opened = 0;

/** In a database of its own, dropped afterwards; null where nobody answers at the address. */
export async function server(url: string): Promise<Subject | null> {
  const admin = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} });
  const name = `pacer_bench_${process.pid}_${++opened}`;
  const own = new URL(url);
  own.pathname = `/${name}`;
  try {
    await admin.unsafe(`create database ${name}`);
  } catch {
    await admin.end({ timeout: 1 });
    return null;
  }
  const database = await openDatabase({ url: own.href });
  await migrate(database);
  const bare = postgres(own.href, { max: 8, onnotice: () => {}, connection: { TimeZone: "UTC" } });
  // The parameters were captured as they are sent: not to be made JSON or dates of once more.
  for (const type of [114, 3802, 1082, 1114, 1184])
    bare.options.serializers[type] = (value: unknown) => value;
  return {
    name: "PostgreSQL",
    database,
    url: own.href,
    alone: ({ text, parameters }) => bare.unsafe(text, parameters as never[], { prepare: true }),
    together: (statements) =>
      bare.begin(async (tx) => {
        for (const { text, parameters } of statements)
          await tx.unsafe(text, parameters as never[], { prepare: true });
      }),
    script: (text) => bare.unsafe(text),
    value: async (text) => Object.values((await bare.unsafe<object[]>(text))[0] ?? {})[0],
    async close() {
      await bare.end({ timeout: 5 });
      await database.close();
      await admin.unsafe(`drop database ${name} with (force)`);
      await admin.end({ timeout: 5 });
    },
  };
}

/** On the embedded database and on the server, one after the other; a server where nobody answers is skipped, and that is said. */
export async function onBoth(work: (subject: Subject) => Promise<string[][]>): Promise<string[][]> {
  const rows: string[][] = [];
  for (const open of [embedded, () => server(postgresUrl)]) {
    const subject = await open();
    if (!subject) {
      console.log(skipped);
      continue;
    }
    try {
      rows.push(...(await work(subject)));
    } finally {
      await subject.close();
    }
  }
  return rows;
}

export const skipped = `PostgreSQL: skipped, nobody answers at ${postgresUrl} (BENCH_DATABASE_URL names another).`;
