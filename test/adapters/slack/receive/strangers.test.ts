// What Slack sends to us of somebody nobody knows yet: who is met first, who is refused, and who is found by a name.
import { beforeEach, describe, expect, it } from "vitest";
import { sendCommand, sendEvent } from "#test/support/slack/platform/client";
import { team } from "#test/support/slack/fixture";
import { made, receiving, workspace, bot, inDm, asked, ownChat } from "./receiving.ts";

receiving();

describe("somebody nobody knows yet", () => {
  it("is met first, with zone and language, and then heard", async () => {
    made.bot.strangers.add("U2");
    made.bot.next((incoming) => {
      made.bot.strangers.delete("U2");
      return incoming.kind === "personChanged" ? { outcome: "delivered" } : { outcome: "stranger" };
    });
    await sendEvent(made.wire, team, bot(), inDm("目标", { user: "U2" }));
    expect(made.bot.received).toMatchObject([
      {
        kind: "personChanged",
        from: { user: "U2" },
        profile: {
          name: "周岚",
          email: "lan@example.com",
          locale: "zh",
          zone: "Asia/Shanghai",
          active: true,
          guest: false,
          admin: true,
        },
      },
      { kind: "said" },
    ]);
  });

  it.each([
    ["a guest", { guest: true }],
    ["another bot", { bot: true }],
    ["somebody of a connected workspace", { team: "T8" }],
    ["somebody deactivated", { deleted: true }],
  ])("is refused kindly when it is %s", async (_who, more) => {
    workspace().users.set("U7", { id: "U7", name: "Seven", ...more });
    made.bot.strangers.add("U7");
    const { body } = await sendCommand(made.wire, asked("log 12k", { user_id: "U7" }));
    expect(body).toMatchObject({ text: expect.stringContaining("not in the directory") as string });
    expect(made.bot.received).toEqual([]);
  });

  it.each([
    [
      "is busy",
      { status: 429, headers: { "retry-after": "5" }, body: { ok: false, error: "ratelimited" } },
    ],
    ["has an error of its own", { status: 500, body: {} }],
    [
      "lets nobody look people up",
      { body: { ok: false, error: "missing_scope", needed: "users:read", provided: "chat:write" } },
    ],
  ])(
    "is no stranger while Slack %s: the message comes again, and after the last time they are told",
    async (_what, answer) => {
      made.bot.strangers.add("U1");
      for (const retry of [0, 1, 2]) {
        made.slack.next("users.info", answer);
        expect(
          (
            await sendEvent(made.wire, team, bot(), inDm("log 12k"), {
              eventId: "Ev1",
              ...(retry === 0 ? {} : { retry }),
            })
          ).status,
        ).toBe(500);
      }
      expect(ownChat()).toEqual([]);
      made.slack.next("users.info", answer);
      expect(
        (await sendEvent(made.wire, team, bot(), inDm("log 12k"), { eventId: "Ev1", retry: 3 }))
          .status,
      ).toBe(200);
      await made.adapter.settled();
      expect(ownChat()).toEqual(["I couldn't look you up just now. Please try again in a minute."]);
      const causes = made.logged.filter(({ event }) => event === "slack.cannot_look_up");
      expect(causes).toHaveLength(4);
      if ("needed" in answer.body) expect(causes[0]?.fields).toMatchObject({ needs: "users:read" });
    },
  );

  describe("and is named by a name or an e-mail", () => {
    beforeEach(() => {
      for (const [id, name, email] of [
        ["U11", "Bob Stone", "bob@example.com"],
        ["U12", "Bobby Tables", "tables@example.com"],
        ["U13", "李雷", "lilei@example.com"],
        ["U14", "Guest Bob", "g@example.com"],
      ] as const) {
        workspace().users.set(id, { id, name, email, ...(id === "U14" ? { guest: true } : {}) });
        made.bot.strangers.add(id);
      }
    });
    const met = () =>
      made.bot.received.flatMap((each) =>
        each.kind === "personChanged" ? [each.profile.name] : [],
      );
    const lists = () => made.slack.calls.filter((each) => each.method === "users.list").length;

    it.each([
      ["praise @bob for the demo", ["Bob Stone"]],
      ["praise @Bob Stone for the demo", ["Bob Stone"]],
      ["表扬@李雷一个电话签下大单", ["李雷"]],
      ["praise tables@example.com for the demo", ["Bobby Tables"]],
      ["praise @guest for the demo", []],
      ["praise @nobody for the demo", []],
      ["praise Bob for the demo", []],
    ])("is met before %s is carried out: %j", async (line, names) => {
      await sendEvent(made.wire, team, bot(), inDm(line));
      await made.adapter.settled();
      expect(met()).toEqual(names);
      expect(made.bot.received.at(-1)?.kind).toBe("said");
      made.bot.received.length = 0;
      for (const id of ["U11", "U12", "U13"]) made.bot.strangers.add(id);
      await sendCommand(made.wire, asked(line));
      expect(met()).toEqual(names);
      expect(lists()).toBeLessThanOrEqual(1);
    });

    it("of a large workspace is found page by page, and who joined, was renamed or left meanwhile is known as they are now", async () => {
      for (let i = 0; i < 2_300; i++)
        workspace().users.set(`UX${i}`, { id: `UX${i}`, name: `Person ${i}` });
      workspace().users.set("UZ", { id: "UZ", name: "Zoe Last" });
      for (const id of ["UZ", "UN"]) made.bot.strangers.add(id);
      await sendEvent(made.wire, team, bot(), inDm("praise @zoe for the demo"));
      await made.adapter.settled();
      expect(met()).toEqual(["Zoe Last"]);
      expect(lists()).toBe(3);
      workspace().users.set("UN", { id: "UN", name: "Nina New" });
      const user = (id: string, name: string, more: object = {}) => ({
        id,
        team_id: team,
        name: name.toLowerCase(),
        real_name: name,
        profile: { real_name: name },
        ...more,
      });
      await sendEvent(made.wire, team, bot(), { type: "team_join", user: user("UN", "Nina New") });
      await sendEvent(made.wire, team, bot(), {
        type: "user_change",
        user: user("U11", "Bob Stone", { deleted: true }),
      });
      await sendEvent(
        made.wire,
        team,
        bot(),
        inDm("praise @nina for the demo", { ts: "1795000001.000100" }),
      );
      await sendEvent(
        made.wire,
        team,
        bot(),
        inDm("praise @bob for the demo", { ts: "1795000002.000100" }),
      );
      await made.adapter.settled();
      expect(met()).toEqual(["Zoe Last", "Nina New"]);
      expect(lists()).toBe(3);
    });

    it("in a list of eighty e-mails is not looked for more often than Slack lets it", async () => {
      await sendEvent(
        made.wire,
        team,
        bot(),
        inDm(Array.from({ length: 80 }, (_, i) => `customer${i}@example.org`).join(" ")),
      );
      await made.adapter.settled();
      const lookups = made.slack.calls.filter((each) => each.method === "users.lookupByEmail");
      expect(lookups).toHaveLength(15);
      expect(lookups.every((each) => each.error === "users_not_found")).toBe(true);
      expect(made.bot.received.map((each) => each.kind)).toEqual(["said"]);
    });

    it("stays a word while Slack does not show its list, and the line is carried out", async () => {
      made.slack.next("users.list", {
        status: 429,
        headers: { "retry-after": "5" },
        body: { ok: false, error: "ratelimited" },
      });
      await sendEvent(made.wire, team, bot(), inDm("praise @bob for the demo"));
      await made.adapter.settled();
      expect(made.bot.received.map((each) => each.kind)).toEqual(["said"]);
    });
  });

  it("and is named by somebody does not keep what was said from being stored and carried out", async () => {
    made.bot.strangers.add("U2");
    made.slack.next("users.info", { status: 500, body: {} });
    expect(
      (await sendEvent(made.wire, team, bot(), inDm("praise <@U2> for the demo"))).status,
    ).toBe(200);
    await made.adapter.settled();
    expect(made.bot.received).toMatchObject([{ kind: "said", text: "praise <@U2> for the demo" }]);
  });

  it("hears that they could not be looked up, rather than nothing", async () => {
    made.bot.strangers.add("U2");
    made.slack.next("users.info", { status: 500, body: {} });
    const { body } = await sendCommand(made.wire, asked("log 12k", { user_id: "U2" }));
    expect(body).toMatchObject({
      text: expect.stringContaining("couldn't look you up") as string,
    });
  });
});
