// The longest lines and fields that a platform lets through, of everything that can make a reader slow: nobody else waits for them.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { parseIncoming, type Outcome } from "#src/bot/declare/incoming";
import { saveGoal } from "#src/practices/goals/actions";
import { plainCard } from "#src/view/plain";
import { cpuMs } from "#test/support/cpu-time";
import { longLines } from "#test/support/lines/long-lines";
import { story } from "#test/support/story/story";

const most = 250;
/** Of one message: Slack's longest, and what Lark lets through. */
const slackUnits = 40_000;
const larkUnits = 150_000;
/** The longest that is read at all. */
const readUnits = 9_900;

const system = story(undefined, "all");

const say = (text: string, user = "linxiao"): Promise<Outcome> =>
  system.house.bot.receive({
    kind: "said",
    dedupeKey: randomUUID(),
    from: system.account(user),
    text,
    direct: true,
  });

async function slow(
  lines: readonly (readonly [string, string])[],
  before = "",
  user = "linxiao",
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, line] of lines) {
    const ms = await cpuMs(() => say(before + line, user), most);
    if (ms > most) found.push(`${before}${name}: ${Math.round(ms)} ms`);
  }
  return found;
}

describe("one long line", () => {
  it("of letters that become eighteen each is refused at once, in the words for a line that is too long", async () => {
    const started = await cpuMs(() => say(`blocked ${"\uFDFA".repeat(4_990)}`), most);
    expect(started).toBeLessThanOrEqual(most);
    const outcome = await say(`卡住了 ${"\uFDFA".repeat(4_990)}`);
    expect(outcome.outcome === "show" ? outcome.cards.map(plainCard) : outcome).toEqual([
      "一条消息放不下这么多，请控制在 5000 字以内。",
    ]);
  });
  it("of what Slack and Lark let through stops nobody", async () => {
    expect(await slow([...longLines(slackUnits), ...longLines(larkUnits)])).toEqual([]);
  });
  it("that is still read stops nobody, whatever it is made of", async () => {
    expect(await slow(longLines(readUnits))).toEqual([]);
  });
  it.each([
    "log ",
    "blocked ",
    "goal new ",
    "goal split G1 ",
    "checkin ",
    "praise ",
    "praise @王磊 ",
    "feedback ",
    "win ",
    "away ",
    "status G1 ",
    "替@王磊报",
    "请王磊提建议 ",
    "log 电话",
  ])("behind %s stops nobody", async (verb) => {
    expect(
      await slow(
        longLines(readUnits).filter((_, i) => i % 4 === 0),
        verb,
        "zhoulan",
      ),
    ).toEqual([]);
  });
  it.each(["log 电话 5 ", "log 新增客户 2 电话 5 "])(
    "of very many amounts stops nobody: %s",
    async (amounts) => {
      const line = `log ${amounts.repeat(1_600)}`.slice(0, 4_990);
      expect(await slow([["named", line]], "", "linxiao")).toEqual([]);
    },
  );
});

describe("the inbox", () => {
  it("keeps of a line that is too long only as much as shows that it is, and refuses it in the same words when it comes again", async () => {
    const run = await system.house.bot.accept({
      kind: "said",
      dedupeKey: "long",
      from: system.account("linxiao"),
      text: `log 5 ${"长".repeat(larkUnits)}`,
      direct: true,
    });
    const [row] = await inOrganisation(system.database, playgroundOrganisation, (tx) =>
      execute<{ incoming: unknown; units: number }>(
        tx,
        sql`select incoming, length(incoming::text) as units from inbox where key like '%:long'`,
      ),
    );
    expect(row!.units).toBeLessThan(11_000);
    const again = await system.house.bot.receive(parseIncoming(row!.incoming));
    expect(again).toEqual(await run!());
    expect(again.outcome === "show" ? again.cards.map(plainCard) : again).toEqual([
      "一条消息放不下这么多，请控制在 5000 字以内。",
    ]);
  });
});

describe("a form", () => {
  it("with fields of a hundred thousand characters is refused beside each field, at once", async () => {
    const asked = await system.house.bot.receive({
      kind: "said",
      dedupeKey: randomUUID(),
      from: system.account("linxiao"),
      text: "定目标 拜访 20 12月31日前",
      direct: true,
    });
    expect(asked.outcome).toBe("show");
    for (const [name, line] of longLines(100_000)) {
      const values = {
        title: line,
        target: line,
        due: line,
        reason: line,
        milestones: line,
        parent: line,
      };
      const submit = (): Promise<Outcome> =>
        system.house.bot.receive({
          kind: "submitted",
          dedupeKey: randomUUID(),
          from: system.account("linxiao"),
          name: "goals.save",
          version: saveGoal.version,
          payload: { goal: null, owner: null, waiting: null },
          values,
        });
      expect(await cpuMs(submit, most), name).toBeLessThanOrEqual(most);
      const outcome = await submit();
      expect(outcome.outcome, name).toBe("correct");
    }
  });
});
