// What is asked before an amount is stored: which reading is meant, whether it is meant at all, and what was left out of it.
import { show } from "#src/bot/declare/answer";
import type { Sample } from "#src/bot/declare/practice";
import { decimal } from "#src/language/decimal";
import { card, type Card } from "#src/view/card";
import type { MetricId } from "#src/practices/setup/api";
import type { TakenReading } from "../actions.ts";
import { loggedCard } from "../history/entry-card.ts";
import { askedCard, offerCard, startCard, sureCard, withLeftOut } from "../log/ask-card.ts";
import { noteParts } from "../noted/note-parts.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { WayPart } from "../messages/en/log.ts";
import { entry, goal, id, pace, today, waiting } from "./sample-goals.ts";

const taking: TakenReading = { on: today, sure: false, list: [[[decimal("20")], "", "", 0, 8]] };
const calls = {
  id: id(8) as MetricId,
  nameEn: "calls",
  nameZh: "电话",
  aliases: [],
  unit: { kind: "count" as const, counter: "通" },
  adds: true,
};

const part = (figure: string, says: WayPart["says"], name: string | null = null): WayPart => ({
  figure: { value: decimal(figure), unit: goal.unit },
  total: false,
  metric: null,
  on: today,
  today,
  name,
  says,
});

const quietly = { day: false, who: false, sign: false };
const counted: WayPart = {
  ...part("20", quietly),
  figure: { value: decimal("20"), unit: calls.unit },
  metric: calls,
};

const leftOut = [
  { why: "unknown" as const, text: "meetings 3", adds: null },
  { why: "plan" as const, text: "expecting 50k tomorrow", adds: null },
];

function loggedBesideLeftOut(t: GoalMessages): Card {
  const logged = show(loggedCard({ paced: { goal, pace }, entry, today, forName: null }, t));
  const adds = { label: t.saidWays([counted]), taking };
  const { reply } = withLeftOut(
    logged,
    [{ why: "aside", text: "after 20 calls", adds }, ...leftOut],
    t,
  );
  const [card] = reply.reply === "show" ? reply.cards : [];
  if (!card) throw new Error("what was logged is shown");
  return card;
}

/** A daily note's figures: new, changed since, out of it, and without a goal. */
function notedCard(t: GoalMessages): Card {
  const counting = { ...goal, number: 8, id: id(9) as typeof goal.id };
  const { elements, buttons } = noteParts(
    {
      figures: [
        { goal, amount: { amount: { value: decimal("20000") }, total: false }, counted: null },
        {
          goal: counting,
          amount: { amount: { value: entry.value }, total: false },
          counted: entry,
        },
      ],
      gone: [entry],
      homeless: [counted],
    },
    today,
    t,
  );
  return card({ title: t.notedFigures(), body: elements, buttons });
}

export const askingSamples: readonly Sample<GoalMessages>[] = [
  { name: "figures of a daily note", view: notedCard },
  {
    name: "which figure",
    view: (t) =>
      askedCard(
        "figure",
        ["12500", "12.5"].map((figure) => ({
          says: t.saidWays([part(figure, quietly)]),
          leftOut: [],
          taking,
        })),
        t,
      ),
  },
  {
    name: "on or off",
    view: (t) =>
      askedCard(
        "sign",
        ["-500", "500"].map((figure) => ({
          says: t.saidWays([part(figure, { ...quietly, sign: true })]),
          leftOut: [],
          taking,
        })),
        t,
      ),
  },
  {
    name: "several ways to read a line",
    view: (t) =>
      askedCard(
        "mixed",
        ["林晓", null].flatMap((name) =>
          ["-5000", "5000"].map((figure) => ({
            says: t.saidWays([
              part(figure, { ...quietly, who: true }, name),
              { ...counted, name, says: { ...quietly, who: true } },
            ]),
            leftOut,
            taking,
          })),
        ),
        t,
      ),
  },
  {
    name: "far beyond the target",
    view: (t) =>
      sureCard(
        [{ goal, is: "beyond", before: goal.actual, after: goal.target.times(decimal("4")) }],
        taking,
        t,
      ),
  },
  {
    name: "a total below where it stands",
    view: (t) =>
      sureCard(
        [{ goal, is: "lower", before: goal.actual, after: decimal("1000") }],
        { ...taking, list: [[[decimal("1000")], "", "", 1, 7]] },
        t,
      ),
  },
  {
    name: "an amount waits for a draft",
    view: (t) => startCard(waiting, { ...goal, state: "draft" }, t),
  },
  {
    name: "an amount waits for a proposal",
    view: (t) =>
      startCard(
        { ...waiting, rest: [[[decimal("20")], "", "", 0, 8]] },
        { ...goal, state: "proposed" },
        t,
      ),
  },
  {
    name: "a line without a verb",
    view: (t) =>
      offerCard(
        {
          what: t.saidWays([part("35000", quietly)]),
          goal,
          notes: ["Acme"],
          leftOut,
          line: "log 35k",
        },
        t,
      ),
  },
  { name: "logged, with what was left out", view: loggedBesideLeftOut },
];
