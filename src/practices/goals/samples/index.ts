// Example views for snapshots, the fit test and the gallery.
import type { Sample } from "#src/bot/declare/practice";
import { localDate } from "#src/calendar/local-date";
import { decimal, zero } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { MetricId } from "#src/practices/setup/api";
import {
  disputedCard,
  disputeForm,
  standsCard,
  standsForm,
  takenBackCard,
} from "../history/dispute-card.ts";
import { historyCard } from "../history/history-card.ts";
import { messageChangedCard } from "../history/message-changed.ts";
import { goalForm, statusForm } from "../define/goal-form.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { GoalId } from "../model.ts";
import { listCard, storedListCard } from "../log/list-card.ts";
import {
  correctedCard,
  loggedCard,
  loggedForYouCard,
  noGoalCard,
  undoneCard,
  whichGoalCard,
} from "../history/entry-card.ts";
import { proposalCard, waitingProposalCard } from "../agree/proposal-card.ts";
import { draftCard, goalCard } from "../goal-card.ts";
import { goalsCard } from "../status/goals-card.ts";
import { changeCard } from "../agree/change-card.ts";
import { lapsedCard } from "../turnover/turn-card.ts";

import { askingSamples } from "./asking-samples.ts";
import { laterSamples } from "./later-samples.ts";
import { teamSamples } from "./team-samples.ts";
import {
  id,
  today,
  goal,
  pace,
  override,
  entry,
  conversion,
  limit,
  change,
  part10,
  waiting,
  somebody,
  listOf,
  listed,
  pageOf,
  everyWhy,
} from "./sample-goals.ts";

export const samples: readonly Sample<GoalMessages>[] = [
  {
    name: "logged",
    view: (t) => loggedCard({ paced: { goal, pace }, entry, today, forName: null }, t),
  },
  {
    name: "goal at risk",
    view: (t) => goalCard({ goal, pace: { ...pace, status: "at-risk" } }, true, t),
  },
  {
    name: "goal that ends in a year whose holidays are not confirmed",
    view: (t) => goalCard({ goal, pace, openYears: [2027] }, true, t),
  },
  {
    name: "goal of which nothing was heard",
    view: (t) => goalCard({ goal, pace: { ...pace, status: "on-track", quietDays: 16 } }, true, t),
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
  {
    name: "goal with where it would end",
    view: (t) =>
      goalCard(
        {
          goal,
          pace,
          forecast: {
            low: decimal("810000"),
            high: decimal("976970"),
            parts: [
              { part: "since", value: decimal("976970") },
              { part: "lately", value: decimal("810000") },
            ],
          },
        },
        true,
        t,
      ),
  },
  { name: "proposal", view: (t) => proposalCard(goal, "周岚", t) },
  {
    name: "proposal into a year nobody knows yet",
    view: (t) => proposalCard({ ...goal, openYears: [2027] }, "周岚", t),
  },
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
    view: (t) => historyCard(pageOf([listed, { ...listed, disputed: "open" }]), t),
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
    view: (t) => historyCard(pageOf([{ ...listed, disputed: "open" }], id(9) as PersonId), t),
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
        {
          batchId: entry.batchId,
          views: [
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
        },
        t,
      ),
  },
  ...askingSamples,
  ...laterSamples,
  ...teamSamples,
];
