// A manager's view of their team.
import type { Sample } from "#src/bot/declare/practice";
import { say } from "#src/bot/declare/actions";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { MetricId } from "#src/practices/setup/api";
import { button, card } from "#src/view/card";
import type { GoalMessages } from "../messages/en/index.ts";
import type { EntryId } from "../model.ts";
import { waitingCard } from "../team/asked.ts";
import { byPerson, type Need } from "../team/needs.ts";
import type { Member, TrackedGoal } from "../team/tracked.ts";
import { sumsOf } from "../team/sums.ts";
import { chartCards, standingsChart } from "../team/team-charts.ts";
import { digestCard } from "../team/digest.ts";
import { glanceCards, teamGoalsCard, teamTable } from "../team/team-card.ts";
import { thresholds } from "../rules.ts";
import { goal, id, pace, somebody, today } from "./sample-goals.ts";

const behind: TrackedGoal = {
  goal: { ...goal, actual: decimal("280000"), metricId: id(40) as MetricId },
  pace: { ...pace, done: decimal("0.28"), status: "off-track" },
  trend: { points: [0, 0.05, 0.12, 0.2, 0.28], plan: [0, 0.13, 0.27, 0.4, 0.53] },
  marks: [
    ["2026-10-19", "50000", "130000"],
    ["2026-10-26", "120000", "270000"],
    ["2026-11-02", "200000", "400000"],
    ["2026-11-09", "200000", "490000"],
  ].map(([on = "", gained = "", due = ""]) => ({
    on: localDate(on),
    gained: decimal(gained),
    due: decimal(due),
  })),
  thisWeek: decimal("80000"),
};
/** Somebody else's, in another currency and ahead of its plan. */
const ahead: TrackedGoal = {
  ...behind,
  goal: {
    ...behind.goal,
    number: 8,
    ownerId: somebody(7, "Renke").id,
    unit: { kind: "money", currency: "EUR" },
    target: decimal("500000"),
    actual: decimal("305000"),
  },
  pace: { ...pace, done: decimal("0.61"), status: "on-track" },
  trend: { points: [0, 0.1, 0.3, 0.5, 0.61], plan: [0, 0.13, 0.27, 0.4, 0.53] },
  marks: behind.marks.map((each) => ({
    ...each,
    gained: each.gained.times("1.3"),
    due: each.due.div("2"),
  })),
};
const member: Member = { person: somebody(2, "林晓"), goals: [behind], proposed: [] };
const idle: Member = { person: somebody(6, "Maya *Collins*"), goals: [], proposed: [] };

const needs = (t: GoalMessages): readonly Need[] => [
  {
    person: member.person.id,
    urgency: "off-track",
    weight: 0.25,
    goal: behind,
    line: t.againstPace(decimal("-252000"), goal.unit),
    button: button(t.look(), say({ text: "目标 @林晓" })),
  },
  {
    person: idle.person.id,
    urgency: "no-goal",
    weight: 0,
    line: t.hasNoGoal(),
    button: button(t.proposeOne(), say({ text: t.proposeTyped("Maya") })),
  },
  {
    person: id(7) as PersonId,
    urgency: "waits",
    weight: 3,
    line: t.asksToChange(12),
    button: button(t.decide(), say({ text: "G12" })),
  },
];

const renke: Member = { person: somebody(7, "Renke"), goals: [ahead], proposed: [] };
const everybody = [member, idle, renke];

const charts = (t: GoalMessages, at: 0 | 1) =>
  chartCards(
    {
      sums: sumsOf([behind, ahead], thresholds),
      members: everybody,
      today,
    },
    "zh",
    t,
  )[at] ?? card({ title: t.noTeamGoals() });

const table = (t: GoalMessages) =>
  teamTable(
    { members: everybody, needs: byPerson(needs(t)) },
    [
      {
        rank: 1,
        head: t.quiet(),
        of: new Map([[member.person.id, { line: t.quietFor(16), tone: "bad" as const }]]),
      },
    ],
    t,
  ) ?? card({ title: t.noTeamGoals() });

const glance = (t: GoalMessages, among: readonly Need[]) =>
  glanceCards(
    {
      sums: sumsOf([behind], thresholds),
      needs: byPerson(among),
      members: [member, idle, { ...idle, person: somebody(7, "Renke") }],
    },
    t,
  );

export const teamSamples: readonly Sample<GoalMessages>[] = [
  {
    name: "entries that wait for whoever stands in",
    view: (t) =>
      waitingCard(
        [
          {
            id: id(60) as EntryId,
            goalNumber: 7,
            ownerName: "林晓 <!channel>",
            value: decimal("120000"),
            unit: { kind: "money", currency: "CNY" },
          },
        ],
        t,
      ),
  },
  { name: "team at a glance", view: (t) => glance(t, needs(t))[0] },
  { name: "who needs their manager", view: (t) => glance(t, needs(t))[1] },
  { name: "nobody needs their manager", view: (t) => glance(t, [])[1] },
  { name: "team as a table", view: table },
  { name: "how far each person is", view: (t) => charts(t, 0) },
  { name: "sums against their plan", view: (t) => charts(t, 1) },
  {
    name: "Monday's digest",
    view: (t) =>
      digestCard(
        {
          members: everybody,
          sums: sumsOf([behind, ahead], thresholds).map((each) => ({
            sum: each,
            lastWeek: decimal("120000"),
          })),
          needs: byPerson(needs(t)),
          changed: [
            { goal: behind, before: "at-risk", isBetter: false },
            { goal: ahead, before: "at-risk", isBetter: true },
          ],
          lines: [{ rank: 1, line: t.hasNoGoal(), button: button(t.look(), say({ text: "G7" })) }],
          picture: standingsChart(sumsOf([behind, ahead], thresholds), everybody, "zh", t),
        },
        t,
      ),
  },
  {
    name: "Monday's digest where all is well",
    view: (t) =>
      digestCard(
        { members: [renke], sums: [], needs: [], changed: [], lines: [], picture: null },
        t,
      ),
  },
  {
    name: "team goals by person",
    view: (t) => teamGoalsCard({ members: [member, idle], shared: [] }, null, t),
  },
  {
    name: "team goals filtered",
    view: (t) => teamGoalsCard({ members: [member], shared: [] }, t.status("off-track"), t),
  },
];
