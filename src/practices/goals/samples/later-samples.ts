// The forms, and what comes later in a goal's life: split among people, closed, passed on.
import type { Sample } from "#src/bot/declare/practice";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { Person, PersonId } from "#src/people/person";
import { saveCorrection } from "../actions.ts";
import {
  closeForm,
  correctionForm,
  goalForm,
  nextForTeamForm,
  nextPeriodForm,
  progressForm,
} from "../define/goal-form.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { GoalId } from "../model.ts";
import {
  allPassedOnCard,
  leaverCard,
  passedOnCard,
  passOnForm,
} from "../turnover/handover-card.ts";
import { reachedTold } from "../turnover/tell-manager.ts";
import { weightsForm } from "../split/give-weights.ts";
import { splitCard } from "../split/split-card.ts";
import { loggedCard } from "../history/entry-card.ts";
import { historyCard } from "../history/history-card.ts";
import { goalCard } from "../goal-card.ts";
import { closedCard, closeOutCard, turnCard } from "../turnover/turn-card.ts";

import {
  id,
  today,
  goal,
  pace,
  entry,
  listed,
  pageOf,
  conversion,
  part10,
  part,
  somebody,
  splitInto,
} from "./sample-goals.ts";

const ended = (n: number, state: "achieved" | "missed", lesson: string | null) => ({
  paced: { goal: { ...goal, number: n, state, lesson, metricId: null }, pace },
  state,
});

export const laterSamples: readonly Sample<GoalMessages>[] = [
  {
    name: "a period closed out for a manager",
    view: (t) =>
      closeOutCard(
        {
          end: goal.period.end,
          ended: [ended(7, "missed", "早约复购 *!*"), ended(8, "achieved", null)],
          sums: [
            {
              titled: goal,
              unit: goal.unit,
              kind: goal.period,
              actual: decimal("1040000"),
              target: decimal("2000000"),
              before: decimal("910000"),
            },
          ],
          without: [somebody(9, "Maya")],
          mayPropose: true,
        },
        t,
      ),
  },
  { name: "next period for a team", view: (t) => nextForTeamForm([goal], t) },
  { name: "told of a goal reached", view: (t) => reachedTold(goal, "林晓", t) },
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
    name: "split with somebody who counts in dollars",
    view: (t) =>
      splitCard(
        goal,
        [part(2, "林晓", "500000"), part(9, "Maya", "500000")],
        { goal: goal.id, over: "0", weights: [] },
        t,
        { away: new Map(), elsewhere: new Map([[somebody(9, "Maya").id, "USD"]]) },
      ),
  },
  {
    name: "weights of a split",
    view: (t) =>
      weightsForm(
        goal,
        [somebody(2, "林晓"), somebody(6, "Renke Petersen"), somebody(9, "Maya")],
        {
          over: decimal("0.1"),
          weights: [
            [somebody(2, "林晓").id, decimal("5")],
            [somebody(6, "Renke Petersen").id, decimal("3")],
          ],
          from: 0,
          given: [],
        },
        t,
      ),
  },
  {
    name: "weights of a split among sixty, the first page",
    view: (t) =>
      weightsForm(
        goal,
        Array.from({ length: 60 }, (_, i) => somebody(100 + i, `销售${i + 1}`)),
        { over: decimal("0"), weights: [], from: 0, given: [] },
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
    view: (t) => historyCard(pageOf([{ ...listed, ...part10, unit: conversion.unit }]), t),
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
  { name: "close form", view: (t) => closeForm(goal, "figures", t) },
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
        pageOf([
          { ...listed, byId: id(9) as PersonId, byName: "陈静" },
          {
            ...listed,
            value: decimal("8"),
            unit: { kind: "count", counter: "通" },
            goalNumber: 3,
            goalTitle: "电话 Calls",
            goalId: id(8) as GoalId,
            note: "",
          },
          { ...listed, takenBack: { byId: id(9) as PersonId, byName: "周岚" } },
          { ...listed, on: localDate("2026-11-10"), kind: "set", note: "" },
        ]),
        t,
      ),
  },
];
