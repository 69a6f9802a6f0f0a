// The bot: practices and ports put together. Adapters hand in what came; what is to be shown comes back.
import { wellFormed } from "#src/language/text";
import type { ChatIdentity } from "#src/people/person";
import type { KernelStores, Stores } from "#src/ports/stores";
import type { Card } from "#src/view/card";
import { createContexts, type ActContext } from "./act/context.ts";
import { createNotifier } from "./act/notify.ts";
import { createReceive } from "./act/receive.ts";
import { createIncomingStore } from "./store-incoming.ts";
import type { Bot } from "./api.ts";
import { cleanAccount, cleanIncoming, cleanPlace } from "./clean-incoming.ts";
import type { BotPorts } from "./bot-ports.ts";
import type { Incoming, Outcome, UserEvent } from "./declare/incoming.ts";
import type { AnyPractice, StoresOf } from "./declare/practice.ts";
import { createRegistry } from "./declare/registry.ts";
import { guideFor, vocabularyOf } from "./guide.ts";
import { homeOf } from "./home.ts";
import { createAfterRights } from "./members/after-rights.ts";
import { createDisconnectedNotices } from "./members/disconnected.ts";
import { createRequestNotices } from "./members/installation-requests.ts";
import { createJoinsAndLeaves } from "./members/joins-and-leaves.ts";
import { createHeeding } from "./marks.ts";
import { createMaintenance } from "./remind/maintenance.ts";
import { createPlanner } from "./remind/plan.ts";
import { upcomingOf } from "./remind/upcoming.ts";

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
  const { keepHouseOf, ...maintenance } = createMaintenance(parts, ports);

  /** What somebody who left leaves behind is seen to at once, and not only when house is kept next. */
  async function changed(incoming: Exclude<Incoming, UserEvent>): Promise<Outcome> {
    const left = await joinsAndLeaves.receive(incoming);
    if (left === null) ports.wake();
    else await keepHouseOf(left);
    return { outcome: "delivered" };
  }

  async function view<T>(
    viewer: ChatIdentity,
    look: (act: ActContext) => Promise<T>,
  ): Promise<T | null> {
    const who = await routing.whoIs(cleanAccount(viewer));
    if (!who || who.barred) return null;
    return ports.stores.inOrganisation(who.organisation, async (stores) => {
      const known = await stores.people.lockActor(who.person);
      return known ? look({ ...known, stores }) : null;
    });
  }

  /** Null: it is there already, or a mark that nobody counts. */
  async function acceptAct(event: UserEvent): Promise<(() => Promise<Outcome>) | null> {
    if (event.kind === "reacted" && !(await heeds(event))) return null;
    const who = await routing.whoIs(event.from);
    const work = () => receive(event);
    if (!who || who.barred) return work;
    return keep(who.organisation, `${who.person}:${event.dedupeKey}`, event, work);
  }

  return {
    ...maintenance,
    ...createDisconnectedNotices(ports, notifier),
    ...createRequestNotices(ports, notifier),
    knows: async (identity) => (await routing.whoIs(cleanAccount(identity)))?.barred === false,
    personOf: async (identity) => (await routing.whoIs(cleanAccount(identity)))?.person ?? null,
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
    outlook: (viewer) => view(viewer, (act) => upcomingOf(act, registry, contexts)),
    home: async (viewer): Promise<readonly Card[]> => (await view(viewer, home)) ?? [],
    vocabulary: (viewer) => view(viewer, (act) => vocabularyOf(act, registry, contexts)),
  };
}

/** What somebody did, as opposed to what became of a person or a place. */
const isOfPerson = (incoming: Incoming): incoming is UserEvent =>
  incoming.kind !== "personChanged" && incoming.kind !== "placeChanged";
