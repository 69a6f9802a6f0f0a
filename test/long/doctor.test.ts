// npm run test:long: doctor beside the real program, which holds the embedded database and answers through its socket.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runTool, startProgram } from "#test/support/processes/program";
import { sendEvent, type Wire } from "#test/support/slack/platform/client";
import { dmOf } from "#test/support/slack/platform/workspace";
import { startFakeSlack } from "#test/support/slack/platform/server";
import { scopes } from "#adapters/slack/install/manifest";

const secret = "8f742231b10e8888abcd99yyyzzz85a5";
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pacer-doctor-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it("names a missing scope and a workspace nothing goes out to, and changes nothing for the bot that runs", async () => {
  const slack = await startFakeSlack();
  const workspace = slack.workspace("T1", "xoxb-one", [{ id: "U1", name: "Renke" }]);
  for (const scope of scopes) workspace.scopes.add(scope);
  const settings = {
    SLACK_API_URL: slack.url,
    SLACK_BOT_TOKEN: workspace.token,
    SLACK_SIGNING_SECRET: secret,
    PUBLIC_URL: "https://pacer.example.com",
    ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  };
  const program = await startProgram(folder, settings);
  const wire: Wire = {
    secret,
    now: () => new Date(),
    target: { request: (path, init) => fetch(new URL(new URL(path).pathname, program.url), init) },
  };
  const says = (text: string, ts: string) =>
    sendEvent(wire, "T1", workspace.botUser, {
      type: "message",
      channel: dmOf(workspace, "U1"),
      channel_type: "im",
      user: "U1",
      text,
      ts,
    });
  const doctor = () => runTool("doctor", folder, settings);
  const answers = () => workspace.messages.filter((each) => each.by === workspace.botUser).length;

  const fine = await doctor();
  expect(fine.printed).toMatch(
    new RegExp(`^ok   folder: in use by the running bot \\(process ${program.child.pid}\\)$`, "m"),
  );
  expect(fine.printed).not.toContain("BAD");
  expect(fine.code).toBe(0);

  workspace.scopes.delete("reactions:read");
  const lacking = await doctor();
  expect(lacking.printed).toMatch(
    /^BAD  ?slack SLACK_BOT_TOKEN: is missing reactions:read: add it/m,
  );
  expect(lacking.code).toBe(1);
  workspace.scopes.add("reactions:read");

  await says("help", "1795000000.000100");
  await expect.poll(answers, { timeout: 20_000 }).toBe(1);
  workspace.revoked = true;
  await says("help", "1795000001.000100");
  await expect
    .poll(async () => (await doctor()).printed, { timeout: 30_000, interval: 500 })
    .toMatch(
      /^BAD  ?slack T1: nothing goes out there since 20\S+: token_revoked\. Reinstall the app/m,
    );
  expect((await doctor()).printed).not.toContain("xoxb-");

  program.child.kill("SIGTERM");
  await once(program.child, "exit");
  await slack.close();
});
