// The wall of praise 荣誉墙, the Friday digest of a team and the home section: what was said, newest first, never who got how much.
import { show, type Answer, type Notice } from "#src/bot/declare/answer";
import type { Team } from "#src/people/person";
import type { Place } from "#src/people/place";
import type { Card } from "#src/view/card";
import {
  aboutWhom,
  allValues,
  closedIn,
  closedTo,
  postedTo,
  shown,
  type RecognitionContext,
  type ShownShout,
} from "../context.ts";
import type { Shout, Value } from "../model.ts";
import { namedIn } from "../rules.ts";
import { homeCard } from "../praise-card.ts";
import { digestCard, wallCard } from "./wall-card.ts";

const dayMs = 24 * 3_600_000;
const wallDays = 90;
const monthDays = 30;
const onWall = 15;
const inDigest = 10;
/** More than a team says in a week or a wall holds. */
const mostRead = 500;

const since = (days: number, context: RecognitionContext): Date =>
  new Date(context.now.getTime() - days * dayMs);
const showAll = (
  shouts: readonly Shout[],
  context: RecognitionContext,
): Promise<readonly ShownShout[]> => Promise.all(shouts.map((each) => shown(each, context)));

export async function showWall(_input: unknown, context: RecognitionContext): Promise<Answer> {
  const seen = await context.stores.recognition.seen({
    since: since(wallDays, context),
    most: mostRead,
  });
  const closed = await closedTo(context.person.id, [...new Set(seen.flatMap(aboutWhom))], context);
  // What they gave or got they know.
  const isOwn = (shout: Shout): boolean =>
    [shout.byId, ...shout.receivers.map((each) => each.person)].includes(context.person.id);
  const all = seen.filter(
    (shout) => isOwn(shout) || !aboutWhom(shout).some((each) => closed.has(each)),
  );
  const month = all.filter(
    (each) => each.givenAt !== null && each.givenAt >= since(monthDays, context),
  );
  return show(
    wallCard(
      {
        shown: await showAll(all.slice(0, onWall), context),
        more: Math.max(0, all.length - onWall),
        zone: context.person.zone,
        month: monthOf(month, await allValues(context)),
      },
      context.t,
    ),
  );
}

/** What was praised and between how many pairs; no one person's count. */
function monthOf(shouts: readonly Shout[], values: readonly Value[]) {
  const mix = values
    .map((value) => [value, shouts.filter((each) => each.valueId === value.id).length] as const)
    .filter(([, count]) => count > 0);
  const pairs = new Set(
    shouts.flatMap((shout) =>
      namedIn(shout).map((each) => [shout.byId, each.person].toSorted().join(" ")),
    ),
  );
  return {
    count: shouts.filter((each) => each.kind === "praise").length,
    pairs: pairs.size,
    mix: mix.toSorted((a, b) => b[1] - a[1]),
  };
}

/** What a team's week held, for its place; null when there was nothing. */
export async function digestOf(
  team: Team,
  place: Place,
  context: RecognitionContext,
): Promise<Notice | null> {
  const members = new Set(
    (await context.stores.people.directory())
      .filter((each) => each.teamId === team.id)
      .map((each) => each.id),
  );
  const week = await context.stores.recognition.seen({ since: since(7, context), most: mostRead });
  const own = week.filter(
    (shout) =>
      shout.placeId === place.id ||
      members.has(shout.byId) ||
      namedIn(shout).some((each) => members.has(each.person)),
  );
  const closed = await closedIn(place, [...new Set(own.flatMap(aboutWhom))], context);
  const readable = own.filter((shout) => !aboutWhom(shout).some((each) => closed.has(each)));
  if (readable.length === 0) return null;
  // The newest of the week, in the order in which they came.
  const all = await showAll(readable.slice(0, inDigest).toReversed(), context);
  return postedTo(
    place,
    "friday",
    (...tongues) =>
      digestCard(
        team.name,
        all,
        Math.max(0, readable.length - inDigest),
        context.organisation.zone,
        tongues,
      ),
    context,
  );
}

export async function homeSection(context: RecognitionContext): Promise<readonly Card[]> {
  const month = await context.stores.recognition.praisedCount(
    context.person.id,
    since(monthDays, context),
  );
  return [homeCard(month, context.t)];
}
