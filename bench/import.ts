// A file of a million rows (`--rows=N` for fewer) from a seeded generator: papaparse alone, then all of the import up to what is visible, in
// rows a second and in memory beyond rest, while somebody logs once a second. On PostgreSQL, so that the database's own memory is aside.
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import Papa from "papaparse";
import { createStores } from "#db/stores/index";
import { playgroundStart } from "#db/seed";
import { importAsked } from "#src/app/tools/import-asked";
import { answerImport } from "#src/app/tools/import-file";
import { createChance } from "#src/app/system";
import { counted, print, quantile } from "./figures.ts";
import { postgresUrl, server, skipped } from "./subjects.ts";
import { hireTeam } from "./team.ts";

const given = process.argv.find((each) => each.startsWith("--rows="));
const rows = given === undefined ? 1_000_000 : Number(given.slice("--rows=".length));
const megabyte = 1024 * 1024;

/** The same for the same seed: a linear congruential one is enough for amounts. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

async function generate(path: string): Promise<void> {
  const chance = seeded(7);
  const file = createWriteStream(path);
  file.write("date,email,amount\n");
  for (let n = 0; n < rows; n++) {
    const day = String(1 + (n % 28)).padStart(2, "0");
    const who = Math.floor(chance() * 1_000);
    const line = `2026-11-${day},rep${String(who)}@example.com,${(chance() * 100_000).toFixed(2)}\n`;
    if (!file.write(line)) await once(file, "drain");
  }
  await finished(file.end());
}

interface Measured {
  readonly seconds: number;
  readonly growth: number;
}

/** Its peak beyond what the process held before, looked at twenty times a second. */
async function measured(work: () => Promise<void>): Promise<Measured> {
  (globalThis as { gc?: () => void }).gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 50);
  const began = performance.now();
  try {
    await work();
  } finally {
    clearInterval(looking);
  }
  return { seconds: (performance.now() - began) / 1000, growth: (most - before) / megabyte };
}

async function parseAlone(path: string): Promise<void> {
  const parser = createReadStream(path).pipe(Papa.parse(Papa.NODE_STREAM_INPUT, {}));
  let read = 0;
  for await (const row of parser) read += (row as string[]).length > 1 ? 1 : 0;
  if (read !== rows + 1) throw new Error(`${read} of ${rows + 1} lines`);
}

export async function importFile(): Promise<void> {
  const subject = await server(postgresUrl);
  if (!subject) return console.log(skipped);
  const folder = mkdtempSync(join(tmpdir(), "pacer-bench-"));
  try {
    const file = join(folder, "rows.csv");
    await generate(file);
    const team = await hireTeam(subject.database);
    for (let n = 0; n < 20; n++) await team.log(() => "log 1", n);
    const alone = await measured(() => parseAlone(file));
    const stores = createStores(subject.database);
    const asked = importAsked.parse({
      ask: "import",
      file,
      metric: "revenue",
      organisation: null,
      source: null,
      columns: null,
      headerRow: null,
      dates: null,
      decimal: null,
      unit: null,
      encoding: null,
      sheet: null,
      won: null,
      lost: null,
      apply: true,
      skipRejected: false,
      json: false,
    });
    const logs: number[] = [];
    let ended = false;
    const logging = (async () => {
      for (let n = 0; !ended; n++) {
        const began = performance.now();
        await team.log(() => "log 1", n);
        logs.push(performance.now() - began);
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    })();
    const all = await measured(async () => {
      const answer = await answerImport(asked, {
        stores,
        now: () => playgroundStart,
        newId: () => createChance().id(),
      });
      if (answer.code !== 0) throw new Error(answer.says);
    });
    ended = true;
    await logging;
    const rate = ({ seconds }: Measured): string => counted(rows / seconds);
    print(
      [
        ["", "rows", "rows/s", "MB beyond rest", "log p50 ms", "log longest ms"],
        ["papaparse alone", counted(rows), rate(alone), counted(alone.growth), "", ""],
        [
          "import",
          counted(rows),
          rate(all),
          counted(all.growth),
          quantile(logs, 0.5).toFixed(1),
          quantile(logs, 1).toFixed(1),
        ],
      ],
      1,
    );
  } finally {
    await subject.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
