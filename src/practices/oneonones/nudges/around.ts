// A workday before a talk: what do you want to talk about? A workday after: did it take place, and what stays open? Only if something is.
import type { Nudge, Occurrence } from "#src/bot/declare/practice";
import { addDays } from "#src/calendar/local-date";
import { addWorkdays } from "#src/calendar/workdays";
import { instantAt, localDateAt } from "#src/calendar/zones";
import {
  otherOf,
  slotsOf,
  type OneOnOneContext,
  type OneOnOneStores,
  looksOf,
} from "../context.ts";
import type { OneOnOneMessages } from "../messages/en/index.ts";
import type { PairId } from "../model.ts";
import { isOpen, type Slot } from "../rules/cadence.ts";
import { agendaOf } from "../talk/agenda.ts";
import { afterCard, beforeCard } from "../talk/talk-card.ts";

type TalkNudge = Nudge<OneOnOneMessages, OneOnOneStores>;

const morning = "10:00";

/** The same hour of the reader's last workday before, or first one after. */
const besides = async (slot: Slot, step: -1 | 1, context: OneOnOneContext): Promise<Date> => {
  const { zone } = context.person;
  const calendar = await context.workCalendar(context.person);
  return instantAt(addWorkdays(calendar, localDateAt(slot.at, zone), step), morning, zone);
};

/** The end of the reader's workday after that moment's. */
const untilNextDay = async (at: Date, context: OneOnOneContext): Promise<Date> => {
  const { zone } = context.person;
  const calendar = await context.workCalendar(context.person);
  const next = addWorkdays(calendar, localDateAt(at, zone), 1);
  return instantAt(addDays(next, 1), "00:00", zone);
};

async function planned(
  context: OneOnOneContext,
  of: (slot: Slot) => Promise<Omit<Occurrence, "subject"> | null>,
): Promise<readonly Occurrence[]> {
  const occurrences: Occurrence[] = [];
  for (const pair of await context.stores.talks.pairsOf(context.person.id)) {
    const { slots } = await slotsOf(pair, context);
    for (const slot of slots.slice(-12)) {
      const when = await of(slot);
      if (when && when.until > context.now) occurrences.push({ subject: pair.id, ...when });
    }
  }
  return occurrences;
}

export const before: TalkNudge = {
  name: "oneonones.before",
  priority: "asked",
  chosen: true,
  label: (t) => t.nudgeBefore(),
  why: (t) => t.whyBefore(),
  plan: (context) =>
    planned(context, async (slot) =>
      isOpen(slot) && slot.at > context.now
        ? { at: await besides(slot, -1, context), until: slot.at }
        : null,
    ),
  async say(subject, context) {
    const found = await current(subject, context);
    const slot = found?.slots.find((each) => each.at > context.now && isOpen(each));
    if (!found || !slot || (await besides(slot, -1, context)) > context.now) return null;
    return beforeCard(
      { ...(await agendaOf(found.pair, context)), slot },
      looksOf(context),
      context.t,
    );
  },
};

export const after: TalkNudge = {
  name: "oneonones.after",
  priority: "asked",
  chosen: true,
  label: (t) => t.nudgeAfter(),
  why: (t) => t.whyAfter(),
  plan: (context) =>
    planned(context, async (slot) => {
      const at = await besides(slot, 1, context);
      return { at, until: await untilNextDay(at, context) };
    }),
  async say(subject, context) {
    const found = await current(subject, context);
    const slot = found?.slots.findLast((each) => each.at <= context.now);
    if (!found || !slot || slot.state === "skipped" || slot.state === "excused") return null;
    const agenda = { ...(await agendaOf(found.pair, context)), slot };
    const { name } = otherOf(found.pair, context.person.id);
    if (isOpen(slot))
      return afterCard(agenda, context.t.afterTitle(name), looksOf(context), context.t);
    // What was added since is for the next time.
    const old = agenda.topics.filter((each) => each.at <= slot.at);
    const overdue = agenda.steps.filter(
      (each) => each.person === context.person.id && each.due <= context.today,
    );
    return old.length + overdue.length === 0
      ? null
      : afterCard(
          { ...agenda, topics: old, steps: overdue },
          context.t.afterOpenTitle(name),
          looksOf(context),
          context.t,
        );
  },
};

async function current(subject: string, context: OneOnOneContext) {
  const pair = (await context.stores.talks.pairsOf(context.person.id)).find(
    (each) => each.id === (subject as PairId),
  );
  return pair ? { pair, ...(await slotsOf(pair, context)) } : null;
}
