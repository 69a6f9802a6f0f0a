// Which place is whose: the channel or group of a team, and what its readers read.
import { ask, correct, replan, replace, committed, type Answer } from "#src/bot/declare/answer";
import { readFields } from "#src/bot/declare/fields";
import type { Place, PlaceId } from "#src/people/place";
import type { TeamId } from "#src/people/person";
import type { Card } from "#src/view/card";
import type { FormValues } from "#src/view/form";
import { gone, saved, type SetupContext } from "./context.ts";
import { nobody, placeForm, readings } from "./setup-forms.ts";
import { placesCard } from "./setup-card.ts";

export async function showPlaces(_input: unknown, context: SetupContext): Promise<Answer> {
  return replace(await listed(context.organisation.namesCross, context));
}

const listed = async (namesCross: boolean, { stores, t }: SetupContext): Promise<Card> =>
  placesCard(
    await stores.people.places(),
    await stores.people.teams(),
    { namesCross, closed: await stores.people.closedPlaces() },
    t,
  );

/** Names of people on one platform are then read on the other: an admin says so, and can take it back. */
export async function letNamesCross(
  { on }: { on: boolean },
  context: SetupContext,
): Promise<Answer> {
  await context.stores.people.changeOrganisation({ namesCross: on });
  return committed(replace(await listed(on, context)));
}

async function known(id: PlaceId, context: SetupContext): Promise<Place> {
  return (await context.stores.people.places()).find((each) => each.id === id) ?? gone(context);
}

export async function askForPlace(
  { place }: { place: PlaceId },
  context: SetupContext,
): Promise<Answer> {
  return ask(
    placeForm(await known(place, context), await context.stores.people.teams(), context.t),
  );
}

/** A team has one place of its own on each platform, so that everybody knows where its news appear: choosing a second there gives up the first. */
export async function savePlace(
  { payload, values }: { payload: { place: PlaceId }; values: FormValues },
  context: SetupContext,
): Promise<Answer> {
  const place = await known(payload.place, context);
  const teams = await context.stores.people.teams();
  const fields = readFields(values, context);
  const chosen = fields.chosen("team", [nobody, ...teams.map((each) => each.id)]);
  const reads = fields.chosen("reads", readings);
  if (fields.wrong || reads === null) return correct(fields.errors);
  const teamId = chosen === nobody ? null : (chosen as TeamId);
  const others = (await context.stores.people.places()).filter(
    (each) =>
      each.id !== place.id &&
      each.teamId !== null &&
      each.teamId === teamId &&
      each.cloud === place.cloud,
  );
  for (const other of others) await context.stores.people.savePlace({ ...other, teamId: null });
  await context.stores.people.savePlace({ ...place, teamId, reads });
  // The Friday digest is planned under whoever leads the team.
  const leaders = teams
    .filter((each) => each.id === teamId || each.id === place.teamId)
    .flatMap((each) => (each.managerId === null ? [] : [each.managerId]));
  return replan(await saved(await showPlaces({}, context), context), ...leaders);
}
