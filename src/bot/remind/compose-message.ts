// From what is due for one person to one message: looked at again in the transaction that writes it, so that what was done,
// muted or put off in the meantime is not said. Each step has a file beside this one: due-parts, within-budget, assemble-message.
import type { OrganisationId, PersonId } from "#src/people/person";
import type { Logger } from "#src/ports/process/logger";
import type { Came } from "#src/ports/delivery/nudges";
import { heldRule, type Slot } from "#src/ports/delivery/schedule";
import type { KernelStores, Stores } from "#src/ports/stores";
import type { ActContext, Contexts } from "../act/context.ts";
import type { Notifier } from "../act/notify.ts";
import type { Registry } from "../declare/registry.ts";
import { isOn } from "../switches.ts";
import { assembleMessage, heldNotices, idsOf, type Message } from "./assemble-message.ts";
import { createDueParts, type Composing } from "./due-parts.ts";
import { availabilityOf, type Planner } from "./plan.ts";
import { bundleMs, catchUpMs, mustWait } from "./rules.ts";
import { moveOrPass, withinBudget } from "./within-budget.ts";

/** A head that waits for its words. */
export interface ToCompose {
  readonly id: string;
  readonly organisation: OrganisationId;
  readonly person: PersonId;
}

/** What came of composing: what was said and what was kept back, for the meter and for `tick --at`. */
export interface Composed extends Pick<Message, "cards" | "words" | "merged"> {
  readonly person: PersonId;
  readonly name: string;
  readonly came: readonly Came[];
}

export interface ComposingPorts {
  readonly stores: Stores<KernelStores>;
  readonly registry: Registry;
  readonly planner: Planner;
  readonly notifier: Notifier;
  readonly contexts: Contexts;
  readonly logger: Logger;
}

export function createComposer(ports: ComposingPorts) {
  const { registry, contexts, planner } = ports;
  const partsOf = createDueParts(ports);
  const runErrands = createErrands(ports);

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
        if (ahead) await passOver(acting, new Date(now.getTime() - catchUpMs), now, planner);
        finish(await composeFor(acting, head.id, now));
      },
      "patient",
    );
  }

  async function composeFor(acting: ActContext, head: string, now: Date): Promise<Composed> {
    const { person, stores } = acting;
    const horizon = new Date(now.getTime() + bundleMs);
    const composing: Composing = {
      acting,
      now,
      who: availabilityOf(acting),
      head,
      came: [],
      answers: new Map(),
    };
    const planned = await stores.plans.of(person.id, horizon);
    const ran = await runErrands(planned, acting, now);
    const due = planned.filter((each) => each.rule !== heldRule && !registry.errand(each.rule));
    const wait = mustWait(now, composing.who, null);
    // Who may be spoken to now gets all that waits for that, though their hours were others when it was written.
    const held = await heldNotices(composing, wait ? horizon : null);
    const rings = held.length > 0 || due.some((each) => each.dueAt <= now);
    const { parts, paused } = await partsOf(rings ? due : [], composing);
    const later = paused ?? wait;
    const said = later ? [] : await withinBudget(parts, composing);
    if (later) await moveOrPass(parts, later, composing);
    // A pause keeps back what comes by itself, and not what colleagues wrote.
    const notices = wait ? [] : held;
    const message = await assembleMessage(said, notices, composing, contexts.house(acting));
    const { came } = composing;
    await stores.nudges.record(person.id, now, said.length > 0 ? head : null, came);
    await settle(composing, ran, wait?.until ?? now);
    await write(message, composing);
    const { cards, words, merged } = message;
    return { person: person.id, name: person.name, came, cards, words, merged };
  }

  /**
   * What was said or let pass never comes again; then everything is planned anew. All that is planned gets its alarm again where one rang:
   * while this was composed, or by a clock that is ahead of ours.
   */
  async function settle(
    { acting, came, now }: Composing,
    ran: readonly Slot[],
    earliest: Date,
  ): Promise<void> {
    const { person, stores } = acting;
    const over = [...came.filter((each) => each.outcome !== "moved"), ...ran];
    await stores.plans.settle(person.id, over, now);
    await stores.nudges.ringForHeld(person.id, earliest);
    await planner.plan(acting, now);
    await stores.plans.ringAgain(person.id, null);
  }

  return { compose };
}

/** What is due before `until` has come by then, and what follows it is planned. */
async function passOver(
  { person, stores }: ActContext,
  until: Date,
  now: Date,
  planner: Planner,
): Promise<void> {
  await stores.plans.settle(person.id, await stores.plans.of(person.id, until), now);
  await stores.nudges.release(idsOf(await stores.nudges.held(person.id, until)), until);
  const acting = await stores.people.acting(person.id);
  if (acting) await planner.plan({ ...acting, stores }, now);
}

/** What was to be done at this time is done, in this same transaction; what nobody came to in time is let go. Returns what is over. */
function createErrands({ registry, contexts, notifier }: ComposingPorts) {
  return async (
    planned: readonly Slot[],
    acting: ActContext,
    now: Date,
  ): Promise<readonly Slot[]> => {
    const ran: Slot[] = [];
    for (const slot of planned) {
      const errand = registry.errand(slot.rule);
      if (errand === null || slot.dueAt > now) continue;
      ran.push(slot);
      if (slot.until < now) continue;
      const { practice, declaration } = errand;
      if (!isOn(practice, acting.organisation)) continue;
      const told = await declaration.run(slot.subject, contexts.at(practice, acting, now));
      const key = `errand:${slot.rule}:${slot.subject}:${slot.slotAt.toISOString()}`;
      if (told.length > 0)
        await acting.stores.acts.record(null, await notifier.tell(told, key, acting));
    }
    return ran;
  };
}

/** Last, since the beat takes alarms first and heads then: in the same order nobody waits for each other. */
async function write(message: Message, { acting, now, head }: Composing): Promise<void> {
  const { person, stores } = acting;
  const { cards, words, stands } = message;
  if (words)
    await stores.nudges.say({
      id: head,
      person: person.id,
      cards: { [person.locale]: cards },
      at: now,
      stands,
    });
  else
    await stores.nudges.sayNothing(
      head,
      cards.length > 0 ? "a notice was held for it" : "nothing to say",
    );
}
