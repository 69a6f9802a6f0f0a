// npm run prove: everything that is shown, before the platforms' own judges; here before the fakes, which have to agree with every verdict
// of the real ones that was recorded (recorded/*.jsonl: what the command wrote, or what the platform's own page says of its example).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { collectExhibits, type Exhibit } from "#src/cli/prove/exhibits";
import { judgeByLark } from "#src/cli/prove/lark";
import { createSlackJudge } from "#src/cli/prove/slack";
import { NoJudge, verdictsSay } from "#src/cli/prove/verdicts";
import { slackManifest } from "#src/cli/manifest/slack";
import { larkSettings } from "#src/app/lark";
import { readConfig } from "#src/config";
import { createLanguage } from "#src/language/catalogue";
import { card, text } from "#src/view/card";
import { startFakeLark } from "#test/support/lark/platform/server";
import type { FakeLark } from "#test/support/lark/platform/company";
import { configurationToken } from "#test/support/slack/platform/judges";
import { startFakeSlack } from "#test/support/slack/platform/server";
import type { FakeSlack } from "#test/support/slack/platform/workspace";

const day = "2026-12-01";
const language = createLanguage();
let exhibits: readonly Exhibit[];
beforeAll(async () => {
  exhibits = await collectExhibits(language);
});
const one: Exhibit = {
  name: "one",
  locale: "en",
  shown: { as: "message", cards: [card({ title: ["Hello"], body: [text(["Hello"])] })] },
};

it("collects every sample in both languages, and the home of everybody in the playground", () => {
  for (const as of ["message", "form", "home"])
    for (const locale of ["zh", "en"])
      expect(exhibits.some((each) => each.shown.as === as && each.locale === locale)).toBe(true);
});

describe("Slack", () => {
  let slack: FakeSlack;
  beforeEach(async () => {
    slack = await startFakeSlack();
    slack.workspace("T1", "xoxb-one", []);
  });
  afterEach(() => slack.close());
  const judge = () => createSlackJudge(slack.url, { day, paced: 0 });

  it("takes every card, form and Home, and nothing is posted", async () => {
    const verdicts = await judge().blocks("xoxb-one", exhibits, language);
    expect(verdicts.filter(({ taken }) => !taken).map((each) => verdictsSay([each]))).toEqual([]);
    expect(verdicts.length).toBeGreaterThan(exhibits.length);
    expect(new Set(slack.calls.map(({ method }) => method))).toEqual(new Set(["blocks.validate"]));
  });

  it("takes the manifest with a configuration token, and says where one is wrong", async () => {
    const config = readConfig({ PUBLIC_URL: "https://pacer.example.com" });
    const made = slackManifest(
      { command: "/coach", socket: false, org: false, "no-history": false },
      config,
    );
    expect(await judge().manifest(configurationToken, made)).toMatchObject({ taken: true });
    const wrong = {
      ...made,
      display_information: { name: "A name that is far too long for an app of Slack" },
    };
    expect(verdictsSay([await judge().manifest(configurationToken, wrong)])).toBe(
      'refused: manifest "manifest" (en): invalid_manifest /display_information/name 1 to 35 characters\n0 taken, 1 refused.\n',
    );
  });

  it("gives no verdict to a token it does not know, to a bot token for a manifest, or to nobody", async () => {
    await expect(judge().blocks("xoxb-other", [one], language)).rejects.toThrow(NoJudge);
    await expect(judge().manifest("xoxb-one", {})).rejects.toThrow(/configuration token/);
    await expect(judge().manifest("xoxb-one", {})).rejects.not.toThrow(/xoxb-one/);
  });

  it("is waited for where it was asked too fast, and a payload that it refuses is told of with its reason", async () => {
    slack.next("blocks.validate", { status: 429, headers: { "retry-after": "1" } });
    slack.next("blocks.validate", {
      body: {
        ok: false,
        error: "invalid_message",
        errors: [{ code: "failed_constraint", pointer: "/blocks/0/text", message: "too long" }],
      },
    });
    const [verdict] = await judge().blocks("xoxb-one", [one], language);
    expect(verdict).toMatchObject({ judged: day, taken: false, as: "message", locale: "en" });
    expect(verdictsSay([verdict!])).toContain("failed_constraint /blocks/0/text too long");
  });
});

describe("Lark", () => {
  let lark: FakeLark;
  beforeEach(async () => {
    lark = await startFakeLark({ now: () => Date.now(), users: [] });
    lark.permissions.add("cardkit:card:write");
  });
  afterEach(() => lark.close());
  const app = () =>
    larkSettings(
      readConfig({
        LARK_APP_ID: lark.appId,
        LARK_APP_SECRET: lark.appSecret,
        LARK_DOMAIN: lark.url,
        LARK_EVENTS: "socket",
        ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
      }),
    )[0]!;

  it("takes every card, form and Home, and nothing is sent", async () => {
    const verdicts = await judgeByLark(app(), exhibits, { day, paced: 0 });
    expect(verdicts.filter(({ taken }) => !taken).map((each) => verdictsSay([each]))).toEqual([]);
    expect(verdicts).toHaveLength(exhibits.length);
    expect(lark.messages).toEqual([]);
  });

  it("names the permission that is missing, and says where the app is not let in", async () => {
    lark.permissions.delete("cardkit:card:write");
    await expect(judgeByLark(app(), [one], { day, paced: 0 })).rejects.toThrow(
      /cardkit:card:write/,
    );
    const wrong = { ...app(), appSecret: "another" };
    await expect(judgeByLark(wrong, [one], { day, paced: 0 })).rejects.toThrow(/npm run doctor/);
  });
});

const recorded = z.object({
  judge: z.string(),
  name: z.string(),
  as: z.string(),
  taken: z.boolean(),
  payload: z.unknown(),
});
const folder = join(import.meta.dirname, "recorded");
const records = readdirSync(folder).flatMap((file) =>
  readFileSync(join(folder, file), "utf8")
    .split("\n")
    .filter((each) => each !== "")
    .map((each) => recorded.parse(JSON.parse(each))),
);

it.each(records)(
  "the fake agrees with $judge about $name",
  async ({ judge, as, taken, payload }) => {
    if (judge === "cardkit.v1.card.create") {
      const lark = await startFakeLark({ now: () => Date.now(), users: [] });
      lark.permissions.add("cardkit:card:write");
      lark.give("t-judge");
      const response = await fetch(`${lark.url}/open-apis/cardkit/v1/cards`, {
        method: "POST",
        headers: { authorization: "Bearer t-judge", "content-type": "application/json" },
        body: JSON.stringify({ type: "card_json", data: JSON.stringify(payload) }),
      });
      expect(await response.json()).toMatchObject({ code: taken ? 0 : 230099 });
      return await lark.close();
    }
    const slack = await startFakeSlack();
    slack.workspace("T1", "xoxb-one", []);
    const argument = { form: "view", home: "view" }[as] ?? as;
    const response = await fetch(`${slack.url}${judge}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${as === "manifest" ? configurationToken : "xoxb-one"}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({ [argument]: JSON.stringify(payload) }),
    });
    expect(await response.json()).toMatchObject({ ok: taken });
    await slack.close();
  },
);
