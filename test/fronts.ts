// Tells the conversations over Slack and Lark, both ways each; with SEED an eighth of the files over each, as .ci/run does; with --all every
// one of them over the browser too, on PGlite and on PostgreSQL. Words behind it choose files, as in `npm run test:fronts -- --all log`.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "#db/package-root";
import { startOwnPostgres } from "#test/support/database/own-postgres";
import { platformFronts, readSeed, rounds, type Round } from "#test/support/story/front-sample";

/** A run that hangs does not hold up the others for ever. On two idle cores one takes two to eight minutes. */
const mostMinutes = 25;
const folders = ["test/conversations", "test/sweeps/stories"];
const vitest = join(packageRoot(), "node_modules", "vitest", "vitest.mjs");
const words = process.argv.slice(2).filter((each) => each !== "--all");
const isAll = process.argv.includes("--all");
const seed = isAll ? null : readSeed(process.env["SEED"]);
const files = folders.flatMap((folder) =>
  readdirSync(join(packageRoot(), folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `${folder}/${name}`)
    .filter((name) => words.length === 0 || words.some((word) => name.includes(word))),
);

if (seed !== null)
  console.log(
    `seed ${seed}: an eighth of the conversations over each front; again with SEED=${seed} npm run test:fronts`,
  );

/** `database`: the address of a PostgreSQL; "" for PGlite, and what was set stays where nothing is given. */
function tell({ front, files: told }: Round, database?: string): boolean {
  console.log(`\n${front}: ${told.length} of ${files.length} files`);
  const { status, error } = spawnSync(
    process.execPath,
    [vitest, "run", "--config", "test/fronts.config.ts", ...told],
    {
      cwd: packageRoot(),
      stdio: "inherit",
      timeout: mostMinutes * 60_000,
      env: {
        ...process.env,
        PACER_TEST_FRONT: front,
        ...(database === undefined ? {} : { TEST_DATABASE_URL: database }),
      },
    },
  );
  if (error) console.error(`${front}: ended after ${mostMinutes} minutes (${error.message})`);
  return status === 0;
}

async function tellAll(): Promise<readonly string[]> {
  const given = process.env["TEST_DATABASE_URL"];
  const own = given ? null : await startOwnPostgres();
  const url = given || own?.url;
  if (url === undefined)
    throw new Error("PostgreSQL is half of it: install its server, or set TEST_DATABASE_URL");
  const told: string[] = [];
  try {
    for (const [name, database] of Object.entries({ PGlite: "", PostgreSQL: url }))
      for (const round of rounds(["web", ...platformFronts], files, null)) {
        const began = performance.now();
        const passed = tell(round, database);
        const minutes = ((performance.now() - began) / 60_000).toFixed(1);
        told.push(
          `${passed ? "passed" : "FAILED"}: ${round.front} on ${name}, ${round.files.length} files in ${minutes} min`,
        );
      }
  } finally {
    own?.remove();
  }
  console.log(`\n${told.join("\n")}`);
  return told.filter((each) => each.startsWith("FAILED"));
}

const failed = isAll
  ? await tellAll()
  : rounds(platformFronts, files, seed)
      .filter((round) => !tell(round))
      .map((round) => `failed over ${round.front}`);
if (failed.length > 0) {
  console.error(failed.join("\n"));
  process.exitCode = 1;
}
