// A company whose Enterprise installed the bot once for all its workspaces: one organisation, one token, everybody in it known by one name.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { execute } from "#db/client";
import {
  saidOf,
  sendCommand,
  sendEvent,
  sendInteraction,
} from "#test/support/slack/platform/client";
import type { FakeUser } from "#test/support/slack/platform/workspace";
import { startSlackSystem, type SlackSystem } from "#test/support/slack/system";

const people: readonly FakeUser[] = [
  {
    id: "U1",
    name: "Renke Petersen",
    email: "renke@example.com",
    tz: "Europe/Berlin",
    team: "TA",
    teams: ["TA"],
  },
  {
    id: "U2",
    name: "周岚",
    tz: "Asia/Shanghai",
    locale: "zh-CN",
    team: "TB",
    teams: ["TB"],
    admin: true,
  },
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
  const known = () =>
    execute<{ workspace: string; user: string; name: string }>(
      system.database.db,
      sql`select workspace, "user", name from chat_identity join person on person.id = person_id order by "user"`,
    );

  describe("people of two workspaces", () => {
    beforeEach(async () => void (await system.installOrgWide("E1", ["TA", "TB"], people, "U2")));

    it("say, press and fill in as one company, with its one token", async () => {
      const [renke, lan] = [system.who("E1", "U1"), system.who("E1", "U2")];
      await renke.says("goal new Collected revenue 500k by 31 Dec");
      await renke.presses("Start goal");
      await renke.sees(/Collected revenue/);
      await lan.says("表扬 @Renke Petersen 一个电话签下大单");
      await lan.sees("一个电话签下大单");
      expect(await known()).toEqual([
        { workspace: "E1", user: "U1", name: "Renke Petersen" },
        { workspace: "E1", user: "U2", name: "周岚" },
      ]);
      await renke.atHome();
      expect((await renke.screen()).home.text).toContain("Collected revenue");
      expect(
        new Set(
          system.slack.calls.flatMap((each) =>
            each.token.startsWith("xoxb-") ? [each.token] : [],
          ),
        ),
      ).toEqual(new Set(["xoxb-E1"]));
      expect(system.slack.calls.filter((each) => each.error !== null)).toEqual([]);
    });

    it("use the command, the shortcut and the form, whose payloads name the Enterprise each in its own way", async () => {
      const renke = system.who("E1", "U1");
      await renke.says("goal new Collected revenue 500k by 31 Dec");
      await renke.presses("Start goal");
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
      await sendInteraction(system.wire, {
        type: "shortcut",
        callback_id: "pacer.log",
        trigger_id: system.slack.trigger("E1", "U1"),
        ...saidOf(all(), false),
        user: { id: "U1", team_id: "TA" },
      });
      await renke.fills({ Amount: "8k" });
      await renke.sees(/20k|4 %/);
    });

    it("find a colleague of the other workspace by name, listed workspace by workspace", async () => {
      const renke = system.who("E1", "U1");
      await renke.says("praise @bob closed a deal with a hospital");
      await renke.sees("closed a deal with a hospital");
      expect((await known()).map((each) => each.name)).toEqual(["Renke Petersen", "Bob Stone"]);
      expect(
        system.slack.calls
          .filter((each) => each.method === "users.list")
          .map((each) => each.args["team_id"]),
      ).toEqual(["TA", "TB"]);
    });

    it("who are of no workspace of the company are refused, and nothing of them is kept", async () => {
      const supplier = system.who("E1", "U9");
      await supplier.says("help");
      await supplier.sees(/not in the directory/);
      expect(await known()).toEqual([]);
    });

    it("of whom one is where the app was not added: their messages stop, everybody else's go on", async () => {
      await system.who("E1", "U1").says("help");
      all().users.set("U1", { ...people[0]!, teams: ["TC"] });
      await system.house.bot.answerLater(
        { platform: "slack", workspace: "E1", user: "U1" },
        "later",
        [{ title: ["One more thing"], tone: "plain", body: [], buttons: [] }],
      );
      await system.settle();
      const lan = system.who("E1", "U2");
      await lan.says("帮助");
      await lan.sees("定目标");
      const [stopped] = await execute<{ stopped: boolean }>(
        system.database.db,
        sql`select stopped_at is not null as stopped from chat_identity where "user" = 'U1'`,
      );
      expect(stopped).toEqual({ stopped: true });
      expect(
        await system.installations.find({ platform: "slack", workspace: "E1" }),
      ).not.toBeNull();
    });

    it("are not heard any more when the Enterprise removed the app", async () => {
      await sendEvent(
        system.wire,
        "E1",
        all().botUser,
        { type: "app_uninstalled" },
        { within: all().teams },
      );
      expect(await system.installations.list("slack")).toEqual([]);
    });
  });

  describe("of which one workspace used the bot before", () => {
    /** Slack's order: the Enterprise installs it, and then its admin adds it to workspaces. */
    async function taken(...teams: readonly string[]): Promise<void> {
      for (const each of teams) all().teams!.add(each);
      await sendEvent(
        system.wire,
        "E1",
        all().botUser,
        { type: "team_access_granted", team_ids: teams },
        { within: new Set(["TB"]) },
      );
    }
    async function before() {
      const workspace = await system.install(
        "TA",
        people.slice(0, 2).map((each) => ({ ...each, team: "TA" })),
        "U2",
      );
      const renke = system.who("TA", "U1");
      await renke.says("goal new Collected revenue 500k by 31 Dec");
      await renke.presses("Start goal");
      workspace.channels.set("C1", {
        name: "sales",
        members: new Set([workspace.botUser, "U1"]),
        archived: false,
        im: null,
      });
      await sendEvent(system.wire, "TA", workspace.botUser, {
        type: "member_joined_channel",
        user: workspace.botUser,
        channel: "C1",
      });
      return (await system.installations.find({ platform: "slack", workspace: "TA" }))!
        .organisation;
    }
    const goesOn = async (organisation: string) => {
      expect(await system.installations.list("slack")).toMatchObject([
        { workspace: "E1", organisation },
      ]);
      const after = system.who("E1", "U1");
      await after.says("log 12k");
      await after.sees(/12k/);
      await after.sees(/Collected revenue/);
      expect((await known()).filter((each) => each.user === "U1")).toEqual([
        { workspace: "E1", user: "U1", name: "Renke Petersen" },
      ]);
      expect(
        await execute(system.database.db, sql`select workspace, channel from chat_place`),
      ).toEqual([{ workspace: "E1", channel: "C1" }]);
    };

    it("goes on under it with its people, goals, channel and cards, once it is added", async () => {
      const organisation = await before();
      await system.installOrgWide("E1", [], people, "U2");
      // An organisation of its own, as long as nobody came to it.
      expect(
        (await system.installations.find({ platform: "slack", workspace: "E1" }))?.organisation,
      ).not.toBe(organisation);
      await taken("TA", "TB");
      await goesOn(organisation);
      expect(
        await execute(system.database.db, sql`select count(*)::int as n from organisation`),
      ).toEqual([{ n: 1 }]);
    });

    it("goes on where it was added before the install was finished, or where an install comes again", async () => {
      const organisation = await before();
      await system.installOrgWide("E1", ["TA", "TB"], people, "U2");
      await goesOn(organisation);
      await system.entered("E1");
      await goesOn(organisation);
    });

    it("keeps whoever was here first, with their team and settings, where they wrote in between", async () => {
      const organisation = await before();
      await system.installOrgWide("E1", [], people, "U2");
      await system.database.db.execute(
        sql`update installation set organisation_id = ${organisation}::uuid where workspace = 'E1'`,
      );
      await system.stores.inOrganisation(organisation, async ({ people: store }) => {
        const first = (await store.directory()).find((each) => each.name === "Renke Petersen")!;
        await store.change(first.id, { workweek: [1, 2, 3] });
      });
      all().teams!.add("TB");
      await system.who("E1", "U1").says("help");
      expect((await known()).filter((each) => each.user === "U1")).toHaveLength(2);
      await taken("TA");
      await goesOn(organisation);
      const kept = await system.stores.inOrganisation(organisation, async ({ people: store }) =>
        (await store.directory()).filter((each) => each.name === "Renke Petersen"),
      );
      expect(kept).toMatchObject([{ workweek: [1, 2, 3] }]);
    });

    it("stays as it is where the Enterprise has people of its own by then, and that is in the log", async () => {
      await before();
      await system.installOrgWide("E1", ["TB"], people, "U2");
      await system.who("E1", "U2").says("帮助");
      await taken("TA");
      expect((await system.installations.list("slack")).map((each) => each.workspace)).toEqual([
        "E1",
        "TA",
      ]);
      expect(system.errors.splice(0).map((each) => each.event)).toEqual([
        "slack.several_organisations",
      ]);
    });

    it("has one place for a channel that both knew: the team's own", async () => {
      const organisation = await before();
      await system.stores.inOrganisation(organisation, async ({ people: store }) => {
        const [team] = await store.teams();
        const [place] = await store.places();
        await store.savePlace({ ...place!, teamId: team!.id });
      });
      await system.installOrgWide("E1", [], people, "U2");
      await system.database.db.execute(
        sql`update installation set organisation_id = ${organisation}::uuid where workspace = 'E1'`,
      );
      await sendEvent(
        system.wire,
        "E1",
        all().botUser,
        { type: "member_joined_channel", user: all().botUser, channel: "C1" },
        { within: new Set(["TB"]) },
      );
      await taken("TA");
      await goesOn(organisation);
      const [there] = await execute<{ team: string | null }>(
        system.database.db,
        sql`select team_id as team from place where id = (select place_id from chat_place)`,
      );
      expect(there?.team).not.toBeNull();
    });
  });
});
