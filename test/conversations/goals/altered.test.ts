// Payloads altered by hand: every button and form that a rep is shown about a goal of theirs, sent by somebody whom it does not concern.
// What refuses it is the right to the goal, asked for again with each press, and not that nobody else has the button.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { execute } from "#db/client";
import { playgroundOrganisation } from "#db/seed";
import type { Outcome } from "#src/bot/declare/incoming";
import type { BoundAction } from "#src/view/action";
import { actsOn } from "#src/view/card";
import { plainCard } from "#src/view/plain";
import { byOperator } from "#test/support/story/system";
import { story } from "#test/support/story/story";

const system = story();

const lines = [
  "我的目标",
  "G1",
  "G2",
  "明细",
  "报5万 G1 仁济医院",
  "定目标 拜访 20 12月31日前",
  "目标体检 G1",
  "状态 G1 有风险 因为合同还在法务",
  "信心 G1 6",
];
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const tables = [
  "goal",
  "goal_entry",
  "milestone",
  "goal_change",
  "goal_dispute",
  "goal_override",
  "goal_handover",
];
const stored = async (): Promise<string> =>
  JSON.stringify(
    await Promise.all(
      tables.map((each) =>
        execute(
          system.database.db,
          sql`select to_jsonb(t)::text as row from ${sql.identifier(each)} t order by 1`,
        ),
      ),
    ),
  );

/** What the owner may press and send about their own goals, found by opening everything. */
async function actsOf(
  user: string,
): Promise<readonly (BoundAction & { readonly form: boolean })[]> {
  const found = new Map<string, BoundAction & { readonly form: boolean }>();
  async function took(outcome: Outcome): Promise<void> {
    if (outcome.outcome === "ask")
      found.set(`form ${outcome.form.act.name}`, { ...outcome.form.act, form: true });
    if (outcome.outcome !== "show" && outcome.outcome !== "replace") return;
    for (const act of outcome.cards.flatMap(actsOn)) {
      if (found.has(act.name)) continue;
      found.set(act.name, { ...act, form: false });
      // Opening a form changes nothing; what else a button does is left to whoever alters it.
      if (/\.ask|\.edit|\.correct|\.close|\.history/.test(act.name))
        await took(
          await system.house.bot.receive({
            kind: "pressed",
            dedupeKey: randomUUID(),
            from: system.account(user),
            ...act,
          }),
        );
    }
  }
  for (const text of lines)
    await took(
      await system.house.bot.receive({
        kind: "said",
        dedupeKey: randomUUID(),
        from: system.account(user),
        text,
        direct: true,
      }),
    );
  return [...found.values()].filter(
    (each) => each.name.startsWith("goals.") && uuid.test(JSON.stringify(each.payload)),
  );
}

it("are refused by the right to the goal, show nothing of it, and change nothing", async () => {
  const acts = await actsOf("linxiao");
  const names = acts.map((each) => each.name);
  expect(names).toEqual(
    expect.arrayContaining([
      "goals.progress",
      "goals.save",
      "goals.close",
      "goals.correct",
      "goals.drop-entry",
      "goals.undo",
      "goals.start",
      "goals.drop",
      "goals.status",
      "goals.clear-status",
    ]),
  );
  const before = await stored();
  const wrong: string[] = [];
  for (const user of ["renke", "wanglei"]) {
    for (const { form, ...act } of acts) {
      const sent = form
        ? ({ kind: "submitted", values: {} } as const)
        : ({ kind: "pressed" } as const);
      const outcome = await system.house.bot.receive({
        ...sent,
        dedupeKey: randomUUID(),
        from: system.account(user),
        ...act,
      });
      if (outcome.outcome !== "toast" || outcome.tone !== "bad")
        wrong.push(
          `${user} ${act.name}: ${outcome.outcome} ${"cards" in outcome ? outcome.cards.map(plainCard).join("\n") : JSON.stringify(outcome)}`,
        );
    }
  }
  expect(wrong).toEqual([]);
  expect(await stored()).toBe(before);
});

it("that decide about a goal are refused to the team's assistant as well, who only logs", async () => {
  await system.stores.inOrganisation(playgroundOrganisation, async ({ people }) => {
    const chenjing = (await people.directory()).find((each) => each.name === "陈静")!;
    await people.entitle(chenjing.id, { assistant: true }, byOperator);
  });
  const acts = await actsOf("linxiao");
  const refused: string[] = [];
  for (const { form, ...act } of acts) {
    const sent = form
      ? ({ kind: "submitted", values: {} } as const)
      : ({ kind: "pressed" } as const);
    const outcome = await system.house.bot.receive({
      ...sent,
      dedupeKey: randomUUID(),
      from: system.account("chenjing"),
      ...act,
    });
    if (outcome.outcome === "toast" && outcome.tone === "bad") refused.push(act.name);
    if (act.name === "goals.ask-progress") expect(outcome.outcome).toBe("ask");
  }
  expect(refused).toEqual(
    expect.arrayContaining([
      "goals.ask",
      "goals.save",
      "goals.ask-close",
      "goals.close",
      "goals.start",
      "goals.drop",
      "goals.ask-status",
      "goals.status",
      "goals.clear-status",
    ]),
  );
});
