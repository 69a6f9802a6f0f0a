// Whatever else in the process would print lines of its own: it goes through the log, which says where it came from and nothing of it.
import { afterEach, beforeEach, expect, it } from "vitest";
import { diesLoudly, gatherOutlets } from "#src/app/log/outlets";
import { writtenLog } from "#test/support/log";

const mark = "MARK7f3a";
const names = ["debug", "log", "info", "dir", "table", "warn", "error", "trace"] as const;

let before: (() => void)[];
beforeEach(() => {
  const listening = process.listeners("warning");
  const kept = { ...console };
  before = [
    () => Object.assign(console, kept),
    () => process.removeAllListeners("warning"),
    () => listening.forEach((each) => process.on("warning", each)),
  ];
});
afterEach(() => before.forEach((put) => put()));

it("a line that a library prints to the console is told by its place, its error by its kind, and none of its words", () => {
  const { logger, written } = writtenLog();
  gatherOutlets(logger);
  for (const name of names) console[name](`${mark} said %s`, mark, { text: mark });
  console.error(mark, new RangeError(mark));
  for (const put of before) put();
  const lines = written()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as object);
  expect(lines).toHaveLength(names.length + 1);
  for (const line of lines.slice(0, -1))
    expect(line).toMatchObject({
      msg: "console",
      error: expect.stringMatching(/^Printed: a line of a library's own\n[^]*outlets\.test/),
    });
  expect(lines.at(-1)).toMatchObject({ level: 40, error: expect.stringMatching(/^RangeError\n/) });
  expect(written()).not.toContain(mark);
});

it("a warning of Node's is a line of the log, with its code and without its words", async () => {
  const { logger, written } = writtenLog();
  gatherOutlets(logger);
  process.emitWarning(`the address https://example.com/${mark} is none`, {
    type: "DeprecationWarning",
    code: "DEP0170",
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(JSON.parse(written())).toMatchObject({
    level: 40,
    msg: "node.warned",
    error: expect.stringMatching(/^DeprecationWarning \(DEP0170\)/),
  });
  expect(written()).not.toContain(mark);
});

it("what nobody catches before the process is ready stands in the log, and no longer once somebody else sees to it", () => {
  const { logger, written } = writtenLog();
  const counts = () => [
    process.listenerCount("uncaughtException"),
    process.listenerCount("unhandledRejection"),
  ];
  const at = counts();
  const isReady = diesLoudly(logger);
  expect(counts()).toEqual(at.map((count) => count + 1));
  isReady();
  expect(counts()).toEqual(at);
  expect(written()).toBe("");
});
