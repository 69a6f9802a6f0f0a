// Reminders to give feedback: off until a team's manager turns them on; then one teammate every second week.
import { replan, replace, show, committed, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import type { Nudge } from "#src/bot/declare/practice";
import { addDays, compareDates, daysBetween, type LocalDate } from "#src/calendar/local-date";
import { addWorkdays } from "#src/calendar/workdays";
import { instantAt, localDateAt } from "#src/calendar/zones";
import type { PersonId, TeamId } from "#src/people/person";
import type { FeedbackContext, FeedbackStores } from "../context.ts";
import type { FeedbackMessages } from "../messages/en/index.ts";
import { roundsAround, settlingDays, whoseTurn } from "./choose-teammate.ts";
import { nudgeCard, teamCard, type TeamPrompts } from "../feedback-card.ts";

const morning = "10:00";

/** Teams this person decides for: those they lead; an admin for all. */
async function ownTeams(context: FeedbackContext): Promise<TeamPrompts> {
  const teams = (await context.stores.people.teams()).filter(
    (each) => each.managerId === context.person.id || context.person.admin,
  );
  return Promise.all(
    teams.map(async ({ id, name }) => ({
      id,
      name,
      on: (await context.stores.feedbackPrompts.since(id)) !== null,
    })),
  );
}

export async function showTeams(_input: unknown, context: FeedbackContext): Promise<Answer> {
  const teams = await ownTeams(context);
  if (teams.length === 0) throw new Refusal(context.t.noTeam());
  return show(teamCard(teams, context.t));
}

export async function turn(
  { team, on }: { team: TeamId; on: boolean },
  context: FeedbackContext,
): Promise<Answer> {
  const known = (await ownTeams(context)).find((each) => each.id === team);
  if (!known) throw new Refusal(context.house.notForYou("manager"));
  await context.stores.feedbackPrompts.turn(team, on ? context.now : null);
  return replan(
    committed(replace(teamCard(await ownTeams(context), context.t))),
    ...(await context.stores.plans.peopleOf(team)),
  );
}

/** Since when this person's team is reminded, and from which day on they are themselves; null: they are not. */
async function reminded(
  context: FeedbackContext,
): Promise<{ readonly since: LocalDate; readonly settled: LocalDate } | null> {
  const { person, stores } = context;
  const since = person.teamId === null ? null : await stores.feedbackPrompts.since(person.teamId);
  if (since === null) return null;
  // Their first day is that of their greeting; where nobody was greeted, the day their team was switched on.
  const first =
    (await stores.setup.greetings([person.id])).get(person.id) ??
    (await stores.people.teams()).find((each) => each.id === person.teamId)?.switchedOnAt;
  return first
    ? {
        since: localDateAt(since, person.zone),
        settled: addDays(localDateAt(first, person.zone), settlingDays),
      }
    : null;
}

export const prompt: Nudge<FeedbackMessages, FeedbackStores> = {
  name: "feedback.prompt",
  priority: "habit",
  label: (t) => t.nudgeLabel(),
  why: (t) => t.nudgeWhy(),
  async plan(context) {
    const on = await reminded(context);
    if (!on) return [];
    const { id, zone } = context.person;
    const calendar = await context.workCalendar(context.person);
    const rounds = [context.today, addDays(context.today, settlingDays)]
      .flatMap((day) => roundsAround(on.since, day))
      .filter((round) => compareDates(round, on.settled) >= 0);
    return rounds
      .map((round) => ({
        subject: id,
        at: instantAt(round, morning, zone),
        until: instantAt(addDays(addWorkdays(calendar, round, 1), 1), "00:00", zone),
      }))
      .filter((each) => each.until > context.now)
      .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  },
  async say(_subject, context) {
    const on = await reminded(context);
    const round =
      on &&
      roundsAround(on.since, context.today).findLast(
        (each) => compareDates(each, context.today) <= 0,
      );
    if (!on || !round || compareDates(round, on.settled) < 0) return null;
    const to = await suggestion(round, context);
    const person = to && (await context.stores.people.person(to));
    return person ? nudgeCard(person, context.t) : null;
  },
};

/** One a round: what was put off or snoozed comes back with the same name, unless they had feedback since. */
async function suggestion(round: LocalDate, context: FeedbackContext): Promise<PersonId | null> {
  const { person, stores } = context;
  const { feedbackPrompts: store } = stores;
  const given = (await store.givenBy(person.id)).map((each) => ({
    to: each.to,
    on: localDateAt(each.at, person.zone),
  }));
  const suggested = (await store.suggested(person.id)).map((each) => ({
    to: each.to,
    on: each.round,
  }));
  const known = suggested.find((each) => each.on === round);
  if (known)
    return given.some((each) => each.to === known.to && daysBetween(round, each.on) >= 0)
      ? null
      : known.to;
  const team = (await stores.people.directory())
    .filter((each) => each.teamId === person.teamId)
    .map((each) => each.id);
  const to = whoseTurn({ me: person.id, team, given, suggested, round });
  if (to) await store.suggest(person.id, round, to);
  return to;
}
