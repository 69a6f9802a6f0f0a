// From what is due for one person to one message: looked at again in the transaction that writes it, so that what was done,
// muted or put off in the meantime is not said.
import { localDateAt } from "#src/calendar/zones";
import { startOfWeek } from "#src/calendar/local-date";
import type { OrganisationId, PersonId } from "#src/people/person";
import type { Logger } from "#src/ports/logger";
import type { Came, Held } from "#src/ports/nudges";
import { heldRule, type Slot } from "#src/ports/schedule";
import type { KernelStores, Stores } from "#src/ports/stores";
import type { Card } from "#src/view/card";
import {
  bundleMs,
  catchUpMs,
  inOrder,
  mustWait,
  nudgeOfDay,
  putOff,
  whenBudgetReturns,
  whyNot,
  type Availability,
  type Priority,
  type Wait,
} from "./rules.ts";
import { availabilityOf, type Planner } from "./plan.ts";
import type { ActContext, Contexts } from "../act/context.ts";
import type { Nudge } from "../declare/practice.ts";
import type { Declared, Registry } from "../declare/registry.ts";
import type { Notifier } from "../act/notify.ts";
import { isBundle } from "./bundled-message.ts";
import { footer, type Reason as WhyLine } from "./footer.ts";

/** A head that waits for its words. */
export interface ToCompose {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly person: PersonId;
}

/** What came of composing: what was said and what was kept back, for the meter and for `tick --at`. */
export interface Composed {
  readonly person: PersonId;
  readonly name: string;
  readonly cards: readonly Card[];
  /** Whether this head says them; a single notice goes out by itself. */
  readonly words: boolean;
  readonly came: readonly Came[];
  /** Notices of others that this message says as well. */
  readonly merged: number;
}

export interface ComposingPorts {
  readonly stores: Stores<KernelStores>;
  readonly registry: Registry;
  readonly planner: Planner;
  readonly notifier: Notifier;
  readonly contexts: Contexts;
  readonly logger: Logger;
}

interface Part {
  readonly slot: Slot;
  readonly priority: Priority;
  /** It spends nothing of the budget: somebody chose to have it, or to have it again at this time. */
  readonly chosen: boolean;
  /** Rules that say nothing more where this one stands. */
  readonly replaces: readonly string[];
  readonly stands: boolean;
  readonly card: Card;
  readonly why: WhyLine;
}

export function createComposer(ports: ComposingPorts) {
  const { registry } = ports;

  /** One transaction. `ahead`: as it will be at that time, when what is due until then has come; whoever asks undoes it all. */
  function compose(
    head: ToCompose,
    now: Date,
    finish: (composed: Composed) => void,
    ahead = false,
  ): Promise<void> {
    return ports.stores.inOrganisation(
      head.organisation,
      async (stores) => {
        const known = await stores.people.lockActor(head.person);
        if (!known) return stores.nudges.sayNothing(head.id, "nobody");
        await stores.plans.lock([head.person]);
        const acting = { ...known, stores };
        if (ahead) await passOver(acting, new Date(now.getTime() - catchUpMs), now);
        finish(await composeFor(acting, head, now));
      },
      "patient",
    );
  }

  /** What is due before `until` has come by then, and what follows it is planned. */
  async function passOver({ person, stores }: ActContext, until: Date, now: Date): Promise<void> {
    await stores.plans.settle(person.id, await stores.plans.of(person.id, until), now);
    await stores.nudges.release(idsOf(await stores.nudges.held(person.id, until)));
    const acting = await stores.people.acting(person.id);
    if (acting) await ports.planner.plan({ ...acting, stores }, now);
  }

  async function composeFor(acting: ActContext, head: ToCompose, now: Date): Promise<Composed> {
    const { person, stores } = acting;
    const horizon = new Date(now.getTime() + bundleMs);
    const planned = await stores.plans.of(person.id, horizon);
    const ran = await runErrands(planned, acting, now);
    const due = planned.filter((each) => each.rule !== heldRule && !registry.errand(each.rule));
    const who = availabilityOf(acting);
    const wait = mustWait(now, who, null);
    // Who may be spoken to now gets all that waits for that, though their hours were others when it was written.
    const held = await heldFor(acting, wait ? horizon : null);
    const rings = held.length > 0 || due.some((each) => each.dueAt <= now);
    const came: Came[] = [];
    const parts = rings ? await partsOf(due, acting, now, came) : [];
    const said = wait ? [] : await withinBudget(acting, parts, who, now, head, came);
    if (wait) await moveOrPass(acting, parts, wait, now, came);
    const message = await messageOf(acting, head, said, wait ? [] : held);
    await stores.nudges.record(person.id, now, said.length > 0 ? head.id : null, came);
    await settle(acting, came, ran, wait?.until ?? now, now);
    // Last, since the beat takes alarms first and heads then: in the same order nobody waits for each other.
    if (message.words)
      await stores.nudges.say({
        id: head.id,
        person: person.id,
        cards: { [person.locale]: message.cards },
        at: now,
        stands: message.stands,
      });
    else
      await stores.nudges.sayNothing(
        head.id,
        message.cards.length > 0 ? "a notice was held for it" : "nothing to say",
      );
    const { cards, words, merged } = message;
    return { person: person.id, name: person.name, came, cards, words, merged };
  }

  async function heldFor(
    { person, stores }: ActContext,
    until: Date | null,
  ): Promise<readonly Held[]> {
    const held = await stores.nudges.held(person.id, until);
    if (person.leftOn !== null) await stores.nudges.drop(idsOf(held), "they left");
    else await stores.nudges.merge(idsOf(held.filter((each) => each.overtaken)), "a newer version");
    return person.leftOn === null ? held.filter((each) => !each.overtaken) : [];
  }

  /** What was to be done at this time is done, in this same transaction; what nobody came to in time is let go. */
  async function runErrands(
    planned: readonly Slot[],
    acting: ActContext,
    now: Date,
  ): Promise<readonly Slot[]> {
    const due = planned.filter((each) => each.dueAt <= now && registry.errand(each.rule));
    for (const slot of due) {
      const { practice, declaration } = registry.errand(slot.rule)!;
      const told =
        slot.until < now
          ? []
          : await declaration.run(slot.subject, ports.contexts.at(practice, acting, now));
      const key = `errand:${slot.rule}:${slot.subject}:${slot.slotAt.toISOString()}`;
      if (told.length > 0)
        await acting.stores.acts.record(null, await ports.notifier.tell(told, key, acting));
    }
    return due;
  }

  /**
   * What is due, or will be within the hour, and has something to say. What is due and has not, is let pass with its reason; what
   * is not due yet keeps its own time.
   */
  async function partsOf(
    due: readonly Slot[],
    acting: ActContext,
    now: Date,
    came: Came[],
  ): Promise<Part[]> {
    if (due.length === 0) return [];
    const choices = await acting.stores.nudges.choices(acting.person.id);
    const on =
      acting.person.leftOn === null &&
      (await acting.stores.plans.switchedOn(acting.person.id)) !== null;
    const paused = mustWait(now, availabilityOf(acting), choices.pausedUntil);
    const parts: Part[] = [];
    for (const slot of due) {
      const nudge = registry.nudge(slot.rule);
      const reason = on ? whyNot(slot, now, choices, nudge !== null) : "switched off";
      const part =
        reason === null && nudge
          ? await partOf(nudge, slot, acting, now)
          : (reason ?? "nothing to say");
      if (typeof part !== "string") parts.push(part);
      else if (slot.dueAt <= now) came.push(passed(slot, part));
    }
    if (paused?.reason !== "paused") return parts;
    await moveOrPass(acting, parts, paused, now, came);
    return [];
  }

  /** In a savepoint: one rule that fails must not keep back everything else this person is to be told. */
  async function partOf(
    { practice, declaration }: Declared<Nudge<never, never>>,
    slot: Slot,
    acting: ActContext,
    now: Date,
  ): Promise<Part | "nothing to say" | "failed"> {
    const { t } = ports.contexts.at(practice, acting, now);
    try {
      const card = await acting.stores.attempt(async (stores) =>
        declaration.say(slot.subject, ports.contexts.at(practice, { ...acting, stores }, now)),
      );
      if (card === null) return "nothing to say";
      return {
        slot,
        priority: declaration.priority,
        chosen: declaration.chosen ?? slot.snoozed ?? false,
        replaces: declaration.replacesInMessage ?? [],
        stands: declaration.stands ?? false,
        card,
        why: {
          line: declaration.why(t),
          label: declaration.label(t),
          rule: slot.rule,
        },
      };
    } catch (error) {
      ports.logger.error({ rule: slot.rule, person: acting.person.id, error }, "nudge failed");
      return "failed";
    }
  }

  async function moveOrPass(
    acting: ActContext,
    parts: readonly Part[],
    wait: Wait,
    now: Date,
    came: Came[],
  ): Promise<void> {
    const put = parts
      .filter(({ slot }) => slot.dueAt <= now)
      .map((each) => putOff(each.slot, wait));
    came.push(
      ...put.map(({ slot, outcome, reason }) => ({
        rule: slot.rule,
        subject: slot.subject,
        slotAt: slot.slotAt,
        outcome,
        reason,
      })),
    );
    await acting.stores.plans.move(
      acting.person.id,
      put.filter((each) => each.outcome === "moved").map((each) => each.slot),
      wait.reason === "paused" || wait.reason === "budget" || wait.reason === "too many at once"
        ? "put off"
        : "waits",
    );
  }

  /** Takes one of the day's slots for the message, or puts everything off; what does not fit in one message comes later. */
  async function withinBudget(
    acting: ActContext,
    parts: readonly Part[],
    who: Availability,
    now: Date,
    head: ToCompose,
    came: Came[],
  ): Promise<readonly Part[]> {
    if (parts.length === 0) return [];
    const { person, stores } = acting;
    const today = localDateAt(now, person.zone);
    const taken = await stores.nudges.taken(person.id, startOfWeek(today));
    const nth = nudgeOfDay(today, taken);
    const spending = parts.filter((each) => !each.chosen);
    if (nth === null)
      await moveOrPass(
        acting,
        spending,
        { until: whenBudgetReturns(now, who, taken), reason: "budget" },
        now,
        came,
      );
    else if (spending.length > 0) await stores.nudges.take(person.id, today, nth, head.id);
    const order = inOrder(nth === null ? parts.filter((each) => each.chosen) : parts);
    if (order.later.length > 0)
      await moveOrPass(
        acting,
        order.later,
        {
          until: whenBudgetReturns(now, who, [...taken, today, today]),
          reason: "too many at once",
        },
        now,
        came,
      );
    const replaced = new Set(order.now.flatMap((each) => each.replaces));
    const stands = order.now.filter((each) => !replaced.has(each.slot.rule));
    came.push(
      ...order.now
        .filter((each) => replaced.has(each.slot.rule))
        .map(({ slot }) => passed(slot, "said together")),
    );
    came.push(
      ...stands.map(({ slot }) => ({
        rule: slot.rule,
        subject: slot.subject,
        slotAt: slot.slotAt,
        outcome: "said" as const,
        reason: null,
      })),
    );
    return stands;
  }

  /** One message: what others did, what is due, and why it came. A single notice goes out as it is. */
  async function messageOf(
    acting: ActContext,
    head: ToCompose,
    said: readonly Part[],
    held: readonly Held[],
  ): Promise<Pick<Composed, "cards" | "words" | "merged"> & { readonly stands: boolean }> {
    const { stores } = acting;
    // Of a message that is kept up to date only the newest counts.
    const notices = [...new Map(held.map((each) => [each.message, each])).values()];
    if (said.length === 0 && notices.length < 2) {
      const [alone] = notices;
      if (alone) await stores.nudges.release([alone.id]);
      await stores.nudges.merge(idsOf(held.filter((each) => each !== alone)), alone?.id ?? "");
      return {
        cards: alone?.cards ?? [],
        words: false,
        merged: Math.max(0, held.length - 1),
        stands: false,
      };
    }
    const reasons = said.map((each) => each.why);
    const why = said.length === 0 ? [] : [footer(head.id, reasons, ports.contexts.house(acting))];
    const cards = [
      ...notices.flatMap((each) => each.cards),
      ...said.map((each) => each.card),
      ...why,
    ];
    await stores.nudges.merge(idsOf(held), head.id);
    return {
      cards,
      words: true,
      merged: held.length,
      stands: isBundle(cards) || [...said, ...notices].some((each) => each.stands),
    };
  }

  /**
   * What was said or let pass never comes again; then everything is planned anew. All that is planned gets its alarm again where one rang:
   * while this was composed, or by a clock that is ahead of ours.
   */
  async function settle(
    acting: ActContext,
    came: readonly Came[],
    ran: readonly Slot[],
    earliest: Date,
    now: Date,
  ): Promise<void> {
    const { person, stores } = acting;
    await stores.plans.settle(
      person.id,
      [...came.filter((each) => each.outcome !== "moved"), ...ran],
      now,
    );
    await stores.nudges.ringForHeld(person.id, earliest);
    await ports.planner.plan(acting, now);
    await stores.plans.ringAgain(person.id, null);
  }

  return { compose };
}

const passed = (slot: Slot, reason: Came["reason"]): Came => ({
  rule: slot.rule,
  subject: slot.subject,
  slotAt: slot.slotAt,
  outcome: "let pass",
  reason,
});
const idsOf = (held: readonly Held[]): string[] => held.map((each) => each.id);
