// One act after another through bot.receive, as an adapter hands it in: repeated, altered, out of date, or broken inside.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import type { Incoming, Outcome } from "#src/bot/declare/incoming";
import type { FormValues } from "#src/view/form";
import { plainLine } from "#src/view/line";
import { startSystem, type System } from "#test/support/story/system";

let system: System;
let goals: { readonly calls: string; readonly renkes: string };
beforeEach(async () => {
  system = await startSystem();
  goals = { calls: await goalNumbered(2), renkes: await goalNumbered(7) };
});
afterEach(() => system.stop());

const from = (user: string) => ({ platform: "web", workspace: "playground", user });
const receive = (incoming: Incoming): Promise<Outcome> => system.house.bot.receive(incoming);
const said = (text: string, dedupeKey = text, user = "linxiao") =>
  receive({ kind: "said", dedupeKey, from: from(user), text });
const pressed = (
  name: string,
  payload: unknown,
  { version = 1, key = "press", user = "linxiao" } = {},
) => receive({ kind: "pressed", dedupeKey: key, from: from(user), name, version, payload });
const submitted = (
  name: string,
  payload: unknown,
  values: FormValues,
  { version = 1, key = "form", user = "linxiao" } = {},
) =>
  receive({ kind: "submitted", dedupeKey: key, from: from(user), name, version, payload, values });
const progress = (amount: string) => ({ amount, on: "2026-11-11", note: "" });

async function goalNumbered(number: number): Promise<string> {
  return (await system.stores.inOrganisation(playgroundOrganisation, (stores) =>
    stores.goals.numbered(number),
  ))!.id;
}

/** Everything an act could have left behind. */
async function left() {
  const [counts] = await inOrganisation(system.database, playgroundOrganisation, (tx) =>
    execute<{ entries: number; goals: number; acts: number }>(
      tx,
      sql`select (select count(*)::int from goal_entry) as entries, (select count(*)::int from goal) as goals, (select count(*)::int from act) as acts`,
    ),
  );
  return counts!;
}

async function messagesOf(user: string): Promise<readonly string[]> {
  return (await system.surface.screen(user)).messages
    .filter((each) => each.by === "bot")
    .map((each) => each.text);
}

/** The sentence a press or a form was refused with. */
function refusal(outcome: Outcome): string {
  if (outcome.outcome !== "toast" || outcome.tone !== "bad")
    return expect.fail(`not refused: ${JSON.stringify(outcome)}`);
  return plainLine(outcome.line);
}

describe("an event that comes again", () => {
  it("is one entry and one message when something was said", async () => {
    const before = await left();
    expect(await said("log 5 G2", "same")).toEqual({ outcome: "delivered" });
    expect(await said("log 5 G2", "same")).toEqual({ outcome: "delivered" });
    expect(await left()).toEqual({ ...before, entries: before.entries + 1, acts: before.acts + 1 });
    expect(await messagesOf("linxiao")).toHaveLength(1);
  });

  it("is one message when the answer was a refusal or a question", async () => {
    const before = await left();
    for (const text of ["log 5 G999", "goals", "good morning", "log"]) {
      await said(text);
      await said(text);
    }
    expect(await left()).toEqual(before);
    expect(await messagesOf("linxiao")).toHaveLength(4);
  });

  it("tells the other person once", async () => {
    await said("log 5 G2", "once", "zhoulan");
    await said("log 5 G2", "once", "zhoulan");
    expect(await messagesOf("linxiao")).toHaveLength(1);
  });

  it("is one entry, with the same answer, when a form was sent", async () => {
    const before = await left();
    const first = await submitted("goals.progress", { goal: goals.calls }, progress("5"));
    const second = await submitted("goals.progress", { goal: goals.calls }, progress("5"));
    expect(first.outcome).toBe("show");
    expect(second).toEqual(JSON.parse(JSON.stringify(first)));
    expect((await left()).entries).toBe(before.entries + 1);
  });

  it("is one entry when both come at once", async () => {
    const before = await left();
    const both = await Promise.all(
      [1, 2].map(() => submitted("goals.progress", { goal: goals.calls }, progress("5"))),
    );
    expect(both.map((each) => each.outcome)).toEqual(["show", "show"]);
    expect((await left()).entries).toBe(before.entries + 1);
  });

  it("is accepted under the same key when a form was mended", async () => {
    const before = await left();
    const wrong = await submitted("goals.progress", { goal: goals.calls }, progress("a few"));
    expect(wrong).toMatchObject({ outcome: "correct", errors: { amount: expect.anything() } });
    expect(await left()).toEqual(before);
    expect((await submitted("goals.progress", { goal: goals.calls }, progress("5"))).outcome).toBe(
      "show",
    );
    expect((await left()).entries).toBe(before.entries + 1);
  });

  it("is another act under another key", async () => {
    const before = await left();
    await said("log 5 G2", "one");
    await said("log 5 G2", "two");
    expect((await left()).entries).toBe(before.entries + 2);
  });

  it("does not hand one person's answer to another who sends the same key", async () => {
    await submitted("goals.progress", { goal: goals.calls }, progress("7"), { key: "mine" });
    const outcome = await submitted("goals.progress", { goal: goals.calls }, progress("7"), {
      key: "mine",
      user: "renke",
    });
    expect(JSON.stringify(outcome)).not.toContain("G2");
  });
});

describe("what was pressed", () => {
  afterEach(() => expect(system.errors).toEqual([]));

  const waiting = { value: "5", total: false, on: "2026-11-11", note: "", for: null };
  const nobodys = "00000000-0000-7000-8000-000000000000";
  it.each<[string, () => Promise<Outcome>, RegExp]>([
    ["an unknown name", () => pressed("goals.everything", { goal: goals.calls }), /旧版/],
    ["a form's name", () => pressed("goals.progress", { goal: goals.calls }), /旧版/],
    [
      "an older version",
      () => pressed("goals.drop", { goal: goals.calls }, { version: 0 }),
      /旧版/,
    ],
    ["a newer version", () => pressed("goals.drop", { goal: goals.calls }, { version: 2 }), /旧版/],
    [
      "a payload of the wrong shape",
      () => pressed("goals.log-to", { ...waiting, goal: goals.calls, value: { $gt: 0 } }),
      /旧版/,
    ],
    ["no payload", () => pressed("goals.drop", null), /旧版/],
    ["an id that is none", () => pressed("goals.drop", { goal: "' or true --" }), /旧版/],
    ["a goal that does not exist", () => pressed("goals.drop", { goal: nobodys }), /./],
    ["another person's goal to drop", () => pressed("goals.drop", { goal: goals.renkes }), /./],
    [
      "another person's goal to log to",
      () => pressed("goals.log-to", { ...waiting, goal: goals.renkes }),
      /./,
    ],
    [
      "another person's entry to drop",
      async () => pressed("goals.drop-entry", { entry: await entryOf(goals.renkes) }),
      /./,
    ],
    [
      "a manager's button",
      () => pressed("goals.split", { goal: goals.calls, over: "1", weights: [] }, { version: 2 }),
      /主管|管理员/,
    ],
    ["an admin's button", () => pressed("setup.ask-team", { team: null }), /主管|管理员/],
    ["words of the wrong shape to say", () => pressed("house.say", { text: 5 }), /旧版/],
    [
      "words to say of another version",
      () => pressed("house.say", { text: "log 5 G2" }, { version: 9 }),
      /旧版/,
    ],
  ])("is refused with a sentence, and nothing stored: %s", async (_, press, sentence) => {
    const before = await left();
    expect(refusal(await press())).toMatch(sentence);
    expect(await left()).toEqual(before);
  });

  async function entryOf(goal: string): Promise<string> {
    const rows = await inOrganisation(system.database, playgroundOrganisation, (tx) =>
      execute<{ id: string }>(
        tx,
        sql`select id from goal_entry where goal_id = ${goal}::uuid limit 1`,
      ),
    );
    return rows[0]!.id;
  }
});

describe("what was submitted", () => {
  afterEach(() => expect(system.errors).toEqual([]));

  it.each<[string, () => Promise<Outcome>]>([
    ["an unknown form", () => submitted("goals.nothing", {}, {})],
    ["a button's name", () => submitted("goals.drop", { goal: goals.calls }, {})],
    [
      "an older version",
      () => submitted("goals.progress", { goal: goals.calls }, progress("5"), { version: 0 }),
    ],
    [
      "another person's goal",
      () => submitted("goals.progress", { goal: goals.renkes }, progress("5")),
    ],
    [
      "another person's goal to change",
      () =>
        submitted(
          "goals.save",
          { goal: goals.renkes, waiting: null },
          { title: "x", target: "5", due: "2026-12-31", reason: "", milestones: "" },
        ),
    ],
    [
      "an amount for somebody else's new goal",
      async () =>
        submitted(
          "goals.save",
          {
            goal: null,
            waiting: {
              value: "5",
              total: false,
              on: "2026-11-11",
              note: "",
              for: await personOf("renke"),
            },
          },
          { title: "x", target: "50", due: "2026-12-31", reason: "", milestones: "" },
        ),
    ],
    [
      "an admin's form",
      () => submitted("setup.team", { team: null }, { name: "x", manager: "nobody" }),
    ],
  ])("is refused with a sentence, and nothing stored: %s", async (_, submit) => {
    const before = await left();
    expect(refusal(await submit())).not.toBe("");
    expect(await left()).toEqual(before);
  });

  async function personOf(user: string): Promise<string> {
    return (await system.stores.routing.whoIs(from(user)))!.person;
  }
});

describe("what breaks inside", () => {
  const code = /\b[0-9A-F]{6}\b/;

  const usual = '{"start":"09:00","end":"18:00","breaks":[]}';
  /** Working hours nobody can read: the entry is stored before the card that shows the pace fails. */
  const setHours = (hours: string) =>
    inOrganisation(system.database, playgroundOrganisation, (tx) =>
      tx.execute(sql`update person set hours = ${hours}::text::jsonb where name = '林晓'`),
    );

  it("is answered with a code, which the log has beside the cause and without the words that were typed", async () => {
    await setHours("null");
    const before = await left();
    expect(await said("log 5 G2 Renji hospital", "broken")).toEqual({
      outcome: "delivered",
      refused: true,
    });
    expect(await left()).toEqual(before);
    await setHours(usual); // the page shows the home beside the chat, and that reads the hours as well
    const [answer] = await messagesOf("linxiao");
    const [told] = code.exec(answer ?? "") ?? expect.fail(`no code in ${answer}`);
    expect(system.errors).toMatchObject([{ event: "act failed", fields: { code: told } }]);
    expect(JSON.stringify(system.errors)).toContain("at paced"); // reached only once the entry is written
    expect(JSON.stringify(system.errors)).not.toContain("Renji");
  });

  it("is a passing sentence with its code for a form, and the form may be sent again once it is mended", async () => {
    await setHours("null");
    const before = await left();
    expect(
      refusal(await submitted("goals.progress", { goal: goals.calls }, progress("5"))),
    ).toMatch(code);
    expect(await left()).toEqual(before);
    await setHours(usual);
    expect((await submitted("goals.progress", { goal: goals.calls }, progress("5"))).outcome).toBe(
      "show",
    );
    expect((await left()).entries).toBe(before.entries + 1);
  });

  it("keeps the words out of the log when the database refuses them", async () => {
    // The next number is one that is taken, so the goal itself is refused, with all that was typed in it.
    await inOrganisation(system.database, playgroundOrganisation, (tx) =>
      tx.execute(sql`update numbering set last = 0`),
    );
    const before = await left();
    await said("goal new visits Renji hospital 50 by 12-31", "refused");
    expect(await left()).toEqual(before);
    expect(system.errors).toHaveLength(1);
    expect(JSON.stringify(system.errors)).not.toContain("Renji");
  });

  it.each([
    "log 5 G2 a\u0000b",
    "log 5 G2 a\uD800b",
    "log 5 for @no\u0000body",
    "log 5 for @no\uD800body",
    "help \uDC00",
    "\u0000",
  ])("always gets an answer, whatever is typed: %j", async (text) => {
    expect(await said(text, "odd")).toMatchObject({ outcome: "delivered" });
    expect(await messagesOf("linxiao")).toHaveLength(1);
    expect(system.errors).toEqual([]);
  });
});

describe("who is not known", () => {
  it.each([
    from("nobody"),
    { ...from("linxiao"), workspace: "elsewhere" },
    { ...from("linxiao"), platform: "other" },
  ])("is a stranger, and nothing is stored: %o", async (stranger) => {
    const before = await left();
    expect(
      await receive({ kind: "said", dedupeKey: "x", from: stranger, text: "log 5 G2" }),
    ).toEqual({ outcome: "stranger" });
    expect(await left()).toEqual(before);
    expect(system.errors).toEqual([]);
  });

  it("is told so who has left, and cannot do anything", async () => {
    await inOrganisation(system.database, playgroundOrganisation, (tx) =>
      tx.execute(sql`update person set left_on = '2026-11-01' where name = '林晓'`),
    );
    const before = await left();
    await said("log 5 G2");
    expect(refusal(await pressed("goals.drop", { goal: goals.calls }))).not.toBe("");
    expect(await left()).toEqual(before);
    expect(system.errors).toEqual([]);
  });
});
