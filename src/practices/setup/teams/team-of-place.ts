// A team of everybody who is in a channel or a group: whoever is not meant is taken out, the rest come in, also who never wrote.
import { ask, replace, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import type { TeamId } from "#src/people/person";
import type { Place, PlaceId } from "#src/people/place";
import { button, card, rows, text, type Card } from "#src/view/card";
import { askTeamOf, showTeams } from "../actions.ts";
import { gone, type SetupContext } from "../context.ts";
import type { SetupMessages } from "../messages/en/index.ts";
import { teamOfPlaceForm } from "../setup-forms.ts";
import { called, mayJoin } from "./standing.ts";

/** Of the cloud it is asked in: accounts of another mean nobody there. */
export async function showTeamPlaces(_payload: unknown, context: SetupContext): Promise<Answer> {
  const { stores, here, t } = context;
  const places = await stores.people.places();
  return replace(
    teamPlacesCard(
      places.filter(({ cloud }) => cloud === here.cloud),
      t,
    ),
  );
}

export const teamPlacesCard = (places: readonly Place[], t: SetupMessages): Card =>
  card({
    title: t.fromPlace(),
    body: [
      text(t.fromPlaceIntro()),
      rows(
        places.map((place) => ({
          line: t.placeIs(place.name),
          buttons: [button(t.everybodyIn(), askTeamOf({ place: place.id }))],
        })),
      ),
    ],
    buttons: [button(t.teams(), showTeams({}), "quiet")],
  });

export async function askForTeamOf(
  { place: id }: { place: PlaceId },
  context: SetupContext,
): Promise<Answer> {
  const { stores, looked, t } = context;
  const place = (await stores.people.places()).find((each) => each.id === id) ?? gone(context);
  if (looked?.directory !== "there" || looked.found.members.length === 0)
    throw new Refusal(t.nobodyInPlace());
  const teams = await stores.people.teams();
  const directory = await stores.people.directory();
  // Whose it is, or who is called like it: they come into that one.
  const team = teams.find((each) => each.id === place.teamId) ?? called(teams, place.name) ?? null;
  const members = looked.found.members.map(({ user, profile, person }) => ({
    user,
    name: profile.name,
    free: mayJoin(
      directory.find((each) => each.id === person),
      team?.id ?? null,
      teams,
    ),
  }));
  return ask(teamOfPlaceForm({ place, team, members }, t));
}

/** The place is the team's from now on, unless it has one there or the place is another's. */
export async function belong(id: PlaceId, teamId: TeamId, { stores }: SetupContext): Promise<void> {
  const places = await stores.people.places();
  const place = places.find((each) => each.id === id);
  const has = (other: Place): boolean => other.teamId === teamId && other.cloud === place?.cloud;
  if (place?.teamId === null && !places.some(has))
    await stores.people.savePlace({ ...place, teamId });
}
