// Example views for snapshots, the fit test and the gallery.
import type { Sample } from "#src/bot/declare/practice";
import { localDate } from "#src/calendar/local-date";
import {
  askCard,
  confirmedCard,
  daysForm,
  holidaysCard,
  keptCard,
  removedCard,
  whomCard,
} from "./holidays-card.ts";
import type { HolidayMessages } from "./messages/en.ts";
import { daysOf, type DayRun } from "./rules.ts";

const off = (from: string, to = from): DayRun => ({
  from: localDate(from),
  to: localDate(to),
  kind: "holiday",
});
const spring = off("2027-02-05", "2027-02-11");
const worked: DayRun = { ...off("2027-02-14"), kind: "workday" };
const certain = [off("2027-01-01"), off("2027-02-05", "2027-02-08"), off("2027-04-05")];
const open = { country: "CN", year: 2027 };

export const samples: readonly Sample<HolidayMessages>[] = [
  {
    name: "days off",
    view: (t) =>
      holidaysCard(
        {
          country: "DE-BY",
          hasDays: true,
          ahead: certain.slice(0, 1),
          open: [],
          own: [],
          admin: false,
        },
        t,
      ),
  },
  {
    name: "days off of a year that is not confirmed, for an admin",
    view: (t) =>
      holidaysCard(
        {
          country: "CN",
          hasDays: true,
          ahead: certain,
          open: [2027],
          own: [
            ...daysOf(off("2026-12-24", "2026-12-25")).map((each) => ({ ...each, country: null })),
            ...daysOf(worked).map((each) => ({ ...each, country: "CN" })),
          ],
          admin: true,
        },
        t,
      ),
  },
  {
    name: "days off where none are known",
    view: (t) =>
      holidaysCard(
        { country: "NP", hasDays: false, ahead: [], open: [2026], own: [], admin: false },
        t,
      ),
  },
  { name: "days kept", view: (t) => keptCard([spring, worked], "CN", [open], t) },
  { name: "a day kept for everybody", view: (t) => keptCard([off("2026-12-24")], null, [], t) },
  { name: "for whom", view: (t) => whomCard([spring], ["CN", "DE"], t) },
  {
    name: "asked for the list of a year",
    view: (t) =>
      askCard(
        [
          { ...open, known: certain },
          { country: "NP", year: 2026, known: [] },
        ],
        t,
      ),
  },
  { name: "a year confirmed", view: (t) => confirmedCard(open, t) },
  { name: "days removed", view: (t) => removedCard([spring], t) },
  { name: "form of a year", view: (t) => daysForm(open, ["CN", "DE"], t) },
  {
    name: "form of any days",
    view: (t) => daysForm({ country: null, year: null }, ["CN", "DE"], t),
  },
];
