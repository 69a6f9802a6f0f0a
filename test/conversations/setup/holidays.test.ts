// The calendar of a year nobody knows yet, and an organisation's own days: shown, entered, asked for, gone by; in both languages.
import { sql } from "drizzle-orm";
import { execute } from "#db/client";
import { describe, expect, it } from "vitest";
import { inWorkingHours, lookedOver, story } from "#test/support/story/story";

const system = story(async (each) => {
  await inWorkingHours(each);
  await lookedOver(each);
});
const go = (iso: string) => system.clock.moveTo(new Date(iso));
const heard = async (user: string, what: RegExp): Promise<number> =>
  (await system.who(user).screen()).messages.filter(
    (each) => each.by === "bot" && what.test(each.text),
  ).length;

describe("a year that is not known yet", { timeout: 120_000 }, () => {
  it("is said wherever somebody looks: holidays, settings, setup, a goal, a leave", async () => {
    const [admin, rep] = [system.who("zhoulan"), system.who("linxiao")];
    await rep.says("假期");
    await rep.sees("假期：中国");
    await rep.sees("2027年1月1日（周五）");
    await rep.sees("2027年放假安排还没确认");
    await rep.doesNotSee("录入放假安排");
    await rep.says("设置");
    await rep.sees("中国（2027年放假安排还没确认）");
    await rep.says("休假 2027年1月28日到2月4日");
    await rep.sees("2月9日（周二）回来");
    await rep.sees("2027年放假安排还没确认，回来的日子可能会变。");
    await rep.says("取消休假");
    await rep.says("我的目标");
    await rep.doesNotSee("放假安排还没确认");
    await rep.says("定目标 回款 300万 2027年3月31日前");
    await rep.sees("2027年放假安排还没确认，剩余工作日和进度可能会变。");
    await rep.presses("就这么定");
    await rep.sees("2027年放假安排还没确认，剩余工作日和进度可能会变。");
    await rep.says("我的目标");
    await rep.sees(/G13[^]*2027年放假安排还没确认/);
    await admin.says("初始设置");
    await admin.sees("还没确认：中国 2027年");
    const german = system.who("renke");
    await german.says("holidays");
    await german.sees("Days off: Germany");
    await german.sees("Fri 25 Dec 2026");
    await german.doesNotSee("not confirmed yet");
  });

  it("is said of the deadline of a check-in, in both languages, where the day lies in that year", async () => {
    const rep = system.who("linxiao");
    await system.leapTo(new Date("2026-12-28T01:30:00Z"));
    await rep.says("周报");
    await rep.doesNotSee("放假安排还没确认");
    await system.leapTo(new Date("2027-01-04T01:30:00Z"));
    await rep.says("周报");
    await rep.sees("2027年放假安排还没确认，截止时间可能会变。");
    await rep.says("设置");
    await rep.presses("修改");
    await rep.fills({ 语言: "English" });
    await rep.says("checkin");
    await rep.sees("Holidays of 2027 not confirmed yet: the deadline may move.");
    const german = system.who("renke");
    await german.says("checkin");
    await german.doesNotSee("not confirmed yet");
  });

  it("is asked of one admin weekly from 1 December, until the list is pasted", async () => {
    const admin = system.who("zhoulan");
    const asked = /通知出来后，整段贴进来就行/;
    await system.leapTo(new Date("2026-11-30T08:00:00Z"));
    await lookedOver(system);
    expect(await heard("zhoulan", asked)).toBe(0);
    await go("2026-12-01T02:30:00Z");
    await admin.sees("放假安排还没确认");
    await admin.sees("目前确定的：1月1日");
    await go("2026-12-08T02:30:00Z");
    expect(await heard("zhoulan", asked)).toBe(2);
    expect(await heard("renke", /Public holidays still to be confirmed/)).toBe(0);
    await admin.presses("录入放假安排");
    await admin.fills({ 日期: "2月30日放假" });
    await admin.sees("2月30日");
    await admin.fills({
      日期: "一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）上班。",
    });
    await admin.sees("记下了：放假 10 天，调休上班 1 天");
    await admin.doesNotSee("还没确认");
    await admin.says("初始设置");
    await admin.doesNotSee("还没确认");
    await go("2026-12-15T02:30:00Z");
    expect(await heard("zhoulan", asked)).toBe(2);
    const rep = system.who("linxiao");
    await rep.says("休假 2027年1月28日到2月4日");
    await rep.sees("2月12日（周五）回来");
  });

  it("sends no reminder on the days of Spring Festival that are certain, and goes on afterwards", async () => {
    await system.leapTo(new Date("2027-02-04T10:30:00Z"));
    await lookedOver(system);
    const before = (await system.who("linxiao").screen()).messages.length;
    await go("2027-02-08T10:30:00Z");
    expect((await system.who("linxiao").screen()).messages.length).toBe(before);
    await go("2027-02-09T06:00:00Z");
    await system.who("linxiao").sees("新的一周");
  });

  it("is whole as it is where an admin says so", async () => {
    const admin = system.who("zhoulan");
    await admin.says("放假 中国 2月9日至11日");
    await admin.sees("在中国的同事");
    await admin.sees("2027年放假安排还没确认");
    await admin.presses("2027年就这些");
    await admin.sees("中国 2027年的放假安排已确认。");
    await admin.says("初始设置");
    await admin.doesNotSee("还没确认");
  });
});

describe("the organisation's own days", { timeout: 120_000 }, () => {
  it("are asked for whom where people work in several countries, count, and are removed again", async () => {
    const [admin, german, rep] = [
      system.who("zhoulan"),
      system.who("renke"),
      system.who("linxiao"),
    ];
    await admin.says("放假 11月16日");
    await admin.sees("给谁的？");
    await admin.presses("中国");
    await admin.sees("记下了：放假 1 天");
    await rep.says("休假到周五");
    await rep.sees("11月17日（周二）回来");
    await german.says("away until Friday");
    await german.sees("Back on Fri 13 Nov");
    await admin.says("holiday remove 16 Nov");
    await admin.sees("已删除");
    await rep.says("休假到周五");
    await rep.sees("11月16日（周一）回来");
    await admin.says("holiday remove 16 Nov");
    await admin.sees("公司自己的安排里没有这几天");
  });

  it("are workdays too, for everybody, and listed for an admin with a way to remove them", async () => {
    const [admin, german] = [system.who("zhoulan"), system.who("renke")];
    await admin.says("workday add 14 Nov");
    await admin.presses("所有人");
    await admin.sees("调休上班 1 天");
    await german.says("away 13 Nov");
    await german.sees("Back on Sat 14 Nov");
    await admin.says("假期");
    await admin.sees("公司自己的安排");
    await admin.presses("删除");
    await admin.sees("已删除");
    await german.says("away 13 Nov");
    await german.sees("Back on Mon 16 Nov");
  });

  it("are an admin's to set; what cannot be read is one sentence, and nothing is kept", async () => {
    const [admin, rep] = [system.who("zhoulan"), system.who("maya")];
    await rep.says("holiday add 24 Dec");
    await rep.sees(/admin/);
    await admin.says("放假 春节");
    await admin.sees("没看到日期");
    await admin.says("holiday add 31 Nov");
    await admin.sees("31 Nov");
    await admin.says("holiday add 1 Jan to 30 Jun");
    await admin.sees("超过两个月");
    await admin.says("假期");
    await admin.doesNotSee("公司自己的安排");
  });
});

describe("an organisation that may be anywhere", { timeout: 120_000 }, () => {
  it("is asked where it is, counts in no currency before, and whoever has no place of their own goes along", async () => {
    const { db } = system.database;
    await db.execute(
      sql`update organisation_profile set zone = 'UTC', country = 'ZZ', currency = 'XXX', locale = 'en'`,
    );
    await db.execute(
      sql`update person set zone = 'UTC', country = 'ZZ', place_from = 'organisation' where name = 'Maya Collins'`,
    );
    await db.execute(sql`delete from goal`);
    await db.execute(sql`delete from metric`);
    const [admin, rep, german] = [system.who("zhoulan"), system.who("maya"), system.who("renke")];
    await rep.says("goal new signed contracts 100k by 12-31");
    await rep.sees("In which currency?");
    await rep.says("settings");
    await rep.sees("not chosen yet");
    await admin.says("初始设置");
    await admin.sees("公司在哪个国家或地区？");
    await admin.presses("改公司设置");
    await admin.fills({ 时区: "UTC", 公共假期: "" });
    await admin.sees("公共假期");
    await admin.fills({ 时区: "Warsaw" });
    await admin.sees("华沙 · 波兰 · PLN");
    await rep.says("settings");
    await rep.sees("Warsaw");
    await rep.sees("Poland");
    await german.says("settings");
    await german.sees("Germany");
    await rep.says("goal new signed contracts 100k by 12-31");
    await rep.sees("PLN");
  });

  it("keeps a week of its own: whoever has none works by it", async () => {
    await system.database.db.execute(
      sql`update person set place_from = 'organisation' where name = '林晓'`,
    );
    const [admin, rep] = [system.who("zhoulan"), system.who("linxiao")];
    await admin.says("初始设置");
    await admin.presses("改公司设置");
    await admin.fills({ 工作日: "周日到周四" });
    await rep.says("设置");
    await rep.sees("周日到周四");
    await rep.presses("修改");
    await rep.fills({ 工作时间: "22:00-6:00" });
    await rep.sees("工作时间要在同一天之内");
  });
});

describe("a message that waited", { timeout: 120_000 }, () => {
  it("shows the hour it arrived, not the hour it was written", async () => {
    // Ten in the evening in Shanghai.
    await go("2026-11-11T14:00:00Z");
    await system.who("zhoulan").says("定目标 拜访 20 11月30日前 给@林晓");
    await system.who("zhoulan").presses("提给林晓确认");
    await go("2026-11-12T01:30:00Z");
    const [row] = await execute<{ at: Date | string }>(
      system.database.db,
      sql`select at from outbox where person_id = (select id from person where name = '林晓') and kind = 'notice' order by seq desc limit 1`,
    );
    expect(new Date(row?.at ?? 0).toISOString()).toBe("2026-11-12T01:00:00.000Z");
  });
});
