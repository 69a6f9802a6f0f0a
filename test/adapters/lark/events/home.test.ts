// Lark's home is a card in the own chat: it follows what its person does and what others do while it may be looked at; and a thread of the own
// chat is answered there.
import { describe, expect, it } from "vitest";
import { button, card } from "#src/view/card";
import { larkStart } from "#test/support/lark/fixture";
import { readCard } from "#test/support/lark/reading";
import { press } from "#test/adapters/samples";
import { happening, lark, own, titles } from "./happening.ts";

happening();

const pressHome = { name: "house.say", version: 1, payload: { text: "home" } };

const goals = (figure: string) => [
  card({ title: `Log`, quiet: true }),
  card({
    title: `My goals`,
    body: [],
    context: figure,
    buttons: [button("Open", press({ what: "g" }))],
  }),
];

/** Asks for it, and gets it as a delivery like any answer. */
async function opens(figure: string, user = "ou_renke"): Promise<void> {
  lark.bot.showsAtHome(goals(figure));
  await lark.surface.say(user, "home");
  await lark.adapter.chat.post(
    { platform: "lark", workspace: lark.workspace, user },
    {
      deliveryId: `0193aaaa-0000-7000-8000-0000000${user === "ou_renke" ? "000aa" : "000bb"}`,
      at: new Date(larkStart),
      cards: goals(figure),
    },
  );
  await lark.adapter.idle();
}
const home = (user = "ou_renke"): string => titles(user).find((each) => each.includes("My goals"))!;
const changes = (): number => lark.fake.asked.filter((each) => each.method === "PATCH").length;

describe("the home card", () => {
  it("shows new figures at once after what its person says", async () => {
    await opens("10k");
    lark.bot.showsAtHome(goals("11k"));
    await lark.surface.say("ou_renke", "log 1k");
    expect(home()).toContain("11k");
    expect(changes()).toBe(1);
  });

  it("is left alone where nothing changed, and where it is some other card", async () => {
    await opens("10k");
    await lark.surface.say("ou_renke", "goals");
    expect(changes()).toBe(0);
    await lark.adapter.chat.post(
      { platform: "lark", workspace: lark.workspace, user: "ou_lan" },
      {
        deliveryId: "0193aaaa-0000-7000-8000-0000000000cc",
        at: new Date(larkStart),
        cards: goals("10k"),
      },
    );
    lark.bot.showsAtHome(goals("12k"));
    await lark.surface.say("ou_lan", "log 2k");
    await lark.adapter.idle();
    expect(home("ou_lan")).toContain("10k");
  });

  it("follows what others do, once for all of them", async () => {
    await opens("10k");
    lark.bot.showsAtHome(goals("30k"));
    for (let i = 0; i < 3; i += 1)
      await lark.surface.event("application.bot.menu_v6", {
        operator: { operator_id: { open_id: "ou_lan" } },
        event_key: "log",
        timestamp: 1,
      });
    await lark.adapter.idle();
    expect(home()).toContain("30k");
    expect(changes()).toBe(1);
  });

  it("follows a press on it, and is nobody's any more once a press put something else in its place", async () => {
    await opens("10k");
    const [message] = own().filter((each) => readCard(each.card).text.includes("My goals"));
    lark.bot.next(() => {
      lark.bot.showsAtHome(goals("14k"));
      return { outcome: "delivered" };
    });
    await lark.surface.press("ou_renke", "Open");
    await lark.adapter.idle();
    expect(readCard(message!.card).text).toContain("14k");
    lark.bot.next({ outcome: "replace", cards: [card({ title: "G1" })], locale: "en" });
    await lark.surface.press("ou_renke", "Open");
    lark.bot.showsAtHome(goals("15k"));
    await lark.surface.say("ou_renke", "log 1k");
    await lark.adapter.idle();
    expect(readCard(message!.card).text).toBe("G1");
  });

  it("follows its own person all day, and others for half an hour: nobody looks at it then, and each change is a call", async () => {
    await opens("10k");
    lark.time.now += 31 * 60_000;
    lark.bot.showsAtHome(goals("11k"));
    await lark.surface.say("ou_lan", "log 1k");
    await lark.adapter.idle();
    expect(changes()).toBe(0);
    await lark.surface.say("ou_renke", "goals");
    await lark.adapter.idle();
    expect(home()).toContain("11k");
    lark.time.now += 12 * 3_600_000;
    lark.bot.showsAtHome(goals("12k"));
    await lark.surface.say("ou_renke", "goals");
    await lark.adapter.idle();
    expect(changes()).toBe(1);
  });

  it("that a button brought is followed too", async () => {
    lark.bot.showsAtHome(goals("10k"));
    const start = card({ title: "Hello", buttons: [button("Home", pressHome)] });
    await lark.adapter.chat.post(
      { platform: "lark", workspace: lark.workspace, user: "ou_renke" },
      {
        deliveryId: "0193aaaa-0000-7000-8000-0000000000dd",
        at: new Date(larkStart),
        cards: [start],
      },
    );
    lark.bot.next({ outcome: "show", cards: goals("10k"), locale: "en" });
    await lark.surface.press("ou_renke", "Home");
    await lark.adapter.idle();
    lark.bot.showsAtHome(goals("11k"));
    await lark.surface.say("ou_renke", "log 1k");
    await lark.adapter.idle();
    expect(home()).toContain("11k");
    expect(changes()).toBe(1);
  });

  it("that cannot be changed just now is changed with the next act", async () => {
    await opens("10k");
    lark.bot.showsAtHome(goals("11k"));
    lark.fake.trouble(/messages\/om_/, { code: 230020, status: 400 });
    await lark.surface.say("ou_renke", "log 1k");
    await lark.adapter.idle();
    expect(home()).toContain("10k");
    await lark.surface.say("ou_renke", "goals");
    await lark.adapter.idle();
    expect(home()).toContain("11k");
  });
});

describe("a thread of the own chat", () => {
  const inThreads = () =>
    lark.fake.messages.filter((each) => each.thread !== undefined && each.by === "bot");

  it("is answered there with where the answer is, once, in the reader's language", async () => {
    const under = lark.fake.add({ chat: lark.fake.p2p("ou_renke"), by: "bot", text: "a reminder" });
    await lark.surface.sayInThread("ou_renke", "log 12k", under);
    expect(inThreads().map((each) => [each.thread, each.text])).toEqual([
      [`omt_${under.id}`, "Done. The answer is below, in the chat itself."],
    ]);
  });

  it("is not, where nothing was done about it", async () => {
    const under = lark.fake.add({ chat: lark.fake.p2p("ou_renke"), by: "bot", text: "a reminder" });
    lark.bot.next({ outcome: "ignored" });
    await lark.surface.sayInThread("ou_renke", "thanks", under);
    expect(inThreads()).toEqual([]);
  });
});
