// A message made of several things is changed only where it was pressed: whoever confirms one goal on Monday morning still sees the rest.
import type { Person } from "#src/people/person";
import type { NudgeStore } from "#src/ports/delivery/nudges";
import { isSame } from "#src/view/action";
import { inBoth, type Both } from "#src/language/catalogue";
import { locales, type Locale } from "#src/language/text";
import { actsOn, card, type Card } from "#src/view/card";
import type { HouseMessages } from "../messages/index.ts";
import type { Reply } from "../declare/answer.ts";
import type { UserEvent } from "../declare/incoming.ts";

/** Below so many there is nothing else to lose; what only says why a message came does not count. */
export const isBundle = (cards: readonly Card[]): boolean =>
  cards.filter((each) => !each.quiet).length > 1;

/** The reply as it stands there then, which is remembered for the next press. Where nobody can say which of the things it is about, it comes below and the rest stays. */
export async function withinBundle(
  incoming: UserEvent,
  reply: Reply,
  { id, locale }: Pick<Person, "id" | "locale">,
  nudges: NudgeStore,
): Promise<Reply> {
  if (
    reply.reply !== "replace" ||
    (incoming.kind !== "pressed" && incoming.kind !== "submitted") ||
    incoming.messageId === undefined
  )
    return reply;
  const bundle = await nudges.bundleAt(id, incoming.messageId);
  // What a colleague's act brought is kept in both languages, since its reader may change theirs.
  const shown = bundle?.cards[locale] ?? Object.values(bundle?.cards ?? {})[0];
  if (!bundle || !shown || !isBundle(shown)) return reply;
  const at = pressedOn(shown, incoming);
  if (at < 0) return { ...reply, reply: "show" };
  const now = cardsIn(bundle.cards, (cards) => cards.toSpliced(at, 1, ...reply.cards));
  await nudges.restate(bundle.id, now);
  return { ...reply, cards: now[locale] ?? shown.toSpliced(at, 1, ...reply.cards) };
}

type Cards = Partial<Both<readonly Card[]>>;

const cardsIn = (
  cards: Cards,
  change: (each: readonly Card[], locale: Locale) => readonly Card[],
) =>
  Object.fromEntries(
    locales.flatMap((locale) => {
      const known: readonly Card[] | undefined = cards[locale];
      return known === undefined ? [] : [[locale, change(known, locale)]];
    }),
  ) as Cards;

/** So that they are found under this name in whatever message they come to stand. */
export const namedCards = (cards: Cards, standing: string): Cards =>
  cardsIn(cards, (all) => all.map((each) => ({ ...each, standing })));

/** A message with what stands in it under this name as it is now; the rest stays. */
export const changedIn = (message: Cards, standing: string, now: Cards): Cards =>
  cardsIn(message, (all, locale) => {
    const at = all.findIndex((each) => each.standing === standing);
    const others = all.filter((each) => each.standing !== standing);
    return others.toSpliced(at, 0, ...(namedCards(now, standing)[locale] ?? []));
  });

/** No longer than people read, and than every platform shows. */
const mostGathered = 8;

/**
 * A message that went out, with what came since below it and a line above that says so: nobody's phone rings for a message that is
 * changed. Null where there is no room for it.
 */
export function addedTo(
  before: Partial<Both<readonly Card[]>>,
  more: Partial<Both<readonly Card[]>>,
  speak: (locale: Locale) => HouseMessages,
  now: Date,
): Both<readonly Card[]> | null {
  const both = inBoth((locale) => [
    ...(before[locale] ?? []).filter((each) => !each.quiet),
    ...(more[locale] ?? []),
  ]);
  if (both.en.length > mostGathered || both.zh.length > mostGathered) return null;
  return inBoth((locale) => [
    card({ title: speak(locale).gathered(both[locale].length, now), quiet: true }),
    ...both[locale],
  ]);
}

type Done = Extract<UserEvent, { kind: "pressed" | "submitted" }>;

/** The card with that very button; of a form, the only one with a button about the same thing. */
function pressedOn(cards: readonly Card[], done: Done): number {
  if (done.kind === "pressed")
    return cards.findIndex((each) =>
      actsOn(each).some(
        ({ name, version, payload }) =>
          name === done.name && version === done.version && isSame(payload, done.payload),
      ),
    );
  const things = thingsIn(done.payload);
  const about = cards.flatMap((each, at) =>
    actsOn(each).some(({ payload }) => thingsIn(payload).some((thing) => things.includes(thing)))
      ? [at]
      : [],
  );
  const [only = -1, ...others] = about;
  return others.length === 0 ? only : -1;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The ids an action is about. */
const thingsIn = (payload: unknown): readonly string[] =>
  typeof payload === "object" && payload !== null
    ? Object.values(payload).filter(
        (each): each is string => typeof each === "string" && uuid.test(each),
      )
    : [];
