// Example views for snapshots, the fit test and the gallery.
import type { Sample } from "#src/bot/declare/practice";
import { localDate } from "#src/calendar/local-date";
import { decimal, zero } from "#src/language/decimal";
import type { Person, PersonId } from "#src/people/person";
import type { MetricId } from "#src/practices/setup/api";
import { saveCorrection, type PendingAmount } from "./actions.ts";
import {
  disputedCard,
  disputeForm,
  standsCard,
  standsForm,
  takenBackCard,
} from "./history/dispute-card.ts";
import { messageChangedCard } from "./history/message-changed.ts";
import {
  closeForm,
  correctionForm,
  goalForm,
  nextPeriodForm,
  progressForm,
  statusForm,
} from "./define/goal-form.ts";
import type { GoalMessages } from "./messages/en/index.ts";
import type {
  EntryId,
  GoalId,
  GoalProgress,
  KnownEntry,
  LineChange,
  StatusOverride,
} from "./model.ts";
import type { Pace } from "./rules.ts";
import { allPassedOnCard, leaverCard, passedOnCard, passOnForm } from "./turnover/handover-card.ts";
import { listCard, storedListCard, type Listed } from "./log/list-card.ts";
import { splitCard, type Part } from "./split/split-card.ts";
import {
  correctedCard,
  historyCard,
  loggedCard,
  loggedForYouCard,
  noGoalCard,
  undoneCard,
  whichGoalCard,
} from "./history/entry-card.ts";
import { draftCard, goalCard, proposalCard, waitingProposalCard } from "./goal-card.ts";
import { goalsCard } from "./status/goals-card.ts";
import { changeCard } from "./agree/change-card.ts";
import { closedCard, lapsedCard, turnCard } from "./turnover/turn-card.ts";

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const today = localDate("2026-11-11");

const goal: GoalProgress = {
  id: id(1) as GoalId,
  number: 7,
  title: "回款 Collected revenue",
  ownerId: id(2) as PersonId,
  ownerName: "林晓",
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
  milestones: [
    {
      id: id(3),
      title: "60万",
      due: localDate("2026-11-20"),
      target: decimal("600000"),
      doneOn: null,
    },
  ],
};
const pace: Pace = {
  done: decimal("0.52"),
  timeGone: decimal("0.5322580645"),
  workdaysLeft: 29,
  needPerDay: decimal("16551.72"),
  status: "on-track",
  stale: false,
  nextMilestone: goal.milestones[0]!,
};
const override: StatusOverride = {
  id: id(9),
  goalId: goal.id,
  byId: goal.ownerId,
  byName: "周岚",
  at: new Date("2026-11-11T02:00:00Z"),
  status: "at-risk",
  reason: "仁济医院的合同还在法务 <!channel>",
  until: localDate("2026-11-15"),
};
const entry: KnownEntry = {
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
  ownerId: goal.ownerId,
  ownerName: "林晓",
  byName: "林晓",
  unit: goal.unit,
  state: "active",
  disputed: null,
};
const conversion: GoalProgress = {
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
const limit: GoalProgress = {
  ...conversion,
  title: "续约率 Renewals",
  direction: "floor",
  target: decimal("90"),
  actual: decimal("92"),
  ratio: null,
};
const change: LineChange = {
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
const part10: KnownEntry = {
  ...entry,
  value: decimal("3"),
  of: decimal("10"),
  goalNumber: 10,
  goalTitle: conversion.title,
  note: "",
};
const waiting: PendingAmount = {
  value: decimal("120000"),
  of: null,
  total: false,
  as: "",
  on: today,
  note: "",
  for: null,
  rest: [],
};

const somebody = (n: number, name: string): Person => ({ id: id(n) as PersonId, name }) as Person;
const listOf = (of: GoalProgress): Listed[] => [
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
const whys = [
  "unknown",
  "ambiguous",
  "not-yours",
  "no-amount",
  "no-goal",
  "several-goals",
  "no-such-date",
  "outside-period",
  "in-future",
  "closed",
  "not-measured",
  "no-room",
] as const;
const everyWhy: Listed[] = whys.map((why) => ({ name: "<!channel>", why }));
const part = (n: number, name: string, amount: string): Part => ({
  person: somebody(n, name),
  amount: decimal(amount),
});
const splitInto = (t: GoalMessages, ...amounts: readonly [string, string]) =>
  splitCard(
    goal,
    [part(2, "林晓", amounts[0]), part(6, "Renke Petersen", amounts[1])],
    { goal: goal.id, over: "0", weights: [] },
    t,
  );

export const samples: readonly Sample<GoalMessages>[] = [
  {
    name: "logged",
    view: (t) => loggedCard({ paced: { goal, pace }, entry, today, forName: null }, t),
  },
  {
    name: "goal at risk",
    view: (t) => goalCard({ goal, pace: { ...pace, status: "at-risk", stale: true } }, true, t),
  },
  {
    name: "goal with need and run, and a status said otherwise",
    view: (t) =>
      goalCard({ goal, pace, override, run: { perDay: decimal("12300"), workdays: 10 } }, false, t),
  },
  {
    name: "status form",
    view: (t) =>
      statusForm(
        goal,
        { judgement: "on-track", reason: "合同已签 *!*" },
        localDate("2026-11-15"),
        t,
      ),
  },
  {
    name: "goals",
    view: (t) =>
      goalsCard(
        t.goalsTitle(),
        [
          { goal, pace, override },
          { goal: { ...goal, number: 8, state: "proposed" }, pace },
        ],
        false,
        t.noGoals(),
        t,
      ),
  },
  { name: "no goals", view: (t) => goalsCard(t.goalsTitle(), [], false, t.noGoals(), t) },
  {
    name: "draft",
    view: (t) =>
      draftCard(
        {
          goal: { ...goal, state: "draft" },
          findings: [
            { letter: "R", advice: "no-reason" },
            { letter: "T", advice: "needs-milestone" },
          ],
          forName: null,
        },
        t,
      ),
  },
  {
    name: "draft beside a goal there is",
    view: (t) =>
      draftCard(
        {
          goal: { ...goal, state: "draft", number: 13 },
          findings: [],
          forName: null,
          beside: goal,
        },
        t,
      ),
  },
  { name: "proposal", view: (t) => proposalCard(goal, "周岚", t) },
  {
    name: "proposal that waits",
    view: (t) =>
      waitingProposalCard({ ...goal, state: "proposed" }, t.titled(goal.number, goal), null, t),
  },
  {
    name: "proposal answered",
    view: (t) =>
      waitingProposalCard(
        { ...goal, state: "proposed" },
        t.answeredTitle("林晓"),
        "15 is <b>enough</b>",
        t,
      ),
  },
  { name: "change asked for", view: (t) => changeCard(goal, change, "林晓", t) },
  {
    name: "goal with its old line",
    view: (t) =>
      goalCard({ goal, pace }, true, t, [
        { ...change, id: id(8) },
        { ...change, state: "agreed" },
      ]),
  },
  {
    name: "limit",
    view: (t) =>
      goalCard(
        {
          goal: { ...limit, direction: "keep" },
          pace: { ...pace, done: decimal("0.9"), nextMilestone: null },
        },
        true,
        t,
      ),
  },
  {
    name: "lower limit, nothing known",
    view: (t) =>
      goalCard(
        {
          goal: { ...limit, lastOn: null },
          pace: { ...pace, done: zero, status: "too-early", nextMilestone: null },
        },
        true,
        t,
      ),
  },
  {
    name: "goal that is over",
    view: (t) =>
      goalCard({ goal: { ...goal, state: "missed", lesson: "早约复购" }, pace }, true, t),
  },
  {
    name: "logged before a total",
    view: (t) =>
      loggedCard({ paced: { goal, pace }, entry, today, forName: null, covered: true }, t),
  },
  {
    name: "corrected",
    view: (t) =>
      correctedCard(
        t.corrected(
          { value: decimal("300000"), unit: goal.unit },
          { value: decimal("320000"), unit: goal.unit },
        ),
        loggedCard({ paced: { goal, pace }, entry, today, forName: null }, t),
      ),
  },
  { name: "taken back by oneself", view: (t) => undoneCard([entry], [{ goal, pace }], t) },
  {
    name: "several taken back",
    view: (t) =>
      undoneCard(
        [entry, { ...part10, unit: conversion.unit }],
        [
          { goal, pace },
          { goal: conversion, pace },
        ],
        t,
      ),
  },
  {
    name: "its message edited",
    view: (t) => messageChangedCard("edited", entry.batchId, [entry], t),
  },
  {
    name: "a message of several deleted",
    view: (t) =>
      messageChangedCard(
        "deleted",
        entry.batchId,
        [entry, { ...part10, unit: conversion.unit }],
        t,
      ),
  },
  { name: "put away", view: (t) => lapsedCard({ ...goal, state: "draft" }, t) },
  { name: "proposal put away", view: (t) => lapsedCard({ ...goal, state: "proposed" }, t) },
  {
    name: "which goal, with others waiting",
    view: (t) =>
      whichGoalCard(
        { ...waiting, rest: [[[decimal("20")], "", "", 0, 8]] },
        null,
        [
          goal,
          {
            ...goal,
            id: id(9) as GoalId,
            number: 9,
            period: { kind: "month", start: localDate("2026-11-01"), end: localDate("2026-11-30") },
          },
        ],
        t,
      ),
  },
  {
    name: "no goal fits, with others waiting",
    view: (t) =>
      noGoalCard(
        { ...waiting, as: "USD", rest: [[[decimal("20")], "", "", 0, 8]] },
        {
          id: id(7) as MetricId,
          nameEn: "signed",
          nameZh: "签约额",
          aliases: [],
          unit: goal.unit,
          adds: true,
        },
        t,
      ),
  },
  {
    name: "new goal form for another",
    view: (t) =>
      goalForm(
        {
          goal: null,
          title: "",
          due: null,
          waiting: null,
          owner: { id: goal.ownerId, name: "林晓" },
          parents: [],
        },
        t,
      ),
  },
  {
    name: "history",
    view: (t) =>
      historyCard(t.historyTitle(), [entry, { ...entry, disputed: "open" }], entry.ownerId, t),
  },
  {
    name: "which goal",
    view: (t) => whichGoalCard(waiting, null, [goal, { ...goal, number: 9, title: "签约额" }], t),
  },
  { name: "no goal fits", view: (t) => noGoalCard(waiting, null, t) },
  {
    name: "logged for you",
    view: (t) =>
      loggedForYouCard({ paced: { goal, pace }, entry, today, forName: "林晓" }, "周岚", t),
  },
  {
    name: "disputed by another",
    view: (t) =>
      historyCard(t.historyTitle(), [{ ...entry, disputed: "open" }], id(9) as PersonId, t),
  },
  { name: "dispute form", view: (t) => disputeForm(entry, "周岚", t) },
  { name: "dispute", view: (t) => disputedCard(entry, "这笔是王磊的 <!channel>", true, t) },
  { name: "stands form", view: (t) => standsForm(entry, t) },
  { name: "it stands", view: (t) => standsCard(entry, "周岚", "合同号 *HT-7* 对得上", t) },
  { name: "taken back", view: (t) => takenBackCard(entry, "周岚", t) },
  {
    name: "list",
    view: (t) =>
      listCard(
        listOf(goal),
        [
          [7, "120000", 0, 0, ""],
          [10, "3/10", 0, 1, ""],
        ],
        { rows: 3, sums: ["合计 15万"] },
        today,
        t,
      ),
  },
  {
    name: "list of nothing good",
    view: (t) => listCard(everyWhy, [], { rows: 0, sums: [] }, today, t),
  },
  {
    name: "list stored",
    view: (t) =>
      storedListCard(
        [
          {
            paced: { goal, pace },
            before: goal,
            after: goal,
            owner: somebody(2, "林晓"),
            entry,
            today,
            forName: "林晓",
          },
        ],
        t,
      ),
  },
  { name: "split", view: (t) => splitInto(t, "625000", "375000") },
  { name: "split short", view: (t) => splitInto(t, "400000", "500000") },
  { name: "split high", view: (t) => splitInto(t, "700000", "600000") },
  { name: "split far too high", view: (t) => splitInto(t, "900000", "900000") },
  {
    name: "split of a percentage",
    view: (t) =>
      splitCard(
        { ...goal, unit: { kind: "percent" }, target: decimal("30") },
        [part(2, "林晓", "30"), part(6, "王磊", "30")],
        { goal: goal.id, over: "0", weights: [] },
        t,
      ),
  },
  {
    name: "goal form",
    view: (t) =>
      goalForm(
        {
          goal,
          title: "",
          due: null,
          waiting: null,
          owner: null,
          parents: [{ ...goal, number: 3, ownerName: "周岚" }],
        },
        t,
      ),
  },
  { name: "progress form", view: (t) => progressForm(goal, null, today, t) },
  {
    name: "ratio logged",
    view: (t) =>
      loggedCard(
        {
          paced: {
            goal: conversion,
            pace: { ...pace, done: decimal("0.75"), nextMilestone: null },
          },
          entry: part10,
          today,
          forName: null,
        },
        t,
      ),
  },
  {
    name: "ratio in the history",
    view: (t) =>
      historyCard(t.historyTitle(), [{ ...part10, unit: conversion.unit }], entry.ownerId, t),
  },
  {
    name: "ratio correction form",
    view: (t) =>
      correctionForm({ ...part10, unit: conversion.unit }, saveCorrection({ entry: entry.id }), t),
  },
  {
    name: "ratio progress form",
    view: (t) => progressForm(conversion, { num: "成交", den: "拜访" }, today, t),
  },
  { name: "goals end", view: (t) => turnCard(goal.period.end, [goal, conversion], t) },
  { name: "next period form", view: (t) => nextPeriodForm([goal], t) },
  {
    name: "closed achieved",
    view: (t) => closedCard({ ...goal, state: "achieved", actual: decimal("1005000") }, t),
  },
  {
    name: "closed missed",
    view: (t) =>
      closedCard(
        {
          ...goal,
          state: "missed",
          direction: "down",
          unit: { kind: "count" },
          baseline: decimal("20"),
          target: decimal("5"),
          actual: decimal("12"),
        },
        t,
      ),
  },
  { name: "close form", view: (t) => closeForm(goal, t) },
  {
    name: "somebody left",
    view: (t) =>
      leaverCard(
        "林晓",
        [
          { goal, pace },
          { goal: { ...conversion, state: "proposed" }, pace },
        ],
        t,
      ),
  },
  {
    name: "one goal is left",
    view: (t) => leaverCard("林晓", [{ goal, pace }], t, t.passedOn(10, "王磊")),
  },
  { name: "all passed on", view: (t) => allPassedOnCard("林晓", t.tookOver(7, "林晓"), t) },
  {
    name: "pass on form",
    view: (t) => passOnForm(goal, [{ id: id(6), name: "王磊" } as Person], t),
  },
  {
    name: "passed on to you",
    view: (t) => passedOnCard({ ...goal, state: "proposed" }, "林晓", "周岚", t),
  },
  {
    name: "goal that was passed on",
    view: (t) => goalCard({ goal, pace }, true, t, [], [{ name: "陈静", until: entry.at }]),
  },
  {
    name: "history with another's entry",
    view: (t) =>
      historyCard(
        t.historyTitle(),
        [{ ...entry, byId: id(9) as PersonId, byName: "陈静" }],
        entry.ownerId,
        t,
      ),
  },
];
