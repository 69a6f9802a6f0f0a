// Step 2, first in the transaction: the person's row is locked, so that one person's acts are serial, and what was carried out before
// is found by its key.
import { accountName, type PersonId } from "#src/people/person";
import { cloudOf } from "#src/people/place";
import type { KernelStores } from "#src/ports/stores";
import { parseReply, type Reply } from "../declare/answer.ts";
import type { UserEvent } from "../declare/incoming.ts";
import type { BotPorts } from "../bot-ports.ts";
import { guess, type Guess } from "../members/first-contact/guess-language.ts";
import type { ActContext } from "./context.ts";
import { named } from "./mentions.ts";
import { NobodyThere, type Resolved } from "./resolve.ts";

export interface Opened {
  readonly act: ActContext;
  /** What this event does is remembered under. */
  readonly key: string;
  /** The event with names of our directory where the platform's mentions stood. */
  readonly event: UserEvent;
  /** The answer of the first time, where this very event was carried out before. */
  readonly earlier: Reply | null;
  /** What the event says of the person's language. */
  readonly learnt: Guess | null;
}

/** With the person in it, so that nobody gets another's answer by sending another's key. */
export const actKey = (person: PersonId, dedupeKey: string): string => `${person}:${dedupeKey}`;

export async function open(
  event: UserEvent,
  { who, mentioned, strangers, picked, place, delivery, looked, tells }: Resolved,
  stores: KernelStores,
  ports: Pick<BotPorts, "clock" | "chance" | "language">,
): Promise<Opened> {
  const key = actKey(who.person, event.dedupeKey);
  // Asked in one breath, answered in order: what was carried out before is read when the lock is held.
  const [known, earlier] = await Promise.all([
    stores.people.lockActor(who.person),
    stores.acts.earlier(key),
  ]);
  if (!known) throw new NobodyThere("a chat identity names a person who does not exist");
  const learnt =
    earlier || known.person.leftOn !== null
      ? null
      : guess(event, known.person, known.organisation, ports);
  const line = earlier
    ? { event, strangers: [] }
    : await named(event, { mentioned, strangers, picked }, stores, known.person.locale);
  return {
    act: {
      ...known,
      person: learnt?.person ?? known.person,
      stores,
      place,
      account: accountName(event.from),
      delivery,
      looked,
      tells,
      cloud: cloudOf(event.from),
      strangers: line.strangers,
    },
    key,
    event: line.event,
    // Who has left is told so, whatever they did before.
    earlier: earlier && known.person.leftOn === null ? parseReply(earlier.reply) : null,
    learnt,
  };
}
