// Which of several things in one message a press or a form is about, and what becomes of the rest.
import { describe, expect, it } from "vitest";
import { withinBundle } from "#src/bot/remind/bundled-message";
import type { Reply } from "#src/bot/declare/answer";
import type { UserEvent } from "#src/bot/declare/incoming";
import type { PersonId } from "#src/people/person";
import type { NudgeStore, StandingMessage } from "#src/ports/delivery/nudges";
import { button, card, type Card } from "#src/view/card";
import { plainLine } from "#src/view/line";

const me = "01930000-0000-7000-8000-000000000001" as PersonId;
const [g7, g8] = ["01930000-0000-7000-8000-000000000007", "01930000-0000-7000-8000-000000000008"];
const act = (name: string, payload: object) => ({ name, version: 1, payload: payload as never });
const change = card({
  title: "change of G7",
  buttons: [button("Agree", act("agree", { goal: g7, change: 3 }))],
});
const stale = card({
  title: "G7 is stale",
  buttons: [button("Close", act("close", { goal: g7 }))],
});
const other = card({ title: "G8", buttons: [button("Close", act("close", { goal: g8 }))] });
const why = card({ title: "Why", quiet: true, buttons: [button("Later", act("later", {}))] });
const done: Reply = { reply: "replace", cards: [card({ title: "done" })] };
const titles = (cards: readonly Card[]): string[] => cards.map((each) => plainLine(each.title));

async function after(
  cards: readonly Card[],
  incoming: object,
  reply: Reply = done,
): Promise<{
  readonly reply: string;
  readonly shown: readonly string[];
  readonly kept: readonly string[] | null;
}> {
  let kept: readonly string[] | null = null;
  const nudges = {
    bundleAt: async (_person: PersonId, id: string): Promise<StandingMessage | null> =>
      id === "m" ? { id: "d", cards: { en: cards } } : null,
    restate: async (_id: string, now: StandingMessage["cards"]) =>
      void (kept = titles(now.en ?? [])),
  } as unknown as NudgeStore;
  const answer = await withinBundle(
    {
      dedupeKey: "k",
      from: { platform: "p", workspace: "w", user: "u" },
      version: 1,
      messageId: "m",
      ...incoming,
    } as UserEvent,
    reply,
    { id: me, locale: "en" },
    nudges,
  );
  return { reply: answer.reply, shown: "cards" in answer ? titles(answer.cards) : [], kept };
}
const pressed = (name: string, payload: object) => ({ kind: "pressed", name, payload });
const sent = (name: string, payload: object) => ({ kind: "submitted", name, payload, values: {} });

describe("in a message made of several things", () => {
  it("a press changes the one it was on, however its payload's fields stand, and the rest is kept", async () => {
    const now = ["done", "G7 is stale", "G8", "Why"];
    expect(
      await after([change, stale, other, why], pressed("agree", { change: 3, goal: g7 })),
    ).toEqual({ reply: "replace", shown: now, kept: now });
  });

  it("a form changes the only one with a button about the same thing", async () => {
    const now = ["change of G7", "done", "Why"];
    expect(await after([change, other, why], sent("close", { goal: g8 }))).toEqual({
      reply: "replace",
      shown: now,
      kept: now,
    });
  });

  it.each([
    [
      "a form that may be about two of them",
      [change, stale, other, why],
      sent("close", { goal: g7 }),
    ],
    ["a form about none of them", [change, other], sent("close", { goal: me })],
    [
      "a form that is about nothing with an id",
      [change, other],
      sent("close", { week: "2026-11-09" }),
    ],
    ["a press that is not there any more", [change, other], pressed("close", { goal: g7 })],
  ])("%s is answered below, and all of it stays", async (_what, cards, incoming) => {
    expect(await after(cards, incoming)).toEqual({ reply: "show", shown: ["done"], kept: null });
  });
});

describe("as it is", () => {
  it.each([
    ["a message of one thing and why it came", [stale, why], pressed("close", { goal: g7 })],
    [
      "a message that is no bundle of theirs",
      [change, other],
      { ...pressed("agree", { goal: g7, change: 3 }), messageId: "another" },
    ],
    [
      "what was pressed on no message",
      [change, other],
      { ...pressed("agree", { goal: g7, change: 3 }), messageId: undefined },
    ],
  ])("stays the answer to %s", async (_what, cards, incoming) => {
    expect(await after(cards, incoming)).toEqual({ reply: "replace", shown: ["done"], kept: null });
  });

  it("stays an answer that replaces nothing", async () => {
    expect(
      await after([change, other], pressed("agree", { goal: g7, change: 3 }), {
        reply: "show",
        cards: [card({ title: "done" })],
      }),
    ).toMatchObject({ reply: "show", kept: null });
  });
});
