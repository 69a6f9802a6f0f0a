// What people do in Lark: presses, answered in time, late, twice, or not for everybody.
import { describe, expect, it, vi } from "vitest";
import type { Outcome } from "#src/bot/declare/incoming";
import { button, card } from "#src/view/card";
import { larkStart } from "#test/support/lark/fixture";
import { readCard } from "#test/support/lark/reading";
import { press } from "#test/adapters/samples";
import { until } from "#test/support/until";
import { lark, happening, reopened, locale, own, titles, inGroup, acted } from "./happening.ts";

happening();

const turnOver = () => new Promise((resolve) => setImmediate(resolve));

describe("a click", () => {
  it("that comes under two event ids is one act, and what it shows is shown once", async () => {
    const shown = { outcome: "show", cards: [card({ title: "Shown" })], locale } as const;
    await lark.adapter.chat.post(
      { platform: "lark", workspace: lark.workspace, user: "ou_renke" },
      {
        deliveryId: "0193aaaa-0000-7000-8000-00000000000b",
        at: new Date(larkStart),
        cards: [card({ title: "t", buttons: [button("Go", press({ what: "go" }))] })],
      },
    );
    const message = own()[0]!;
    for (const id of ["event-1", "event-2"]) {
      lark.bot.next(shown);
      await lark.surface.click("ou_renke", message, "Go", id);
    }
    expect(new Set(lark.bot.received.map((each) => each.dedupeKey)).size).toBe(1);
    expect(titles()).toEqual(["t", "Shown"]);
    lark.time.now += 10_000;
    lark.bot.next(shown);
    await lark.surface.click("ou_renke", message, "Go", "event-3");
    expect(titles()).toEqual(["t", "Shown", "Shown"]);
  });

  it("that somebody carries out already is answered with nothing", async () => {
    const message = await inGroup();
    lark.bot.accept = async () => null;
    expect(await lark.surface.click("ou_renke", message, "Go")).toEqual({});
  });

  it.each([{}, "text", null, { v: 2 }, { v: 1, k: "x", b: "0-0", a: "goals.log", n: "1", p: {} }])(
    "on a button that holds %j is told that the card is old",
    async (value) => {
      const response = await lark.surface.event("card.action.trigger", {
        operator: { open_id: "ou_renke", tenant_key: lark.fake.tenant },
        token: "c-1",
        action: { tag: "button", value },
        context: { open_message_id: "om_1", open_chat_id: "oc_1" },
      });
      expect(await response.json()).toEqual({
        toast: { type: "error", content: expect.stringMatching(/older version/) as string },
      });
      expect(lark.bot.received).toEqual([]);
    },
  );

  it("on the border of two three-second spans is one click as well", async () => {
    const message = await inGroup();
    lark.time.now = Math.floor(lark.time.now / 3_000) * 3_000 + 2_990;
    for (const id of ["event-1", "event-2"]) {
      lark.bot.next({ outcome: "show", cards: [card({ title: "Shown" })], locale });
      await lark.surface.click("ou_renke", message, "Go", id);
      lark.time.now += 20;
    }
    expect(titles()).toEqual(["Shown"]);
  });

  it("in hand keeps others from changing its card: what they change comes after the answer, or Lark would undo it", async () => {
    await reopened({ answerTravelsMs: 700 });
    const message = await inGroup();
    const edited: string[] = [];
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    lark.bot.next(async () => {
      void lark.adapter.chat
        .edit({ platform: "lark", workspace: lark.workspace, channel: "oc_team" }, message.id, {
          deliveryId: "0193aaaa-0000-7000-8000-00000000000d",
          at: new Date(larkStart),
          cards: [card({ title: "1 agrees" })],
        })
        .then((result) => edited.push(result.result));
      for (let turn = 0; turn < 20; turn++) await turnOver();
      return { outcome: "toast", line: ["Counted"], locale, tone: "info" };
    });
    try {
      await lark.surface.click("ou_lan", message, "Go");
      await vi.advanceTimersByTimeAsync(650);
      expect([edited, readCard(message.card).text]).toEqual([[], "In the group"]);
      await vi.advanceTimersByTimeAsync(100);
    } finally {
      vi.useRealTimers();
    }
    await until(() => edited.length === 1);
    expect(readCard(message.card).text).toBe("1 agrees");
  });

  it("that takes longer than Lark waits is answered in time, and the card changes afterwards", async () => {
    await reopened({ answerTravelsMs: 700 });
    const message = await inGroup();
    let finish = (_: Outcome): void => {};
    lark.bot.next(() => new Promise((resolve) => (finish = resolve)));
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const answered = lark.surface.event("card.action.trigger", {
        operator: { open_id: "ou_renke", tenant_key: lark.fake.tenant },
        token: "c-1",
        action: { tag: "button", value: valueOf(message.card) },
        context: { open_message_id: message.id, open_chat_id: message.chat },
      });
      await until(() => lark.bot.received.length > 0);
      await vi.advanceTimersByTimeAsync(2_000);
      expect(await (await answered).json()).toEqual({
        toast: { type: "info", content: expect.stringMatching(/moment/) as string },
      });
      finish({ outcome: "replace", cards: [card({ title: "At last" })], locale });
      await vi.advanceTimersByTimeAsync(550);
      // Before Lark surely has the answer, a change would be undone by it.
      expect(readCard(message.card).text).toBe("In the group");
      await vi.advanceTimersByTimeAsync(200);
    } finally {
      vi.useRealTimers();
    }
    await lark.adapter.idle();
    expect(readCard(message.card).text).toBe("At last");
  });

  it("that the database does not keep in time is not taken, says so within two seconds, and is not carried out afterwards", async () => {
    const message = await inGroup();
    let back = (): void => {};
    const isBack = new Promise<void>((resolve) => (back = resolve));
    let asked = 0;
    let forgotten = 0;
    lark.bot.accept = async (incoming) => {
      asked += 1;
      await isBack;
      return Object.assign(() => lark.bot.receive(incoming), {
        forget: async () => void (forgotten += 1),
      });
    };
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const answered = lark.surface.event("card.action.trigger", {
        operator: { open_id: "ou_renke", tenant_key: lark.fake.tenant },
        token: "c-1",
        action: { tag: "button", value: valueOf(message.card) },
        context: { open_message_id: message.id, open_chat_id: message.chat },
      });
      await until(() => asked === 1);
      await vi.advanceTimersByTimeAsync(1_750);
      expect(await (await answered).json()).toEqual({
        toast: { type: "error", content: expect.stringMatching(/press again/) as string },
      });
    } finally {
      vi.useRealTimers();
    }
    back();
    await until(() => forgotten === 1);
    expect(acted()).toEqual([]);
  });

  it("that the database refuses is not taken either", async () => {
    const message = await inGroup();
    lark.bot.accept = () => Promise.reject(new Error("the database is away"));
    expect(await lark.surface.click("ou_renke", message, "Go")).toMatchObject({
      toast: { type: "error", content: expect.stringMatching(/press again/) as string },
    });
    expect(lark.logged.map((each) => each.event)).toContain("lark.not_taken");
    expect(acted()).toEqual([]);
  });

  it("that fails says so, and the log has the cause", async () => {
    const message = await inGroup();
    lark.bot.next(() => Promise.reject(new Error("broken")));
    expect(await lark.surface.click("ou_renke", message, "Go")).toMatchObject({
      toast: { type: "error", content: expect.stringMatching(/try again/) as string },
    });
    expect(lark.logged.map((each) => each.event)).toContain("lark.press_failed");
  });
});

const valueOf = (shown: unknown): unknown =>
  (readCard(shown).buttons[0]!.node as unknown as { behaviors: readonly { value: unknown }[] })
    .behaviors[0]!.value;
