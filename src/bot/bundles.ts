// A message made of several things is changed only where it was pressed: whoever confirms one goal on Monday morning still sees the rest.
import type { PersonId } from "#src/people/person";
import type { NudgeStore } from "#src/ports/nudges";
import { isSame } from "#src/view/action";
import { actsOn, type Card } from "#src/view/card";
import type { Reply } from "./answer.ts";
import type { Acted } from "./incoming.ts";

/** Below so many there is nothing else to lose; what only says why a message came does not count. */
export const isBundle = (cards: readonly Card[]): boolean => cards.filter((each) => !each.quiet).length > 1;

/** The reply as it stands there then, which is remembered for the next press. */
export async function withinBundle(incoming: Acted, reply: Reply, person: PersonId, nudges: NudgeStore): Promise<Reply> {
  if (reply.reply !== "replace" || (incoming.kind !== "pressed" && incoming.kind !== "submitted") || incoming.messageId === undefined) return reply;
  const bundle = await nudges.bundleAt(person, incoming.messageId);
  for (const [locale, cards = []] of Object.entries(bundle?.cards ?? {})) {
    const at = pressedOn(cards, incoming);
    if (!bundle || !isBundle(cards) || at < 0) continue;
    const now = cards.toSpliced(at, 1, ...reply.cards);
    await nudges.restate(bundle.id, { ...bundle.cards, [locale]: now });
    return { ...reply, cards: now };
  }
  return reply;
}

type Done = Extract<Acted, { kind: "pressed" | "submitted" }>;

/** The card with that very button; of a form, the one with a button about the same thing. */
function pressedOn(cards: readonly Card[], done: Done): number {
  const at = cards.findIndex((each) => actsOn(each).some(({ name, version, payload }) => name === done.name && version === done.version && isSame(payload, done.payload)));
  if (at >= 0 || done.kind === "pressed") return at;
  const things = thingsIn(done.payload);
  return cards.findIndex((each) => actsOn(each).some(({ payload }) => thingsIn(payload).some((thing) => things.includes(thing))));
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The ids an action is about. */
const thingsIn = (payload: unknown): readonly string[] => (typeof payload === "object" && payload !== null ? Object.values(payload).filter((each): each is string => typeof each === "string" && uuid.test(each)) : []);
