// What doctor says of Slack: each missing scope by its name, each workspace that is stopped, and whether the bot may listen.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { scopes } from "#adapters/slack/install/manifest";
import { createInstallations } from "#db/stores/installations/installations";
import { createSharedTokens } from "#db/stores/installations/access-tokens";
import { createSecrets } from "#db/seal";
import { examineChats } from "#src/cli/doctor/chats";
import { createChance } from "#src/app/system";
import { readConfig } from "#src/config";
import { emptyTables, testDatabase } from "#test/support/database/database";
import { startFakeSlack } from "#test/support/slack/platform/server";
import type { FakeSlack } from "#test/support/slack/platform/workspace";

const key = Buffer.alloc(32, 7).toString("base64");
let slack: FakeSlack;
beforeEach(async () => {
  slack = await startFakeSlack();
  for (const scope of scopes) slack.workspace("T1", "xoxb-one", []).scopes.add(scope);
  await emptyTables(await testDatabase());
});
afterEach(() => slack.close());

const grantAll = () => scopes.forEach((each) => slack.workspaceOf("T1").scopes.add(each));
async function findings(more: Record<string, string> = {}, names = false): Promise<string[]> {
  const config = readConfig({
    SLACK_BOT_TOKEN: "xoxb-one",
    SLACK_SIGNING_SECRET: "a signing secret of 16",
    PUBLIC_URL: "https://pacer.example.com",
    SLACK_API_URL: slack.url,
    ENCRYPTION_KEY: key,
    ...more,
  });
  return (await examineChats(config, await testDatabase(), { names })).map(
    (each) => `${each.well ? "ok" : "BAD"} ${each.what}: ${each.says}`,
  );
}
const installations = async () =>
  createInstallations(await testDatabase(), createSecrets([key]), createChance());
const grant = (token: string) => ({
  name: "Sales",
  token,
  botUser: "UBOT",
  scopes: [],
  installedBy: null,
});

describe("doctor", () => {
  it("is content with every scope", async () => {
    grantAll();
    expect((await findings()).filter((each) => each.startsWith("BAD"))).toEqual([]);
  });

  it.each(scopes)("names %s when it is missing", async (scope) => {
    grantAll();
    slack.workspaceOf("T1").scopes.delete(scope);
    expect((await findings()).filter((each) => each.startsWith("BAD"))).toEqual([
      expect.stringContaining(
        `is missing ${scope}: add it under OAuth & Permissions and reinstall the app`,
      ),
    ]);
  });

  it("names a workspace where nothing goes out, and why", async () => {
    grantAll();
    const store = await installations();
    await store.save({ platform: "slack", workspace: "T2" }, grant("xoxb-two"), new Date(), {
      way: "link",
      organisations: "many",
    });
    await store.stop({ platform: "slack", workspace: "T2" }, "the app was removed");
    expect((await findings()).filter((each) => each.startsWith("BAD"))).toEqual([
      expect.stringMatching(
        /^BAD slack T2: nothing goes out there since 20\S+: the app was removed\. Reinstall/,
      ),
    ]);
  });

  it("prints ids, and names only when they are asked for", async () => {
    grantAll();
    const store = await installations();
    for (const [workspace, name] of [
      ["T1", "Galaxy Sales"],
      ["T2", "Nebula GmbH"],
    ] as const)
      await store.save(
        { platform: "slack", workspace },
        { ...grant(`xoxb-${workspace}`), name },
        new Date(),
        { way: "link", organisations: "many" },
      );
    await store.stop({ platform: "slack", workspace: "T2" }, "the app was removed");
    const names = /Galaxy|Nebula|Team T1|pacer\.example|bot of T1/;
    expect((await findings()).join("\n")).not.toMatch(names);
    expect((await findings()).join("\n")).toMatch(/slack T1: [\s\S]*slack T2: nothing goes out/);
    expect((await findings({}, true)).join("\n")).toMatch(
      /pacer\.example[\s\S]*Team T1[\s\S]*Galaxy Sales \(T1\)[\s\S]*Nebula GmbH \(T2\)/,
    );
  });

  it("counts tokens that another ENCRYPTION_KEY sealed, names their workspaces, and looks at the others", async () => {
    grantAll();
    const other = createInstallations(
      await testDatabase(),
      createSecrets([Buffer.alloc(32, 8).toString("base64")]),
      createChance(),
    );
    await other.save({ platform: "slack", workspace: "T2" }, grant("xoxb-two"), new Date(), {
      way: "link",
      organisations: "many",
    });
    await (
      await installations()
    ).save({ platform: "slack", workspace: "T1" }, grant("xoxb-one"), new Date(), {
      way: "link",
      organisations: "many",
    });
    await createSharedTokens(
      await testDatabase(),
      createSecrets([Buffer.alloc(32, 8).toString("base64")]),
    ).keep("an app", "t", 3_600_000);
    const says = await findings();
    expect(says.filter((each) => each.includes("ENCRYPTION_KEY"))).toEqual([
      "BAD ENCRYPTION_KEY: ENCRYPTION_KEY opens the tokens of 1 workspace of 2: put back the key that sealed the others, or install the app there anew; what is for them waits (a key that is lost: npm run doctor -- --forget-sealed) (slack T2)",
      "ok ENCRYPTION_KEY: 1 app token was sealed with another key and is had again by the running bot",
    ]);
    expect(says.join("\n")).toContain("ok slack SLACK_BOT_TOKEN: lets in as");
    expect(
      (await findings({ ENCRYPTION_KEY: Buffer.alloc(32, 8).toString("base64") })).join("\n"),
    ).toContain("ENCRYPTION_KEY opens the tokens of 1 workspace of 2");
  });

  it("asks whether the bot may listen, and says what to do when it may not", async () => {
    grantAll();
    expect(await findings({ SLACK_APP_TOKEN: slack.link.appToken })).toContain(
      "ok slack SLACK_APP_TOKEN: lets the bot listen",
    );
    expect((await findings({ SLACK_APP_TOKEN: "xapp-1-A1-of-another" })).join("\n")).toMatch(
      /BAD slack SLACK_APP_TOKEN: .*invalid_auth.*connections:write/,
    );
    expect(() => readConfig({ SLACK_APP_TOKEN: "xoxb-mixed-up" })).toThrow(
      /SLACK_APP_TOKEN must start with xapp-/,
    );
    expect(slack.link.open).toBe(0);
  });
});
