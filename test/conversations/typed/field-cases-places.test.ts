// Field cases about where somebody works: their weekend, their holidays, their zone and their money.
import { describe, expect, it } from "vitest";
import { startSlackSystem } from "#test/support/slack/system";
import { story } from "#test/support/story/story";

describe("settings", () => {
  const system = story();

  it("FC-68: the weekend is that of the country one moves to", async () => {
    const rep = system.who("renke");
    await rep.says("settings");
    await rep.sees(/Working days[^]*Mon to Fri[^]*Public holidays[^]*Germany/);
    await rep.presses("Change");
    await rep.fills({ "Time zone": "Riyadh" });
    await rep.sees(/Sun to Thu[^]*Saudi Arabia/);
    await rep.says("away tomorrow");
    await rep.sees("Back on Sun 15 Nov");
  });

  it("FC-69: whose holidays count, and which days, is shown and changed", async () => {
    const rep = system.who("renke");
    await rep.says("settings");
    await rep.presses("Change");
    await rep.fills({ "Time zone": "New York" });
    await rep.sees("United States");
    await rep.presses("Change");
    await rep.fills({ "Public holidays": "DE-BY", "Working days": "Mon to Thu" });
    await rep.sees(/New York[^]*Mon to Thu[^]*Germany \(DE-BY\)/);
    await rep.presses("Change");
    await rep.fills({ "Public holidays": "Atlantis", "Working days": "always" });
    await rep.sees("I don't know this country");
    await rep.sees("I can't read these days");
    const chinese = system.who("linxiao");
    await chinese.says("设置");
    await chinese.sees(/工作日[^]*周一到周五[^]*公共假期[^]*中国/);
    await chinese.presses("修改");
    await chinese.fills({ 公共假期: "埃及" });
    await chinese.sees(/周日到周四[^]*埃及/);
  });

  it.each([
    ["Kathmandu", /Kathmandu[^]*Nepal/],
    ["Nepal", /Kathmandu[^]*Nepal/],
    ["UTC+5:30", /Kolkata[^]*Germany/],
    ["UTC+5:45", /Kathmandu[^]*Germany/],
    ["UTC-3:30", "I don't know this place"],
  ])("FC-70: the place %s", async (place, sees) => {
    const rep = system.who("renke");
    await rep.says("settings");
    await rep.presses("Change");
    await rep.fills({ "Time zone": place });
    await rep.sees(sees);
  });

  it.each([
    ["renke", "22-6", "within one day"],
    ["linxiao", "22:00-06:00", "同一天之内"],
  ])(
    "FC-70: %s's hours over midnight are refused for the true reason",
    async (user, typed, why) => {
      const rep = system.who(user);
      const zh = user === "linxiao";
      await rep.says(zh ? "设置" : "settings");
      await rep.presses(zh ? "修改" : "Change");
      await rep.fills({ hours: typed });
      await rep.sees(why);
      await rep.fills({ hours: "16:00-24:00" });
      await rep.sees("16:00");
    },
  );

  it("FC-69: setup shows and changes whose holidays count and which money is meant", async () => {
    const admin = system.who("zhoulan");
    await admin.says("初始设置");
    await admin.sees("中文 · 上海 · ");
    await admin.presses("改公司设置");
    await admin.fills({ 时区: "华沙", 公共假期: "波兰", 币种: "PLN" });
    await admin.sees("华沙 · 波兰 · PLN");
    await admin.presses("改公司设置");
    await admin.fills({ 公共假期: "Atlantis", 币种: "QQQ" });
    await admin.sees("没认出这个国家或地区");
    await admin.sees("QQQ");
  });
});

it("FC-93: who installs from Warsaw works in Poland, by Polish holidays and in złoty", async () => {
  const system = await startSlackSystem({});
  try {
    await system.install(
      "T1",
      [{ id: "U1", name: "Ola Nowak", email: "ola@example.com", tz: "Europe/Warsaw", admin: true }],
      "U1",
    );
    const ola = system.who("T1", "U1");
    await ola.says("away 25 Nov");
    await ola.sees("Back on Thu 26 Nov");
    await ola.says("goal new revenue 100k by 12-31");
    await ola.sees("PLN");
    await ola.says("setup");
    await ola.sees("Warsaw · Poland · PLN");
  } finally {
    await system.stop();
  }
  expect(system.errors).toEqual([]);
});
