// From answers to deliveries: replies at once, notices to others held until each one's next work hour.
import type { Person, PersonId } from "#src/people/person";
import type { Chance, Clock } from "#src/ports/process/clock";
import type { Delivery } from "#src/ports/stores";
import { card, type Card } from "#src/view/card";
import type { Reply, Notice } from "../declare/answer.ts";
import type { UserEvent } from "../declare/incoming.ts";
import { isDelivered } from "./respond.ts";
import { nextMoment } from "../remind/rules.ts";
import type { ActContext } from "./context.ts";
import { availabilityOf } from "../remind/plan.ts";
import { addedTo, changedIn, namedCards } from "../remind/bundled-message.ts";
import { bundleMs } from "../remind/rules.ts";
import { houseMessages } from "../messages/index.ts";
import type { Language } from "#src/language/catalogue";

export interface Notifier {
  /** Deliveries of what an act has to tell others; `key` makes them unique. */
  tell(also: readonly Notice[], key: string, acting: ActContext): Promise<readonly Delivery[]>;
  /** The answer to a person's own words, in their language. */
  reply(key: string, person: Person, cards: readonly Card[]): Delivery;
  /** A spoken reply, and every card that answers a press where others read along, travels as a delivery keyed by the event, so that a crash neither loses nor doubles it. */
  spoken(incoming: UserEvent, reply: Reply, person: Person): readonly Delivery[];
}

/** Whom a notice goes to: when it may be heard at the earliest, and by which clock they read. */
interface Receiving {
  readonly moment: Date;
  readonly zone: string;
}

/**
 * When each may be told, from now on; nobody hears from here after they left. Looked at here for all notices, rather than by a type of
 * those who may be addressed: that would only say that they were here when the handler looked them up.
 */
async function receiversOf(
  people: readonly PersonId[],
  acting: ActContext,
  now: Date,
): Promise<ReadonlyMap<PersonId, Receiving>> {
  const receivers = new Map<PersonId, Receiving>();
  for (const id of new Set(people)) {
    const receiver = id === acting.person.id ? acting : await acting.stores.people.acting(id);
    if (receiver && receiver.person.leftOn === null)
      receivers.set(id, {
        moment: nextMoment(now, availabilityOf(receiver)),
        zone: receiver.person.zone,
      });
  }
  return receivers;
}

/** Nobody's own act brought it about: whoever's team is not switched on finds it when they look. */
export async function toSwitchedOn(
  notices: readonly Notice[],
  { stores }: ActContext,
): Promise<readonly Notice[]> {
  const told: Notice[] = [];
  for (const each of notices)
    if (
      !("person" in each.to) ||
      each.asks === true ||
      (await stores.plans.switchedOn(each.to.person)) !== null
    )
      told.push(each);
  return told;
}

function cardsOf(incoming: UserEvent, reply: Reply): readonly Card[] {
  if (reply.reply === "show" || reply.reply === "replace") return reply.cards;
  return reply.reply === "toast" && incoming.kind === "said" ? [card({ title: reply.line })] : [];
}

/** For so long what several say in one message is changed where it stands in it. */
const changeableMs = 28 * 24 * 3_600_000;
const keptSince = (now: Date): Date => new Date(now.getTime() - changeableMs);

/** Several that belong to one message become one: added to what went out within the hour, or to each other. What is held is bundled when its hour comes. */
async function gathered(
  also: readonly Notice[],
  receivers: ReadonlyMap<PersonId, Receiving>,
  { organisation, stores }: ActContext,
  now: Date,
  language: Language,
): Promise<readonly Notice[]> {
  const messages = new Map<string, Notice>();
  for (const [i, told] of also.entries()) {
    const { to, gathers, standing, amends } = told;
    const receiver = "person" in to ? receivers.get(to.person) : undefined;
    if (!("person" in to) || amends !== undefined || !receiver) {
      messages.set(String(i), told);
      continue;
    }
    const there =
      standing === undefined
        ? undefined
        : (await stores.nudges.naming(to.person, standing, keptSince(now))).at(-1);
    if (standing !== undefined && there) {
      const about = `amend:${there.id}`;
      const known = messages.get(about)?.cards ?? there.cards;
      const cards = changedIn(known, standing, told.cards);
      messages.set(about, { to, about, amends: there.id, cards });
      continue;
    }
    const notice =
      gathers === undefined || standing === undefined
        ? told
        : { ...told, cards: namedCards(told.cards, standing) };
    if (gathers === undefined || receiver.moment > now) {
      messages.set(String(i), notice);
      continue;
    }
    const name = `${to.person} ${gathers}`;
    const before =
      messages.get(name) ??
      (await stores.nudges.gathering(to.person, gathers, new Date(now.getTime() - bundleMs)));
    const cards =
      before &&
      addedTo(
        before.cards,
        notice.cards,
        (locale) =>
          language.speak(houseMessages, {
            locale,
            zone: receiver.zone,
            currency: organisation.currency,
          }),
        now,
      );
    if (!before || cards === null) messages.set(name, notice);
    else if ("to" in before) messages.set(name, { ...before, cards });
    else messages.set(name, { to, about: `amend:${before.id}`, amends: before.id, cards });
  }
  return [...messages.values()];
}

export function createNotifier({
  clock,
  chance,
  language,
}: {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly language: Language;
}): Notifier {
  const reply: Notifier["reply"] = (key, person, cards) => ({
    id: chance.id(),
    key,
    to: { person: person.id },
    kind: "reply",
    cards: { [person.locale]: cards },
    at: clock.now(),
    notBefore: null,
    standing: null,
  });

  /** `moment`: when it may be heard at the earliest. */
  const deliveryOf = (notice: Notice, key: string, now: Date, moment: Date): Delivery => {
    const { to, about, cards, standing, amends, atOnce, through } = notice;
    return {
      id: chance.id(),
      key: `${key}:${"person" in to ? to.person : to.place}:${about}`,
      to,
      kind: "notice",
      cards,
      at: now,
      notBefore: moment > now && atOnce !== true ? moment : null,
      ...(amends === undefined
        ? { standing: standing ?? null, ...(through === undefined ? {} : { through }) }
        : { standing: null, amends }),
    };
  };

  return {
    reply,
    spoken(incoming, said, person) {
      const cards = isDelivered(incoming) ? cardsOf(incoming, said) : [];
      return cards.length === 0
        ? []
        : [reply(`reply:${person.id}:${incoming.dedupeKey}`, person, cards)];
    },
    async tell(also, key, acting) {
      const now = clock.now();
      const receivers = await receiversOf(
        also.flatMap(({ to, amends }) =>
          "person" in to && amends === undefined ? [to.person] : [],
        ),
        acting,
        now,
      );
      return (await gathered(also, receivers, acting, now, language)).flatMap(
        (notice): Delivery[] => {
          const { to } = notice;
          // A message that is there changes at any hour: nobody's phone rings for it.
          const moment =
            notice.amends === undefined && "person" in to ? receivers.get(to.person)?.moment : now;
          return moment ? [deliveryOf(notice, key, now, moment)] : [];
        },
      );
    },
  };
}
