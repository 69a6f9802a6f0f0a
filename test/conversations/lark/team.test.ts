// A sales team on Feishu, from the first word on: who is met, what is answered where, groups and signs.
import { describe, expect, it } from "vitest";
import { refusingRows } from "#test/support/database/breakage";
import { readCard } from "#test/support/lark/reading";
import { bot, system, larkTeam, directory } from "./sales-team.ts";

larkTeam();

describe("somebody who says hello", () => {
  it("becomes a person with their zone, in the language of their words; whoever runs the company's Lark is an admin", async () => {
    await system.who("ou_lan").says("帮助");
    await system.who("ou_renke").says("help");
    const { people: known, organisation } = await directory();
    expect(known.map(({ name, locale, zone, admin }) => ({ name, locale, zone, admin }))).toEqual([
      { name: "Renke Petersen", locale: "en", zone: "Europe/Berlin", admin: false },
      { name: "周岚", locale: "zh", zone: "Asia/Shanghai", admin: true },
    ]);
    expect(organisation).toMatchObject({
      name: "星河销售",
      zone: "Asia/Shanghai",
      country: "CN",
      currency: "CNY",
    });
  });

  it("who opens the chat or its menu first is spoken to as most people of that cloud read, and asked once; their own words decide", async () => {
    const rep = system.who("ou_xiao");
    await system.surface.event("im.chat.access_event.bot_p2p_chat_entered_v1", {
      chat_id: system.lark.p2p("ou_xiao"),
      operator_id: { open_id: "ou_xiao" },
    });
    await system.surface.event(
      "application.bot.menu_v6",
      { operator: { operator_id: { open_id: "ou_xiao" } }, event_key: "help" },
      "menu-1",
    );
    expect((await directory()).organisation.locale).toBe("zh");
    await rep.sees("你可以发这些");
    await rep.sees(/想用中文还是英文？[\s\S]*中文\nEnglish/);
    await rep.says("goals");
    await rep.sees(/Nothing|No goal|goal/i);
    await rep.doesNotSee(/English or Chinese/);
    expect((await directory()).people).toMatchObject([{ locale: "en", localeGuess: null }]);
  });

  it("in English on Feishu is asked, since anybody may have typed those words; one tap answers", async () => {
    const rep = system.who("ou_renke");
    await rep.says("help");
    await rep.sees(/English or Chinese\?/);
    await rep.presses("中文");
    await rep.sees("以后用中文");
    await rep.says("help");
    await rep.sees("你可以发这些");
    await rep.doesNotSee(/中文还是英文/);
  });

  it("is answered at once, in their language, by a card Lark takes", async () => {
    const rep = system.who("ou_xiao");
    await rep.says("帮助");
    await rep.sees("报");
    expect(system.lark.refusedCards).toEqual([]);
  });
});

const asked = (texts: readonly string[]): number =>
  texts.filter((each) => /初始设置由你来做|You can set me up/.test(each)).length;
const heard = async (user: string): Promise<readonly string[]> =>
  (await system.who(user).screen()).messages
    .filter((each) => each.by === "bot")
    .map((each) => each.text);

describe("first contact", () => {
  it.each([
    {
      user: "ou_lan",
      first: "帮助",
      answer: "你可以发这些",
      begin: "开始设置",
      setup: "星河销售的初始设置",
      again: "首页",
    },
    {
      user: "ou_boss",
      first: "my goals",
      answer: /goal/i,
      begin: "Start setup",
      setup: "Setting up 星河销售",
      again: "help",
    },
  ])(
    "of $user, who may set it up: the first words are answered, and with the way to setup, once",
    async ({ user, first, answer, begin, setup, again }) => {
      system.lark.users.set("ou_boss", {
        openId: "ou_boss",
        name: "Olga Owner",
        email: "olga@example.com",
        zone: "Europe/Berlin",
        admin: true,
      });
      const admin = system.who(user);
      await admin.says(first);
      await admin.sees(answer);
      expect(asked(await heard(user))).toBe(1);
      await admin.says(again);
      expect(asked(await heard(user))).toBe(1);
      await admin.presses(begin);
      await admin.sees(setup);
      await admin.presses(user === "ou_lan" ? "设置国家和货币" : "Set country and currency");
      await admin.sees(user === "ou_lan" ? "币种" : "Currency");
    },
  );

  it("of an admin who asks for setup at once is answered with it alone", async () => {
    await system.who("ou_lan").says("初始设置");
    await system.who("ou_lan").sees("星河销售的初始设置");
    expect(asked(await heard("ou_lan"))).toBe(0);
  });

  it("of a rep is answered and no more; whoever only opens the chat is told what it is, and whoever brings it into a group what it does there", async () => {
    await system.who("ou_xiao").says("帮助");
    expect(await heard("ou_xiao")).toHaveLength(1);
    system.lark.groups.set("oc_team", { name: "华东一部", bot: true });
    for (const user of ["ou_lan", "ou_renke"])
      await system.surface.event("im.chat.access_event.bot_p2p_chat_entered_v1", {
        chat_id: system.lark.p2p(user),
        operator_id: { open_id: user },
      });
    await system.surface.event("im.chat.member.bot.added_v1", {
      chat_id: "oc_team",
      name: "华东一部",
      operator_id: { open_id: "ou_lan" },
    });
    await system.settle();
    expect(await heard("ou_xiao")).toHaveLength(1);
    expect(await heard("ou_renke")).toHaveLength(1);
    await system.who("ou_lan").sees("谢谢把我拉进华东一部");
    expect(system.lark.messages.filter((each) => each.chat === "oc_team")).toEqual([]);
    expect((await directory()).places).toMatchObject([{ name: "华东一部" }]);
  });
});

describe.each([
  {
    who: "ou_xiao",
    goal: "定目标 回款 100万 12月31日前",
    start: "就这么定",
    log: "报12万 某客户",
    sees: "12万 / 100万",
    undo: "撤销",
  },
  {
    who: "ou_renke",
    goal: "goal new revenue 100k by 12-31",
    start: "Set it as it is",
    log: "log 12k Acme",
    sees: "¥12k of ¥100k",
    undo: "undo",
  },
])("a goal on Lark, said by $who", ({ who, goal, start, log, sees, undo }) => {
  it("is set by a press in place, logged to, and mended", async () => {
    const rep = system.who(who);
    await rep.says(goal);
    const offered = await rep.screen();
    const label = offered.messages.find((each) => each.text.startsWith("G1"))!.buttons[0]!;
    expect(label, start).not.toBe("");
    await rep.presses(label);
    const before = (await rep.screen()).messages.length;
    expect(before).toBe(offered.messages.length);
    await rep.says(log);
    await rep.sees(sees);
    await rep.says(undo);
    await rep.doesNotSee(sees);
    expect(system.lark.refusedCards).toEqual([]);
  });
});

describe("a group", () => {
  it("joined by the bot is a place; a personal command in it is answered in the own chat, of which one line there tells them alone", async () => {
    system.lark.groups.set("oc_team", { name: "华东一部", bot: true });
    await system.surface.event("im.chat.member.bot.added_v1", {
      chat_id: "oc_team",
      name: "华东一部",
      operator_id: { open_id: "ou_lan" },
    });
    await system.who("ou_xiao").says("定目标 电话 100 12月31日前");
    await system
      .who("ou_xiao")
      .presses((await system.who("ou_xiao").screen()).messages.at(-1)!.buttons[0]!);
    const said = await system.surface.sayIn("oc_team", "ou_xiao", "@_user_1 报 电话20", [bot]);
    await system.settle();
    expect(said.reactions).toEqual([]);
    expect(system.lark.shownOnly.map(({ user, text }) => [user, text])).toEqual([
      ["ou_xiao", "结果已发到你和我的单聊里。"],
    ]);
    expect(
      system.lark.messages.filter((each) => each.chat === "oc_team" && each.by === "bot"),
    ).toEqual([]);
    expect((await system.who("ou_xiao").screen()).messages.at(-1)?.text).toContain("20 / 100");
    await system.surface.sayIn("oc_team", "ou_xiao", "@_user_1 报20 G99", [bot]);
    await system.settle();
    expect([
      system.lark.shownOnly.length,
      (await system.who("ou_xiao").screen()).messages.at(-1)?.text,
    ]).toEqual([1, expect.stringContaining("G99")]);
    expect((await directory()).places).toMatchObject([{ name: "华东一部" }]);
    await system.surface.event("im.chat.disbanded_v1", { chat_id: "oc_team", name: "华东一部" });
    await system.settle();
  });
});

describe("a colleague who never spoke to the bot", () => {
  it("can be praised by a mention in a group the bot was in before, and a thumb under the shout-out counts", async () => {
    system.lark.groups.set("oc_team", { name: "华东一部", bot: true });
    await system.surface.sayIn("oc_team", "ou_xiao", "@_user_1 表扬 @_user_2 一个电话谈下大单", [
      bot,
      { openId: "ou_lan", name: "周岚" },
    ]);
    await system.settle();
    const shout = system.lark.messages.findLast(
      (each) => each.chat === "oc_team" && each.by === "bot",
    )!;
    expect(readCard(shout.card).text).toContain("周岚");
    expect((await directory()).places).toMatchObject([{ name: "华东一部" }]);
    const thumb = {
      message_id: shout.id,
      reaction_type: { emoji_type: "THUMBSUP" },
      operator_type: "user",
      user_id: { open_id: "ou_renke" },
      action_time: "1",
    };
    await system.who("ou_renke").says("help");
    await system.surface.event("im.message.reaction.created_v1", thumb);
    await system.settle();
    expect(readCard(shout.card).buttons.map((each) => each.label)).toEqual(
      expect.arrayContaining([expect.stringMatching(/1/)]),
    );
    await system.surface.event("im.message.reaction.deleted_v1", thumb);
    await system.settle();
    expect(readCard(shout.card).buttons.map((each) => each.label)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/1/)]),
    );
  });
});

describe("a mark under a message that is no shout-out", () => {
  it("is dropped before anything of it is kept, whoever left it: a colleague's message, the bot's own card, a message nobody knows", async () => {
    await system.surface.sayIn("oc_team", "ou_xiao", "早上好", []);
    await system.who("ou_renke").says("help");
    const own = system.lark.messages.findLast((each) => each.by === "bot")!;
    const talk = system.lark.messages.find((each) => each.by !== "bot")!;
    const before = (await directory()).people;
    await refusingRows(
      system.database,
      ["inbox", "act", "outbox", "person", "chat_identity"],
      async () => {
        for (const message_id of [own.id, talk.id, "om_nobodys"]) {
          for (const open_id of ["ou_renke", "ou_lan"]) {
            for (const type of [
              "im.message.reaction.created_v1",
              "im.message.reaction.deleted_v1",
            ]) {
              const pushed = await system.surface.event(type, {
                message_id,
                reaction_type: { emoji_type: "THUMBSUP" },
                operator_type: "user",
                user_id: { open_id },
                action_time: "1",
              });
              expect(pushed.status).toBe(200);
            }
          }
        }
        await system.settle();
      },
    );
    expect((await directory()).people).toEqual(before);
  });
});
