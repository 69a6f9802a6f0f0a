// Two talks in a row that did not take place: whoever leads them is told, and nobody else. And a step on the day it is due.
import type { Nudge, Occurrence } from "#src/bot/declare/practice";
import { addDays } from "#src/calendar/local-date";
import { addWorkdays } from "#src/calendar/workdays";
import { instantAt, localDateAt } from "#src/calendar/zones";
import { slotsOf, type OneOnOneContext, type OneOnOneStores } from "../context.ts";
import type { OneOnOneMessages } from "../messages/en/index.ts";
import type { Pair } from "../model.ts";
import { mostWithout, withoutTalk, type Slot } from "../rules/cadence.ts";
import { stepCard } from "../steps/step-card.ts";
import { missedCard } from "../talk/talk-card.ts";

type TalkNudge = Nudge<OneOnOneMessages, OneOnOneStores>;

const [afternoon, morning] = ["14:00", "09:00"];
const daysToSay = 3;

const ledBy = async ({ stores, person }: OneOnOneContext): Promise<readonly Pair[]> =>
  (await stores.talks.pairsOf(person.id)).filter((each) => each.leader === person.id);

/** When the second in a row is over, as things are now: it may lie ahead. */
const secondWithout = (slots: readonly Slot[]): Slot | undefined =>
  withoutTalk(slots, new Date(8.64e15))[mostWithout - 1];

export const missed: TalkNudge = {
  name: "oneonones.missed",
  who: "manager",
  priority: "habit",
  chosen: true,
  label: (t) => t.nudgeMissed(),
  why: (t) => t.whyMissed(),
  async plan(context) {
    const { person, now } = context;
    const calendar = await context.workCalendar(person);
    const occurrences: Occurrence[] = [];
    for (const pair of await ledBy(context)) {
      const second = secondWithout((await slotsOf(pair, context)).slots);
      if (!second) continue;
      const day = addWorkdays(calendar, localDateAt(second.at, person.zone), 1);
      occurrences.push({
        subject: pair.id,
        at: instantAt(day, afternoon, person.zone),
        until: instantAt(addDays(addWorkdays(calendar, day, daysToSay), 1), "00:00", person.zone),
      });
    }
    return occurrences.filter((each) => each.until > now);
  },
  async say(subject, context) {
    const pair = (await ledBy(context)).find((each) => each.id === subject);
    if (!pair) return null;
    const { slots } = await slotsOf(pair, context);
    const without = withoutTalk(slots, context.now);
    if (without.length < mostWithout) return null;
    const last = slots.findLast((each) => each.state === "held");
    return missedCard(pair, without.length, last?.week ?? null, context.t);
  },
};

export const stepDue: TalkNudge = {
  name: "oneonones.step",
  priority: "due today",
  chosen: true,
  label: (t) => t.nudgeStep(),
  why: (t) => t.whyStep(),
  async plan(context) {
    const { person, stores, now } = context;
    const calendar = await context.workCalendar(person);
    return (await stores.talks.stepsOf(person.id))
      .map(({ id, due }) => {
        const day = addWorkdays(calendar, addDays(due, -1), 1);
        return {
          subject: id,
          at: instantAt(day, morning, person.zone),
          until: instantAt(addDays(day, 1), "00:00", person.zone),
        };
      })
      .filter((each) => each.until > now);
  },
  async say(subject, context) {
    const { person, stores, today, t } = context;
    const step = (await stores.talks.stepsOf(person.id)).find((each) => each.id === subject);
    return step && step.due <= today ? stepCard(step, t.stepDueTitle(step.number), t) : null;
  },
};
