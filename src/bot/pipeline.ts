// The life of one act: resolve, one transaction with the person's row locked, dedupe, right, parse, handle, record.
// Errors are caught here and nowhere else.
import { localDateAt } from "#src/calendar/zones";
import { createWorkCalendar } from "#src/calendar/workdays";
import { inBoth, type Language, type Reader } from "#src/language/catalogue";
import { countGraphemes, normalise, wellFormed } from "#src/language/text";
import { isFor, type Organisation, type Person, type PersonId } from "#src/people/person";
import type { ActingPerson } from "#src/people/store";
import type { Chance, Clock } from "#src/ports/clock";
import type { Logger } from "#src/ports/logger";
import type { Delivery, KernelStores, Stores } from "#src/ports/stores";
import type { Json } from "#src/view/action";
import { button, card, text, type Card } from "#src/view/card";
import { say } from "./actions.ts";
import { show, toast, type Answer, type Reply } from "./answer.ts";
import type { Reading } from "./arguments.ts";
import { causeOf } from "#src/ports/logger";
import { Incomplete, Refusal } from "./errors.ts";
import { houseMessages, type HouseContext } from "./house.ts";
import type { Incoming, Outcome } from "./incoming.ts";
import type { AnyPractice, Context, Press, Submit, Upkeep } from "./practice.ts";
import type { Declared, DeclaredCommand, Registry } from "./registry.ts";

export interface PipelinePorts {
  readonly stores: Stores<KernelStores>;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly logger: Logger;
  readonly language: Language;
  /** Called after a commit that wrote a delivery. */
  readonly wake: () => void;
}

const longestLine = 5000;

export type Acting = ActingPerson & { readonly stores: KernelStores };

export function createPipeline(registry: Registry, ports: PipelinePorts) {
  const readerOf = (person: Pick<Person, "locale" | "zone">, organisation: Organisation): Reader => ({ locale: person.locale, zone: person.zone, currency: organisation.currency });

  function contextOf(practice: AnyPractice, acting: Acting): Context<unknown, unknown> {
    const { person, organisation } = acting;
    const now = ports.clock.now();
    return {
      organisation,
      person,
      now,
      today: localDateAt(now, person.zone),
      t: ports.language.speak(practice.messages, readerOf(person, organisation)),
      house: ports.language.speak(houseMessages, readerOf(person, organisation)),
      stores: pick(acting.stores, practice.stores),
      newId: () => ports.chance.id(),
      inLanguage: (locale) => ports.language.speak(practice.messages, readerOf({ ...person, locale }, organisation)),
      workCalendar: async (other) => {
        const leave = other.id === person.id ? acting.leave : await acting.stores.people.leave(other.id);
        return createWorkCalendar({ country: other.country, workweek: [...other.workweek], overrides: acting.overrides, leave: [...leave] });
      },
      tell: (to, about, view) => ({
        to: to.id,
        about,
        cards: inBoth((locale) => [view(ports.language.speak(practice.messages, readerOf({ locale, zone: to.zone }, organisation)))]),
      }),
    };
  }

  const houseOf = (acting: Acting): HouseContext => contextOf(registry.practices[0]!, acting) as HouseContext;

  async function said(typed: string, acting: Acting): Promise<Answer> {
    const house = houseOf(acting);
    if (countGraphemes(typed) > longestLine) throw new Refusal(house.t.tooLong(longestLine));
    const spoken = normalise(wellFormed(typed)).trim();
    for (const command of registry.commands) {
      const rewritten = command.declaration.rewrite?.(spoken) ?? null;
      if (rewritten !== null) return run(command, `${command.words.en[0]} ${rewritten}`, rewritten, acting);
    }
    const verb = registry.words.recognise(spoken);
    if (verb && !verb.glued) return run(verb.command, spoken, verb.rest, acting);
    const claimed = await claiming(spoken, acting);
    if (claimed) return run(claimed, spoken, spoken, acting);
    if (verb) return run(verb.command, spoken, verb.rest, acting).catch((error: unknown) => (error instanceof Incomplete ? pointer(spoken, house) : Promise.reject(error)));
    return pointer(spoken, house);
  }

  async function claiming(spoken: string, acting: Acting): Promise<DeclaredCommand | null> {
    for (const command of registry.commands) {
      const claims = command.declaration.claims;
      if (claims && isFor(command.declaration.who, acting.person) && (await claims(spoken, contextOf(command.practice, acting)))) return command;
    }
    return null;
  }

  function pointer(spoken: string, house: HouseContext): Answer {
    const near = registry.words.nearest(spoken);
    if (!near || !isFor(near.command.declaration.who, house.person)) return show(card({ title: house.t.pointer() }));
    const line = `${near.word} ${near.rest}`.trim();
    return show(card({ title: house.t.didYouMean(), buttons: [button(house.t.didYouMeanLabel(line), say({ text: line }), "primary")] }));
  }

  async function run(command: DeclaredCommand, whole: string, rest: string, acting: Acting): Promise<Answer> {
    const house = houseOf(acting);
    if (!isFor(command.declaration.who, acting.person)) throw new Refusal(house.t.notForYou());
    const args = Object.entries(command.declaration.args);
    const named = args.some(([, argument]) => argument.namesPeople && argument.mayHold(rest));
    const reading: Reading = { rest, whole, today: house.today, directory: named ? await acting.stores.people.directory() : [], t: house.t };
    try {
      const input = Object.fromEntries(args.map(([name, argument]) => [name, argument.read(reading)]));
      return await command.declaration.handle(input as never, contextOf(command.practice, acting));
    } catch (error) {
      if (!(error instanceof Incomplete)) throw error;
      const told = helpOf(command, acting);
      throw new Incomplete(error.message, error.says, card({ title: error.says ?? house.t.usageTitle(), tone: "warning", body: [text(house.t.usage(told.usage, told.example))] }));
    }
  }

  const helpOf = (command: DeclaredCommand, acting: Acting) => command.declaration.help(contextOf(command.practice, acting).t);

  async function act(incoming: Incoming, acting: Acting): Promise<Answer> {
    switch (incoming.kind) {
      case "said":
        return said(incoming.text, acting);
      case "pressed":
        if (incoming.name === say.action) return again(incoming, acting);
        return used(registry.pressed(incoming.name), incoming, acting, (payload) => payload);
      case "submitted":
        return used(registry.submitted(incoming.name), incoming, acting, (payload) => ({ payload, values: incoming.values }));
      case "homeOpened":
        return toast([]);
    }
  }

  /** A button that says a line: a chosen name, a "did you mean". */
  function again(incoming: { readonly version: number; readonly payload: unknown }, acting: Acting): Promise<Answer> {
    const payload = say.schema.safeParse(incoming.payload);
    if (!payload.success || incoming.version !== say.version) throw new Refusal(houseOf(acting).t.oldCard());
    return said(payload.data.text, acting);
  }

  async function used(
    declared: Declared<Press<unknown, unknown> | Submit<unknown, unknown>> | null,
    incoming: { readonly version: number; readonly payload: unknown },
    acting: Acting,
    input: (payload: unknown) => unknown,
  ): Promise<Answer> {
    const house = houseOf(acting);
    if (!declared || declared.declaration.action.version !== incoming.version) throw new Refusal(house.t.oldCard());
    if (!isFor(declared.declaration.who, acting.person)) throw new Refusal(house.t.notForYou());
    const payload = declared.declaration.action.schema.safeParse(incoming.payload);
    if (!payload.success) throw new Refusal(house.t.oldCard());
    return declared.declaration.handle(input(payload.data) as never, contextOf(declared.practice, acting));
  }

  /** What a person gets for an error: never a stack, never silence. */
  function excuse(error: unknown, reader: Reader, kind: Incoming["kind"]): Reply {
    const t = ports.language.speak(houseMessages, reader);
    const asCard = (shown: Card): Reply => ({ reply: "show", cards: [shown] });
    if (error instanceof Incomplete && error.shows) return asCard(error.shows);
    if (error instanceof Refusal) {
      if (kind === "said" || error.buttons.length > 0) return asCard(card({ title: error.says, tone: "warning", buttons: error.buttons }));
      return { reply: "toast", line: error.says };
    }
    const code = ports.chance.code();
    ports.logger.error({ code, cause: causeOf(error) }, "act failed");
    const line = t.wentWrong(code);
    return kind === "said" ? asCard(card({ title: line, tone: "bad" })) : { reply: "toast", line };
  }

  const delivery = (key: string, to: PersonId, kind: Delivery["kind"], cards: Delivery["cards"]): Delivery => ({ id: ports.chance.id(), key, to, kind, cards, at: ports.clock.now() });

  /** A spoken reply travels as a delivery keyed by the event, so that a crash neither loses nor doubles it. */
  function spoken(incoming: Incoming, reply: Reply, person: Person): Delivery[] {
    if (incoming.kind !== "said") return [];
    const cards = reply.reply === "show" || reply.reply === "replace" ? reply.cards : reply.reply === "toast" ? [card({ title: reply.line })] : [];
    return cards.length === 0 ? [] : [delivery(`reply:${person.id}:${incoming.dedupeKey}`, person.id, "reply", { [person.locale]: cards })];
  }

  async function carryOut(incoming: Incoming, acting: Acting): Promise<Reply> {
    // With the person in it: nobody gets another's answer by sending another's key.
    const key = `${acting.person.id}:${incoming.dedupeKey}`;
    const earlier = await acting.stores.acts.earlier(key);
    if (earlier) return earlier.reply as unknown as Reply;
    const answer = await act(incoming, acting);
    const told = answer.also.map((each) => delivery(`${key}:${each.to}:${each.about}`, each.to, "notice", each.cards));
    const record = answer.stored ? { key, person: acting.person.id, at: ports.clock.now(), reply: answer.reply as unknown as Json } : null;
    const deliveries = [...told, ...spoken(incoming, answer.reply, acting.person)];
    if (record || deliveries.length > 0) await acting.stores.acts.record(record, deliveries);
    return answer.reply;
  }

  async function receive(incoming: Incoming, remember: (acting: Acting) => Acting): Promise<Outcome> {
    const who = await ports.stores.routing.whoIs(incoming.from);
    if (!who) return { outcome: "stranger" };
    let known: ActingPerson | null = null;
    let reply: Reply;
    let failed = false;
    try {
      reply = await ports.stores.inOrganisation(who.organisation, async (stores) => {
        known = await stores.people.lockActor(who.person);
        if (!known) throw new Error("a chat identity names a person who does not exist");
        if (known.person.leftOn) throw new Refusal(houseOf({ ...known, stores }).t.left());
        return carryOut(incoming, remember({ ...known, stores }));
      });
    } catch (error) {
      const acting = known as ActingPerson | null;
      if (!acting) throw error;
      failed = true;
      reply = excuse(error, readerOf(acting.person, acting.organisation), incoming.kind);
      const excuses = spoken(incoming, reply, acting.person);
      if (excuses.length > 0) await ports.stores.inOrganisation(who.organisation, (stores) => stores.acts.record(null, excuses));
    }
    ports.wake();
    return outcomeOf(incoming, reply, known!, failed);
  }

  async function view<T>(identity: Incoming["from"], look: (acting: Acting) => Promise<T>): Promise<T | null> {
    const who = await ports.stores.routing.whoIs(identity);
    if (!who) return null;
    return ports.stores.inOrganisation(who.organisation, async (stores) => {
      const known = await stores.people.lockActor(who.person);
      return known ? look({ ...known, stores }) : null;
    });
  }

  /** One transaction a person, so that a failure in one spoils nobody else's. */
  async function keepHouse(): Promise<void> {
    for (const organisation of await ports.stores.routing.organisations()) {
      for (const practice of registry.practices) {
        for (const upkeep of practice.upkeep) {
          const whom = await ports.stores.inOrganisation(organisation, (stores) => upkeep.whom(pick(stores, practice.stores), ports.clock.now()));
          for (const id of whom) await tend(organisation, id, practice, upkeep);
        }
      }
    }
    ports.wake();
  }

  async function tend(organisation: Organisation["id"], id: PersonId, practice: AnyPractice, upkeep: Upkeep<unknown, unknown>): Promise<void> {
    try {
      await ports.stores.inOrganisation(organisation, async (stores) => {
        const known = await stores.people.lockActor(id);
        if (!known || known.person.leftOn) return;
        const told = await upkeep.tend(contextOf(practice, { ...known, stores }));
        const deliveries = told.map((each) => delivery(`upkeep:${each.to}:${each.about}`, each.to, "notice", each.cards));
        if (deliveries.length > 0) await stores.acts.record(null, deliveries);
      });
    } catch (error) {
      ports.logger.error({ person: id, practice: practice.name, cause: causeOf(error) }, "upkeep failed");
    }
  }

  return { receive, view, keepHouse, contextOf, helpOf, houseOf };
}

function outcomeOf(incoming: Incoming, reply: Reply, acting: ActingPerson, failed: boolean): Outcome {
  const locale = acting.person.locale;
  switch (reply.reply) {
    case "show":
    case "replace":
      return incoming.kind === "said" ? { outcome: "delivered" } : { outcome: reply.reply, cards: reply.cards, locale };
    case "ask":
      return { outcome: "ask", form: reply.form, locale };
    case "correct":
      return { outcome: "correct", errors: reply.errors, locale };
    case "toast":
      return incoming.kind === "said" ? { outcome: "delivered" } : { outcome: "toast", line: reply.line, locale, tone: failed ? "bad" : "info" };
    case "nothing":
      return { outcome: "delivered" };
  }
}

/** Only the stores a practice declared: a neighbour's store is not there, whatever the types were told. */
function pick(stores: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(stores).filter(([name]) => names.includes(name)));
}
