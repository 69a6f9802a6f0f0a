// Pilot teams: the admin sees the greeting as it will arrive, then switches a team on. Before that nobody in it hears anything unasked.
import { replan, replace, committed, toast, type Answer } from "#src/bot/declare/answer";
import type { Team, TeamId } from "#src/people/person";
import { changedBy } from "#src/people/store";
import { gone, saved, type SetupContext } from "../context.ts";
import { greetings, under } from "./greeting.ts";
import {
  greetingCard,
  laterCard,
  pilotsCard,
  switchCard,
  switchedOnCard,
} from "./greeting-card.ts";

async function pilots(context: SetupContext) {
  const teams = await context.stores.people.teams();
  return pilotsCard(
    await Promise.all(
      teams.map(async (team) => ({
        team,
        people: (await context.stores.plans.peopleOf(team.id)).length,
      })),
    ),
    context.t,
  );
}

export const showPilots = async (_input: unknown, context: SetupContext): Promise<Answer> =>
  replace(await pilots(context));

async function teamOf(id: TeamId, context: SetupContext): Promise<Team> {
  return (await context.stores.people.teams()).find((each) => each.id === id) ?? gone(context);
}

export async function preview(
  { team: id }: { team: TeamId },
  context: SetupContext,
): Promise<Answer> {
  const team = await teamOf(id, context);
  const people = await context.stores.plans.peopleOf(id);
  const greeted = await context.stores.setup.greetings(people);
  // As the first who gets it reads it: whoever leads the team is greeted under somebody else.
  const directory = await context.stores.people.directory();
  const reader =
    directory.find(
      (each) => people.includes(each.id) && !greeted.has(each.id) && each.id !== team.managerId,
    ) ?? context.person;
  return replace(
    greetingCard(under(reader, directory, context), context.t),
    switchCard(team, people.length, people.length - greeted.size, context.t),
  );
}

export async function switchTeamOn(
  { team: id }: { team: TeamId },
  context: SetupContext,
): Promise<Answer> {
  const team = await teamOf(id, context);
  if (team.switchedOnAt !== null) return toast(context.t.isOn(team.name));
  await context.stores.people.saveTeam({ ...team, switchedOnAt: context.now }, changedBy(context));
  const people = await context.stores.plans.peopleOf(id);
  const told = await greetings(people, context);
  return replan(
    committed(
      await saved(replace(switchedOnCard(team.name, told.length, context.t)), context),
      ...told,
    ),
    ...people,
  );
}

export async function switchTeamOff(
  { team: id }: { team: TeamId },
  context: SetupContext,
): Promise<Answer> {
  const team = await teamOf(id, context);
  await context.stores.people.saveTeam({ ...team, switchedOnAt: null }, changedBy(context));
  return replan(
    committed(replace(await pilots(context))),
    ...(await context.stores.plans.peopleOf(id)),
  );
}

/** The greeting, put aside by who got it. */
export const later = (_payload: unknown, context: SetupContext): Answer =>
  replace(laterCard(context.t));
