// Plans: for one person, when each nudge is next due, as things are now. Written in the transaction of whatever changed them.
import { ownOf } from "#src/calendar/own-days";
import { createWorkCalendar } from "#src/calendar/workdays";
import { localDateAt } from "#src/calendar/zones";
import type { ActingPerson } from "#src/people/store";
import type { KernelStores } from "#src/ports/stores";
import type { Slot } from "#src/ports/delivery/schedule";
import { dueTime, nextMoment, type Availability } from "./rules.ts";
import type { AnyPractice, Errand, Nudge } from "../declare/practice.ts";
import type { Declared, Registry } from "../declare/registry.ts";
import { isOn, onSince } from "../switches.ts";
import type { ActContext, Contexts } from "../act/context.ts";
import { cachedReads } from "./cached-reads.ts";

export function availabilityOf({
  person,
  leave,
  ownDays,
}: Pick<ActingPerson, "person" | "leave" | "ownDays">): Availability {
  const own = {
    country: person.country,
    workweek: [...person.workweek],
    ...ownOf(ownDays, person.country),
  };
  return {
    zone: person.zone,
    hours: person.hours,
    workdays: createWorkCalendar(own),
    present: createWorkCalendar({ ...own, leave: [...leave] }),
  };
}

export interface Planner {
  /**
   * Writes all plans of this person anew and returns how many changed. Nobody is planned for before their team is switched on. What
   * colleagues wrote to them and waits for their work hour comes forward with it.
   */
  plan(acting: ActContext, now: Date): Promise<number>;
}

export function createPlanner(registry: Registry, contexts: Pick<Contexts, "at">): Planner {
  const rules = [...registry.nudges, ...registry.errands].map((each) => each.declaration.name);

  async function slotsOf(
    { practice, declaration }: Declared<Nudge<never, never>>,
    acting: ActContext,
    now: Date,
  ): Promise<Slot[]> {
    const who = availabilityOf(acting);
    const occurrences = await declaration.plan(contexts.at(practice, acting, now));
    return occurrences.flatMap(({ subject, at, until }) => {
      const dueAt = dueTime(at, until, now, who);
      return dueAt === null ? [] : [{ rule: declaration.name, subject, slotAt: at, dueAt, until }];
    });
  }

  /** Errands keep their time: nobody is spoken to unasked, so work hours and switched-off teams do not move them. */
  async function errandsOf(
    { practice, declaration }: Declared<Errand<never, never>>,
    acting: ActContext,
    now: Date,
  ): Promise<Slot[]> {
    const occurrences = await declaration.plan(contexts.at(practice, acting, now));
    return occurrences
      .filter((each) => each.until > now)
      .map(({ subject, at, until }) => ({
        rule: declaration.name,
        subject,
        slotAt: at,
        dueAt: at < now ? now : at,
        until,
      }));
  }

  return {
    async plan(acting, now) {
      const { plans, nudges } = acting.stores satisfies KernelStores;
      const on = acting.person.leftOn === null ? await plans.switchedOn(acting.person.id) : null;
      const slots: Slot[] = [];
      const reading = { ...acting, stores: cachedReads(acting.stores) };
      const isOnHere = (each: { readonly practice: AnyPractice }) =>
        isOn(each.practice, acting.organisation);
      // What lay before their team, or the practice, was switched on was nobody's: it is not made up for.
      if (on)
        for (const nudge of registry.nudges.filter(isOnHere)) {
          const since = onSince(nudge.practice, acting.organisation) ?? on;
          slots.push(
            ...(await slotsOf(nudge, reading, now)).filter(
              (each) => each.slotAt >= on && each.slotAt >= since,
            ),
          );
        }
      if (acting.person.leftOn === null)
        for (const errand of registry.errands.filter(isOnHere))
          slots.push(...(await errandsOf(errand, reading, now)));
      const forward =
        acting.person.leftOn === null
          ? await nudges.bringForward(acting.person.id, nextMoment(now, availabilityOf(acting)))
          : 0;
      return (
        forward +
        (await plans.write(
          acting.person.id,
          rules,
          uncovered(
            slots,
            registry,
            acting.person.zone,
            (await nudges.choices(acting.person.id)).muted,
          ),
          now,
        ))
      );
    },
  };
}

/** Without what another nudge of the same person says as well on that day of theirs: nobody is asked the same twice. One they muted says nothing. */
function uncovered(
  slots: readonly Slot[],
  registry: Registry,
  zone: string,
  muted: readonly string[],
): readonly Slot[] {
  const daysOf = ({ slotAt, dueAt }: Slot): string[] => [
    localDateAt(slotAt, zone),
    localDateAt(dueAt, zone),
  ];
  const heard = slots.filter((slot) => !muted.includes(slot.rule));
  const covered = new Set(
    heard.flatMap((slot) =>
      (registry.nudge(slot.rule)?.declaration.replacesOnDay ?? []).flatMap((rule) =>
        daysOf(slot).map((day) => `${rule} ${day}`),
      ),
    ),
  );
  return slots.filter((slot) => !daysOf(slot).some((day) => covered.has(`${slot.rule} ${day}`)));
}
