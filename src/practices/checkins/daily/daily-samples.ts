// The daily note as the gallery shows it.
import type { Sample } from "#src/bot/declare/practice";
import type { LocalDate } from "#src/calendar/local-date";
import type { CheckinMessages } from "../messages/en/index.ts";
import { dailyAskCard, dailyCard, readDailyCard } from "../weekly/checkin-card.ts";
import { dailyForm } from "../weekly/checkin-form.ts";

export const dailySamples = (week: LocalDate): readonly Sample<CheckinMessages>[] => [
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
];
