// What check-ins say unasked: the invitation, one reminder, the manager's summary, the daily note for those who chose it. Days
// and hours are the person's own; a holiday moves the slot, leave excuses from it.
import type { Nudge, Occurrence } from "#src/bot/declare/practice";
import { addDays } from "#src/calendar/local-date";
import { nextWorkday } from "#src/calendar/workdays";
import { instantAt, minutesOf, timeOf } from "#src/calendar/zones";
import type { Person } from "#src/people/person";
import { runningGoals } from "#src/practices/goals/api";
import { beatOf, nowFor, rhythmOf, type CheckinContext, type CheckinStores } from "./context.ts";
import { wantsDaily } from "./daily/daily.ts";
import type { CheckinMessages } from "./messages/en/index.ts";
import { askedAt, isExpected, partOfWeek, slotsAhead, type Slot } from "./rules.ts";
import { dailyAskCard, inviteCard, remindCard } from "./weekly/checkin-card.ts";
import { digestNudges } from "./weekly/digest-nudges.ts";

type CheckinNudge = Nudge<CheckinMessages, CheckinStores>;

/** A daily note is asked for an hour before the day ends, at the latest. */
const dailyAt = minutesOf("17:00");

/** The slots ahead in which this person is there; `sent`: they have written in it. */
async function expected(
  context: CheckinContext,
): Promise<readonly { readonly slot: Slot; readonly sent: boolean }[]> {
  const rhythm = await rhythmOf(context.person, context);
  if (!isExpected(context.person, rhythm)) return [];
  const [latest] = await context.stores.checkins.of(context.person.id, 1);
  return slotsAhead(context.now, await beatOf(context.person, rhythm, context)).flatMap((slot) =>
    slot.excused ? [] : [{ slot, sent: slot.week === latest?.week }],
  );
}

/** The slot that runs, if it still waits for this person. */
async function missing(context: CheckinContext): Promise<Slot | null> {
  const { rhythm, slot } = await nowFor(context.person, context);
  if (!slot || slot.excused || !isExpected(context.person, rhythm)) return null;
  const [latest] = await context.stores.checkins.of(context.person.id, 1);
  return latest?.week === slot.week ? null : slot;
}

const endOfDay = (slot: Slot, person: Person): Date =>
  instantAt(addDays(slot.day, 1), "00:00", person.zone);
const ahead = (
  occurrences: readonly Occurrence[],
  { now }: CheckinContext,
): readonly Occurrence[] => occurrences.filter((each) => each.until > now);

/** Numbers and top three in one message, so that nobody is asked twice on the same morning. */
const open: CheckinNudge = {
  name: "checkins.open",
  priority: "asked",
  replacesOnDay: ["goals.weekly"],
  replacesInMessage: ["checkins.remind"],
  label: (t) => t.nudgeOpen(),
  why: (t) => t.whyOpen(),
  // What was answered stays in the plan until its day is over: it is not said again, and whoever answered is not asked for the same numbers.
  plan: async (context) =>
    ahead(
      (await expected(context))
        .map(({ slot, sent }) => ({ slot, sent, at: askedAt(slot, context.person).invite }))
        .filter(({ sent, at }) => !sent || at <= context.now)
        .map(({ slot, at }) => ({
          subject: context.person.id,
          at,
          until: endOfDay(slot, context.person),
        })),
      context,
    ),
  async say(_subject, context) {
    const slot = await missing(context);
    if (!slot) return null;
    const [before] = await context.stores.checkins.of(context.person.id, 1);
    const carried = (before?.priorities ?? []).filter((each) => each.state === "open");
    const manager = await context.managerOf(context.person);
    const rhythm = await rhythmOf(context.person, context);
    const goals = (await runningGoals(context)).filter(({ goal }) => goal.lastOn !== context.today);
    return inviteCard(
      goals,
      carried,
      context.now < slot.dueAt ? slot : null,
      partOfWeek(slot, rhythm),
      context.t.sees(rhythm.visible, manager?.name ?? null),
      context.t,
    );
  },
};

/** Once, and only while it is missing. */
const remind: CheckinNudge = {
  name: "checkins.remind",
  priority: "due today",
  label: (t) => t.nudgeRemind(),
  why: (t) => t.whyRemind(),
  plan: async (context) =>
    ahead(
      (await expected(context))
        .filter(({ sent }) => !sent)
        .flatMap(({ slot }) => {
          const at = askedAt(slot, context.person).remind;
          return at === null ? [] : [{ subject: context.person.id, at, until: slot.dueAt }];
        }),
      context,
    ),
  async say(_subject, context) {
    const slot = await missing(context);
    // Never ahead of its time beside the invitation: both would say the same.
    const at = slot && askedAt(slot, context.person).remind;
    return slot && at && context.now >= at && context.now < slot.dueAt
      ? remindCard(slot, context.t)
      : null;
  },
};

const daily: CheckinNudge = {
  name: "checkins.daily",
  priority: "habit",
  chosen: true,
  label: (t) => t.nudgeDaily(),
  why: (t) => t.whyDaily(),
  async plan(context) {
    const { person, today } = context;
    if (!(await wantsDaily(context))) return [];
    const time = timeOf(Math.max(0, Math.min(dailyAt, minutesOf(person.hours.end) - 60)));
    const calendar = await context.workCalendar(person);
    const written = await context.stores.checkins.dailyNote(person.id, today);
    const dates = [
      ...(calendar.isWorkday(today) && !written ? [today] : []),
      nextWorkday(calendar, today),
    ];
    return ahead(
      dates.map((date) => ({
        subject: person.id,
        at: instantAt(date, time, person.zone),
        until: instantAt(addDays(date, 1), "00:00", person.zone),
      })),
      context,
    );
  },
  async say(_subject, context) {
    const written = await context.stores.checkins.dailyNote(context.person.id, context.today);
    return written || !(await wantsDaily(context)) ? null : dailyAskCard(context.t);
  },
};

export const nudges: readonly CheckinNudge[] = [open, remind, ...digestNudges, daily];
