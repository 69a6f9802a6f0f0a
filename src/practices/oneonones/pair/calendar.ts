// The talks as a calendar file, each of the two for themselves: with what moved, and without what falls out.
import { committed, toast, type Answer } from "#src/bot/declare/answer";
import { eventFile, type RecurringEvent } from "#src/calendar/event-file";
import { addDays, startOfWeek } from "#src/calendar/local-date";
import { instantAt, localDateAt } from "#src/calendar/zones";
import { card, type Card } from "#src/view/card";
import { otherOf, pairOf, personOf, seesOf, slotsOf, type OneOnOneContext } from "../context.ts";
import type { OneOnOneMessages } from "../messages/en/index.ts";
import type { Pair, PairId } from "../model.ts";
import { isDueIn, isOpen, type Slot } from "../rules/cadence.ts";

const minutes = 30;
const weeksSaid = 9;

/** From the first week on that is due and not over; what falls on another day or hour, or out, for as far as anybody can know. */
export function calendarOf(
  pair: Pair,
  slots: readonly Slot[],
  zone: string,
  now: Date,
): Pick<RecurringEvent, "first" | "exceptions"> {
  const today = localDateAt(now, zone);
  const weeks = Array.from({ length: weeksSaid }, (_, i) => addDays(startOfWeek(today), 7 * i));
  const days = weeks
    .filter((week) => isDueIn(week, pair) && addDays(week, pair.weekday - 1) >= today)
    .map((week) => ({ week, day: addDays(week, pair.weekday - 1) }));
  const first = days[0]?.day ?? addDays(pair.since, pair.weekday - 1);
  const exceptions = days.flatMap(({ week, day }): RecurringEvent["exceptions"] => {
    const slot = slots.find((each) => each.week === week);
    const usual = instantAt(day, pair.time, zone);
    if (!slot || !(isOpen(slot) || slot.state === "held")) return [{ day, insteadAt: null }];
    return slot.at.getTime() === usual.getTime() ? [] : [{ day, insteadAt: slot.at }];
  });
  return { first, exceptions };
}

export async function sendCalendar(
  { pair: id }: { readonly pair: PairId },
  context: OneOnOneContext,
): Promise<Answer> {
  const { person, now, account, t } = context;
  const pair = await pairOf(id, context);
  const { zone } = await personOf(pair.leader, context);
  const { slots } = await slotsOf(pair, context);
  const other = otherOf(pair, person.id).name;
  const event = {
    uid: `${pair.id}@pacer`,
    stamp: now,
    zone,
    time: pair.time,
    minutes,
    everyWeeks: pair.everyWeeks,
    ...calendarOf(pair, slots, zone, now),
  };
  return committed(toast(t.calendarComes()), {
    ...context.notify(person, `talk-calendar-${pair.id}-${now.toISOString()}`, (theirs) =>
      calendarCard(pair, other, event, theirs),
    ),
    atOnce: true,
    ...(account === null ? {} : { through: account }),
  });
}

export const calendarCard = (
  pair: Pair,
  other: string,
  event: Omit<RecurringEvent, "title">,
  t: OneOnOneMessages,
): Card =>
  card({
    title: t.calendarTitle(other),
    context: t.calendarNote(),
    sees: seesOf(pair, t),
    file: {
      name: "one-on-one.ics",
      text: eventFile({ ...event, title: t.calendarEvent(other) }),
      otherwise: t.calendarOtherwise(
        pair.everyWeeks,
        pair.weekday,
        instantAt(event.first, event.time, event.zone),
      ),
    },
  });
