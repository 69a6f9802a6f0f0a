// From plans to one message: held notices, the budget, bundling, snoozing, pausing, and what a rule that fails may spoil.
import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { instantAt } from "#src/calendar/zones";
import { playgroundOrganisation } from "#db/seed";
import { startDrill, idOf, type Drill, type Rule } from "#test/support/jobs/drill";

let drill: Drill;
afterEach(async () => {
  await drill.stop();
  expect(drill.errors).toEqual([]);
});

const hour = 3_600_000;
/** A rule for renke (Berlin, 9 to 18, lunch 12 to 13:30) at these moments, each worth saying for so many hours. */
const rule = (
  name: string,
  times: readonly string[],
  more: Partial<Rule> & { hours?: number } = {},
): Rule => ({
  name,
  whom: ["renke"],
  at: () =>
    times.map((iso) => ({
      at: new Date(iso),
      until: new Date(Date.parse(iso) + (more.hours ?? 48) * hour),
    })),
  ...more,
});
const start = async (rules: readonly Rule[], iso = "2026-11-15T12:00:00Z") => {
  drill = await startDrill(rules, iso);
  await drill.plan();
};
const leave = (from: string, to: string) =>
  drill.query(
    sql`insert into person_leave (organisation_id, id, person_id, "from", "to") values (${playgroundOrganisation}::uuid, gen_random_uuid(), ${idOf("renke")}::uuid, ${from}::date, ${to}::date)`,
  );
const texts = () => drill.place.textsTo("renke");
const counted = (what: string) => drill.counted.get(what) ?? 0;
/** The playground's own reminders are not part of the drill. */
const monday = {
  nine: "2026-11-16T08:00:00Z",
  ten: "2026-11-16T09:00:00Z",
  eleven: "2026-11-16T10:00:00Z",
};

describe("a notice from somebody else", () => {
  it("waits for its reader's work hour and goes out as it is when it is alone", async () => {
    await start([]);
    await drill.says("anna", "whisper renke Well done");
    await drill.goTo("2026-11-16T07:59:00Z");
    expect(texts()).toEqual([]);
    await drill.goTo(monday.nine);
    expect(texts()).toEqual(["Well done"]);
    expect(counted("merged")).toBe(0);
  });

  it("comes at once in work hours", async () => {
    await start([], monday.ten);
    await drill.says("anna", "whisper renke Now");
    expect(texts()).toEqual(["Now"]);
  });

  it("shares one message with others that wait", async () => {
    await start([]);
    await drill.says("anna", "whisper renke One");
    await drill.says("maya", "whisper renke Two");
    await drill.goTo(monday.nine);
    expect(texts()).toEqual(["One\nTwo"]);
    expect(counted("merged")).toBe(2);
    expect(drill.place.posted.filter((each) => each.to === "renke")).toHaveLength(1);
  });

  it("stands above a reminder that is due with it, and costs no budget", async () => {
    await start([rule("drill.a", [monday.nine])]);
    await drill.says("anna", "whisper renke Praise");
    await drill.goTo(monday.nine);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toMatch(/^Praise\ndrill\.a\n┄ Why this came · because of drill\.a/);
  });

  it("is not held back by a pause or a muted kind", async () => {
    await start([rule("drill.a", [monday.nine])]);
    await drill.says("renke", "pause until friday");
    await drill.says("anna", "whisper renke Praise");
    drill.place.posted.length = 0;
    await drill.goTo(monday.nine);
    expect(texts()).toEqual(["Praise"]);
    expect(await drill.came("renke")).toEqual(["drill.a let pass paused"]);
  });

  it("keeps its alarm when something else is composed before its time", async () => {
    await start([rule("drill.a", ["2026-11-16T10:59:30Z"])], monday.nine);
    // At noon the lunch break has begun: the reminder of 11:59:30 waits for its end, and so does the notice of 12:00.
    drill.jumpTo("2026-11-16T11:00:30Z");
    await drill.says("anna", "whisper renke At lunch");
    await drill.beat();
    expect(texts()).toEqual([]);
    await drill.goTo("2026-11-16T12:30:00Z");
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toMatch(/^At lunch\ndrill\.a/);
  });

  it("comes forward when its reader's hours do, together with what is due", async () => {
    await start([rule("drill.a", ["2026-11-16T18:00:00Z"])], "2026-11-16T17:30:00Z");
    await drill.says("anna", "whisper renke Tomorrow");
    expect(await drill.planned("renke")).toEqual([
      "drill.a 2026-11-17T08:00:00.000Z",
      "house.held 2026-11-17T08:00:00.000Z",
    ]);
    await drill.change("renke", { hours: { start: "09:00", end: "21:00", breaks: [] } });
    await drill.plan();
    await drill.goTo("2026-11-16T18:00:00Z");
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toMatch(/^Tomorrow\ndrill\.a/);
  });

  it("comes when its reader is back early", async () => {
    await start([], monday.nine);
    await leave("2026-11-16", "2026-12-18");
    await drill.says("anna", "whisper renke Praise");
    await drill.goTo("2026-11-18T09:00:00Z");
    expect(texts()).toEqual([]);
    await drill.query(sql`delete from person_leave where person_id = ${idOf("renke")}::uuid`);
    await drill.plan();
    await drill.goTo("2026-11-18T09:01:00Z");
    expect(texts()).toEqual(["Praise"]);
    expect(await drill.planned("renke")).toEqual([]);
  });

  it("is not written for somebody who left, and one that waited for them goes nowhere", async () => {
    await start([]);
    await drill.says("anna", "whisper renke Late");
    await drill.change("renke", { leftOn: "2026-11-15" as never });
    await drill.says("anna", "whisper renke Later");
    await drill.goTo("2026-11-17T08:00:00Z");
    expect(texts()).toEqual([]);
    const states = (await drill.heads())
      .filter((each) => each.kind === "notice")
      .map((each) => each.state);
    expect(states).toEqual(["dropped"]);
  });
});

describe("the budget", () => {
  const six = Array.from({ length: 3 }, (_, i) =>
    rule(`drill.r${i}`, [`2026-11-16T${String(8 + i * 2).padStart(2, "0")}:00:00Z`]),
  );

  it("is two a day: the third waits for tomorrow and is counted with its reason", async () => {
    // 9, 11 and (after lunch) 14:00 in Berlin.
    await start([
      rule("drill.r0", [monday.nine]),
      rule("drill.r1", [monday.eleven]),
      rule("drill.r2", ["2026-11-16T13:00:00Z"]),
    ]);
    await drill.goTo("2026-11-16T20:00:00Z");
    expect(texts()).toHaveLength(2);
    expect(await drill.came("renke")).toEqual([
      "drill.r0 said",
      "drill.r1 said",
      "drill.r2 moved budget",
    ]);
    expect(counted("suppressed budget")).toBe(1);
    expect(await drill.planned("renke")).toEqual(["drill.r2 2026-11-17T08:00:00.000Z"]);
    // Whatever is planned again meanwhile, it does not come back today.
    await drill.plan();
    expect(await drill.planned("renke")).toEqual(["drill.r2 2026-11-17T08:00:00.000Z"]);
    await drill.goTo("2026-11-17T08:00:00Z");
    expect(texts()).toHaveLength(3);
  });

  it("lets what is over by then expire", async () => {
    await start([...six.slice(0, 2), rule("drill.r2", ["2026-11-16T13:00:00Z"], { hours: 4 })]);
    await drill.goTo("2026-11-17T10:00:00Z");
    expect((await drill.came("renke")).at(-1)).toBe("drill.r2 let pass budget");
    expect(await drill.planned("renke")).toEqual([]);
  });

  it("is six a week, which begins on the person's own Monday", async () => {
    const day = (n: number, utc: string) => `2026-11-${16 + n}T${utc}:00Z`;
    const rules = [0, 1, 2, 3].flatMap((n) => [
      rule(`drill.a${n}`, [day(n, "08:00")], { hours: 200 }),
      rule(`drill.b${n}`, [day(n, "13:00")], { hours: 200 }),
    ]);
    await start(rules);
    await drill.goTo("2026-11-22T20:00:00Z");
    expect(texts()).toHaveLength(6);
    expect(counted("suppressed budget")).toBe(2);
    await drill.goTo("2026-11-23T08:00:00Z");
    expect(texts()).toHaveLength(7);
    expect(texts()[6]).toContain("drill.a3");
    expect(texts()[6]).toContain("drill.b3");
  });
});

describe("bundling", () => {
  it("says in one message what falls due within the hour, the most important first", async () => {
    await start([
      rule("drill.habit", [monday.nine]),
      rule("drill.digest", ["2026-11-16T08:30:00Z"], { priority: "digest" }),
      rule("drill.asked", ["2026-11-16T08:59:00Z"], { priority: "asked" }),
      rule("drill.today", ["2026-11-16T09:00:00Z"], { priority: "due today" }),
      rule("drill.later", ["2026-11-16T09:01:00Z"]),
    ]);
    await drill.goTo(monday.nine);
    expect(texts()).toHaveLength(1);
    const [only = ""] = texts();
    expect(
      ["drill.today", "drill.asked", "drill.digest", "drill.habit"].map((name) =>
        only.indexOf(`${name}\n`),
      ),
    ).toEqual([0, 12, 24, 37]);
    expect(only).toContain("because of drill.today · because of drill.asked");
    expect(only).not.toContain("drill.later");
    await drill.goTo("2026-11-16T12:00:00Z");
    expect(texts()).toHaveLength(2);
  });

  it("puts at most four things in a message; the least important waits for tomorrow", async () => {
    const names = ["a", "b", "c", "d", "e"];
    await start(
      names.map((name) =>
        rule(`drill.${name}`, [monday.nine], { priority: name === "e" ? "due today" : "habit" }),
      ),
    );
    await drill.goTo("2026-11-16T20:00:00Z");
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toMatch(/^drill\.e\n/);
    expect(
      (await drill.came("renke")).filter((each) => each.endsWith("too many at once")),
    ).toHaveLength(1);
    await drill.goTo("2026-11-17T08:00:00Z");
    expect(texts()).toHaveLength(2);
  });

  it("leaves what is not due yet and has nothing to say at its own time", async () => {
    let ready = false;
    await start([
      rule("drill.a", [monday.nine]),
      rule("drill.b", ["2026-11-16T08:45:00Z"], { says: () => (ready ? "ready" : null) }),
    ]);
    await drill.goTo(monday.nine);
    expect(texts()).toHaveLength(1);
    ready = true;
    await drill.goTo("2026-11-16T08:45:00Z");
    expect(texts()[1]).toMatch(/^ready/);
  });
});

describe("two clocks", () => {
  for (const [where, slot] of [
    ["at the first hour of the day", monday.nine],
    ["within work hours", monday.ten],
  ] as const) {
    it(`that differ lose nothing: rung by one that is ahead, composed by one that is behind, ${where}`, async () => {
      await start([rule("drill.a", [slot])]);
      drill.jumpTo(new Date(Date.parse(slot) + 1_000).toISOString());
      await drill.alarms.ring(drill.now());
      drill.jumpTo(new Date(Date.parse(slot) - 1_000).toISOString());
      await drill.loop.drain();
      expect(texts()).toEqual([]);
      await drill.goTo(slot);
      expect(texts()).toHaveLength(1);
      await drill.goTo("2026-11-16T20:00:00Z");
      expect(texts()).toHaveLength(1);
    });
  }

  it("one that steps back says nothing twice", async () => {
    await start([rule("drill.a", [monday.nine, "2026-11-17T08:00:00Z"])]);
    await drill.goTo(monday.nine);
    drill.jumpTo("2026-11-16T07:30:00Z");
    await drill.plan();
    await drill.goTo("2026-11-16T20:00:00Z");
    expect(texts()).toHaveLength(1);
    await drill.goTo("2026-11-17T08:00:00Z");
    expect(texts()).toHaveLength(2);
  });
});

describe("a night in which the clocks change", () => {
  for (const [what, date, comes] of [
    ["an hour that exists twice is said once", "2026-10-25", "2026-10-25T00:30:00.000Z"],
    ["an hour that does not exist is said an hour later", "2027-03-28", "2027-03-28T01:30:00.000Z"],
  ] as const) {
    it(`through plan, alarm and message: ${what}`, async () => {
      const before = new Date(Date.parse(comes) - 12 * hour).toISOString();
      drill = await startDrill(
        [
          {
            name: "drill.night",
            whom: ["renke"],
            at: ({ person }) => [
              {
                at: instantAt(localDate(date), "02:30", person.zone),
                until: new Date(Date.parse(comes) + 6 * hour),
              },
            ],
          },
        ],
        before,
      );
      await drill.change("renke", {
        hours: { start: "00:00", end: "23:00", breaks: [] },
        workweek: [1, 2, 3, 4, 5, 6, 7],
      });
      await drill.plan();
      expect(await drill.planned("renke")).toEqual([`drill.night ${comes}`]);
      await drill.goTo(comes);
      expect(texts()).toHaveLength(1);
      await drill.plan();
      await drill.goTo(new Date(Date.parse(comes) + 5 * hour).toISOString());
      expect(texts()).toHaveLength(1);
      expect(await drill.came("renke")).toEqual(["drill.night said"]);
    });
  }
});

describe("an alarm that rings while a message to its person waits for its words", () => {
  it("rings again: what it stands for comes at its time", async () => {
    await start([rule("drill.a", [monday.nine]), rule("drill.late", ["2026-11-16T09:30:00Z"])]);
    drill.jumpTo(monday.nine);
    await drill.alarms.ring(drill.now());
    await drill.alarms.ring(new Date("2026-11-16T09:31:00Z"));
    await drill.loop.drain();
    expect(texts()).toHaveLength(1);
    await drill.goTo("2026-11-16T09:30:00Z");
    expect(texts()[1]).toMatch(/^drill\.late/);
  });
});

describe("what was done in between", () => {
  it("is not said, and recorded", async () => {
    await start([rule("drill.a", [monday.nine], { says: () => null })]);
    await drill.goTo(monday.ten);
    expect(texts()).toEqual([]);
    expect(await drill.came("renke")).toEqual(["drill.a let pass nothing to say"]);
    expect(counted("suppressed nothing to say")).toBe(1);
    expect((await drill.heads()).map((each) => each.state)).toEqual(["dropped"]);
  });

  it("one rule that fails keeps back nothing else", async () => {
    await start([
      rule("drill.bad", [monday.nine], {
        says: () => {
          throw new Error("broken");
        },
      }),
      rule("drill.good", [monday.nine]),
    ]);
    await drill.says("anna", "whisper renke Praise");
    await drill.goTo(monday.nine);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toMatch(/^Praise\ndrill\.good/);
    expect((await drill.came("renke")).toSorted()).toEqual([
      "drill.bad let pass failed",
      "drill.good said",
    ]);
    expect(drill.errors.splice(0)).toMatchObject([
      { event: "nudge failed", fields: { rule: "drill.bad" } },
    ]);
  });
});

describe("later", () => {
  it("comes again in an hour, tomorrow or next week, always in work hours, and planning leaves it", async () => {
    for (const [label, again, pressedAt] of [
      ["In an hour", "2026-11-16T12:30:00.000Z", "2026-11-16T10:30:00Z"],
      ["Tomorrow", "2026-11-17T08:00:00.000Z", monday.ten],
      ["Next week", "2026-11-23T08:00:00.000Z", monday.ten],
    ] as const) {
      await start([rule("drill.a", [monday.nine])]);
      await drill.goTo(pressedAt);
      expect(texts()).toHaveLength(1);
      await drill.presses("renke", label);
      expect(await drill.planned("renke")).toEqual([`drill.a ${again}`]);
      drill.jumpTo(new Date(Date.parse(again) - hour).toISOString());
      await drill.plan();
      expect(await drill.planned("renke")).toEqual([`drill.a ${again}`]);
      await drill.goTo(again);
      expect(texts()).toHaveLength(2);
      expect(await drill.came("renke")).toEqual([
        "drill.a said",
        "drill.a moved snoozed",
        "drill.a said",
      ]);
      await drill.stop();
    }
  });

  it("stands also for the regular one of that morning", async () => {
    await start([
      rule("drill.a", [monday.nine, "2026-11-23T08:00:00Z", "2026-11-30T08:00:00Z"], { hours: 12 }),
    ]);
    await drill.goTo(monday.ten);
    await drill.presses("renke", "Next week");
    await drill.goTo("2026-11-23T15:00:00Z");
    expect(texts()).toHaveLength(2);
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-30T08:00:00.000Z"]);
  });

  it("of an older message does not bring the newer one again", async () => {
    await start([
      rule("drill.a", [monday.nine, "2026-11-23T08:00:00Z", "2026-11-30T08:00:00Z"], { hours: 12 }),
    ]);
    await drill.goTo("2026-11-23T09:00:00Z");
    expect(texts()).toHaveLength(2);
    await drill.pressesOn(
      drill.place.posted.find((each) => each.to === "renke")!,
      "renke",
      "In an hour",
    );
    await drill.goTo("2026-11-23T16:00:00Z");
    expect(texts()).toHaveLength(3);
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-30T08:00:00.000Z"]);
  });

  it("comes when it was promised, though the day's two are spent, and costs none of tomorrow's", async () => {
    await start([
      rule("drill.a", [monday.nine]),
      rule("drill.b", [monday.eleven]),
      rule("drill.c", ["2026-11-16T14:00:00Z"]),
    ]);
    await drill.goTo("2026-11-16T10:10:00Z");
    await drill.presses("renke", "In an hour");
    await drill.goTo("2026-11-16T16:00:00Z");
    expect(await drill.came("renke")).toEqual([
      "drill.a said",
      "drill.b said",
      "drill.b moved snoozed",
      "drill.b said",
      "drill.c moved budget",
    ]);
    expect(counted("suppressed snoozed")).toBe(1);
  });

  it("is not said when it is not needed any more", async () => {
    let done = false;
    await start([rule("drill.a", [monday.nine], { says: () => (done ? null : "do it") })]);
    await drill.goTo(monday.ten);
    await drill.presses("renke", "Tomorrow");
    done = true;
    await drill.goTo("2026-11-18T08:00:00Z");
    expect(texts()).toHaveLength(1);
    expect(await drill.planned("renke")).toEqual([]);
  });

  it("stays when its goal is no longer in the plan, since the person asked for it", async () => {
    let listed = true;
    await start([
      {
        name: "drill.a",
        whom: ["renke"],
        at: () =>
          listed ? [{ at: new Date(monday.nine), until: new Date("2026-11-17T00:00:00Z") }] : [],
      },
    ]);
    await drill.goTo(monday.ten);
    await drill.presses("renke", "Next week");
    listed = false;
    await drill.plan();
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-23T08:00:00.000Z"]);
  });
});

describe("words for what the buttons do", () => {
  it("put the last message off, whatever came before it", async () => {
    await start([rule("drill.a", [monday.nine]), rule("drill.b", [monday.eleven])]);
    await drill.says("renke", "snooze");
    expect(texts().at(-1)).toContain("nothing to put off");
    await drill.goTo("2026-11-16T10:10:00Z");
    await drill.says("renke", "snooze next week");
    expect(await drill.planned("renke")).toEqual(["drill.b 2026-11-23T08:00:00.000Z"]);
    await drill.says("renke", "snooze some day");
    expect(texts().at(-1)).toContain("snooze tomorrow");
  });

  it("in Chinese put it off until tomorrow", async () => {
    await start([rule("drill.a", ["2026-11-16T01:00:00Z"], { whom: ["linxiao"] })]);
    await drill.goTo("2026-11-16T02:00:00Z");
    await drill.says("linxiao", "稍后提醒明天");
    expect(await drill.planned("linxiao")).toEqual(["drill.a 2026-11-17T01:00:00.000Z"]);
  });

  it("mute a kind by its name, and say where the names stand", async () => {
    await start([rule("drill.a", [monday.nine])]);
    await drill.says("renke", "mute something else");
    expect(texts().at(-1)).toContain("None of your reminders is called");
    await drill.says("renke", "mute Drill.A");
    expect(texts().at(-1)).toContain("Muted: drill.a");
    await drill.goTo(monday.ten);
    expect(await drill.came("renke")).toEqual(["drill.a let pass muted"]);
  });

  it("stand beside buttons that pause for a week, or until told otherwise", async () => {
    await start([rule("drill.a", [monday.nine], { hours: 24 * 14 })], monday.nine);
    for (const [label, says] of [
      ["Pause for a week", "come again on"],
      ["Pause until I say", "until you write resume"],
    ] as const) {
      await drill.says("renke", "reminders");
      await drill.presses("renke", label);
      await drill.says("renke", "reminders");
      expect(texts().at(-1)).toContain(says);
      await drill.says("renke", "resume");
    }
  });
});

describe("muting and pausing", () => {
  it("mutes one kind from its message and brings it back from the list", async () => {
    await start([
      rule("drill.a", [monday.nine, "2026-11-17T08:00:00Z", "2026-11-18T08:00:00Z"]),
      rule("drill.b", ["2026-11-17T08:00:00Z"]),
    ]);
    await drill.goTo(monday.ten);
    await drill.presses("renke", "Mute");
    await drill.goTo("2026-11-17T09:00:00Z");
    expect(texts()[1]).toMatch(/^drill\.b\n/);
    expect(texts()[1]).not.toContain("drill.a");
    expect(await drill.came("renke")).toContain("drill.a let pass muted");
    await drill.says("renke", "reminders");
    await drill.presses("renke", "Remind me again");
    await drill.goTo("2026-11-18T09:00:00Z");
    expect(texts().at(-1)).toMatch(/^drill\.a\n/);
  });

  for (const [user, pause, resume, zone] of [
    ["renke", "pause reminders", "resume", "08:00"],
    ["linxiao", "暂停提醒", "恢复提醒", "01:00"],
  ] as const) {
    it(`pauses until told otherwise, records what that kept back, and goes on afterwards: ${pause}`, async () => {
      await start([
        rule("drill.a", [`2026-11-16T${zone}:00Z`, `2026-11-18T${zone}:00Z`], { whom: [user] }),
      ]);
      await drill.says(user, pause);
      drill.place.posted.length = 0;
      await drill.goTo("2026-11-16T20:00:00Z");
      expect(drill.place.textsTo(user)).toEqual([]);
      expect(await drill.came(user)).toEqual(["drill.a let pass paused"]);
      await drill.says(user, resume);
      drill.place.posted.length = 0;
      await drill.goTo("2026-11-18T20:00:00Z");
      expect(drill.place.textsTo(user)).toHaveLength(1);
    });
  }

  it("pauses until a day, and what was put off comes on it", async () => {
    await start([rule("drill.a", [monday.nine], { hours: 24 * 14 })]);
    await drill.says("renke", "pause until friday");
    drill.place.posted.length = 0;
    await drill.goTo("2026-11-19T20:00:00Z");
    await drill.plan();
    expect(texts()).toEqual([]);
    await drill.goTo("2026-11-20T08:00:00Z");
    expect(texts()).toHaveLength(1);
    expect(await drill.came("renke")).toEqual(["drill.a moved paused", "drill.a said"]);
  });

  it("brings forward at once what waited for the end of a pause", async () => {
    await start([rule("drill.a", [monday.nine], { hours: 24 * 14 })]);
    await drill.says("renke", "pause until friday");
    await drill.goTo(monday.ten);
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-20T08:00:00.000Z"]);
    await drill.says("renke", "resume");
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-16T09:00:00.000Z"]);
  });

  it("takes the named day with it in Chinese", async () => {
    await start([rule("drill.a", ["2026-11-16T01:00:00Z"], { whom: ["linxiao"], hours: 24 * 14 })]);
    await drill.says("linxiao", "暂停提醒到周五");
    await drill.goTo("2026-11-16T20:00:00Z");
    expect(await drill.planned("linxiao")).toEqual(["drill.a 2026-11-23T01:00:00.000Z"]);
  });
});

describe("two that say the same", () => {
  it("stand once when they come together, and each by itself otherwise", async () => {
    await start([
      rule("drill.invite", [monday.nine, "2026-11-18T08:00:00Z"], { outdoes: ["drill.remind"] }),
      rule("drill.remind", ["2026-11-16T08:30:00Z", "2026-11-17T08:00:00Z"], {
        priority: "due today",
      }),
    ]);
    await drill.goTo("2026-11-18T09:00:00Z");
    expect((await drill.came("renke")).toSorted()).toEqual([
      "drill.invite said",
      "drill.invite said",
      "drill.remind let pass said together",
      "drill.remind said",
    ]);
    expect(texts()[0]).not.toContain("drill.remind");
  });
});

describe("one that says another as well", () => {
  it("takes its place on the same day of theirs, and on no other", async () => {
    await start([
      rule("drill.numbers", [monday.nine, "2026-11-17T08:00:00Z", "2026-11-18T08:00:00Z"]),
      rule("drill.week", [monday.ten, "2026-11-18T15:00:00Z"], { covers: ["drill.numbers"] }),
    ]);
    expect(await drill.planned("renke")).toEqual([
      "drill.week 2026-11-16T09:00:00.000Z",
      "drill.numbers 2026-11-17T08:00:00.000Z",
    ]);
    await drill.goTo("2026-11-18T16:00:00Z");
    expect(await drill.came("renke")).toEqual([
      "drill.week said",
      "drill.numbers said",
      "drill.week said",
    ]);
  });

  it("does not take the place of what others are asked", async () => {
    await start([
      rule("drill.numbers", [monday.nine], { whom: ["renke", "anna"] }),
      rule("drill.week", [monday.nine], { covers: ["drill.numbers"] }),
    ]);
    expect([await drill.planned("renke"), await drill.planned("anna")]).toEqual([
      ["drill.week 2026-11-16T08:00:00.000Z"],
      ["drill.numbers 2026-11-16T08:00:00.000Z"],
    ]);
  });
});

describe("what the house says by itself when it keeps house", () => {
  it("reaches whose team is switched on, and nobody else", async () => {
    drill = await startDrill([], monday.nine, undefined, {
      whom: ["renke", "anna"],
      says: "your goal was closed",
    });
    await drill.query(
      sql`insert into team (organisation_id, id, name) values (${playgroundOrganisation}::uuid, ${idOf("anna")}::uuid, 'not yet')`,
    );
    await drill.query(
      sql`update person set team_id = ${idOf("anna")}::uuid where id = ${idOf("anna")}::uuid`,
    );
    await drill.bot.keepHouse();
    await drill.beat();
    expect(
      [texts(), drill.place.textsTo("anna")].map(
        (all) => all.filter((each) => each.includes("your goal was closed")).length,
      ),
    ).toEqual([1, 0]);
  });
});

describe("days on which nobody is reminded", () => {
  it("are recorded with their reason where they swallow a slot, and such a slot is not announced", async () => {
    await start(
      [rule("drill.a", [monday.nine, "2026-11-23T08:00:00Z"], { hours: 12 })],
      "2026-11-13T09:00:00Z",
    );
    await leave("2026-11-16", "2026-11-20");
    await drill.plan();
    await drill.says("renke", "reminders");
    expect(texts()[0]).toContain("nothing planned");
    await drill.goTo("2026-11-20T09:00:00Z");
    expect(texts()).toHaveLength(1);
    expect(await drill.came("renke")).toEqual(["drill.a let pass away"]);
    expect(counted("suppressed away")).toBe(1);
    await drill.goTo("2026-11-23T09:00:00Z");
    expect(await drill.came("renke")).toEqual(["drill.a let pass away", "drill.a said"]);
  });

  it("are leave: what is still in time comes on the first day back, with its reason recorded", async () => {
    await start([rule("drill.a", [monday.nine], { hours: 24 * 14 })]);
    await drill.query(
      sql`insert into person_leave (organisation_id, id, person_id, "from", "to") values (${playgroundOrganisation}::uuid, gen_random_uuid(), ${idOf("renke")}::uuid, '2026-11-16', '2026-11-18')`,
    );
    await drill.goTo("2026-11-18T20:00:00Z");
    expect(texts()).toEqual([]);
    expect(await drill.came("renke")).toEqual(["drill.a moved away"]);
    await drill.goTo("2026-11-19T08:00:00Z");
    expect(texts()).toHaveLength(1);
  });

  it("are holidays and weekends", async () => {
    await start(
      [
        rule("drill.a", ["2026-10-01T01:00:00Z"], { whom: ["linxiao"], hours: 24 * 14 }),
        rule("drill.b", ["2026-10-03T08:00:00Z"]),
      ],
      "2026-09-28T00:00:00Z",
    );
    // The National Day holidays of 2026 end on the 7th; 3 October is a holiday and a Saturday in Germany.
    expect(await drill.planned("linxiao")).toEqual(["drill.a 2026-10-08T01:00:00.000Z"]);
    expect(await drill.planned("renke")).toEqual(["drill.b 2026-10-05T07:00:00.000Z"]);
  });

  it("are all days where the team is not switched on", async () => {
    await start([rule("drill.a", [monday.nine])]);
    await drill.query(sql`update team set switched_on_at = null`);
    await drill.goTo(monday.ten);
    expect(texts()).toEqual([]);
    expect(await drill.came("renke")).toEqual(["drill.a let pass switched off"]);
    await drill.plan();
    expect(await drill.planned("renke")).toEqual([]);
  });

  it("are all days after somebody left", async () => {
    await start([rule("drill.a", [monday.nine, "2026-11-18T08:00:00Z"])]);
    await drill.change("renke", { leftOn: "2026-11-15" as never });
    await drill.goTo("2026-11-20T08:00:00Z");
    expect(texts()).toEqual([]);
    expect(await drill.planned("renke")).toEqual([]);
  });
});

describe("planning again", () => {
  it("does not repeat what was said, not even for somebody who flew west since", async () => {
    const nine: Rule = {
      name: "drill.a",
      whom: ["renke"],
      at: ({ person }) => [
        {
          at: new Date(person.zone === "Europe/Berlin" ? monday.nine : "2026-11-16T14:00:00Z"),
          until: new Date("2026-11-17T00:00:00Z"),
        },
      ],
    };
    await start([nine]);
    await drill.goTo(monday.nine);
    await drill.plan();
    expect(await drill.planned("renke")).toEqual([]);
    await drill.change("renke", { zone: "America/New_York" });
    await drill.plan();
    expect(await drill.planned("renke")).toEqual([]);
  });

  it("brings forward what a changed zone, other hours or an earlier date bring forward", async () => {
    let date = "2026-11-20";
    const own: Rule = {
      name: "drill.a",
      whom: ["renke"],
      at: ({ person }) => [
        {
          at: new Date(`${date}T${person.zone === "Europe/Berlin" ? "07" : "00"}:00:00Z`),
          until: new Date("2026-11-30T00:00:00Z"),
        },
      ],
    };
    await start([own]);
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-20T08:00:00.000Z"]);
    await drill.change("renke", { hours: { start: "08:00", end: "18:00", breaks: [] } });
    await drill.plan();
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-20T07:00:00.000Z"]);
    await drill.change("renke", { zone: "Asia/Shanghai" });
    await drill.plan();
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-20T00:00:00.000Z"]);
    date = "2026-11-18";
    await drill.plan();
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-18T00:00:00.000Z"]);
    expect((await drill.alarms.next(new Date("2026-12-31T00:00:00Z")))?.toISOString()).toBe(
      "2026-11-18T00:00:00.000Z",
    );
  });

  it("drops what was put off when its date has changed", async () => {
    let date = "2026-11-16";
    await start([
      rule("drill.x", [monday.nine]),
      rule("drill.y", [monday.eleven]),
      {
        name: "drill.a",
        whom: ["renke"],
        at: () => [{ at: new Date(`${date}T13:00:00Z`), until: new Date("2026-11-30T00:00:00Z") }],
      },
    ]);
    await drill.goTo("2026-11-16T14:00:00Z");
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-17T08:00:00.000Z"]);
    date = "2026-11-25";
    await drill.plan();
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-25T13:00:00.000Z"]);
  });

  it("rings again for what rang and was never composed", async () => {
    await start([rule("drill.a", [monday.nine])]);
    drill.jumpTo(monday.nine);
    await drill.alarms.ring(drill.now());
    await drill.database.db.execute(sql`update outbox_head set state = 'dropped'`);
    await drill.goTo(monday.ten);
    expect(texts()).toEqual([]);
    drill.jumpTo("2026-11-16T09:30:00Z");
    await drill.plan();
    await drill.beat();
    expect(texts()).toHaveLength(1);
  });
});

describe("a beat that was missed", () => {
  it("by long stays missed, though an act or the daily look plans before the first beat", async () => {
    await start([rule("drill.a", [monday.nine, "2026-11-17T08:00:00Z"], { hours: 30 })]);
    drill.jumpTo("2026-11-16T15:00:00Z");
    await drill.plan();
    await drill.beat();
    expect(texts()).toEqual([]);
    expect(await drill.came("renke")).toEqual(["drill.a let pass missed"]);
    expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-17T08:00:00.000Z"]);
  });

  for (const [late, said] of [
    ["2026-11-16T09:59:00Z", true],
    ["2026-11-17T09:00:00Z", false],
  ] as const) {
    it(`is ${said ? "caught up within" : "skipped after"} four hours, at ${late}`, async () => {
      await start([rule("drill.a", [monday.nine, "2026-11-18T08:00:00Z"])]);
      drill.jumpTo(late);
      await drill.beat();
      expect(texts()).toHaveLength(said ? 1 : 0);
      expect(await drill.came("renke")).toEqual([
        said ? "drill.a said" : "drill.a let pass missed",
      ]);
      expect(counted("suppressed missed")).toBe(said ? 0 : 1);
      expect(await drill.planned("renke")).toEqual(["drill.a 2026-11-18T08:00:00.000Z"]);
    });
  }

  it("of days is one message at most, and held notices still come", async () => {
    await start([
      rule("drill.a", [monday.nine]),
      rule("drill.b", ["2026-11-17T08:00:00Z"]),
      rule("drill.c", ["2026-11-19T08:30:00Z"], { hours: 24 }),
    ]);
    await drill.says("anna", "whisper renke Praise");
    drill.jumpTo("2026-11-19T09:00:00Z");
    await drill.beat();
    await drill.beat();
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toMatch(/^Praise\ndrill\.c\n/);
    expect(counted("suppressed missed")).toBe(2);
  });
});
