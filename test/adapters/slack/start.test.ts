// The start beside Slack: what ends it in one sentence, and what does not keep the bot from starting.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createInstallations } from "#db/stores/installations/installations";
import { createSecrets } from "#db/seal";
import { openSlack } from "#src/app/slack";
import { createChance } from "#src/app/system";
import { readConfig } from "#src/config";
import { createLanguage } from "#src/language/catalogue";
import { emptyTables, testDatabase } from "#test/support/database/database";
import { startFakeSlack } from "#test/support/slack/platform/server";
import type { FakeSlack } from "#test/support/slack/platform/workspace";

const key = Buffer.alloc(32, 7).toString("base64");
let slack: FakeSlack;
let logged: { fields: object; event: string }[];
beforeEach(async () => {
  slack = await startFakeSlack();
  slack.workspace("T1", "xoxb-one", []);
  logged = [];
  await emptyTables(await testDatabase());
});
afterEach(() => slack.close());

async function start(token = "xoxb-one", more: Readonly<Record<string, string>> = {}) {
  const config = readConfig({
    SLACK_BOT_TOKEN: token,
    SLACK_SIGNING_SECRET: "a signing secret of 16",
    SLACK_API_URL: slack.url,
    ENCRYPTION_KEY: key,
    PLAYGROUND: "off",
    ...more,
  });
  const note = (fields: object, event: string) =>
    void (event !== "slack.library" && logged.push({ fields, event }));
  const opened = await openSlack(config, await testDatabase(), {
    chance: createChance(),
    logger: { info: note, warn: note, error: note },
    language: createLanguage(),
  });
  await opened?.close();
}
const stored = async () =>
  createInstallations(await testDatabase(), createSecrets([key]), createChance()).list("slack");

describe("a start", () => {
  it("stores whose token it is, with the scopes Slack names", async () => {
    await start();
    expect(await stored()).toMatchObject([{ workspace: "T1", botUser: "UBOTT1", name: "Team T1" }]);
    expect((await stored())[0]?.scopes).toContain("chat:write");
  });

  it("with an Enterprise's token stores it under the Enterprise, in the place of its workspace", async () => {
    slack.enterprise("E1", "xoxb-all", ["T1", "T2"], []);
    await start();
    const [before] = await stored();
    await start("xoxb-all");
    expect(await stored()).toMatchObject([
      { workspace: "E1", botUser: "UBOTE1", token: "xoxb-all", organisation: before!.organisation },
    ]);
  });

  it("with an Enterprise's token, where two of its workspaces use the bot each on its own, ends in one sentence", async () => {
    slack.enterprise("E1", "xoxb-all", ["T1", "T2"], []);
    slack.workspace("T2", "xoxb-two", []);
    for (const token of ["xoxb-one", "xoxb-two"]) await start(token, { ORGANISATIONS: "many" });
    await expect(start("xoxb-all", { ORGANISATIONS: "many" })).rejects.toThrow(
      /^SLACK_BOT_TOKEN is for a whole Enterprise.+all of them but one\.$/,
    );
    expect((await stored()).map((each) => each.workspace)).toEqual(["T1", "T2"]);
  });

  it.each([
    ["with an error of its own", { status: 500, body: {} }],
    [
      "that it is busy",
      { status: 429, headers: { "retry-after": "30" }, body: { ok: false, error: "ratelimited" } },
    ],
    ["nothing", { hangUp: "before" }],
    ["that it does not know", { body: { ok: false, error: "internal_error" } }],
  ] as const)("while Slack answers %s goes on with what was stored", async (_what, answer) => {
    await start();
    slack.next("auth.test", answer);
    await start();
    expect(await stored()).toHaveLength(1);
    expect(logged).toMatchObject([
      { event: "slack.away_at_start", fields: { serves: "what was stored of the workspace" } },
    ]);
  });

  it("while Slack is away and nothing is known yet goes on too, and says that nothing serves", async () => {
    slack.next("auth.test", { status: 503, body: {} });
    await start();
    expect(logged).toMatchObject([
      {
        event: "slack.away_at_start",
        fields: { serves: expect.stringContaining("nothing yet") as string },
      },
    ]);
  });

  it.each(["invalid_auth", "account_inactive", "token_revoked"])(
    "ends in one sentence that names the setting when Slack says %s",
    async (error) => {
      slack.next("auth.test", { body: { ok: false, error } });
      await expect(start()).rejects.toThrow(
        /^SLACK_BOT_TOKEN was not accepted by Slack \(.+\): copy it again from the app's page OAuth & Permissions\.$/,
      );
    },
  );
});
