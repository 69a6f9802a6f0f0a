// A company on Slack and on Feishu, and the owner of an unrelated workspace who opens the link to install: nobody gets in to an
// organisation that others are in before an admin of it, or the operator, agrees.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { createHousekeeping } from "#db/stores/housekeeping";
import { examineWorkspaces } from "#src/cli/doctor/workspaces";
import { answerJoin } from "#src/app/tools/join-organisation";
import { sendCommand, sendEvent } from "#test/support/slack/platform/client";
import { slackTeam, startTwoClouds, type TwoClouds } from "#test/support/story/two-clouds";
import { byOperator } from "#test/support/story/system";

const strangers = "T9";
let clouds: TwoClouds;
let organisation: string;

beforeEach(async () => {
  clouds = await startTwoClouds(
    [
      { id: "UMAYA", name: "Maya", tz: "Asia/Shanghai" },
      { id: "UREP", name: "Rep", tz: "Asia/Shanghai" },
    ],
    [{ openId: "ou_lan", name: "周岚", zone: "Asia/Shanghai" }],
    "UMAYA",
  );
  clouds.slack.workspace(strangers, "xoxb-stranger", [
    {
      id: "UEVE",
      name: "Eve Owner",
      email: "eve@stranger.example",
      tz: "Asia/Shanghai",
      admin: true,
    },
    { id: "UADA", name: "Ada", tz: "Asia/Shanghai" },
  ]);
  await clouds.onSlack("UMAYA").says("help");
  await clouds.onSlack("UREP").says("help");
  await clouds.onLark("ou_lan").says("帮助");
  const who = (await clouds.stores.routing.whoIs({
    platform: "lark",
    workspace: clouds.larkWorkspace,
    user: "ou_lan",
  }))!;
  organisation = who.organisation;
  await clouds.stores.inOrganisation(who.organisation, ({ people }) =>
    people.entitle(who.person, { admin: true }, byOperator),
  );
});
afterEach(async () => {
  await clouds.stop();
  expect(clouds.errors).toEqual([]);
});

const eve = () => clouds.inWorkspace(strangers, "UEVE");
const rows = <T extends object>(what: ReturnType<typeof sql>) =>
  execute<T>(clouds.database.db, what);
const known = async (): Promise<readonly string[]> =>
  (
    await rows<{ user: string }>(
      sql`select "user" from chat_identity where workspace = ${strangers} order by 1`,
    )
  ).map((each) => each.user);
const trail = async () =>
  (
    await inOrganisation(clouds.database, organisation, (tx) =>
      execute<{ act: string; actor: string; at: string }>(
        tx,
        sql`select act, actor, detail ->> 'workspace' as at from audit_event order by seq`,
      ),
    )
  ).filter((each) => each.at === strangers);
const asks = async (): Promise<void> => {
  clouds.listed = [slackTeam, strangers];
  expect((await clouds.installByLink(strangers, "UEVE")).status).toBe(202);
};

describe("a workspace that is not listed", () => {
  it("is told so on the page; nothing of it is kept, its token is revoked, and nobody is asked", async () => {
    const page = await clouds.installByLink(strangers, "UEVE");
    expect(page).toMatchObject({
      status: 403,
      text: expect.stringContaining("SLACK_WORKSPACES") as string,
    });
    expect(
      await rows(
        sql`select workspace from installation where workspace = ${strangers} union all select workspace from installation_request`,
      ),
    ).toEqual([]);
    expect(clouds.slack.workspaceOf(strangers).revoked).toBe(true);
    expect(await known()).toEqual([]);
    await clouds.onSlack("UMAYA").doesNotSee("wants to join");
  });

  it("that was let in before keeps its token and its place, though it cannot be installed anew", async () => {
    clouds.listed = [strangers];
    expect((await clouds.installByLink(slackTeam, "UREP")).status).toBe(403);
    expect(clouds.slack.workspaceOf(slackTeam).revoked).toBe(false);
    await clouds.onSlack("UREP").says("goals");
    await clouds.onSlack("UREP").sees(/goal/);
  });
});

describe("a listed workspace, where others are already", () => {
  beforeEach(asks);

  it("waits: nobody of it becomes a person, nothing of the organisation is shown, and whoever writes there gets one sentence", async () => {
    await eve().says("setup");
    const said = clouds.slack.workspaceOf(strangers).messages;
    expect(said.filter((each) => each.by !== "UEVE").map((each) => each.text)).toEqual([
      expect.stringMatching(/^Someone here asked for me to join.+\n这里有人申请/),
    ]);
    const command = await sendCommand(clouds.wire, {
      command: "/coach",
      text: "setup",
      team_id: strangers,
      user_id: "UEVE",
      channel_id: "C1",
      channel_name: "x",
      trigger_id: "1.1",
      response_url: "",
    });
    expect(JSON.stringify(command.body)).toMatch(/Its admins have been asked/);
    await sendEvent(clouds.wire, strangers, clouds.slack.workspaceOf(strangers).botUser, {
      type: "app_home_opened",
      user: "UEVE",
      tab: "home",
    });
    await eve().says("@maya goals");
    expect(JSON.stringify([...clouds.slack.workspaceOf(strangers).homes])).toContain(
      "Its admins have been asked",
    );
    expect(await known()).toEqual([]);
    expect(JSON.stringify([said, [...clouds.slack.workspaceOf(strangers).homes]])).not.toMatch(
      /Maya|周岚|Galaxy/,
    );
    expect(await rows(sql`select name from person where name like 'Eve%'`)).toEqual([]);
  });

  it("is put before all admins in their languages, and before nobody else; the first answer counts, and the other's card says so", async () => {
    const [maya, lan] = [clouds.onSlack("UMAYA"), clouds.onLark("ou_lan")];
    await maya.sees(
      /The workspace Team T9 wants to join[\s\S]+Requested by Eve Owner \(UEVE\)[\s\S]+slack[\s\S]+T9/,
    );
    await lan.sees(/工作区“Team T9”申请加入[\s\S]+Eve Owner（UEVE）[\s\S]+T9/);
    await clouds.onSlack("UREP").doesNotSee("wants to join");
    await lan.presses("放行");
    await lan.sees("工作区“Team T9”已加入。");
    await maya.sees(/has joined\.[\s\S]+Decided by 周岚/);
    await maya.doesNotSee("Let it in");
    expect(await trail()).toEqual([
      { act: "installation.asked", actor: "platform", at: strangers },
      { act: "installation.joined", actor: "person", at: strangers },
    ]);
  });

  it("let in: its people are colleagues, and neither its owner nor who installed it, nor an address in ADMIN_EMAILS, sets anything up", async () => {
    await clouds.onSlack("UMAYA").presses("Let it in");
    await eve().says("setup");
    await eve().sees("can do this");
    await clouds.inWorkspace(strangers, "UADA").says("help");
    expect(await known()).toEqual(["UADA", "UEVE"]);
    expect(
      await rows(
        sql`select admin_by from chat_identity where workspace = ${strangers} and admin_by is not null`,
      ),
    ).toEqual([]);
    await clouds.onSlack("UREP").says("praise @ada helped a customer late at night");
    await clouds.onSlack("UREP").sees("helped a customer late at night");
    await clouds.onSlack("UREP").doesNotSee("I can't find anyone called");
  });

  it("refused: its token is thrown away and nobody gets in; it may ask again after a day, and not before", async () => {
    const maya = clouds.onSlack("UMAYA");
    await maya.presses("Refuse");
    await maya.sees("The workspace Team T9 was refused.");
    expect(
      await rows(sql`select token, asked_by, asked_by_name, state from installation_request`),
    ).toEqual([{ token: null, asked_by: null, asked_by_name: null, state: "refused" }]);
    await eve().says("help");
    expect(await known()).toEqual([]);
    const cards = async (): Promise<number> =>
      (await clouds.onLark("ou_lan").screen()).messages.filter((each) =>
        each.text.includes("申请加入"),
      ).length;
    expect(await cards()).toBe(0);
    clouds.time.now = new Date(clouds.time.now.getTime() + 23 * 3_600_000);
    expect(await clouds.installByLink(strangers, "UEVE")).toMatchObject({
      status: 403,
      text: expect.stringContaining("said no") as string,
    });
    expect(await cards()).toBe(0);
    clouds.slack.workspaceOf(strangers).revoked = false;
    clouds.time.now = new Date(clouds.time.now.getTime() + 2 * 3_600_000);
    expect((await clouds.installByLink(strangers, "UEVE")).status).toBe(202);
    expect(await cards()).toBe(1);
  });

  it("asks once, however often it is installed while it waits", async () => {
    for (let n = 0; n < 3; n++)
      expect((await clouds.installByLink(strangers, "UADA")).status).toBe(202);
    for (let n = 0; n < 3; n++) await clouds.house.bot.tellRequests();
    await clouds.house.deliveries.drain();
    expect(
      (await clouds.onSlack("UMAYA").screen()).messages.filter((each) =>
        each.text.includes("wants to join"),
      ),
    ).toHaveLength(1);
  });

  it("answered twice: the second press gets a sentence and changes nothing", async () => {
    await clouds.database.db.execute(
      sql`update installation_request set state = 'refused', decided_at = now(), decided_by = 'person', token = null`,
    );
    const maya = clouds.onSlack("UMAYA");
    await maya.presses("Let it in");
    await maya.sees("This request has already been decided");
    expect(
      await rows(sql`select workspace from installation where workspace = ${strangers}`),
    ).toEqual([]);
  });

  it("is not answered by who is no admin any more", async () => {
    const who = (await clouds.stores.routing.whoIs({
      platform: "slack",
      workspace: slackTeam,
      user: "UMAYA",
    }))!;
    await clouds.stores.inOrganisation(who.organisation, ({ people }) =>
      people.entitle(who.person, { admin: false }, byOperator),
    );
    const maya = clouds.onSlack("UMAYA");
    await maya.presses("Let it in");
    await maya.sees("can do this");
    expect(
      await rows(sql`select workspace from installation where workspace = ${strangers}`),
    ).toEqual([]);
  });

  it("removes the app again: nothing waits any more, and a late press says so", async () => {
    await sendEvent(clouds.wire, strangers, clouds.slack.workspaceOf(strangers).botUser, {
      type: "app_uninstalled",
    });
    expect(await rows(sql`select workspace from installation_request`)).toEqual([]);
    const maya = clouds.onSlack("UMAYA");
    await maya.presses("Let it in");
    await maya.sees("This request has already been decided");
  });

  it("unanswered for a month is forgotten, with its token", async () => {
    await createHousekeeping(clouds.database).prune(
      new Date(clouds.time.now.getTime() + 29 * 24 * 3_600_000),
    );
    expect(await rows(sql`select workspace from installation_request`)).toHaveLength(1);
    await createHousekeeping(clouds.database).prune(
      new Date(clouds.time.now.getTime() + 31 * 24 * 3_600_000),
    );
    expect(await rows(sql`select workspace from installation_request`)).toEqual([]);
  });

  it("let in by the operator: first only what would come of it, then it is done, and all admins are told", async () => {
    const join = (more: {
      readonly apply: boolean;
      readonly workspace?: string | null;
      readonly organisation?: string;
    }) =>
      answerJoin(
        {
          ask: "join",
          platform: more.workspace === null ? null : "slack",
          workspace: more.workspace === undefined ? strangers : more.workspace,
          organisation: more.organisation ?? null,
          apply: more.apply,
        },
        clouds.database,
        clouds.time.now,
      );
    expect((await join({ apply: false, workspace: null })).says).toMatch(
      /^waits {2}slack T9 \(Team T9\), asked by UEVE since \S+, to join organisation \S+\nis in/,
    );
    expect(await join({ apply: false })).toMatchObject({
      ok: true,
      says: expect.stringMatching(/would belong[\s\S]+Nothing was changed; add --yes/) as string,
    });
    expect(
      await rows(sql`select workspace from installation where workspace = ${strangers}`),
    ).toEqual([]);
    expect(
      await join({ apply: true, organisation: "00000000-0000-7000-8000-00000000c0de" }),
    ).toMatchObject({
      ok: false,
      says: expect.stringMatching(/^There is no organisation/) as string,
    });
    expect(await join({ apply: true, workspace: "T0" })).toMatchObject({ ok: false });
    expect(await join({ apply: true })).toMatchObject({
      ok: true,
      says: `slack T9 belongs to organisation ${organisation} now; its admins are told.`,
    });
    await clouds.house.bot.tellRequests();
    await clouds.house.deliveries.drain();
    await clouds.onSlack("UMAYA").sees(/has joined\.[\s\S]+Decided by whoever runs the server/);
    await clouds.onLark("ou_lan").sees(/已加入[\s\S]+由维护服务器的同事处理/);
    expect((await trail()).at(-1)).toEqual({
      act: "installation.joined",
      actor: "operator",
      at: strangers,
    });
    expect(await join({ apply: true, organisation })).toMatchObject({
      ok: true,
      says: expect.stringContaining("already") as string,
    });
  });

  it("is listed by doctor beside every workspace of the organisation, by ids alone", async () => {
    const found = (await examineWorkspaces(clouds.database)).map(
      (each) => `${each.what}: ${each.says}`,
    );
    expect(found).toEqual([
      expect.stringMatching(
        new RegExp(
          `^organisation ${organisation}: slack T1, began with it; lark feishu/\\S+, named by your settings$`,
        ),
      ),
      expect.stringMatching(
        /^slack T9: waits since \S+ to be let in[\s\S]+npm run organisation -- join slack T9/,
      ),
    ]);
    expect(found.join("\n")).not.toMatch(/Galaxy|Eve|Team/);
    expect(
      (await examineWorkspaces(clouds.database, { names: true }))
        .map((each) => each.says)
        .join("\n"),
    ).toContain("slack Galaxy (T1)");
  });
});

describe("a workspace that is in already", () => {
  it("installs again where it is, without asking; whoever does so becomes no admin by that, nor is told that they are", async () => {
    expect((await clouds.installByLink(slackTeam, "UREP")).status).toBe(200);
    const rep = clouds.onSlack("UREP");
    await rep.says("setup");
    await rep.sees("can do this");
    await rep.doesNotSee("You can set me up");
    expect(
      await rows(
        sql`select installed_by, organisation_id from installation where workspace = ${slackTeam}`,
      ),
    ).toEqual([{ installed_by: "UMAYA", organisation_id: organisation }]);
  });

  it("removed and installed once more by another colleague is where it was, and they are no admin", async () => {
    await sendEvent(clouds.wire, slackTeam, clouds.slack.workspaceOf(slackTeam).botUser, {
      type: "app_uninstalled",
    });
    clouds.time.now = new Date(clouds.time.now.getTime() + 60_000);
    expect((await clouds.installByLink(slackTeam, "UREP")).status).toBe(200);
    await clouds.onSlack("UREP").says("setup");
    await clouds.onSlack("UREP").says("setup");
    expect(await rows(sql`select admin_by from chat_identity where "user" = 'UREP'`)).toEqual([
      { admin_by: null },
    ]);
    expect(
      await rows(sql`select organisation_id from installation where workspace = ${slackTeam}`),
    ).toEqual([{ organisation_id: organisation }]);
  });
});
