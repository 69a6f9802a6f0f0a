// The linter keeps errors' own words out of the log: each way to put them there is refused, and what the log is for is let pass.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageRoot } from "#db/package-root";

const refused = {
  stack: 'logger.error({ cause: error.stack }, "x");',
  message: 'ports.logger.warn({ why: error.message }, "x");',
  string: 'slack.logger.error({ cause: String(error) }, "x");',
  template: "logger.info({ why: `failed: ${error}` }, 'x');",
  "template in the event": "logger.error({}, `failed: ${error}`);",
  joined: 'logger.error({ why: "failed: " + error }, "x");',
  toString: 'logger.error({ why: error.toString() }, "x");',
  json: 'logger.error({ why: JSON.stringify(error) }, "x");',
  inspected: 'logger.error({ why: inspect(error) }, "x");',
  cause: 'logger.error({ why: error.cause }, "x");',
  original: 'logger.error({ error, why: error.original }, "x");',
  "computed name": 'logger.error({ why: error["stack"] }, "x");',
  "computed level": 'lark.logger[level]({ why: error.message }, "x");',
  conditional:
    'logger.error({ why: error instanceof Error ? (error.stack ?? error.message) : "none" }, "x");',
  nested: 'logger.error({ why: [error.message] }, "x");',
  spread: 'logger.error({ ...{ why: error.message } }, "x");',
  "a name of its own": 'const why = error.message; logger.error({ why }, "x");',
  "a name of a name":
    'const says = error instanceof Error ? error.message : "none"; const why = says.slice(0, 9); logger.error({ why }, "x");',
  "taken apart": 'const { message } = error; logger.error({ message }, "x");',
  "a name for a text": 'const why = String(error); logger.warn({ why }, "x");',
  "in a catch": 'work().catch((thrown) => logger.error({ why: `${thrown}` }, "x"));',
};
const passes = {
  "the error itself": 'logger.error({ error }, "x");',
  "under its key": 'logger.error({ code, error: thrown.error }, "x");',
  ids: 'lark.logger.warn({ app: app.appId, message: id, rows: 3 }, "kept house");',
  "an event with a word of ours": "logger.error({ error }, `${what} failed`);",
  "no log": "process.stderr.write(error.message); throw new Wrong(String(error));",
};

let folder: string;
beforeAll(() => {
  // Inside the package, since the linter takes its settings from there.
  folder = mkdtempSync(join(tmpdir(), "pacer-lint-"));
  const all = [...Object.entries(refused), ...Object.entries(passes)];
  all.forEach(([, text], i) =>
    writeFileSync(
      join(folder, `${i}.js`),
      `export const run = (error, code, thrown, id, what, level, app, ports, slack, lark, logger, work, inspect, Wrong) => { ${text} };\n`,
    ),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Found {
  readonly code: string;
  readonly filename: string;
}

it("refuses an error's own words in what goes to the log, by whatever way, and nothing else", async () => {
  const config = join(packageRoot(), ".oxlintrc.json");
  const found = await new Promise<readonly Found[]>((resolve, reject) => {
    execFile(
      process.execPath,
      [
        join(packageRoot(), "node_modules", "oxlint", "bin", "oxlint"),
        "-c",
        config,
        "--format",
        "json",
        folder,
      ],
      (_ended, said, complained) => {
        try {
          resolve((JSON.parse(said) as { diagnostics: Found[] }).diagnostics);
        } catch {
          reject(new Error(`${said}${complained}`));
        }
      },
    );
  });
  const names = [...Object.keys(refused), ...Object.keys(passes)];
  const caught = new Set(
    found
      .filter(({ code }) => code.includes("no-words-in-log"))
      .map(({ filename }) => names[Number(/(\d+)\.js$/.exec(filename)?.[1])]),
  );
  expect([...caught].toSorted()).toEqual(Object.keys(refused).toSorted());
});
