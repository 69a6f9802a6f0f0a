// Somebody asks to be deleted: what it would do is shown, somebody else says yes or no in time, and then it is done.
import { describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { isPlayground } from "#test/support/story/front";
import { inWorkingHours, story } from "#test/support/story/story";

const system = story(inWorkingHours);

const people = () =>
  system.stores.inOrganisation(playgroundOrganisation, ({ people: all }) => all.directory());

describe("a rep who asks to be deleted", () => {
  it("sees what it would do, is agreed to by the admin, and is gone; their numbers stay", async () => {
    const [rep, admin, other] = ["renke", "zhoulan", "maya"].map((user) => system.who(user));
    if (!rep || !admin || !other) throw new Error("they are seeded");
    await rep.says("praise @maya for saving the Acme demo");
    await rep.presses("Post now");
    await rep.says("blocked waiting for the price list");
    await rep.says("delete my data");
    await rep.sees("What deleting your data would do");
    await rep.sees(/Check-ins[\s\S]*deleted/);
    await rep.sees("Figures stay in the totals under “former member”");
    await rep.presses("Ask for deletion");
    await rep.sees(/It gets a yes or no by Wed 2 Dec 2026/);
    await admin.sees(/Renke[\s\S]*申请删除自己的数据[\s\S]*请在 2026年12月2日/u);
    const renke = (await people()).find((each) => each.name.startsWith("Renke"));
    await admin.presses("同意删除");
    await admin.sees("已同意，正在删除");
    expect((await people()).some((each) => each.name.startsWith("Renke"))).toBe(false);
    expect(await system.stores.routing.whoIs(system.account("renke"))).toBeNull();
    if (!renke) throw new Error("he was there");
    const left = await system.stores.inOrganisation(playgroundOrganisation, ({ people: all }) =>
      all.person(renke.id),
    );
    expect(left).toMatchObject({ name: "前成员", email: null, admin: false });
    expect(left?.leftOn).not.toBeNull();
    const channel = JSON.stringify(await system.inChannel("maya").screen());
    expect(channel).toContain("saving the Acme demo");
    expect(channel).not.toContain("Renke");
    // The browser's own chat goes with its person; elsewhere it is the platform's, and what stood there is emptied.
    if (!isPlayground) {
      const own = JSON.stringify((await rep.screen()).messages);
      expect(own).toContain("Deleted on request");
      expect(own).toContain("Your data is being deleted now");
      expect(own).not.toContain("Figures stay in the totals");
    }
    await other.says("wall");
    await other.sees(/saving the Acme demo/);
    await other.doesNotSee("Renke");
  });

  it("may take it back, and is told why it was declined", async () => {
    const [rep, admin] = [system.who("linxiao"), system.who("zhoulan")];
    await rep.says("删除我的数据");
    await rep.presses("申请删除");
    await admin.sees("林晓申请删除自己的数据");
    await rep.presses("撤回申请");
    await admin.sees("林晓撤回了删除数据的申请");
    await rep.says("删除我的数据");
    await rep.presses("申请删除");
    await admin.presses("不同意…");
    await admin.fills({ 为什么不能删除: "合同还没结清" });
    await rep.sees(/周岚没有同意删除你的数据[\s\S]*合同还没结清/u);
    expect((await people()).some((each) => each.name === "林晓")).toBe(true);
  });
});

describe("the only admin", () => {
  it("cannot be deleted, and is told so in one sentence", async () => {
    const admin = system.who("zhoulan");
    await admin.says("删除我的数据");
    await admin.sees("你是这里唯一的管理员，请先让别人当管理员，再来申请。");
  });
});

describe("a privacy officer", () => {
  it("is named by an admin, and is asked in their place; before the time is over they are reminded", async () => {
    const [admin, officer, rep] = ["zhoulan", "anna", "linxiao"].map((user) => system.who(user));
    if (!rep || !admin || !officer) throw new Error("they are seeded");
    await admin.says("隐私负责人 @Anna");
    await officer.sees("named you privacy officer");
    await rep.says("删除我的数据");
    await rep.presses("申请删除");
    await officer.sees(/林晓 asks for their data to be deleted/u);
    await admin.doesNotSee("林晓申请删除自己的数据");
    await system.leapTo(new Date("2026-11-28T09:00:00Z"));
    await system.leapTo(new Date("2026-11-30T10:00:00Z"));
    await officer.sees(/林晓 asks for their data to be deleted/u);
    await officer.presses("Delete it");
    expect((await people()).some((each) => each.name === "林晓")).toBe(false);
  });

  it("who is replaced is told, as whoever takes over is", async () => {
    const [admin, first, second] = ["zhoulan", "anna", "chenjing"].map((user) => system.who(user));
    if (!admin || !first || !second) throw new Error("they are seeded");
    await admin.says("隐私负责人 @Anna");
    await first.sees("named you privacy officer");
    await admin.says("隐私负责人 @陈静");
    await second.sees("请你担任隐私负责人");
    await first.sees("Requests to delete data no longer come to you.");
  });
});
