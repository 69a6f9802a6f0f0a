// What changed in the directory becomes so here: teams, managers, and colleagues who are new.
import type { Notice } from "#src/bot/declare/answer";
import type { PersonId, Team, TeamId } from "#src/people/person";
import type { ChangedBy } from "#src/people/store";
import type { SetupContext } from "../context.ts";
import { greetings } from "../pilots/greeting.ts";
import { isUnder } from "../teams/standing.ts";
import { followLeader } from "../teams/teams.ts";
import { leaderOf, type Look } from "./look.ts";
import type { Change } from "./rules.ts";

interface TakenOver {
  /** What could not be done just now: it is found again. */
  readonly left: readonly Change[];
  readonly told: readonly Notice[];
  /** Whose reminders change. */
  readonly concerned: readonly PersonId[];
}

/** What one taking over goes by, and what came of it so far. */
interface Taking {
  readonly look: Look;
  readonly done: ChangedBy;
  readonly context: SetupContext;
  /** Who was nobody before, by account. */
  readonly met: Map<string, PersonId>;
  readonly joined: PersonId[];
  readonly concerned: PersonId[];
}

type Of<What extends Change["what"]> = Extract<Change, { what: What }>;

/** Leaders first, then whoever is led by them. */
export async function takeOver(
  changes: readonly Change[],
  look: Look,
  done: ChangedBy,
  context: SetupContext,
): Promise<TakenOver> {
  const taking: Taking = { look, done, context, met: new Map(), joined: [], concerned: [] };
  const left: Change[] = [];
  for (const what of ["leads", "comes", "moves", "goes"] as const)
    for (const change of changes.filter((each) => each.what === what))
      if (!(await take(change, taking))) left.push(change);
  const { joined, concerned } = taking;
  return { left, told: await greetings(joined, context), concerned };
}

function take(change: Change, taking: Taking): Promise<boolean> {
  switch (change.what) {
    case "leads":
      return lead(change, taking);
    case "comes":
    case "moves":
      return join(change, taking);
    case "goes":
      return go(change, taking);
  }
}

/** Who they are here; whoever is nobody yet becomes somebody. Null where they come by themselves at this very moment. */
async function known(
  account: string | null,
  teamId: TeamId | null,
  { look, done, context, met }: Taking,
): Promise<PersonId | null> {
  if (account === null) return null;
  const id = look.ours.people.get(account)?.id ?? met.get(account);
  if (id !== undefined) return id;
  const member = look.members.get(account);
  if (member === undefined) return null;
  const person = context.newcomer(member.profile, teamId);
  if (!(await context.stores.people.arrive(member.account, person, done))) return null;
  met.set(account, person.id);
  return person.id;
}

const teamNow = async (id: TeamId, { context }: Taking): Promise<Team | undefined> =>
  (await context.stores.people.teams()).find((each) => each.id === id);

async function lead(change: Of<"leads">, taking: Taking): Promise<boolean> {
  const { done, context, concerned } = taking;
  const { people } = context.stores;
  const managerId = await known(change.account, null, taking);
  if (managerId === null) return false;
  const team = (await teamNow(change.team.id, taking)) ?? change.team;
  await people.saveTeam({ ...team, managerId }, done);
  const directory = await people.directory();
  const led = { id: team.id, managerId };
  concerned.push(
    managerId,
    ...(team.managerId === null ? [] : [team.managerId]),
    ...(await followLeader(led, team.managerId, directory, done, context)),
  );
  return true;
}

/** Nobody comes under somebody who is under them, nor under themselves. */
async function managerFor(
  change: Of<"comes" | "moves">,
  person: PersonId,
  taking: Taking,
): Promise<PersonId | null> {
  const own =
    change.leader === null ? null : await known(leaderOf(change, taking.look), null, taking);
  const managerId = own ?? (await teamNow(change.team.id, taking))?.managerId ?? null;
  if (managerId === null || managerId === person) return null;
  const directory = await taking.context.stores.people.directory();
  return isUnder(managerId, person, directory) ? null : managerId;
}

async function join(change: Of<"comes" | "moves">, taking: Taking): Promise<boolean> {
  const { look, done, context, joined, concerned } = taking;
  const id = await known(change.account, change.team.id, taking);
  if (id === null) return false;
  const before = look.directory.find((each) => each.id === id);
  const managerId = await managerFor(change, id, taking);
  await context.stores.people.lock([id]);
  await context.stores.people.entitle(
    id,
    { teamId: change.team.id, ...(managerId === null ? {} : { managerId }) },
    done,
  );
  if (before?.teamId !== change.team.id && change.team.switchedOnAt !== null) joined.push(id);
  concerned.push(id, ...[before?.managerId, managerId].flatMap((each) => each ?? []));
  return true;
}

async function go({ person, team }: Of<"goes">, taking: Taking): Promise<boolean> {
  const { people } = taking.context.stores;
  await people.lock([person.id]);
  const isLed = person.managerId !== null && person.managerId === team.managerId;
  const rights = { teamId: null, ...(isLed ? { managerId: null } : {}) };
  await people.entitle(person.id, rights, taking.done);
  taking.concerned.push(person.id, ...(person.managerId === null ? [] : [person.managerId]));
  return true;
}
