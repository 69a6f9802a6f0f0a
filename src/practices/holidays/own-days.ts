// An admin adds and removes the organisation's own days, enters the list of a year, and says when a year is whole.
import {
  ask,
  committed,
  correct,
  replan,
  replace,
  show,
  type Answer,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import { addDays, yearOf } from "#src/calendar/local-date";
import { ownOf, yearsInSight, type DayKind } from "#src/calendar/own-days";
import { findCountry } from "#src/language/country-names";
import type { FormValues } from "#src/view/form";
import type { Line } from "#src/view/line";
import type { HolidayContext } from "./context.ts";
import {
  confirmedCard,
  daysForm,
  everybody,
  holidaysCard,
  keptCard,
  removedCard,
  whomCard,
} from "./holidays-card.ts";
import { readDays, type ReadDays } from "./read-days.ts";
import {
  calendarWith,
  countriesOf,
  daysOf,
  openCalendars,
  runsBetween,
  type DayRun,
} from "./rules.ts";

const daysShown = 183;
/** As many as a press can carry. */
const mostRuns = 60;
/** Whose reminders are planned anew at once; everybody's are within a day. */
const mostPlanned = 50;

const people = async (context: HolidayContext) => context.stores.people.directory();

export async function showHolidays(_input: unknown, context: HolidayContext): Promise<Answer> {
  const { person, today, t } = context;
  const own = await context.stores.holidays.own();
  const calendar = calendarWith(own, person.country);
  return show(
    holidaysCard(
      {
        country: person.country,
        hasDays: yearsInSight(today).some((year) => calendar.hasDays(year)),
        ahead: runsBetween(calendar, today, addDays(today, daysShown)),
        open: yearsInSight(today).filter((year) => !calendar.knows(year)),
        own: own.days.filter((each) => each.date >= today),
        admin: person.admin,
      },
      t,
    ),
  );
}

export async function askForDays(
  asked: { country: string | null; year: number | null },
  context: HolidayContext,
): Promise<Answer> {
  return ask(daysForm(asked, countriesOf(await people(context)), context.t));
}

/** `holiday add 24 Dec`, 放假 2月5日至11日, a list pasted behind it. */
export async function daysSaid(
  line: string,
  kind: DayKind,
  context: HolidayContext,
): Promise<Answer> {
  if (line === "") return askForDays({ country: null, year: null }, context);
  const { rest, country } = forCountry(line);
  const runs = readOrRefuse(rest, kind, context);
  const countries = countriesOf(await people(context));
  if (country === null && countries.length > 1) return show(whomCard(runs, countries, context.t));
  return kept(runs, country, show, context);
}

function readOrRefuse(line: string, kind: DayKind, context: HolidayContext): readonly DayRun[] {
  const read = readDays(line, { today: context.today, kind });
  if ("problem" in read) throw new Refusal(problemOf(read, context));
  if (read.runs.length > mostRuns) throw new Refusal(context.t.tooMany());
  return read.runs;
}

function problemOf(
  read: Extract<ReadDays, { readonly problem: string }>,
  { t, house }: HolidayContext,
): Line {
  switch (read.problem) {
    case "none":
      return t.noDays();
    case "no such day":
      return house.noSuchDate(read.phrase);
    case "which day":
      return house.whichDate(read.phrase);
    case "too long":
      return t.tooLong(read.phrase);
  }
}

const behind = /(?:^|\s)(?:in|for)\s+([\p{L} .]{2,40})$/iu;
const ahead = /^(?:在)?(\p{Script=Han}{2,8}?)(?:的同事|放假|的)?[\s:]/u;

/** "... in Germany", 德国 10月3日: whose days they are. */
function forCountry(line: string): { readonly rest: string; readonly country: string | null } {
  for (const pattern of [behind, ahead]) {
    const found = pattern.exec(line);
    const country = found && findCountry(found[1] ?? "");
    if (found && country)
      return { rest: line.replace(found[0], " ").trim(), country: country.slice(0, 2) };
  }
  return { rest: line, country: null };
}

export const keepDaysPressed = (
  { runs, country }: { runs: readonly DayRun[]; country: string | null },
  context: HolidayContext,
): Promise<Answer> => kept(runs, country, replace, context);

async function kept(
  runs: readonly DayRun[],
  country: string | null,
  reply: typeof show,
  context: HolidayContext,
): Promise<Answer> {
  await context.stores.holidays.keep(
    runs.flatMap((run) => daysOf(run)).map((each) => ({ ...each, country })),
  );
  const years = new Set(runs.flatMap((run) => [yearOf(run.from), yearOf(run.to)]));
  const open = openCalendars(
    await people(context),
    await context.stores.holidays.own(),
    context.today,
  );
  const theirs = open.filter(
    (each) => years.has(each.year) && (country === null || each.country === country),
  );
  return changed(reply(keptCard(runs, country, theirs, context.t)), context);
}

export async function saveDaysForm(
  {
    payload,
    values,
  }: { payload: { country: string | null; year: number | null }; values: FormValues },
  context: HolidayContext,
): Promise<Answer> {
  const { t, today, stores } = context;
  const fields = readFields(values, context);
  const countries = countriesOf(await people(context));
  const list = fields.neededText("list", 4000);
  const asks = payload.country === null && countries.length > 1;
  const chosen = asks ? fields.chosen("people", [everybody, ...countries]) : null;
  const read = readDays(list, { today, kind: "holiday", year: payload.year });
  if (list !== "" && "problem" in read) fields.refuse("list", problemOf(read, context));
  if ("runs" in read && read.runs.length > mostRuns) fields.refuse("list", t.tooMany());
  if (fields.wrong || "problem" in read) return correct(fields.errors);
  const country = payload.country ?? (chosen === everybody ? null : chosen);
  if (payload.country !== null && payload.year !== null && fields.yes("whole"))
    await stores.holidays.confirm({ country: payload.country, year: payload.year }, context.now);
  return kept(read.runs, country, show, context);
}

/** `holiday remove 24 Dec`: only what is in the organisation's own list. */
export async function removalSaid(line: string, context: HolidayContext): Promise<Answer> {
  if (line === "") return showHolidays({}, context);
  const { rest, country } = forCountry(line);
  const runs = readOrRefuse(rest, "holiday", context);
  const dates = new Set(runs.flatMap((run) => daysOf(run)).map((each) => each.date));
  const { days } = await context.stores.holidays.own();
  const found = days.filter(
    (each) => dates.has(each.date) && (country === null || each.country === country),
  );
  if (found.length === 0) throw new Refusal(context.t.notThere());
  await context.stores.holidays.forget(found);
  return changed(show(removedCard(runs, context.t)), context);
}

export async function forgetDaysPressed(
  { runs, country }: { runs: readonly DayRun[]; country: string | null },
  context: HolidayContext,
): Promise<Answer> {
  await context.stores.holidays.forget(
    runs.flatMap((run) => daysOf(run)).map(({ date }) => ({ date, country })),
  );
  return changed(replace(removedCard(runs, context.t)), context);
}

export async function confirmPressed(
  { country, year }: { country: string; year: number },
  context: HolidayContext,
): Promise<Answer> {
  const { confirmed } = ownOf(await context.stores.holidays.own(), country);
  if (!confirmed.includes(year))
    await context.stores.holidays.confirm({ country, year }, context.now);
  return changed(replace(confirmedCard({ country, year }, context.t)), context);
}

/** Everybody's days may be others now. */
async function changed(answer: Answer, context: HolidayContext): Promise<Answer> {
  const concerned = (await people(context)).slice(0, mostPlanned).map((each) => each.id);
  return replan(committed(answer), ...concerned);
}
