// Goals, entries and people that the examples of views are about.
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { Person, PersonId } from "#src/people/person";
import { type PendingAmount } from "../actions.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type {
  EntryId,
  GoalId,
  GoalProgress,
  KnownEntry,
  LineChange,
  ListedEntry,
  Milestone,
  StatusOverride,
} from "../model.ts";
import type { Pace } from "../rules.ts";
import type { HistoryView } from "../history/history-card.ts";
import { type Listed } from "../log/list-card.ts";
import { splitCard, type Part } from "../split/split-card.ts";

export const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
export const today = localDate("2026-11-11");

const milestone: Milestone = {
  id: id(3),
  title: "60万",
  due: localDate("2026-11-20"),
  target: decimal("600000"),
  doneOn: null,
};

export const goal: GoalProgress = {
  id: id(1) as GoalId,
  number: 7,
  title: "回款 Collected revenue",
  ownerId: id(2) as PersonId,
  ownerName: "林晓",
  managerName: "周岚",
  teamId: null,
  metricId: null,
  unit: { kind: "money", currency: "CNY" },
  direction: "up",
  adds: true,
  baseline: decimal("0"),
  target: decimal("1000000"),
  period: { kind: "quarter", start: localDate("2026-10-01"), end: localDate("2026-12-31") },
  parentId: null,
  reason: "华东大客户续约 <b>& *more*",
  state: "active",
  proposedById: null,
  proposedOn: null,
  confidence: 8,
  lesson: null,
  createdOn: localDate("2026-10-01"),
  actual: decimal("520000"),
  ratio: null,
  lastOn: today,
  lastSeq: null,
  milestones: [milestone],
};
export const pace: Pace = {
  done: decimal("0.52"),
  timeGone: decimal("0.5322580645"),
  workdaysLeft: 29,
  needPerDay: decimal("16551.72"),
  status: "on-track",
  quietDays: null,
  nextMilestone: milestone,
};
export const override: StatusOverride = {
  id: id(9),
  goalId: goal.id,
  byId: goal.ownerId,
  byName: "周岚",
  at: new Date("2026-11-11T02:00:00Z"),
  status: "at-risk",
  reason: "仁济医院的合同还在法务 <!channel>",
  until: localDate("2026-11-15"),
};
export const entry: KnownEntry = {
  id: id(4) as EntryId,
  seq: 4,
  goalId: goal.id,
  kind: "add",
  value: decimal("120000"),
  on: today,
  note: "仁济医院 <!channel>",
  source: "chat",
  byId: goal.ownerId,
  at: new Date("2026-11-11T02:00:00Z"),
  batchId: id(5),
  replacesId: null,
  goalNumber: 7,
  goalTitle: goal.title,
  goalNames: null,
  ownerId: goal.ownerId,
  ownerName: "林晓",
  managerName: "周岚",
  byName: "林晓",
  unit: goal.unit,
  state: "active",
  disputed: null,
};
export const listed: ListedEntry = { ...entry, takenBack: null };
/** A page of a list with more behind it. */
export const pageOf = (
  entries: readonly ListedEntry[],
  viewer: PersonId = goal.ownerId,
): HistoryView => ({
  of: { id: goal.ownerId, name: goal.ownerName },
  viewer,
  today,
  entries,
  goals: [goal, { ...goal, id: id(8) as GoalId, number: 8, title: "电话 Calls" }],
  only: null,
  behind: null,
  next: { on: localDate("2026-11-02"), seq: 1 },
});
export const conversion: GoalProgress = {
  ...goal,
  number: 10,
  title: "成交率 Conversion",
  unit: { kind: "percent" },
  adds: false,
  target: decimal("40"),
  actual: decimal("30"),
  ratio: { num: decimal("3"), den: decimal("10") },
  milestones: [],
};
export const limit: GoalProgress = {
  ...conversion,
  title: "续约率 Renewals",
  direction: "floor",
  target: decimal("90"),
  actual: decimal("92"),
  ratio: null,
};
export const change: LineChange = {
  id: id(7),
  goalId: goal.id,
  byId: goal.ownerId,
  at: new Date("2026-11-11T02:00:00Z"),
  old: { target: decimal("1200000"), due: goal.period.end },
  wanted: { target: goal.target, due: goal.period.end },
  reason: "两个客户推迟了 <!channel>",
  askedId: null,
  state: "open",
};
export const part10: KnownEntry = {
  ...entry,
  value: decimal("3"),
  of: decimal("10"),
  goalNumber: 10,
  goalTitle: conversion.title,
  goalNames: null,
  note: "",
};
export const waiting: PendingAmount = {
  value: decimal("120000"),
  of: null,
  total: false,
  as: "",
  on: today,
  note: "",
  for: null,
  rest: [],
};

export const somebody = (n: number, name: string): Person =>
  ({ id: id(n) as PersonId, name }) as Person;
export const listOf = (of: GoalProgress): Listed[] => [
  {
    name: "林晓",
    goal: of,
    amount: { metric: null, amount: { value: decimal("120000") }, total: true },
    on: today,
    note: "仁济医院 <b>",
  },
  {
    name: "Renke Petersen",
    goal: conversion,
    amount: { metric: null, amount: { value: decimal("3") }, of: decimal("10"), total: false },
    on: localDate("2026-11-10"),
    note: "",
  },
  { name: "王", why: "ambiguous" },
];
export const whys = [
  "unknown",
  "ambiguous",
  "not-yours",
  "no-amount",
  "no-goal",
  "not-confirmed",
  "several-goals",
  "no-such-date",
  "outside-period",
  "in-future",
  "closed",
  "not-measured",
  "no-room",
] as const;
export const everyWhy: Listed[] = whys.map((why) => ({ name: "<!channel>", why }));
export const part = (n: number, name: string, amount: string): Part => ({
  person: somebody(n, name),
  amount: decimal(amount),
});
export const splitInto = (t: GoalMessages, ...amounts: readonly [string, string]) =>
  splitCard(
    goal,
    [part(2, "林晓", amounts[0]), part(6, "Renke Petersen", amounts[1])],
    { goal: goal.id, over: "0", weights: [] },
    t,
  );
