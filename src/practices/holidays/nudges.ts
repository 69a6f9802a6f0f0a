// An admin is asked for the list of a year that is not whole, weekly from 1 December before it.
import type { Nudge } from "#src/bot/declare/practice";
import { addDays, earlier } from "#src/calendar/local-date";
import { instantAt } from "#src/calendar/zones";
import type { HolidayContext, HolidayStores } from "./context.ts";
import { askCard, type AskedYear } from "./holidays-card.ts";
import type { HolidayMessages } from "./messages/en.ts";
import { calendarWith, nextAskFor, openCalendars, runsInYear } from "./rules.ts";

const morning = "10:00";
/** Their next work hour; before the next time it is asked. */
const patienceDays = 6;

/** One admin is asked, and not all of them: whoever came first of those who can be reminded. */
async function isAsked({ stores, person }: HolidayContext): Promise<boolean> {
  if (!person.admin) return false;
  const on = new Set(
    (await stores.people.teams())
      .filter((each) => each.switchedOnAt !== null)
      .flatMap((each) => [each.id, each.managerId]),
  );
  const admins = (await stores.people.directory())
    .filter((each) => each.admin && (on.has(each.teamId) || on.has(each.id)))
    .toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
  return admins[0]?.id === person.id;
}

async function openYears(context: HolidayContext): Promise<readonly AskedYear[]> {
  const own = await context.stores.holidays.own();
  const open = openCalendars(await context.stores.people.directory(), own, context.today);
  return open.map((each) => ({
    ...each,
    known: runsInYear(calendarWith(own, each.country), each.year),
  }));
}

export const askForYear: Nudge<HolidayMessages, HolidayStores> = {
  name: "holidays.open",
  who: "admin",
  priority: "asked",
  label: (t) => t.nudgeLabel(),
  why: (t) => t.nudgeWhy(),
  async plan(context) {
    const { person, today, now } = context;
    if (!(await isAsked(context))) return [];
    const days = (await openYears(context)).map(({ year }) => nextAskFor(year, today));
    const [first, ...others] = days;
    if (first === undefined) return [];
    const day = others.reduce(earlier, first);
    return [day, addDays(day, 7)]
      .map((date) => ({
        subject: person.id,
        at: instantAt(date, morning, person.zone),
        until: instantAt(addDays(date, patienceDays), "00:00", person.zone),
      }))
      .filter((each) => each.until > now);
  },
  async say(_subject, context) {
    const open = (await isAsked(context)) ? await openYears(context) : [];
    return open.length === 0 ? null : askCard(open, context.t);
  },
};
