// A company whose Enterprise installed the bot once for all its workspaces: one organisation, one token, everybody in it known by one name.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { saidOf, sendCommand, sendEvent, sendInteraction } from "#test/support/slack-client";
import type { FakeUser } from "#test/support/slack-server";
import { startSlackSystem, type SlackSystem } from "#test/support/slack-system";

const people: readonly FakeUser[] = [
  { id: "U1", name: "Renke Petersen", email: "renke@example.com", tz: "Europe/Berlin", team: "TA", teams: ["TA"] },
  { id: "U2", name: "周岚", tz: "Asia/Shanghai", locale: "zh-CN", team: "TB", teams: ["TB"], admin: true },
  { id: "U3", name: "Nobody Here", team: "TC", teams: ["TC"] },
  { id: "U5", name: "Bob Stone", team: "TB", teams: ["TB"] },
  { id: "U9", name: "Supplier", team: "TX1" },
];

describe.each(["http", "socket"] as const)("over %s", (mode) => {
  let system: SlackSystem;
  beforeEach(async () => {
    system = await startSlackSystem({ mode });
  });
  afterEach(async () => {
    await system.stop();
    expect(system.errors).toEqual([]);
  });

  const all = () => system.slack.workspaceOf("E1");
  const known = () => execute<{ workspace: string; user: string; name: string }>(system.database.db, sql`select workspace, "user", name from chat_identity join person on person.id = person_id order by "user"`);

  describe("people of two workspaces", () => {
    beforeEach(async () => void (await system.installOrgWide("E1", ["TA", "TB"], people, "U2")));

    it("say, press and fill in as one company, with its one token", async () => {
      const [renke, lan] = [system.who("E1", "U1"), system.who("E1", "U2")];
      await renke.says("goal new Collected revenue 500k by 31 Dec");
      await renke.presses("Start it");
      await renke.sees(/Collected revenue/);
      await lan.says("表扬 @Renke Petersen 一个电话签下大单");
      await lan.sees("一个电话签下大单");
      expect(await known()).toEqual([
        { workspace: "E1", user: "U1", name: "Renke Petersen" },
        { workspace: "E1", user: "U2", name: "周岚" },
      ]);
      await renke.atHome();
      expect((await renke.screen()).home.text).toContain("Collected revenue");
      expect(new Set(system.slack.calls.flatMap((each) => (each.token.startsWith("xoxb-") ? [each.token] : [])))).toEqual(new Set(["xoxb-E1"]));
      expect(system.slack.calls.filter((each) => each.error !== null)).toEqual([]);
    });

    it("use the command, the shortcut and the form, whose payloads name the Enterprise each in its own way", async () => {
      const renke = system.who("E1", "U1");
      await renke.says("goal new Collected revenue 500k by 31 Dec");
      await renke.presses("Start it");
      const trigger_id = system.slack.trigger("E1", "U1");
      const { body } = await sendCommand(system.wire, {
        command: "/coach",
        text: "log 12k",
        team_id: "TA",
        enterprise_id: "E1",
        is_enterprise_install: "true",
        user_id: "U1",
        channel_id: "C1",
        channel_name: "sales",
        trigger_id,
        response_url: "",
      });
      expect(JSON.stringify(body)).toContain("12k");
      await sendInteraction(system.wire, { type: "shortcut", callback_id: "pacer.log", trigger_id: system.slack.trigger("E1", "U1"), ...saidOf(all(), false), user: { id: "U1", team_id: "TA" } });
      await renke.fills({ Amount: "8k" });
      await renke.sees(/20k|4 %/);
    });

    it("find a colleague of the other workspace by name, listed workspace by workspace", async () => {
      const renke = system.who("E1", "U1");
      await renke.says("praise @bob closed a deal with a hospital");
      await renke.sees("closed a deal with a hospital");
      expect((await known()).map((each) => each.name)).toEqual(["Renke Petersen", "Bob Stone"]);
      expect(system.slack.calls.filter((each) => each.method === "users.list").map((each) => each.args["team_id"])).toEqual(["TA", "TB"]);
    });

    it("who are of no workspace of the company are refused, and nothing of them is kept", async () => {
      const supplier = system.who("E1", "U9");
      await supplier.says("help");
      await supplier.sees(/Nobody of that name/);
      expect(await known()).toEqual([]);
    });

    it("of whom one is where the app was not added: their messages stop, everybody else's go on", async () => {
      await system.who("E1", "U1").says("help");
      all().users.set("U1", { ...people[0]!, teams: ["TC"] });
      await system.house.bot.answerLater({ platform: "slack", workspace: "E1", user: "U1" }, "later", [{ title: ["One more thing"], tone: "plain", body: [], buttons: [] }]);
      await system.settle();
      const lan = system.who("E1", "U2");
      await lan.says("帮助");
      await lan.sees("定目标");
      const [stopped] = await execute<{ stopped: boolean }>(system.database.db, sql`select stopped_at is not null as stopped from chat_identity where "user" = 'U1'`);
      expect(stopped).toEqual({ stopped: true });
      expect(await system.installations.find({ platform: "slack", workspace: "E1" })).not.toBeNull();
    });

    it("are not heard any more when the Enterprise removed the app", async () => {
      await sendEvent(system.wire, "E1", all().botUser, { type: "app_uninstalled" }, { within: all().teams });
      expect(await system.installations.list("slack")).toEqual([]);
    });
  });

  it("one workspace that used the bot before goes on under the Enterprise with its people, goals, channel and cards", async () => {
    const before = await system.install(
      "TA",
      people.slice(0, 2).map((each) => ({ ...each, team: "TA" })),
      "U2",
    );
    const renke = system.who("TA", "U1");
    await renke.says("goal new Collected revenue 500k by 31 Dec");
    await renke.presses("Start it");
    before.channels.set("C1", { name: "sales", members: new Set([before.botUser, "U1"]), archived: false, im: null });
    await sendEvent(system.wire, "TA", before.botUser, { type: "member_joined_channel", user: before.botUser, channel: "C1" });
    const organisation = (await system.installations.find({ platform: "slack", workspace: "TA" }))!.organisation;
    await system.installOrgWide("E1", ["TA", "TB"], people, "U2");
    expect(await system.installations.list("slack")).toMatchObject([{ workspace: "E1", organisation }]);
    const after = system.who("E1", "U1");
    await after.says("log 12k");
    await after.sees(/12k/);
    await after.sees(/Collected revenue/);
    expect(await known()).toEqual([{ workspace: "E1", user: "U1", name: "Renke Petersen" }]);
    expect(await execute(system.database.db, sql`select workspace, channel from chat_place`)).toEqual([{ workspace: "E1", channel: "C1" }]);
  });
});
