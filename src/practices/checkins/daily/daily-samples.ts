// The daily note as the gallery shows it.
import type { Sample } from "#src/bot/declare/practice";
import type { LocalDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { TeamId } from "#src/people/person";
import type { Gain } from "#src/practices/goals/api";
import {
  previewCard,
  switchedOffCard,
  updateCard,
  type UpdateView,
} from "../update/update-card.ts";
import { teamDailyCard } from "./team-daily.ts";
import type { CheckinMessages } from "../messages/en/index.ts";
import { dailyAskCard, dailyCard, readDailyCard } from "../weekly/checkin-card.ts";
import { dailyForm } from "../weekly/checkin-form.ts";

export const dailySamples = (
  week: LocalDate,
  goal: Gain["goal"],
): readonly Sample<CheckinMessages>[] => [
  { name: "daily ask", view: (t) => dailyAskCard(t) },
  {
    name: "daily form",
    view: (t) => dailyForm(week, { done: "三通电话", next: "" }, "manager", "周岚", t),
  },
  {
    name: "daily note",
    view: (t) =>
      dailyCard(
        { on: week, done: "三通电话", next: "明天拜访仁济" },
        { elements: [], buttons: [] },
        false,
        "manager",
        "周岚",
        t,
      ),
  },
  {
    name: "daily note of somebody",
    view: (t) =>
      readDailyCard(
        { on: week, done: "三通电话", next: "" },
        "林晓",
        t.seenBy("林晓", "manager", "周岚"),
        t,
      ),
  },
  {
    name: "daily notes of a team",
    view: (t) =>
      teamDailyCard(
        {
          on: week,
          rows: [
            {
              name: "林晓",
              note: "三通电话 <!channel>",
              gains: [{ goal, value: decimal("12000") }],
              blockers: ["法务的合同还没回来", "样机没到"],
            },
            {
              name: "Anna Weber",
              note: "",
              gains: [{ goal, value: decimal("-300") }],
              blockers: [],
            },
          ],
          wrote: 1,
          open: ["Anna Weber", "王磊", "陈静"],
          away: ["Renke Petersen"],
        },
        t,
      ),
  },
  { name: "a team's update", view: (t) => updateCard(update(goal, week), t) },
  {
    name: "a team's update before it is posted",
    view: (t) => previewCard(update(goal, week), ["east", "销售群"], t),
  },
  {
    name: "a team's update of too few",
    view: (t) => previewCard({ ...update(goal, week), told: [], kept: 2 }, ["east"], t),
  },
  { name: "a team's update is off", view: (t) => switchedOffCard(update(goal, week).team, t) },
];

const update = (goal: Gain["goal"], on: LocalDate): UpdateView => ({
  team: { id: "00000000-0000-7000-8000-000000000040" as TeamId, name: "华东 · Europe" },
  on,
  told: [
    { titled: goal, unit: goal.unit, value: decimal("126000"), people: 4 },
    {
      titled: { title: "电话", names: { en: "Calls", zh: "电话" } },
      unit: { kind: "count" },
      value: decimal("82"),
      people: 3,
    },
  ],
  kept: 1,
});
