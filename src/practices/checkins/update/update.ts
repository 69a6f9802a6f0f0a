// 战报, the figures of a team's day in its own place: only while its manager switched it on, by the manager's press or at the hour they
// chose, once a day. It is the one exception to "figures are never repeated in a channel" (docs/decisions/0015).
import { committed, replace, show, type Answer, type Notice } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import type { Errand, Occurrence } from "#src/bot/declare/practice";
import type { LocalDate } from "#src/calendar/local-date";
import { nextWorkday } from "#src/calendar/workdays";
import { instantAt, localDateAt } from "#src/calendar/zones";
import type { Place } from "#src/people/place";
import type { Team, TeamId } from "#src/people/person";
import { gainsUnder } from "#src/practices/goals/api";
import { card, type Card } from "#src/view/card";
import { teamOf, type CheckinContext, type CheckinStores } from "../context.ts";
import type { CheckinMessages } from "../messages/en/index.ts";
import type { TeamUpdate } from "../model.ts";
import { previewCard, switchedOffCard, updateCard, type UpdateView } from "./update-card.ts";
import { daySums } from "./update-rules.ts";

/** What was not posted within this time is no news of the day any more. */
const patienceMs = 2 * 3_600_000;

/** It counts as long as whoever leads the team now is who switched it on. */
export const isOnFor = (team: Team, update: TeamUpdate | undefined): update is TeamUpdate =>
  update?.on === true && team.managerId === update.byId;

const ledBy = async ({ stores, person }: CheckinContext): Promise<readonly Team[]> =>
  (await stores.people.teams()).filter((each) => each.managerId === person.id);

const updateOf = async (
  team: TeamId,
  { stores }: CheckinContext,
): Promise<TeamUpdate | undefined> =>
  (await stores.checkins.teamUpdates()).find((each) => each.teamId === team);

/** Its own places that take posts just now. */
async function placesOf(team: TeamId, { stores }: CheckinContext): Promise<readonly Place[]> {
  const closed = await stores.people.closedPlaces();
  return (await stores.people.places()).filter(
    (each) => each.teamId === team && !closed.has(each.id),
  );
}

async function viewOf(team: Team, on: LocalDate, context: CheckinContext): Promise<UpdateView> {
  const members = new Set(
    (await context.stores.people.directory())
      .filter((each) => each.teamId === team.id)
      .map((each) => each.id),
  );
  const gains = (await gainsUnder(on, context)).filter(({ goal }) => members.has(goal.ownerId));
  return { team, on, ...daySums(gains) };
}

/** Whoever leads no team hears who can; a manager sees each team's before anything is posted. */
export async function updateSaid(_input: unknown, context: CheckinContext): Promise<Answer> {
  const teams = await ledBy(context);
  if (teams.length === 0) throw new Refusal(await whoCan(context));
  const cards: Card[] = [];
  for (const team of teams)
    cards.push(
      isOnFor(team, await updateOf(team.id, context))
        ? await shownFor(team, context)
        : switchedOffCard(team, context.t),
    );
  const [first, ...others] = cards;
  return first ? show(first, ...others) : show(card({ title: context.t.noTeams() }));
}

async function whoCan(context: CheckinContext) {
  const team = await teamOf(context.person, context);
  const leads = team?.managerId ? await context.stores.people.person(team.managerId) : null;
  return context.t.updateWhoCan(leads?.name ?? null);
}

async function shownFor(team: Team, context: CheckinContext): Promise<Card> {
  const places = await placesOf(team.id, context);
  if (places.length === 0) return card({ title: context.t.updateNoPlace(team.name), tone: "info" });
  return previewCard(
    await viewOf(team, context.today, context),
    places.map((each) => each.name),
    context.t,
  );
}

/** What is posted is read again: what the button showed may be old. */
export async function postByPress(
  { team: id, on }: { team: TeamId; on: LocalDate },
  context: CheckinContext,
): Promise<Answer> {
  const { t } = context;
  const team = (await ledBy(context)).find((each) => each.id === id);
  if (!team) throw new Refusal(await whoCan(context));
  if (!isOnFor(team, await updateOf(id, context))) return show(switchedOffCard(team, t));
  if (on !== context.today) throw new Refusal(context.house.oldCard());
  const places = await placesOf(id, context);
  if (places.length === 0) throw new Refusal(t.updateNoPlace(team.name));
  const view = await viewOf(team, on, context);
  if (view.told.length === 0) throw new Refusal(t.updateTooFew(team.name));
  if (!(await context.stores.checkins.takeUpdate(id, on))) throw new Refusal(t.updatePosted());
  const done = card({ title: t.updateDone(places.map((each) => each.name)), tone: "good" });
  return committed(replace(done), ...posts(view, places, context));
}

const posts = (
  view: UpdateView,
  places: readonly Place[],
  context: CheckinContext,
): readonly Notice[] =>
  places.map((place) =>
    context.post(place.id, `update-${view.team.id}-${view.on}`, (t) => updateCard(view, t)),
  );

/** At the hour the manager chose, on their workdays. */
export const updateErrand: Errand<CheckinMessages, CheckinStores> = {
  name: "checkins.update",
  label: (t) => t.updateLabel(),
  async plan(context) {
    const { person, now, today, stores } = context;
    const teams = await ledBy(context);
    if (teams.length === 0) return [];
    const updates = await stores.checkins.teamUpdates();
    const calendar = await context.workCalendar(person);
    const days = [...(calendar.isWorkday(today) ? [today] : []), nextWorkday(calendar, today)];
    return teams.flatMap((team): Occurrence[] => {
      const update = updates.find((each) => each.teamId === team.id);
      if (!isOnFor(team, update) || update.postsAt === null || team.switchedOnAt === null)
        return [];
      const { postsAt } = update;
      return days
        .map((day) => instantAt(day, postsAt, person.zone))
        .map((at) => ({ subject: team.id, at, until: new Date(at.getTime() + patienceMs) }))
        .filter((each) => each.until > now);
    });
  },
  async run(subject, context) {
    const team = (await ledBy(context)).find((each) => each.id === subject);
    if (!team || !isOnFor(team, await updateOf(team.id, context))) return [];
    const on = localDateAt(context.now, context.person.zone);
    const view = await viewOf(team, on, context);
    const places = await placesOf(team.id, context);
    if (view.told.length === 0 || places.length === 0) return [];
    return (await context.stores.checkins.takeUpdate(team.id, on))
      ? posts(view, places, context)
      : [];
  },
};
