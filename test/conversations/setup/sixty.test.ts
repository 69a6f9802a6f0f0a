// Setup of a centre of sixty: a team of everybody in a channel or a group, people and a manager who never wrote, on Slack and on Lark.
import { afterEach, expect, it } from "vitest";
import { startLarkSystem } from "#test/support/lark/system";
import { startSlackSystem } from "#test/support/slack/system";
import type { Stores } from "#src/ports/stores";
import type { AllStores } from "#db/stores/index";

const reps = Array.from({ length: 60 }, (_, i) => `销售${String(i + 1).padStart(2, "0")}`);
let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

async function kept(
  stores: Stores<AllStores>,
  platform: string,
  workspace: string,
  called = /^sales$/i,
) {
  const at = await stores.routing.organisationAt({ platform, workspace });
  return stores.inOrganisation(at!.organisation, async ({ people }) => {
    const [all, teams] = [await people.directory(), await people.teams()];
    const team = teams.find((each) => called.test(each.name))!;
    return {
      team,
      leader: all.find((each) => each.id === team.managerId)?.name,
      inIt: all.filter((each) => each.teamId === team.id),
      places: await people.places(),
    };
  });
}

it("makes a team of everybody in a Slack channel but who is taken out, under a manager who never wrote", async () => {
  const system = await startSlackSystem();
  stop = () => system.stop();
  const users = [
    { id: "U1", name: "Olga Owner", admin: true },
    { id: "U2", name: "Mia Manager" },
    { id: "U3", name: "Gus", guest: true },
    ...reps.map((name, i) => ({ id: `UR${i}`, name })),
  ];
  const workspace = await system.install("T1", users, "U1");
  workspace.channels.set("C1", {
    name: "east",
    members: new Set([workspace.botUser, "U3", ...reps.map((_, i) => `UR${i}`)]),
    archived: false,
    im: null,
  });
  await system.house.bot.receive({
    kind: "placeChanged",
    dedupeKey: "came",
    place: { platform: "slack", workspace: "T1", channel: "C1" },
    name: "east",
    member: true,
  });
  const admin = system.who("T1", "U1");
  await admin.says("setup");
  await admin.presses("Manage teams");
  await admin.doesNotSee("Import from the directory");
  await admin.presses("Team from a channel");
  await admin.presses("Take everyone");
  await admin.sees("60 people are in east");
  const everybody = reps.map((_, i) => `UR${i}`);
  // A guest is not among them; one who is added by hand is left out, in words.
  await admin.fills({ Manager: "U2", "Who joins it": [...everybody.slice(0, 59), "U3"] });
  await admin.sees("led by Mia Manager");
  await admin.sees("Gus is a guest here");
  const { team, leader, inIt, places } = await kept(system.stores, "slack", "T1", /^east$/);
  const taken = inIt.filter((each) => each.managerId === team.managerId).map(({ name }) => name);
  expect([leader, taken.toSorted()]).toEqual(["Mia Manager", reps.slice(0, 59)]);
  expect(places[0]?.teamId).toBe(team.id);
  // Nobody hears of it before the team is switched on.
  const heard = workspace.messages.filter((each) => /^DU(R|2)/.test(each.channel));
  expect(heard).toEqual([]);
  expect(system.errors).toEqual([]);
});

it("takes several people and a manager with Slack's own picker, who never wrote", async () => {
  const system = await startSlackSystem();
  stop = () => system.stop();
  await system.install(
    "T1",
    ["Olga", "Mia", "Rob", "Rita"].map((name, i) => ({ id: `U${i}`, name, admin: i === 0 })),
    "U0",
  );
  const admin = system.who("T1", "U0");
  await admin.says("setup");
  await admin.presses("Add team");
  await admin.fills({ Name: "East", Manager: "U1", "Who joins it": ["U2", "U3"] });
  await admin.sees("led by Mia");
  const { leader, inIt } = await kept(system.stores, "slack", "T1", /^East$/);
  expect([leader, inIt.map((each) => each.name).toSorted()]).toEqual(["Mia", ["Rita", "Rob"]]);
  // The form shows who leads it; left as it is, she goes on.
  await admin.presses("Edit team", 1);
  await admin.fills({ Name: "East" });
  expect((await kept(system.stores, "slack", "T1", /^East$/)).leader).toBe("Mia");
  expect(system.errors).toEqual([]);
});

it("makes a team of everybody in a Feishu group", async () => {
  const system = await startLarkSystem([
    { openId: "ou_boss", name: "顾总", admin: true },
    ...reps.map((name, i) => ({ openId: `ou_r${i}`, name })),
  ]);
  stop = () => system.stop();
  const everybody = reps.map((_, i) => `ou_r${i}`);
  system.lark.groups.set("oc_sales", { name: "sales", bot: true, members: everybody });
  const admin = system.who("ou_boss");
  await admin.says("初始设置");
  await system.house.bot.receive({
    kind: "placeChanged",
    dedupeKey: "came",
    place: { platform: "lark", workspace: system.workspace, channel: "oc_sales" },
    name: "sales",
    member: true,
  });
  await admin.presses("管理团队");
  await admin.presses("按群建团队");
  await admin.presses("全员进团队");
  await admin.sees("sales 里有 60 人");
  await admin.fills({ 主管: "ou_r0", 加入的人: everybody.slice(0, 58) });
  await admin.sees("主管：销售01");
  const { team, inIt } = await kept(system.stores, "lark", system.workspace);
  expect(inIt).toHaveLength(58);
  expect(inIt.filter((each) => each.managerId === team.managerId)).toHaveLength(57);
  expect(system.errors).toEqual([]);
});
