// The bot: practices and ports put together. Adapters hand in what came; what is to be shown comes back.
import { card } from "#src/view/card";
import { wellFormed } from "#src/language/text";
import { mayAct } from "#src/people/admission";
import { isFor, type ChatIdentity } from "#src/people/person";
import type { KernelStores } from "#src/ports/stores";
import type { Card } from "#src/view/card";
import { plainLine } from "#src/view/line";
import { show } from "./declare/answer.ts";
import type { Bot, Vocabulary } from "./api.ts";
import { createJoinsAndLeaves } from "./members/joins-and-leaves.ts";
import { cleanAccount, cleanIncoming, cleanPlace } from "./clean-incoming.ts";
import { createHouse } from "./house.ts";
import type { Incoming, Outcome } from "./declare/incoming.ts";
import { createPipeline, type ActContext, type PipelinePorts } from "./act/receive.ts";
import type { AnyPractice } from "./declare/practice.ts";
import { upcomingOf } from "./remind/upcoming.ts";
import { createReminders } from "./reminders.ts";
import { createRequestNotices, createRequests } from "./members/installation-requests.ts";
import { createRegistry } from "./declare/registry.ts";
import { createDisconnectedNotices } from "./members/disconnected.ts";
import { createMaintenance } from "./remind/maintenance.ts";

export function createBot(practices: readonly AnyPractice[], ports: PipelinePorts): Bot {
  const actingIn = new WeakMap<object, ActContext>();
  const house = createHouse({
    registry: () => registry,
    helpOf: (command, context) => pipeline.helpOf(command, actingOf(context)),
    homeOf: async (context) => {
      const cards = await home(actingOf(context));
      return cards.length > 0 ? show(...cards) : show(card({ title: context.t.homeEmpty() }));
    },
  });
  const reminders = createReminders({
    suppressed: (reason) => ports.meter.suppressed(reason),
    labels: (context) =>
      new Map(
        registry
          .nudgesFor(context.person)
          .map(({ practice, declaration }) => [
            declaration.name,
            declaration.label(pipeline.contextOf(practice, actingOf(context)).t),
          ]),
      ),
  });
  const registry = createRegistry([
    house as unknown as AnyPractice,
    reminders as unknown as AnyPractice,
    createRequests() as unknown as AnyPractice,
    ...practices,
  ]);
  const pipeline = createPipeline(registry, ports);

  // The house's own commands look at other practices; they need everything the act was given, not their own part.
  const actingOf = (context: {
    readonly stores: { readonly acts: KernelStores["acts"] };
  }): ActContext => actingIn.get(context.stores.acts) ?? lost();
  const remember = (acting: ActContext): ActContext => {
    actingIn.set(acting.stores.acts, acting);
    return acting;
  };

  async function home(acting: ActContext): Promise<readonly Card[]> {
    const sections = registry.practices.flatMap((practice) =>
      practice.home.map((section) => ({ practice, section })),
    );
    const mine = sections
      .filter(({ section }) => isFor(section.who, acting.person))
      .toSorted((a, b) => a.section.rank - b.section.rank);
    const cards: Card[] = [];
    for (const { practice, section } of mine)
      cards.push(
        ...(await pipeline.orApology(
          (own) => section.say(pipeline.contextOf(practice, own)),
          acting,
        )),
      );
    return cards;
  }

  async function vocabulary(acting: ActContext): Promise<Vocabulary> {
    const { locale } = acting.person;
    const directory = await acting.stores.people.directory();
    // After what is offered first: what people do daily stands in the later practices; the house's own verbs come last.
    const order = registry.practices.toReversed();
    const place = ({
      declaration,
    }: {
      readonly declaration: { readonly offered: number };
    }): number => Math.min(declaration.offered, registry.commands.length);
    const mine = registry
      .commandsFor(acting.person)
      .toSorted(
        (a, b) => place(a) - place(b) || order.indexOf(a.practice) - order.indexOf(b.practice),
      );
    const verbs = mine.flatMap((command) => {
      const does = plainLine(pipeline.helpOf(command, acting).does);
      const shown = command.words[locale][0];
      return [...new Set([...command.words[locale], ...command.words.en, ...command.words.zh])].map(
        (word) => ({ word, does, shown: word === shown }),
      );
    });
    return {
      locale,
      verbs: verbs.toSorted((a, b) => Number(b.shown) - Number(a.shown)),
      names: directory.map((each) => each.name),
    };
  }

  const arrivals = createJoinsAndLeaves(ports, pipeline.planner, pipeline.teller);
  const { keepHouseOf, ...unasked } = createMaintenance(registry, ports, pipeline);

  /** What somebody who left leaves behind is seen to at once, and not only when house is kept next. */
  async function changed(
    incoming: Extract<Incoming, { readonly kind: "personChanged" | "placeChanged" }>,
  ): Promise<Outcome> {
    const outcome = await arrivals.receive(incoming);
    const left =
      incoming.kind === "personChanged" && !mayAct(incoming.profile)
        ? await ports.stores.routing.whoIs(incoming.from)
        : null;
    if (left) await keepHouseOf(left.organisation);
    else ports.wake();
    return outcome;
  }

  const carryOut = (incoming: Incoming): Promise<Outcome> =>
    incoming.kind === "personChanged" || incoming.kind === "placeChanged"
      ? changed(incoming)
      : pipeline.receive(incoming, remember);

  return {
    ...unasked,
    ...createDisconnectedNotices(ports, pipeline.teller),
    ...createRequestNotices(ports, pipeline.teller),
    knows: async (identity) =>
      (await ports.stores.routing.whoIs(cleanAccount(identity)))?.barred === false,
    personOf: async (identity) =>
      (await ports.stores.routing.whoIs(cleanAccount(identity)))?.person ?? null,
    knowsPlace: async (place) =>
      (await ports.stores.routing.whichPlace(cleanPlace(place))) !== null,
    async heeds(came) {
      const mark = cleanIncoming(came);
      return mark.kind === "reacted" && (await pipeline.heeds(mark));
    },
    answerLater: (to, key, cards) => pipeline.answerLater(cleanAccount(to), wellFormed(key), cards),
    receive: (incoming) => carryOut(cleanIncoming(incoming)),
    async accept(came) {
      const incoming = cleanIncoming(came);
      if (incoming.kind !== "personChanged" && incoming.kind !== "placeChanged")
        return pipeline.accept(incoming, remember);
      const at = await ports.stores.routing.organisationAt(
        incoming.kind === "personChanged" ? incoming.from : incoming.place,
      );
      const change = () => changed(incoming);
      return at ? pipeline.keep(at.organisation, incoming.dedupeKey, incoming, change) : change;
    },
    outlook: (viewer) =>
      pipeline.view(cleanAccount(viewer), (acting) => upcomingOf(acting, registry, pipeline)),
    home: async (viewer: ChatIdentity) =>
      (await pipeline.view(cleanAccount(viewer), (acting) => home(remember(acting)))) ?? [],
    vocabulary: (viewer) =>
      pipeline.view(cleanAccount(viewer), (acting) => vocabulary(remember(acting))),
  };
}

function lost(): never {
  throw new Error("a context without its act");
}
