// npm run test:long: what the real program prints once it runs is JSON, line by line, whatever a library or nobody's promise does to it.
import { mainFile, runner } from "#test/support/processes/processes";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const mark = "MARK7f3a";

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pacer-log-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What goes wrong in it when it is told to by a signal. */
const wrong = `
const fail = () => {
  console.error("${mark}", new Error("${mark}"));
  process.emitWarning("${mark}", "ExperimentalWarning");
  void Promise.reject(Object.assign(new TypeError("${mark}"), { query: "${mark}", parameters: ["${mark}"], cause: new Error("${mark}") }));
};
process.on("SIGWINCH", fail);
`;

/** `at`: what it has said when the signal comes; null: never. */
async function run(
  trouble: string,
  at: string | null,
): Promise<{
  readonly lines: readonly Record<string, unknown>[];
  readonly said: string;
  readonly code: number | null;
}> {
  const file = join(folder, "trouble.mjs");
  writeFileSync(file, `${wrong}${trouble}`);
  const env = {
    PATH: process.env["PATH"],
    HOME: process.env["HOME"],
    DATA_DIR: join(folder, "data"),
    PORT: "0",
    LOG_LEVEL: "info",
  };
  const child = spawn(process.execPath, ["--import", file, runner, mainFile], {
    env,
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "exit");
  let said = "";
  let logged = "";
  child.stdout.on("data", (part: Buffer) => {
    said += part.toString();
    if (at !== null && said.includes(at) && !child.killed) child.kill("SIGWINCH");
  });
  child.stderr.on("data", (part: Buffer) => void (logged += part.toString()));
  const [code] = (await ended) as [number | null];
  const lines = logged
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { lines, said: said + logged, code };
}

it("also what nobody caught, before it is ready and after", async () => {
  const early = await run("", "is starting");
  const late = await run("", "is ready");
  for (const { lines, said, code } of [early, late]) {
    expect(code).toBe(1);
    expect(said).not.toContain(mark);
    expect(lines).toContainEqual(
      expect.objectContaining({
        msg: "stopping after an error",
        error: expect.stringMatching(/^TypeError\n[^]+\ncaused by Error\n/) as string,
      }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({
        msg: "console",
        error: expect.stringMatching(/^Error\n/) as string,
      }),
    );
    expect(lines).toContainEqual(
      expect.objectContaining({
        msg: "node.warned",
        error: expect.stringMatching(/^ExperimentalWarning/) as string,
      }),
    );
  }
});

it("also where it cannot start for a reason nobody foresaw", async () => {
  const { lines, said, code } = await run(
    `const parse = JSON.parse;\nlet left = true;\nJSON.parse = (text, ...more) => { if (left && text.includes("entries")) { left = false; throw new SyntaxError("${mark}"); } return parse(text, ...more); };`,
    null,
  );
  expect(code).toBe(1);
  expect(said).not.toContain(mark);
  expect(lines).toContainEqual(
    expect.objectContaining({
      msg: "not started",
      error: expect.stringMatching(/^SyntaxError\n/) as string,
    }),
  );
});
