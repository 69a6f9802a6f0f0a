// One message out of its parts: what others did, what is due, and why it came. A single notice goes out as it is.
import type { Held } from "#src/ports/delivery/nudges";
import type { Card } from "#src/view/card";
import type { HouseMessages } from "../messages/index.ts";
import { isBundle } from "./bundled-message.ts";
import type { Composing, DuePart } from "./due-parts.ts";
import { footer } from "./footer.ts";

export interface Message {
  readonly cards: readonly Card[];
  /** Whether the head says them; a single notice goes out by itself. */
  readonly words: boolean;
  /** Notices of others that this message says as well. */
  readonly merged: number;
  /** It is kept up to date. */
  readonly stands: boolean;
}

export async function assembleMessage(
  said: readonly DuePart[],
  held: readonly Held[],
  { acting, head, now }: Composing,
  house: HouseMessages,
): Promise<Message> {
  const { nudges } = acting.stores;
  // Of a message that is kept up to date only the newest counts.
  const notices = [...new Map(held.map((each) => [each.message, each])).values()];
  if (said.length === 0 && notices.length < 2) {
    const [alone] = notices;
    if (alone) await nudges.release([alone.id], now);
    await nudges.merge(idsOf(held.filter((each) => each !== alone)), alone?.id ?? "");
    const merged = Math.max(0, held.length - 1);
    return { cards: alone?.cards ?? [], words: false, merged, stands: false };
  }
  const reasons = said.map((each) => each.why);
  const cards = [
    ...notices.flatMap((each) => each.cards),
    ...said.map((each) => each.card),
    ...(said.length === 0 ? [] : [footer(head, reasons, house)]),
  ];
  await nudges.merge(idsOf(held), head);
  return {
    cards,
    words: true,
    merged: held.length,
    stands: isBundle(cards) || [...said, ...notices].some((each) => each.stands),
  };
}

/** What colleagues wrote that may be said until then, without what a newer version overtook. Whoever has left is told nothing. */
export async function heldNotices(
  { acting: { person, stores } }: Composing,
  until: Date | null,
): Promise<readonly Held[]> {
  const held = await stores.nudges.held(person.id, until);
  if (person.leftOn !== null) {
    await stores.nudges.drop(idsOf(held), "they left");
    return [];
  }
  await stores.nudges.merge(idsOf(held.filter((each) => each.overtaken)), "a newer version");
  return held.filter((each) => !each.overtaken);
}

export const idsOf = (held: readonly Held[]): string[] => held.map((each) => each.id);
