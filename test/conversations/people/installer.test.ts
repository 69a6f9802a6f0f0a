// A workspace that was let in by an admin: they say whether who installed the bot there may set up too, and the installer is told.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { answerJoin } from "#src/app/tools/join-organisation";
import { slackTeam, startTwoClouds, type TwoClouds } from "#test/support/story/two-clouds";
import { byOperator } from "#test/support/story/system";

const strangers = "T9";
let clouds: TwoClouds;

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
    { id: "UEVE", name: "Eve Owner", tz: "Asia/Shanghai", admin: true },
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
  await clouds.stores.inOrganisation(who.organisation, ({ people }) =>
    people.entitle(who.person, { admin: true }, byOperator),
  );
  clouds.listed = [slackTeam, strangers];
  expect((await clouds.installByLink(strangers, "UEVE")).status).toBe(202);
});
afterEach(async () => {
  await clouds.stop();
  expect(clouds.errors).toEqual([]);
});

const eve = () => clouds.inWorkspace(strangers, "UEVE");
const admins = async (): Promise<readonly string[]> =>
  (
    await execute<{ name: string }>(
      clouds.database.db,
      sql`select name from person where admin order by name`,
    )
  ).map((each) => each.name);
const keptOfInstaller = () =>
  execute<object>(
    clouds.database.db,
    sql`select asked_by, asked_by_name, installer from installation_request`,
  );

describe("whoever lets a workspace in", () => {
  it("is asked about its installer, and nobody else is", async () => {
    await clouds.onSlack("UMAYA").presses("Let it in");
    await clouds.onSlack("UMAYA").sees(/has joined[\s\S]+Eve Owner installed me there/);
    await clouds.onLark("ou_lan").sees("已加入");
    await clouds.onLark("ou_lan").doesNotSee("装的我");
    await clouds.onSlack("UREP").doesNotSee("installed me there");
    expect(await admins()).toEqual(["Maya", "周岚"]);
  });

  it("says yes: the installer is told, without having written, and may set up; the other admins see who agreed", async () => {
    await clouds.onSlack("UMAYA").presses("Let it in");
    await clouds.onSlack("UMAYA").presses("Yes, Eve Owner too");
    await clouds.onSlack("UMAYA").sees("Eve Owner may set things up too.");
    await clouds.onSlack("UMAYA").doesNotSee("Yes, Eve Owner too");
    await clouds.onLark("ou_lan").sees(/Eve Owner现在也能做设置|Eve Owner 现在也能做设置/);
    await clouds.onLark("ou_lan").sees("处理人：Maya");
    await eve().sees("Team T9 is in, and Maya lets you set things up here too");
    await eve().presses("Start setup");
    await eve().sees(/Set up|setup/i);
    await eve().doesNotSee("can do this");
    expect(await admins()).toEqual(["Eve Owner", "Maya", "周岚"]);
    expect(await keptOfInstaller()).toEqual([
      { asked_by: null, asked_by_name: null, installer: "yes" },
    ]);
  });

  it("says no, in Chinese: the installer is told who sets up, and does not", async () => {
    await clouds.onLark("ou_lan").presses("放行");
    await clouds.onLark("ou_lan").sees(/装的我。要不要让 TA 也能做设置/);
    await clouds.onLark("ou_lan").presses("不用");
    await clouds.onLark("ou_lan").sees(/和大家一样使用，设置仍由管理员来做/);
    await eve().sees(/Team T9 is in: everyone there can use me[\s\S]+ask 周岚/);
    await eve().says("setup");
    await eve().sees("can do this");
    expect(await admins()).toEqual(["Maya", "周岚"]);
  });

  it("hears that it was answered already when they press an old button, or one made for another account", async () => {
    await clouds.onSlack("UMAYA").presses("Let it in");
    await execute(clouds.database.db, sql`update installation_request set asked_by = 'UADA'`);
    await clouds.onSlack("UMAYA").presses("Yes, Eve Owner too");
    await clouds.onSlack("UMAYA").sees("This request has already been decided");
    expect(await admins()).toEqual(["Maya", "周岚"]);
  });

  it("agrees though Slack does not tell of the installer just now: they set up from their first message on", async () => {
    await clouds.onSlack("UMAYA").presses("Let it in");
    clouds.slack.next("users.info", { body: { ok: false, error: "internal_error" } });
    await clouds.onSlack("UMAYA").presses("Yes, Eve Owner too");
    await clouds.onSlack("UMAYA").sees("from their first message to me on");
    expect(await admins()).toEqual(["Maya", "周岚"]);
    await eve().says("setup");
    await eve().doesNotSee("can do this");
    expect(await admins()).toEqual(["Eve Owner", "Maya", "周岚"]);
  });

  it("is no admin any more: nothing is answered", async () => {
    await clouds.onSlack("UMAYA").presses("Let it in");
    const who = (await clouds.stores.routing.whoIs({
      platform: "slack",
      workspace: slackTeam,
      user: "UMAYA",
    }))!;
    await clouds.stores.inOrganisation(who.organisation, ({ people }) =>
      people.entitle(who.person, { admin: false }, byOperator),
    );
    await clouds.onSlack("UMAYA").presses("Yes, Eve Owner too");
    await clouds.onSlack("UMAYA").sees("can do this");
    expect(await admins()).toEqual(["周岚"]);
  });
});

it("let in by the operator, every admin is asked; the first answer counts", async () => {
  await answerJoin(
    { ask: "join", platform: "slack", workspace: strangers, organisation: null, apply: true },
    clouds.database,
    clouds.time.now,
  );
  await clouds.house.bot.tellRequests();
  await clouds.house.deliveries.drain();
  await clouds.onSlack("UMAYA").sees(/Eve Owner installed me there/);
  await clouds.onLark("ou_lan").presses("不用");
  await clouds.onSlack("UMAYA").sees(/uses me like everyone else[\s\S]+Decided by 周岚/);
  await clouds.onSlack("UMAYA").doesNotSee("Yes, Eve Owner too");
});
