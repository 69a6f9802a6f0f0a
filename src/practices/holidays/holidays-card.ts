// Holidays as they are shown, kept, asked for and entered.
import type { OwnDay } from "#src/calendar/own-days";
import {
  button,
  card,
  chip,
  rows,
  softText,
  text,
  type Button,
  type Card,
  type Row,
} from "#src/view/card";
import { choiceField, form, longTextField, option, yesNoField, type Form } from "#src/view/form";
import { joinLines } from "#src/view/line";
import { askDays, confirmYear, forgetDays, keepDays, saveDays, showHolidays } from "./actions.ts";
import type { HolidayMessages } from "./messages/en.ts";
import { countOf, runsOf, type DayRun, type OpenYear } from "./rules.ts";

const mostRuns = 12;
const mostOwn = 12;

/** Who a list may be for: everybody, or those of a country. */
export const everybody = "everybody";

const runRow = (run: DayRun, t: HolidayMessages): Row => ({
  line: t.run(run),
  chip: chip(t.kind(run.kind), run.kind === "workday" ? "info" : "plain"),
});

export interface HolidaysView {
  readonly country: string;
  /** Whether any of its public holidays are known. */
  readonly hasDays: boolean;
  readonly ahead: readonly DayRun[];
  /** Years in sight that are not whole. */
  readonly open: readonly number[];
  /** The organisation's own days from today on; only an admin is shown them to be removed. */
  readonly own: readonly OwnDay[];
  readonly admin: boolean;
}

export function holidaysCard(view: HolidaysView, t: HolidayMessages): Card {
  const { country, hasDays, ahead, open, admin } = view;
  const own = admin ? ownRows(view.own, t) : [];
  return card({
    title: t.title(country),
    tone: open.length > 0 ? "warning" : "plain",
    body: [
      hasDays ? undefined : text(t.noneKnown()),
      hasDays && ahead.length === 0 ? text(t.noneAhead()) : undefined,
      ahead.length === 0 ? undefined : rows(ahead.slice(0, mostRuns).map((run) => runRow(run, t))),
      ...(hasDays ? open.map((year) => softText(t.open(year))) : []),
      own.length === 0 ? undefined : text(t.own()),
      own.length === 0 ? undefined : rows(own),
    ],
    buttons: admin
      ? [
          ...open.slice(0, 1).map((year) => enterButton({ country: country.slice(0, 2), year }, t)),
          button(t.add(), askDays({ country: null, year: null })),
        ]
      : [],
  });
}

const enterButton = (open: OpenYear, t: HolidayMessages): Button =>
  button(t.enter(), askDays(open), "primary");

function ownRows(own: readonly OwnDay[], t: HolidayMessages): readonly Row[] {
  const groups = [...new Set(own.map((each) => each.country))];
  return groups
    .flatMap((country) =>
      runsOf(own.filter((each) => each.country === country)).map((run) => ({ run, country })),
    )
    .slice(0, mostOwn)
    .map(({ run, country }) => ({
      ...runRow(run, t),
      soft: t.forWhom(country),
      buttons: [button(t.remove(), forgetDays({ runs: [run], country }), "quiet")],
    }));
}

export function keptCard(
  runs: readonly DayRun[],
  country: string | null,
  open: readonly OpenYear[],
  t: HolidayMessages,
): Card {
  return card({
    title: t.kept(countOf(runs, "holiday"), countOf(runs, "workday")),
    tone: "good",
    context: t.forWhom(country),
    body: [
      rows(runs.map((run) => runRow(run, t))),
      softText(t.keptMore()),
      ...open.map((each) => softText(t.open(each.year))),
    ],
    buttons: [
      ...open.map((each) => allButton(each, t)),
      button(t.show(), showHolidays({})),
      button(t.remove(), forgetDays({ runs: [...runs], country }), "quiet"),
    ],
    sees: t.sees(),
  });
}

const allButton = (open: OpenYear, t: HolidayMessages): Button =>
  button(
    t.thatIsAll(open.year),
    confirmYear(open),
    "plain",
    t.thatIsAllSure(open.country, open.year),
  );

/** People work in several countries: nothing is kept before somebody says for whom. */
export const whomCard = (
  runs: readonly DayRun[],
  countries: readonly string[],
  t: HolidayMessages,
): Card =>
  card({
    title: t.whichPeople(),
    tone: "info",
    body: [rows(runs.map((run) => runRow(run, t))), softText(t.whichPeopleMore())],
    buttons: [
      ...countries.map((country) =>
        button(t.country(country), keepDays({ runs: [...runs], country })),
      ),
      button(t.everybody(), keepDays({ runs: [...runs], country: null })),
    ],
  });

export interface AskedYear extends OpenYear {
  readonly known: readonly DayRun[];
}

/** Once a week, until the list is there. */
export const askCard = (years: readonly AskedYear[], t: HolidayMessages): Card =>
  card({
    title: t.askTitle(),
    tone: "warning",
    body: [
      rows(
        years.map(({ country, year, known }) => ({
          line: t.askRow(country, year),
          soft: t.askKnown(known),
          buttons: [enterButton({ country, year }, t), allButton({ country, year }, t)],
        })),
      ),
      softText(t.askWhy()),
    ],
  });

export const confirmedCard = ({ country, year }: OpenYear, t: HolidayMessages): Card =>
  card({
    title: t.confirmed(country, year),
    tone: "good",
    buttons: [button(t.show(), showHolidays({}))],
  });

/** `year`: of which the list is asked for. */
export function daysForm(
  asked: { readonly country: string | null; readonly year: number | null },
  countries: readonly string[],
  t: HolidayMessages,
): Form {
  const { country, year } = asked;
  return form({
    title: t.formTitle(),
    intro: country === null || year === null ? undefined : t.formIntro(country, year),
    fields: [
      longTextField("list", t.list(), { required: true, hint: t.listHint(), max: 4000 }),
      country !== null || countries.length < 2
        ? undefined
        : choiceField(
            "choice",
            "people",
            t.people(),
            [
              option(everybody, t.everybody()),
              ...countries.map((each) => option(each, t.country(each))),
            ],
            { required: true, initial: everybody },
          ),
      country === null || year === null
        ? undefined
        : yesNoField("whole", t.whole(year), { initial: true, hint: t.wholeHint() }),
    ],
    submit: t.save(),
    act: saveDays(asked),
    sees: t.sees(),
  });
}

export const removedCard = (runs: readonly DayRun[], t: HolidayMessages): Card =>
  card({
    title: joinLines([t.removed(runs)], ""),
    tone: "info",
    buttons: [button(t.show(), showHolidays({}))],
  });
