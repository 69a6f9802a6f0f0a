// The bot: practices and ports put together. Adapters hand in what came; what is to be shown comes back.
import { wellFormed } from "#src/language/text";
import type { KernelStores, Stores } from "#src/ports/stores";
import { createContexts, type ActContext } from "./act/context.ts";
import { createNotifier } from "./act/notify.ts";
import { createReceive } from "./act/receive.ts";
import type { Bot, CarryOut } from "./api.ts";
import { withStrangers } from "./act/mentions.ts";
import type { BotPorts } from "./bot-ports.ts";
import { cleanAccount, cleanIncoming, cleanPlace } from "./clean-incoming.ts";
import type { Incoming, Outcome, UserEvent } from "./declare/incoming.ts";
import type { AnyPractice, StoresOf } from "./declare/practice.ts";
import { createRegistry } from "./declare/registry.ts";
import { createEachPerson } from "./each-person.ts";
import { guideFor } from "./guide.ts";
import { homeOf } from "./look/home.ts";
import { createAfterRights } from "./members/after-rights.ts";
import { createDisconnectedNotices } from "./members/disconnected.ts";
import { createFirstContact } from "./members/first-contact/welcome.ts";
import { createRequestNotices } from "./members/installation-requests.ts";
import { createTelling } from "./members/telling.ts";
import { createJoinsAndLeaves } from "./members/joins-and-leaves.ts";
import { createDeliveryQuestions } from "./members/uncertain-delivery.ts";
import { createHeeding } from "./marks.ts";
import { createHousekeeper } from "./remind/keep-house.ts";
import { createMaintenance } from "./remind/maintenance.ts";
import { createPlanner } from "./remind/plan.ts";
import { createIncomingStore } from "./store-incoming.ts";
import { createViews } from "./look/views.ts";

/** Without a store that one of the practices was declared with it does not compile. */
export function createBot<const Practices extends readonly AnyPractice[]>(
  practices: Practices,
  ports: BotPorts & { readonly stores: Stores<KernelStores & StoresOf<Practices[number]>> },
): Bot {
  const { routing } = ports.stores;
  const registry = createRegistry(practices);
  const home = (act: ActContext) => homeOf(act, registry, contexts, ports);
  const contexts = createContexts(registry, ports, (act) =>
    guideFor(act, registry, contexts, () => home(act)),
  );
  const planner = createPlanner(registry, contexts);
  const notifier = createNotifier(ports);
  const afterRights = createAfterRights(registry, ports.clock, contexts);
  const parts = { registry, contexts, notifier, planner, afterRights };
  const heeds = createHeeding(registry, ports.stores);
  const receive = createReceive(parts, ports);
  const keep = createIncomingStore(ports);
  const joinsAndLeaves = createJoinsAndLeaves(ports, planner, notifier);
  const withEach = createEachPerson(ports);
  const { keepHouseOf, ...housekeeping } = createHousekeeper(parts, ports, withEach);

  /** What somebody who left leaves behind is seen to at once, and not only when house is kept next. */
  async function changed(incoming: Exclude<Incoming, UserEvent>): Promise<Outcome> {
    const left = await joinsAndLeaves.receive(incoming);
    await (left === null ? ports.wake() : keepHouseOf(left));
    return { outcome: "delivered" };
  }

  /** Null: it is there already, or a mark that nobody counts. */
  async function acceptAct(event: UserEvent): Promise<CarryOut | null> {
    if (event.kind === "reacted" && !(await heeds(event))) return null;
    const who = await routing.whoIs(event.from);
    const work: CarryOut = (strangers) => receive(withStrangers(event, strangers));
    if (!who || who.barred) return work;
    return keep(who.organisation, `${who.person}:${event.dedupeKey}`, event, work);
  }

  return {
    ...housekeeping,
    ...createMaintenance(parts, ports, withEach),
    ...createDisconnectedNotices(ports, notifier, keepHouseOf),
    ...createDeliveryQuestions(ports, notifier),
    ...createTelling(ports),
    ...createRequestNotices(ports, notifier),
    ...createFirstContact(ports, notifier),
    ...createViews(registry, contexts, ports, home),
    knows: async (identity) => (await routing.whoIs(cleanAccount(identity)))?.barred === false,
    personOf: async (identity) => (await routing.whoIs(cleanAccount(identity)))?.person ?? null,
    saidBy: (at, said) => routing.saidBy(at, wellFormed(said)),
    knowsPlace: async (place) => (await routing.whichPlace(cleanPlace(place))) !== null,
    async heeds(came) {
      const mark = cleanIncoming(came);
      return mark.kind === "reacted" && (await heeds(mark));
    },
    async receive(came) {
      const incoming = cleanIncoming(came);
      return isOfPerson(incoming) ? receive(incoming) : changed(incoming);
    },
    async accept(came) {
      const incoming = cleanIncoming(came);
      if (isOfPerson(incoming)) return acceptAct(incoming);
      const at = await routing.organisationAt(
        incoming.kind === "personChanged" ? incoming.from : incoming.place,
      );
      const work = () => changed(incoming);
      return at ? keep(at.organisation, incoming.dedupeKey, incoming, work) : work;
    },
    async answerLater(to, key, cards) {
      const who = await routing.whoIs(cleanAccount(to));
      if (!who || cards.length === 0) return;
      await ports.stores.inOrganisation(who.organisation, async (stores) => {
        const known = await stores.people.acting(who.person);
        // Under the act's own key, so that an event that comes again is not answered twice.
        const named = `${who.person}:${wellFormed(key)}:answer`;
        if (known) await stores.acts.record(null, [notifier.reply(named, known.person, cards)]);
      });
      ports.wake();
    },
  };
}

/** What somebody did, as opposed to what became of a person or a place. */
const isOfPerson = (incoming: Incoming): incoming is UserEvent =>
  incoming.kind !== "personChanged" && incoming.kind !== "placeChanged";
