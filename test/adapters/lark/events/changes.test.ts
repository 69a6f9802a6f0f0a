// What people do in Lark: the menu, signs, places that change, and people who do.
import { describe, expect, it } from "vitest";
import { lark, happening } from "./happening.ts";

happening();

describe("the menu, signs, places and people", () => {
  it.each([
    ["log", "log"],
    ["checkin", "checkin"],
    ["praise", "praise"],
    ["home", "home"],
    ["help", "help"],
  ])("the menu's %s says %j", async (key, words) => {
    await lark.surface.event("application.bot.menu_v6", {
      operator: { operator_name: "Renke", operator_id: { open_id: "ou_renke" } },
      event_key: key,
      timestamp: 1_669_364_458,
    });
    await lark.adapter.idle();
    expect(lark.bot.received).toMatchObject([
      { kind: "said", text: words, chosen: true, from: { user: "ou_renke" } },
    ]);
  });

  it("a menu entry of another app's is nothing", async () => {
    await lark.surface.event("application.bot.menu_v6", {
      operator: { operator_id: { open_id: "ou_renke" } },
      event_key: "drop tables",
    });
    expect(lark.bot.received).toEqual([]);
  });

  it("a thumb put on a message and taken off again is a +1 and none; other signs and those of bots are nothing", async () => {
    const sign = (emoji: string, operator = "user") => ({
      message_id: "om_1",
      reaction_type: { emoji_type: emoji },
      operator_type: operator,
      user_id: { open_id: "ou_lan" },
      action_time: "1",
    });
    await lark.surface.event("im.message.reaction.created_v1", sign("THUMBSUP"), "r-1");
    await lark.surface.event("im.message.reaction.deleted_v1", sign("THUMBSUP"), "r-2");
    await lark.surface.event("im.message.reaction.created_v1", sign("CRY"));
    await lark.surface.event("im.message.reaction.created_v1", sign("THUMBSUP", "app"));
    await lark.adapter.idle();
    expect(lark.bot.received).toEqual([
      {
        kind: "reacted",
        dedupeKey: "lark:reaction:r-1",
        from: { platform: "lark", workspace: lark.workspace, user: "ou_lan" },
        messageId: "om_1",
        anywhere: true,
        added: true,
      },
      {
        kind: "reacted",
        dedupeKey: "lark:reaction:r-2",
        from: { platform: "lark", workspace: lark.workspace, user: "ou_lan" },
        messageId: "om_1",
        anywhere: true,
        added: false,
      },
    ]);
  });

  it("groups that are joined, renamed and left are places that change", async () => {
    const place = { platform: "lark", workspace: lark.workspace, channel: "oc_new" };
    await lark.surface.event(
      "im.chat.member.bot.added_v1",
      { chat_id: "oc_new", name: "华南", operator_id: { open_id: "ou_lan" } },
      "p-1",
    );
    await lark.surface.event(
      "im.chat.updated_v1",
      { chat_id: "oc_new", after_change: { name: "华南二部" }, before_change: { name: "华南" } },
      "p-2",
    );
    await lark.surface.event(
      "im.chat.updated_v1",
      { chat_id: "oc_new", after_change: { avatar: "x" } },
      "p-3",
    );
    await lark.surface.event(
      "im.chat.member.bot.deleted_v1",
      { chat_id: "oc_new", name: "华南二部" },
      "p-4",
    );
    await lark.adapter.idle();
    expect(lark.bot.received).toEqual([
      {
        kind: "placeChanged",
        dedupeKey: "lark:place:p-1",
        place,
        name: "华南",
        member: true,
        by: "ou_lan",
      },
      { kind: "placeChanged", dedupeKey: "lark:place:p-2", place, name: "华南二部", member: true },
      { kind: "placeChanged", dedupeKey: "lark:place:p-4", place, name: "华南二部", member: false },
    ]);
  });

  it("whoever opens the chat for the first time is introduced, once", async () => {
    for (let i = 0; i < 3; i += 1)
      await lark.surface.event("im.chat.access_event.bot_p2p_chat_entered_v1", {
        chat_id: "oc_p2p_ou_lan",
        operator_id: { open_id: "ou_lan" },
      });
    await lark.adapter.idle();
    expect(lark.bot.received).toMatchObject([
      {
        kind: "personChanged",
        from: { user: "ou_lan" },
        profile: {
          name: "周岚",
          email: "lan@example.com",
          zone: "Asia/Shanghai",
          locale: null,
          guess: "en",
          active: true,
          guest: false,
        },
      },
    ]);
  });

  it.each([
    [
      "the company's own, though they have another",
      { email: "boss@example.com", enterprise_email: "lan@company.example" },
      "lan@company.example",
    ],
    [
      "the contact's, where the company gave none",
      { email: "lan@example.com", enterprise_email: "" },
      "lan@example.com",
    ],
    ["none, where none is told", {}, null],
  ])("somebody's address is %s", async (_, told, email) => {
    await lark.surface.event("contact.user.updated_v3", {
      object: { open_id: "ou_lan", name: "周岚", ...told },
    });
    await lark.adapter.idle();
    expect(lark.bot.received).toMatchObject([{ kind: "personChanged", profile: { email } }]);
  });

  it("who left the company is no more active", async () => {
    await lark.surface.event("contact.user.updated_v3", {
      object: {
        open_id: "ou_lan",
        name: "周岚",
        status: { is_resigned: false },
        time_zone: "Asia/Shanghai",
      },
    });
    await lark.surface.event("contact.user.deleted_v3", { object: { open_id: "ou_lan" } });
    expect(lark.bot.received).toMatchObject([
      { kind: "personChanged", profile: { name: "周岚", active: true } },
      { kind: "personChanged", profile: { name: "", active: false } },
    ]);
  });

  it.each([
    ["no more", false],
    ["now", true],
    ["for all that is told", undefined],
  ])("whether somebody runs the company is said as told: %s", async (_, is) => {
    await lark.surface.event("contact.user.updated_v3", {
      object: {
        open_id: "ou_lan",
        name: "周岚",
        ...(is === undefined ? {} : { is_tenant_manager: is }),
      },
    });
    await lark.adapter.idle();
    const [came] = lark.bot.received as readonly {
      readonly profile: { readonly admin?: boolean };
    }[];
    expect(came!.profile.admin).toBe(is);
  });

  it("colleagues who never had to do with the bot are nobody's business", async () => {
    lark.bot.strangers.add("ou_lan");
    await lark.surface.event("contact.user.updated_v3", {
      object: { open_id: "ou_lan", name: "周岚" },
    });
    await lark.surface.event("contact.user.deleted_v3", {
      object: { open_id: "ou_lan", name: "周岚" },
    });
    expect(lark.bot.received).toEqual([]);
  });

  it.each([
    ["another department", "contact.user.updated_v3", { department_ids: ["od_1"] }, 1],
    ["another manager", "contact.user.updated_v3", { leader_user_id: "ou_boss" }, 1],
    ["another phone", "contact.user.updated_v3", { mobile: "+86130" }, 0],
    ["a new colleague", "contact.user.created_v3", undefined, 1],
    ["somebody who left", "contact.user.deleted_v3", undefined, 1],
    ["a department with another head", "contact.department.updated_v3", undefined, 1],
  ])("%s is a change of the directory or not: %s %j", async (_, type, before, count) => {
    const told: string[] = [];
    lark.bot.directoryChanged = async ({ workspace }) => void told.push(workspace);
    lark.bot.strangers.add("ou_new");
    await lark.surface.event(type, {
      object: { open_id: "ou_new", name: "李雷" },
      ...(before === undefined ? {} : { old_object: before }),
    });
    expect(told).toEqual(Array.from({ length: count }, () => lark.workspace));
  });

  it("what changed is written before it is acknowledged, and told again where it was not", async () => {
    lark.bot.receive = () => Promise.reject(new Error("the database is away"));
    expect(
      (await lark.surface.event("contact.user.deleted_v3", { object: { open_id: "ou_lan" } }))
        .status,
    ).toBe(500);
    expect(
      (await lark.surface.event("im.chat.disbanded_v1", { chat_id: "oc_team", name: "华东" }))
        .status,
    ).toBe(500);
  });
});
