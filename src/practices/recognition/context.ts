// What the handlers of recognition are given, and what they all ask for first.
import type { Notice } from "#src/bot/declare/answer";
import type { Context } from "#src/bot/declare/practice";
import { Refusal } from "#src/bot/declare/errors";
import type { Person, PersonId } from "#src/people/person";
import type { Place } from "#src/people/place";
import type { PeopleStore } from "#src/people/store";
import type { PostStore } from "#src/ports/delivery/posts";
import type { GoalReader } from "#src/practices/goals/api";
import type { GreetingReader } from "#src/practices/setup/api";
import type { Card } from "#src/view/card";
import type { RecognitionMessages } from "./messages/en/index.ts";
import { starterRules, type Rules, type Shout, type ShoutId, type Value } from "./model.ts";
import { valuesOf } from "./rules.ts";
import type { RecognitionStore } from "./store.ts";

export interface RecognitionStores {
  readonly recognition: RecognitionStore;
  readonly people: PeopleStore;
  readonly posts: PostStore;
  readonly goals: GoalReader;
  readonly setup: GreetingReader;
}
export type RecognitionContext = Context<RecognitionMessages, RecognitionStores>;

export const rulesNow = async (context: RecognitionContext): Promise<Rules> =>
  (await context.stores.recognition.rules()) ?? starterRules;
export const allValues = async (context: RecognitionContext): Promise<readonly Value[]> =>
  valuesOf(await context.stores.recognition.values());
export const offeredValues = async (context: RecognitionContext): Promise<readonly Value[]> =>
  (await allValues(context)).filter((each) => each.active);

/** As it stands after what this act wrote; a shout-out is never removed by one. */
export async function shoutNow(id: ShoutId, context: RecognitionContext): Promise<Shout> {
  const shout = await context.stores.recognition.shout(id);
  if (!shout) throw new Error("a shout-out that does not exist was written to");
  return shout;
}

/** A shout-out with the names a card needs. */
export interface ShownShout {
  readonly shout: Shout;
  readonly value: Value | null;
  readonly place: Place | null;
  /** The place takes no posts just now: what is to stand there waits for it. */
  readonly waits?: boolean;
  /** Where it is posted as well: the team's places in other clouds, once an admin said that names may go there. */
  readonly alsoIn?: readonly Place[];
}

export async function shown(shout: Shout, context: RecognitionContext): Promise<ShownShout> {
  const value =
    shout.valueId === null
      ? null
      : ((await allValues(context)).find((each) => each.id === shout.valueId) ?? null);
  const places = shout.placeId === null ? [] : await context.stores.people.places();
  const place = places.find((each) => each.id === shout.placeId) ?? null;
  const alsoIn =
    context.organisation.namesCross && place?.teamId
      ? places.filter((each) => each.teamId === place.teamId && each.cloud !== place.cloud)
      : [];
  return { shout, value, place, alsoIn };
}

/** The languages that are read in a place, the one that frames names first. */
export type Tongues = readonly [RecognitionMessages, ...RecognitionMessages[]];

/**
 * Posts it in the place. Where both languages are read it is one card in both, the organisation's first, so that what people said stands once,
 * with one count.
 */
export function postedTo(
  place: Place,
  about: string,
  view: (...tongues: Tongues) => Card,
  context: RecognitionContext,
  standing?: string,
): Notice {
  const telling = context.post(place.id, about, (t) => view(t), standing);
  if (place.reads !== "both") return telling;
  const { locale } = context.organisation;
  const other = locale === "zh" ? "en" : "zh";
  const both = [view(context.inLanguage(locale), context.inLanguage(other))];
  return { ...telling, cards: { [locale]: both, [other]: [] } };
}

/** Who of these may not be named in that place: until an admin says that names cross, whoever is in other clouds alone. */
export async function closedIn(
  { cloud }: Place,
  people: readonly PersonId[],
  context: RecognitionContext,
): Promise<ReadonlySet<PersonId>> {
  // Where nobody told the cloud there is only one.
  return context.organisation.namesCross || !cloud
    ? new Set()
    : context.stores.people.onlyElsewhere([cloud], people);
}

/** Who of these may not be named to this reader in their own chat, likewise: whoever is in none of their clouds. */
export async function closedTo(
  reader: PersonId,
  people: readonly PersonId[],
  context: RecognitionContext,
): Promise<ReadonlySet<PersonId>> {
  return context.organisation.namesCross
    ? new Set()
    : context.stores.people.onlyElsewhere(await context.stores.people.cloudsOf(reader), people);
}

/** The places in which everybody of these may be named. */
export async function placesFor(
  people: readonly PersonId[],
  context: RecognitionContext,
): Promise<readonly Place[]> {
  const places = await context.stores.people.places();
  const open: Place[] = [];
  for (const place of places)
    if ((await closedIn(place, people, context)).size === 0) open.push(place);
  return open;
}

/** Whoever a shout-out names where others read it, now or once they agree. */
export const aboutWhom = ({
  byId,
  receivers,
}: Pick<Shout, "byId"> & {
  readonly receivers: readonly Pick<Shout["receivers"][number], "person" | "consent">[];
}): readonly PersonId[] => [
  byId,
  ...receivers.filter((each) => each.consent !== "private").map((each) => each.person),
];

/** Whether everybody it names may be named where it is to be posted, now: an admin may have thought again since that was chosen. */
export async function mayStand(shout: Shout, context: RecognitionContext): Promise<boolean> {
  if (shout.isPrivate || shout.placeId === null) return true;
  return (await placesFor(aboutWhom(shout), context)).some((each) => each.id === shout.placeId);
}

/** Locked; asked for by a button's payload, so whoever may not see it learns nothing of it. */
export async function shoutOf(
  id: ShoutId,
  context: RecognitionContext,
  may: (shout: Shout) => boolean,
): Promise<Shout> {
  const found = await context.stores.recognition.lockShout(id);
  if (!found || !may(found)) throw new Refusal(context.house.oldCard());
  return found;
}

export const isMine = (context: RecognitionContext) => (shout: Shout) =>
  shout.byId === context.person.id;

export async function placeOfTeam(
  person: Person,
  context: RecognitionContext,
): Promise<Place | null> {
  if (person.teamId === null) return null;
  return (
    (await context.stores.people.places()).find((each) => each.teamId === person.teamId) ?? null
  );
}
