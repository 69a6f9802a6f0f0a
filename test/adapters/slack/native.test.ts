// Slack's own charts and tables: drawn within its limits, said in words beside, and replaced by drawings for a day where a workspace
// refuses them.
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { renderCards } from "#adapters/slack/render/card";
import { slackMessages } from "#adapters/slack/messages/index";
import { createInstallations } from "#db/stores/installations/installations";
import { createSecrets } from "#db/seal";
import { execute } from "#db/client";
import { createChance } from "#src/app/system";
import { createLanguage } from "#src/language/catalogue";
import { card, chart, table, type Card } from "#src/view/card";
import { plainLine, said } from "#src/view/line";
import { sql } from "drizzle-orm";
import { sampleStandings, sampleWay } from "#test/adapters/samples";
import { testDatabase, emptyTables } from "#test/support/database/database";
import { createSlackFixture, team, type SlackFixture } from "#test/support/slack/fixture";
import { readBlocks, refusalOfBlocks } from "#test/support/slack/platform/blocks";
import { dmOf } from "#test/support/slack/platform/workspace";

const t = createLanguage().speak(slackMessages, { locale: "en", zone: "UTC", currency: "USD" });
const drawn = (cards: readonly Card[], native = true) =>
  renderCards(cards, "p", t, { native }).blocks as { type: string; [key: string]: unknown }[];
const kinds = (blocks: readonly { type: string }[]) => blocks.map(({ type }) => type);

describe("Slack's own charts", () => {
  it("stand under one sentence, with the same in words, at most two in a message", () => {
    const cards = [1, 2, 3].map(() => card({ title: "Team", body: [chart(sampleWay)] }));
    const blocks = drawn(cards);
    expect(refusalOfBlocks(blocks, "message")).toBeNull();
    expect(kinds(blocks).filter((kind) => kind === "data_visualization")).toHaveLength(2);
    const read = readBlocks(blocks);
    expect(read).toContain(plainLine(sampleWay.takeaway));
    expect(kinds(drawn(cards, false))).not.toContain("data_visualization");
  });

  it("have a point at each day for both lines, however many days, and every person once, whoever is called alike", () => {
    const points = Array.from({ length: 60 }, (_, i) => ({
      at: i / 80,
      value: i * 1_000,
      label: [`day ${i}`],
    }));
    const bars = Array.from({ length: 30 }, () => ({
      label: [said("Maximiliane von Hohenstein-Auerbach")],
      bar: { done: 1.2, mark: 0.4, says: ["12 of 10"] },
    }));
    const blocks = drawn([
      card({
        title: "t",
        body: [
          chart({ ...sampleWay, points, name: ["长".repeat(80)] }),
          chart({ ...sampleStandings, bars }),
        ],
      }),
    ]);
    expect(refusalOfBlocks(blocks, "message")).toBeNull();
    const [way] = blocks.filter(({ type }) => type === "data_visualization");
    const series = (way!["chart"] as { series: { data: { label: string }[] }[] }).series;
    expect(series[0]!.data[0]!.label).toBe("day 0");
    expect(series[0]!.data.at(-1)!.label).toBe("day 59");
  });
});

describe("Slack's own tables", () => {
  it("hold what a table holds, and give way to text where they would be too much or empty", () => {
    const rows = (count: number) => Array.from({ length: count }, (_, i) => [[`row ${i}`], []]);
    const own = drawn([card({ title: "t", body: [table([["Who"], ["How much"]], rows(3))] })]);
    expect(kinds(own)).toContain("data_table");
    expect(refusalOfBlocks(own, "message")).toBeNull();
    expect(readBlocks(own)).toContain("row 2  –");
    for (const count of [0, 101])
      expect(
        kinds(drawn([card({ title: "t", body: [table([["Who"], ["How much"]], rows(count))] })])),
      ).not.toContain("data_table");
  });
});

describe("a workspace that refuses them", () => {
  let made: SlackFixture;
  beforeEach(async () => {
    made = await createSlackFixture();
  });
  afterEach(() => made.close());

  it("gets drawings at once and from then on, and a message that is wrong in itself stays refused", async () => {
    const address = { platform: "slack", workspace: team, user: "U1" };
    const cards = [card({ title: "Team", body: [chart(sampleStandings)] })];
    const post = () =>
      made.adapter.chat.post(address, { deliveryId: randomUUID(), at: new Date(0), cards });
    const posted = () => {
      const workspace = made.slack.workspaceOf(team);
      return workspace.messages.filter((each) => each.channel === dmOf(workspace, "U1"));
    };
    const tried = () =>
      made.slack.calls.filter((each) => each.method === "chat.postMessage").length;
    expect((await post()).result).toBe("sent");
    expect(kinds(posted().at(-1)!.blocks)).toContain("data_visualization");
    made.slack.next("chat.postMessage", { body: { ok: false, error: "invalid_blocks" } });
    const before = tried();
    expect((await post()).result).toBe("sent");
    expect(kinds(posted().at(-1)!.blocks)).not.toContain("data_visualization");
    expect(tried()).toBe(before + 2);
    expect((await post()).result).toBe("sent");
    expect(tried()).toBe(before + 3);
    expect(kinds(posted().at(-1)!.blocks)).not.toContain("data_visualization");
  });

  it("is not remembered for what is refused without them too", async () => {
    const address = { platform: "slack", workspace: team, user: "U1" };
    const cards = [card({ title: "Team", body: [chart(sampleStandings)] })];
    for (let i = 0; i < 2; i += 1)
      made.slack.next("chat.postMessage", { body: { ok: false, error: "invalid_blocks" } });
    const post = () =>
      made.adapter.chat.post(address, { deliveryId: randomUUID(), at: new Date(0), cards });
    expect((await post()).result).toBe("final");
    expect(await made.installations.isPlain({ platform: "slack", workspace: team })).toBe(false);
  });
});

it("is remembered in the database for a day, and of that workspace alone", async () => {
  const database = await testDatabase();
  await emptyTables(database);
  const installations = createInstallations(
    database,
    createSecrets([Buffer.alloc(32, 7).toString("base64")]),
    createChance(),
  );
  const key = { platform: "slack", workspace: "T1" };
  const other = { platform: "slack", workspace: "T2" };
  for (const each of [key, other])
    await database.db.execute(
      sql`insert into installation (platform, workspace, organisation_id) values (${each.platform}, ${each.workspace}, ${randomUUID()}::uuid)`,
    );
  await installations.stayPlain(key);
  expect(await installations.isPlain(key)).toBe(true);
  expect(await installations.isPlain(other)).toBe(false);
  const [left] = await execute<{ hours: string }>(
    database.db,
    sql`select round(extract(epoch from plain_until - clock_timestamp()) / 3600)::text as hours from installation where workspace = 'T1'`,
  );
  expect(left!.hours).toBe("24");
  await database.db.execute(sql`update installation set plain_until = clock_timestamp()`);
  expect(await installations.isPlain(key)).toBe(false);
});
