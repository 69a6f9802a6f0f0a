// From answers to deliveries: replies at once, notices to others held until each one's next work hour.
import type { Person, PersonId } from "#src/people/person";
import type { Chance, Clock } from "#src/ports/clock";
import type { Delivery } from "#src/ports/stores";
import { card, type Card } from "#src/view/card";
import type { Reply, Notice } from "../declare/answer.ts";
import type { UserEvent } from "../declare/incoming.ts";
import { isDelivered } from "./respond.ts";
import { nextMoment } from "../remind/rules.ts";
import type { ActContext } from "./context.ts";
import { availabilityOf } from "../remind/plan.ts";

export interface Notifier {
  /** Deliveries of what an act has to tell others; `key` makes them unique. */
  tell(also: readonly Notice[], key: string, acting: ActContext): Promise<readonly Delivery[]>;
  /** The answer to a person's own words, in their language. */
  reply(key: string, person: Person, cards: readonly Card[]): Delivery;
  /** A spoken reply, and every card that answers a press where others read along, travels as a delivery keyed by the event, so that a crash neither loses nor doubles it. */
  spoken(incoming: UserEvent, reply: Reply, person: Person): readonly Delivery[];
}

/**
 * When each may be told, from now on; nobody hears from here after they left. Looked at here for all notices, rather than by a type of
 * those who may be addressed: that would only say that they were here when the handler looked them up.
 */
async function workMoments(
  people: readonly PersonId[],
  acting: ActContext,
  now: Date,
): Promise<ReadonlyMap<PersonId, Date>> {
  const moments = new Map<PersonId, Date>();
  for (const id of new Set(people)) {
    const receiver = id === acting.person.id ? acting : await acting.stores.people.acting(id);
    if (receiver && receiver.person.leftOn === null)
      moments.set(id, nextMoment(now, availabilityOf(receiver)));
  }
  return moments;
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

export function createNotifier({
  clock,
  chance,
}: {
  readonly clock: Clock;
  readonly chance: Chance;
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
      const moments = await workMoments(
        also.flatMap(({ to, amends }) =>
          "person" in to && amends === undefined ? [to.person] : [],
        ),
        acting,
        now,
      );
      return also.flatMap((notice): Delivery[] => {
        const { to } = notice;
        // A message that is there changes at any hour: nobody's phone rings for it.
        const moment = notice.amends === undefined && "person" in to ? moments.get(to.person) : now;
        return moment ? [deliveryOf(notice, key, now, moment)] : [];
      });
    },
  };
}
