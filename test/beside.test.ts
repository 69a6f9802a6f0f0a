// The playground beside a chat platform: the company's time is not the playground's to move.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openHouse } from "#src/app/open";
import { readConfig } from "#src/config";
import { emptyTables, testDatabase } from "#test/support/database/database";
import { failToStart } from "#test/support/processes/program";

const slack = {
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  SLACK_SIGNING_SECRET: "8f742231b10e8888abcd99yyyzzz85a5",
  SLACK_CLIENT_ID: "1.1",
  SLACK_WORKSPACES: "T1",
  SLACK_CLIENT_SECRET: "0123456789abcdef0123456789abcdef",
  SLACK_STATE_SECRET: "a state secret of some length",
};

it.each([
  ["alone it moves", {}, true],
  ["beside Slack it does not, and time is everybody's", slack, false],
])("the playground's clock: %s", async (_, platform, moves) => {
  const database = await testDatabase();
  await emptyTables(database);
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const house = await openHouse(
    readConfig({ PLAYGROUND: "on", ...platform }),
    { logger: silent },
    { ...database, close: async () => {} },
  );
  const before = house.now();
  expect(await house.moveTo(new Date(before.getTime() + 7_200_000))).toBe(moves);
  expect(house.now().getTime() - before.getTime() > 3_600_000).toBe(moves);
  expect(Math.abs(house.now().getTime() - Date.now()) < 60_000).toBe(!moves);
  await house.close();
});

it.each([
  ["--fresh", "house", slack],
  ["--empty", "playground", { ...slack, PLAYGROUND: "on" }],
])("%s removes nothing where a company may be kept", async (option, kept, settings) => {
  const folder = mkdtempSync(join(tmpdir(), "pacer-beside-"));
  mkdirSync(join(folder, kept));
  writeFileSync(join(folder, kept, "kept"), "a company's own");
  const { complained, code } = await failToStart(folder, settings, [option]);
  expect(complained).toContain("nothing was removed");
  expect(code).not.toBe(0);
  expect(readFileSync(join(folder, kept, "kept"), "utf8")).toBe("a company's own");
  rmSync(folder, { recursive: true });
});
