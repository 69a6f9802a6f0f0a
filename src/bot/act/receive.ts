// The life of one act: resolve, one transaction with the person's row locked, dedupe, right, parse, handle, record.
// Errors are caught here and nowhere else.
import type { Language } from "#src/language/catalogue";
import { longestLine, readable } from "#src/language/text";
import { accountName, isFor, type AccountName, type PersonId } from "#src/people/person";
import type { PlaceId } from "#src/people/place";
import type { ActingPerson } from "#src/people/store";
import type { Chat } from "#src/ports/chat";
import type { Chance, Clock } from "#src/ports/clock";
import type { Inbox } from "#src/ports/inbox";
import type { Logger } from "#src/ports/logger";
import type { Meter } from "#src/ports/meter";
import { StoresBusy, StoresUnreached, type KernelStores, type Stores } from "#src/ports/stores";
import type { Json } from "#src/view/action";
import { button, card, text, type Card } from "#src/view/card";
import { say } from "../declare/actions.ts";
import { createAfterRights } from "../members/after-rights.ts";
import { nothing, show, toast, type Answer, type Reply } from "../declare/answer.ts";
import type { Reading } from "../declare/arguments.ts";
import { withinBundle } from "../remind/bundled-message.ts";
import { createContexts } from "./context.ts";
import { Incomplete, Refusal, whenIncomplete } from "../declare/errors.ts";
import { createExcuses } from "../excuses.ts";
import { guess, type Guess } from "../members/guess-language.ts";
import type { HouseContext } from "../house.ts";
import type { UserEvent, Outcome } from "../declare/incoming.ts";
import { lookUp, type DirectoryAnswer } from "./directory-lookup.ts";
import { createIncomingStore } from "./store-incoming.ts";
import { createHeeding } from "./marks.ts";
import type { Press, Submit } from "../declare/practice.ts";
import { around, named } from "./mentions.ts";
import { offerOfSetup } from "../members/offer-setup.ts";
import { isMeant, isOverheard } from "./channel-rules.ts";
import { outcomeOf } from "./outcome.ts";
import { createPlanner } from "../remind/plan.ts";
import type { Declared, DeclaredCommand, Registry } from "../declare/registry.ts";
import { createNotifier } from "./notify.ts";
import { asWhoever, NobodyThere, type Whose } from "../whose.ts";
import { slipsFrom, startsWithFigure } from "../declare/verbs.ts";

export interface PipelinePorts {
  readonly stores: Stores<KernelStores>;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly logger: Logger;
  readonly language: Language;
  readonly inbox: Inbox;
  readonly meter: Meter;
  /** Whose directories may be looked into; none: there are no departments. */
  readonly chats?: readonly Pick<Chat, "platform" | "departments" | "department">[];
  /** E-mails of people who may set things up, in lower case. */
  readonly admins?: readonly string[];
  /** Called after a commit that wrote a delivery. */
  readonly wake: () => void;
}

export type ActContext = ActingPerson & {
  readonly stores: KernelStores;
  readonly place?: PlaceId | null;
  readonly account?: AccountName;
  /** The delivery of ours under which they left a mark. */
  readonly delivery?: string | null;
  /** What the company's directory answered, if it was asked. */
  readonly looked?: DirectoryAnswer | null;
};

export function createPipeline(registry: Registry, ports: PipelinePorts) {
  const { readerOf, contextOf, contextAt, houseOf } = createContexts(registry, ports);

  async function said(typed: string, acting: ActContext): Promise<Answer> {
    const house = houseOf(acting);
    const spoken = readable(typed);
    if (spoken === null) throw new Refusal(house.t.tooLong(longestLine));
    for (const command of registry.commands) {
      const rewritten = command.declaration.rewrite?.(spoken) ?? null;
      if (rewritten !== null)
        return run(
          command,
          { typed, whole: `${command.words.en[0]} ${rewritten}`, rest: rewritten },
          acting,
        );
    }
    const verb = registry.words.recognise(spoken);
    const lost = () => pointer(spoken, house);
    const go = (command: DeclaredCommand, rest: string, slip: () => boolean) =>
      run(command, { typed, whole: spoken, rest }, acting).catch(whenIncomplete(slip, lost));
    if (verb && !verb.glued)
      return go(verb.command, verb.rest, () =>
        slipsFrom(verb.word, registry.words.nearest(spoken)),
      );
    const claimed = await claiming(spoken, acting);
    if (claimed) return run(claimed, { typed, whole: spoken, rest: spoken }, acting);
    if (verb) return go(verb.command, verb.rest, () => !startsWithFigure(verb.rest));
    return lost();
  }

  /** Not even the usage of a verb: who did not name the bot did not ask for it. */
  async function overheard(typed: string, acting: ActContext): Promise<Answer> {
    const spoken = readable(typed);
    const verb = spoken === null ? null : registry.words.recognise(spoken);
    if (spoken === null || !verb || !isMeant(verb, acting.person)) return nothing();
    return run(verb.command, { typed, whole: spoken, rest: verb.rest }, acting).catch(
      (error: unknown) => (error instanceof Incomplete ? nothing() : Promise.reject(error)),
    );
  }

  async function claiming(spoken: string, acting: ActContext): Promise<DeclaredCommand | null> {
    for (const command of registry.commands) {
      const claims = command.declaration.claims;
      if (
        claims &&
        isFor(command.declaration.who, acting.person) &&
        (await claims(spoken, contextOf(command.practice, acting)))
      )
        return command;
    }
    return null;
  }

  function pointer(spoken: string, house: HouseContext): Answer {
    const near = registry.words.nearest(spoken);
    if (!near || !isFor(near.command.declaration.who, house.person))
      return show(card({ title: house.t.pointer() }));
    const line = `${near.word} ${near.rest}`.trim();
    return show(
      card({
        title: house.t.didYouMean(),
        buttons: [button(house.t.didYouMeanLabel(line), say({ text: line }), "primary")],
      }),
    );
  }

  async function run(
    command: DeclaredCommand,
    line: Pick<Reading, "typed" | "whole" | "rest">,
    acting: ActContext,
  ): Promise<Answer> {
    const house = houseOf(acting);
    if (!isFor(command.declaration.who, acting.person)) throw new Refusal(house.t.notForYou());
    const args = Object.entries(command.declaration.args);
    const named = args.some(([, argument]) => argument.namesPeople && argument.mayHold(line.rest));
    const reading: Reading = {
      ...line,
      today: house.today,
      directory: named ? await acting.stores.people.directory() : [],
      t: house.t,
    };
    try {
      const input = Object.fromEntries(
        args.map(([name, argument]) => [name, argument.read(reading)]),
      );
      return await command.declaration.handle(input as never, contextOf(command.practice, acting));
    } catch (error) {
      if (!(error instanceof Incomplete)) throw error;
      const told = helpOf(command, acting);
      throw new Incomplete(
        error.missing,
        error.says,
        card({
          title: error.says ?? house.t.missing(error.missing),
          tone: "warning",
          body: [text(house.t.usage(told.usage, told.example))],
        }),
      );
    }
  }

  const helpOf = (command: DeclaredCommand, acting: ActContext) =>
    command.declaration.help(contextOf(command.practice, acting).t);

  async function act(incoming: UserEvent, acting: ActContext): Promise<Answer> {
    switch (incoming.kind) {
      case "said":
        return isOverheard(incoming)
          ? overheard(incoming.text, acting)
          : said(incoming.text, acting);
      case "pressed":
        if (incoming.name === say.action) return again(incoming, acting);
        return used(registry.pressed(incoming.name), incoming, acting, (payload) => payload);
      case "submitted":
        return used(registry.submitted(incoming.name), incoming, acting, (payload) => ({
          payload,
          values: incoming.values,
        }));
      case "reacted":
        return reacted(incoming.added, acting);
      case "homeOpened":
        return toast([]);
    }
  }

  /** Marks under messages that nobody counts are nobody's business. */
  async function reacted(added: boolean, acting: ActContext): Promise<Answer> {
    const standing = acting.delivery ? await acting.stores.acts.standingOf(acting.delivery) : null;
    const found = standing === null ? null : registry.reaction(standing);
    if (standing === null || !found) return toast([]);
    return found.declaration.handle(
      { subject: standing.slice(found.declaration.standing.length), added } as never,
      contextOf(found.practice, acting),
    );
  }

  /** A button that says a line: a chosen name, a "did you mean". */
  function again(
    incoming: { readonly version: number; readonly payload: unknown },
    acting: ActContext,
  ): Promise<Answer> {
    const payload = say.schema.safeParse(incoming.payload);
    if (!payload.success || incoming.version !== say.version)
      throw new Refusal(houseOf(acting).t.oldCard());
    return said(payload.data.text, acting);
  }

  async function used(
    declared: Declared<Press<unknown, unknown> | Submit<unknown, unknown>> | null,
    incoming: { readonly version: number; readonly payload: unknown },
    acting: ActContext,
    input: (payload: unknown) => unknown,
  ): Promise<Answer> {
    const house = houseOf(acting);
    if (!declared || declared.declaration.action.version !== incoming.version)
      throw new Refusal(house.t.oldCard());
    if (!isFor(declared.declaration.who, acting.person)) throw new Refusal(house.t.notForYou());
    const payload = declared.declaration.action.schema.safeParse(incoming.payload);
    if (!payload.success) throw new Refusal(house.t.oldCard());
    // What admins decide holds for everybody: one after the other, so that each is checked against what the one before wrote.
    if (declared.declaration.who === "admin") await acting.stores.people.lockOrganisation();
    return declared.declaration.handle(
      input(payload.data) as never,
      contextOf(declared.practice, acting),
    );
  }

  const { excuse, excuseInBoth } = createExcuses(ports);
  const planner = createPlanner(registry, contextAt);
  const teller = createNotifier(ports);
  const afterRights = createAfterRights(registry, ports.clock, contextAt);

  async function planFor(people: readonly PersonId[], acting: ActContext): Promise<void> {
    for (const id of [...new Set(people)].toSorted()) {
      const planned = await acting.stores.people.acting(id);
      if (planned) await planner.plan({ ...planned, stores: acting.stores }, ports.clock.now());
    }
  }

  async function carryOut(key: string, incoming: UserEvent, acting: ActContext): Promise<Reply> {
    const answer = await act(incoming, acting);
    const reply = await withinBundle(
      incoming,
      answer.reply,
      acting.person.id,
      acting.stores.nudges,
    );
    const told = await teller.tell([...answer.also, ...(await afterRights(acting))], key, acting);
    // Before anything of theirs is written: whoever composes for one of them just now is waited for here.
    const touched = [
      ...answer.plans,
      ...told.flatMap((each) =>
        each.notBefore !== null && "person" in each.to ? [each.to.person] : [],
      ),
    ];
    await acting.stores.plans.lock(touched);
    const record = answer.stored
      ? { key, person: acting.person.id, at: ports.clock.now(), reply: reply as unknown as Json }
      : null;
    const deliveries = [...told, ...teller.spoken(incoming, reply, acting.person)];
    if (record || deliveries.length > 0) await acting.stores.acts.record(record, deliveries);
    if (answer.plans.length > 0) await planFor(answer.plans, acting);
    return reply;
  }

  const receive = (
    incoming: UserEvent,
    remember: (acting: ActContext) => ActContext,
  ): Promise<Outcome> =>
    asWhoever(incoming.from, ports.stores.routing, (who) =>
      receiveFrom(who, incoming, remember),
    ).catch((error: unknown) => excuseInBoth(error, incoming));

  async function receiveFrom(
    who: Whose | null,
    incoming: UserEvent,
    remember: (acting: ActContext) => ActContext,
  ): Promise<Outcome> {
    if (!who || who.barred) return { outcome: "stranger" };
    if (!who.inUse) await ports.stores.routing.used(incoming.from);
    const { place, mentioned, delivery } = await around(incoming, who, ports.stores.routing);
    const looked = await lookUp(incoming, who, registry, ports);
    let known: ActingPerson | null = null;
    let learnt: Guess | null = null;
    let reply: Reply;
    let failed = false;
    const attempt = (): Promise<Reply> =>
      ports.stores.inOrganisation(who.organisation, async (stores) => {
        // With the person in it: nobody gets another's answer by sending another's key.
        const key = `${who.person}:${incoming.dedupeKey}`;
        // Asked in one breath, answered in order: what was carried out before is read when the lock is held.
        const [locked, earlier] = await Promise.all([
          stores.people.lockActor(who.person),
          stores.acts.earlier(key),
        ]);
        known = locked;
        if (!known) throw new NobodyThere("a chat identity names a person who does not exist");
        if (known.person.leftOn) throw new Refusal(houseOf({ ...known, stores }).t.left());
        if (earlier) return earlier.reply as unknown as Reply;
        learnt = guess(incoming, known.person, known.organisation, ports);
        if (learnt) known = { ...known, person: learnt.person };
        const answered = await carryOut(
          key,
          await named(incoming, mentioned, stores),
          remember({
            ...known,
            stores,
            place,
            account: accountName(incoming.from),
            delivery,
            looked,
          }),
        );
        await learnt?.keep(stores);
        const offer = offerOfSetup(incoming, known.person, known.organisation, registry, ports);
        if (offer) await stores.acts.record(null, [offer]);
        return answered;
      });
    try {
      // Once more where the database went away: whatever was stored then is found under its key, or may stand there though it cannot be asked for.
      reply = await attempt().catch((error: unknown) =>
        error instanceof StoresUnreached
          ? attempt().catch((second: unknown) =>
              Promise.reject(second instanceof StoresBusy ? error : second),
            )
          : Promise.reject(error),
      );
    } catch (error) {
      const acting =
        (known as ActingPerson | null) ??
        (error instanceof StoresBusy
          ? await ports.stores
              .inOrganisation(who.organisation, ({ people }) => people.acting(who.person))
              .catch(() => null)
          : null);
      if (!acting) throw error;
      known = acting;
      failed = true;
      reply = excuse(error, readerOf(acting.person, acting.organisation), incoming.kind);
      const excuses = teller.spoken(incoming, reply, acting.person);
      const learning = learnt as Guess | null;
      if (excuses.length > 0 || learning)
        await ports.stores.inOrganisation(who.organisation, (stores) =>
          stores.acts.record(null, excuses).then(() => learning?.keep(stores)),
        );
    }
    ports.wake();
    return outcomeOf(incoming, reply, known!, failed);
  }

  /** Under the act's own key, so that an event that comes again is not answered twice. */
  async function answerLater(
    to: UserEvent["from"],
    key: string,
    cards: readonly Card[],
  ): Promise<void> {
    const who = await ports.stores.routing.whoIs(to);
    if (!who || cards.length === 0) return;
    await ports.stores.inOrganisation(who.organisation, async (stores) => {
      const known = await stores.people.acting(who.person);
      if (known)
        await stores.acts.record(null, [
          teller.reply(`${who.person}:${key}:answer`, known.person, cards),
        ]);
    });
    ports.wake();
  }

  async function view<T>(
    identity: UserEvent["from"],
    look: (acting: ActContext) => Promise<T>,
  ): Promise<T | null> {
    const who = await ports.stores.routing.whoIs(identity);
    if (!who || who.barred) return null;
    return ports.stores.inOrganisation(who.organisation, async (stores) => {
      const known = await stores.people.lockActor(who.person);
      return known ? look({ ...known, stores }) : null;
    });
  }

  /** A part of a page that fails does not take the rest with it. In a savepoint, since an error of the database ends its transaction. */
  async function orApology(
    say: (acting: ActContext) => Promise<readonly Card[]>,
    acting: ActContext,
  ): Promise<readonly Card[]> {
    try {
      return await acting.stores.attempt((stores) => say({ ...acting, stores }));
    } catch (error) {
      const code = ports.chance.code();
      ports.logger.error({ code, error }, "home section failed");
      return [card({ title: houseOf(acting).t.sectionFailed(code), tone: "bad" })];
    }
  }

  const heeds = createHeeding(registry, ports.stores);
  const keep = createIncomingStore(ports);
  /** Stores what the platform will not send again; what is returned carries it out, after the platform was told. Null: it is there already, or nobody counts it. */
  async function accept(
    incoming: UserEvent,
    remember: (acting: ActContext) => ActContext,
  ): Promise<(() => Promise<Outcome>) | null> {
    if (incoming.kind === "reacted" && !(await heeds(incoming))) return null;
    const who = await ports.stores.routing.whoIs(incoming.from);
    if (!who || who.barred) return () => receive(incoming, remember);
    return keep(who.organisation, `${who.person}:${incoming.dedupeKey}`, incoming, () =>
      receive(incoming, remember),
    );
  }

  return {
    receive,
    accept,
    heeds,
    keep,
    answerLater,
    view,
    orApology,
    contextOf,
    contextAt,
    helpOf,
    houseOf,
    planner,
    teller,
  };
}
