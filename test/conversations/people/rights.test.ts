// A right that came from a platform goes with what gave it: who runs the workspace no more, who became a guest. What an admin gave by
// hand stays, and so does what another account of theirs brings. They are told, and who still may.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { examineWorkspaces } from "#src/cli/doctor/workspaces";
import { createChance } from "#src/app/system";
import type { AccountName, OrganisationId, PersonId } from "#src/people/person";
import type { Join } from "#src/practices/accounts/store";
import { sendCommand, sendEvent } from "#test/support/slack/platform/client";
import { startSlackSystem, type SlackSystem } from "#test/support/slack/system";
import { slackTeam, startTwoClouds, type TwoClouds } from "#test/support/story/two-clouds";
import { byOperator } from "#test/support/story/system";

const change = (
  wire: SlackSystem["wire"],
  botUser: string,
  id: string,
  name: string,
  more: object,
) =>
  sendEvent(wire, slackTeam, botUser, {
    type: "user_change",
    user: {
      id,
      team_id: slackTeam,
      real_name: name,
      is_bot: false,
      tz: "Asia/Shanghai",
      profile: { real_name: name },
      ...more,
    },
  });

describe("on Slack", () => {
  let system: SlackSystem;
  let organisation: OrganisationId;
  const workspace = () => system.slack.workspaceOf("T1");
  const who = (user: string) => system.who("T1", user);
  const idOf = async (user: string): Promise<PersonId> =>
    (await system.stores.routing.whoIs({ platform: "slack", workspace: "T1", user }))!.person;
  const told = async (user: string, name: string, more: object): Promise<void> => {
    await change(system.wire, workspace().botUser, user, name, more);
    await system.settle();
  };
  const trail = () =>
    inOrganisation(system.database, organisation, (tx) =>
      execute<{ act: string; about: string; actor: string }>(
        tx,
        sql`select act, about_id as about, actor from audit_event where act like 'admin.%' order by seq`,
      ),
    );

  beforeEach(async () => {
    system = await startSlackSystem();
    await system.install(
      "T1",
      [
        { id: "U1", name: "Olga", tz: "Asia/Shanghai", admin: true },
        { id: "U2", name: "周岚", tz: "Asia/Shanghai", locale: "zh-CN" },
        { id: "U3", name: "Rep", tz: "Asia/Shanghai" },
      ],
      "U2",
    );
    for (const user of ["U1", "U2", "U3"]) await who(user).says("help");
    organisation = (await system.stores.routing.organisationAt({
      platform: "slack",
      workspace: "T1",
    }))!.organisation;
  });
  afterEach(async () => {
    await system.stop();
    expect(system.errors).toEqual([]);
  });

  it("who runs the workspace no more sets nothing up any more, is told so and who still may, and it is written down", async () => {
    await told("U1", "Olga", { is_admin: false });
    await who("U1").sees(/You can no longer change the setup here[\s\S]+Current admins: 周岚/);
    await who("U1").says("setup");
    await who("U1").sees("can do this");
    expect((await trail()).at(-1)).toEqual({
      act: "admin.lost",
      about: await idOf("U1"),
      actor: "platform",
    });
    // Each time it happens it is told.
    await told("U1", "Olga", { is_admin: true });
    expect((await trail()).at(-1)).toMatchObject({ act: "admin.granted" });
    await told("U1", "Olga", { is_admin: false });
    expect(
      (await who("U1").screen()).messages.filter((each) =>
        each.text.includes("no longer change the setup"),
      ),
    ).toHaveLength(2);
  });

  it("who installed it where it began stays an admin without running the workspace", async () => {
    await told("U2", "周岚", { is_admin: false });
    await who("U2").says("初始设置");
    await who("U2").doesNotSee("这一项要由");
  });

  it("who was given the right by an admin keeps it, whatever Slack tells of them", async () => {
    const id = await idOf("U3");
    await system.stores.inOrganisation(organisation, ({ people }) =>
      people.entitle(id, { admin: true }, byOperator),
    );
    await told("U3", "Rep the Second", { is_admin: false });
    await who("U3").says("setup");
    await who("U3").doesNotSee("can do this");
    await told("U3", "Rep", { is_admin: true });
    await told("U3", "Rep", { is_admin: false });
    await who("U3").says("setup");
    await who("U3").doesNotSee("can do this");
  });

  it("who is given and taken the right in setup finds it in the trail, under who did it", async () => {
    const lan = who("U2");
    for (const [tick, act] of [
      ["yes", "admin.granted"],
      ["no", "admin.lost"],
    ] as const) {
      await lan.says("初始设置");
      await lan.presses("调整人员");
      await lan.fills({ 人员: "Rep" });
      await lan.fills({ 管理员: tick });
      expect((await trail()).at(-1)).toEqual({ act, about: await idOf("U3"), actor: "person" });
    }
  });

  it("who becomes a guest is turned away as a guest is, whatever they do, and loses an admin's right for good", async () => {
    const rep = await idOf("U3");
    await system.stores.inOrganisation(organisation, async ({ people }) =>
      people.entitle(rep, { admin: true }, byOperator),
    );
    workspace().users.set("U3", { id: "U3", name: "Rep", tz: "Asia/Shanghai", guest: true });
    await told("U3", "Rep", { is_restricted: true });
    await who("U3").says("log 12k");
    await who("U3").sees("guests");
    const command = await sendCommand(system.wire, {
      command: "/coach",
      text: "setup",
      team_id: "T1",
      user_id: "U3",
      channel_id: "C1",
      channel_name: "x",
      trigger_id: "7.7",
      response_url: "",
    });
    expect(JSON.stringify(command.body)).toContain("guests");
    await who("U3").atHome();
    expect(JSON.stringify([...workspace().homes])).toContain("guests");
    const kept = await system.stores.inOrganisation(organisation, async ({ people, plans }) => ({
      person: await people.person(rep),
      plans: await plans.of(rep, null),
      all: (await people.directory()).map((each) => each.name),
    }));
    expect([kept.person?.admin, kept.plans, kept.all.includes("Rep")]).toEqual([false, [], false]);
    expect((await trail()).at(-1)).toMatchObject({ act: "admin.lost", about: rep });
    workspace().users.set("U3", { id: "U3", name: "Rep", tz: "Asia/Shanghai" });
    await told("U3", "Rep", { is_restricted: false });
    await who("U3").says("goals");
    await who("U3").sees(/goal/);
    await who("U3").says("setup");
    await who("U3").sees("can do this");
  });

  it("a guest who is a member again, of which nobody told, is let in with their next word", async () => {
    await told("U3", "Rep", { is_ultra_restricted: true });
    await who("U3").says("goals");
    await who("U3").sees(/goal/);
  });

  it("the last one who may set up loses it all the same, and doctor says that nobody may", async () => {
    await system.database.db.execute(sql`update installation set installed_by = null`);
    await told("U2", "周岚", { is_admin: false });
    await told("U1", "Olga", { is_admin: false });
    await who("U1").sees("There is no admin right now");
    expect((await examineWorkspaces(system.database)).map((each) => each.says)).toContainEqual(
      expect.stringMatching(/^nobody may set it up: name somebody in ADMIN_EMAILS/),
    );
    await told("U3", "Rep", { is_admin: true });
    await who("U3").says("setup");
    await who("U3").doesNotSee("can do this");
  });
});

describe("with an account on each of two platforms", () => {
  let clouds: TwoClouds;
  let join: Join;
  const accountName = (...parts: readonly string[]): AccountName => parts.join(" ") as AccountName;
  beforeEach(async () => {
    clouds = await startTwoClouds(
      [
        { id: "UOLGA", name: "Olga", tz: "Asia/Shanghai", admin: true },
        { id: "UMAYA", name: "Maya", tz: "Asia/Shanghai" },
      ],
      [{ openId: "ou_olga", name: "Olga", zone: "Asia/Shanghai" }],
      "UMAYA",
    );
    await clouds.onSlack("UMAYA").says("help");
    await clouds.onSlack("UOLGA").says("help");
    await clouds.onLark("ou_olga").says("帮助");
    const [there, here] = [
      await whoIs("lark", clouds.larkWorkspace, "ou_olga"),
      await whoIs("slack", slackTeam, "UOLGA"),
    ];
    join = {
      id: createChance().id(),
      kept: here.person,
      gone: there.person,
      keptAccount: accountName("slack", slackTeam, "UOLGA"),
      goneAccount: accountName("lark", clouds.larkWorkspace, "ou_olga"),
      at: clouds.time.now,
      until: new Date(clouds.time.now.getTime() + 3_600_000),
    };
    await clouds.stores.inOrganisation(here.organisation, async ({ people, accounts }) => {
      await people.lock([here.person, there.person]);
      await accounts.join(join, { admin: true });
    });
  });
  afterEach(async () => {
    await clouds.stop();
    expect(clouds.errors).toEqual([]);
  });

  const whoIs = async (platform: string, workspace: string, user: string) =>
    (await clouds.stores.routing.whoIs({ platform, workspace, user }))!;
  const told = async (more: object): Promise<void> => {
    await change(clouds.wire, clouds.slack.workspaceOf(slackTeam).botUser, "UOLGA", "Olga", more);
    await clouds.house.deliveries.drain();
  };

  it("the right that one brought goes with that one, and news of the other takes nothing", async () => {
    const { organisation, person } = await whoIs("slack", slackTeam, "UOLGA");
    const admin = async () =>
      (await clouds.stores.inOrganisation(organisation, ({ people }) => people.person(person)))
        ?.admin;
    const profile = {
      name: "Olga",
      email: null,
      locale: null,
      zone: "Asia/Tokyo",
      active: true,
      guest: false,
      admin: false,
    };
    await clouds.house.bot.receive({
      kind: "personChanged",
      dedupeKey: "lark news",
      from: { platform: "lark", workspace: clouds.larkWorkspace, user: "ou_olga" },
      profile,
    });
    expect(await admin()).toBe(true);
    await told({ is_admin: false });
    expect(await admin()).toBe(false);
  });

  it("taken apart again, each has what their own account brings now, and not what it brought before", async () => {
    const { organisation } = await whoIs("slack", slackTeam, "UOLGA");
    await told({ is_admin: false });
    await told({ is_admin: true });
    await clouds.stores.inOrganisation(organisation, async ({ people, accounts }) => {
      await people.lock([join.kept]);
      await accounts.part(join);
    });
    const rights = await clouds.stores.inOrganisation(organisation, async ({ people }) => [
      (await people.person(join.kept))?.admin,
      (await people.person(join.gone))?.admin,
    ]);
    expect(rights).toEqual([true, false]);
  });

  it("a guest in one is a member in the other: turned away there, served and told here", async () => {
    clouds.slack
      .workspaceOf(slackTeam)
      .users.set("UOLGA", { id: "UOLGA", name: "Olga", guest: true });
    await told({ is_restricted: true });
    const onLark = clouds.onLark("ou_olga");
    await onLark.sees(/You can no longer change the setup|已没有这里的管理权限/);
    await onLark.says("我的目标");
    await onLark.sees(/目标|goal/);
    await clouds.onSlack("UOLGA").says("goals");
    await clouds.onSlack("UOLGA").sees("guests");
    const { organisation, person } = await whoIs("lark", clouds.larkWorkspace, "ou_olga");
    expect(
      await clouds.stores.inOrganisation(organisation, ({ people }) => people.person(person)),
    ).toMatchObject({ leftOn: null, admin: false });
  });
});
