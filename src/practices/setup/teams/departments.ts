// Teams and managers from the company's own directory: a proposal, team by team. Nothing of it is kept before an admin takes a team; then its
// people become known, so that they can be named and found in their team, and nobody hears of it.
import { replan, replace, committed, type Answer } from "#src/bot/declare/answer";
import type { FoundMember } from "#src/bot/declare/look-up";
import type { Person, PersonId, Team, TeamId } from "#src/people/person";
import { changedBy } from "#src/people/store";
import type { Department } from "#src/ports/chat/chat";
import { gone, saved, type SetupContext } from "../context.ts";
import { departmentsCard, noDirectoryCard, proposalCard, takenCard } from "./departments-card.ts";
import { greetings } from "../pilots/greeting.ts";
import { called, isUnder, mayJoin } from "./standing.ts";
import { chooseFollowing, followFrom } from "../following/following.ts";
import type { Following } from "../model.ts";

const longestName = 60;
const nameOf = (department: Department): string =>
  (department.name.trim() || department.id).slice(0, longestName);

export async function showDepartments(_payload: unknown, context: SetupContext): Promise<Answer> {
  const { looked, t } = context;
  if (looked?.directory !== "there")
    return replace(noDirectoryCard(looked?.directory === "refused", t));
  const teams = await context.stores.people.teams();
  const followed = await context.stores.setup.followed();
  return replace(
    departmentsCard(
      looked.found.departments.map((each) => ({
        id: each.id,
        name: nameOf(each),
        taken: called(teams, nameOf(each)) !== undefined,
        followed: followed.some(({ department }) => department === each.id),
      })),
      { count: followed.length, following: followed[0]?.following ?? "ask" },
      t,
    ),
  );
}

/** How what was taken is followed from now on. */
export async function followDirectory(
  chosen: { readonly to: Following },
  context: SetupContext,
): Promise<Answer> {
  await chooseFollowing(chosen, context);
  return committed(await showDepartments({}, context));
}

interface Plan {
  readonly department: Department;
  readonly found: readonly FoundMember[];
  readonly name: string;
  readonly team: Team | undefined;
  readonly leader: FoundMember | undefined;
  /** Who would be in the team: whoever is in no other of ours, or only in the one everybody begins in. */
  readonly comes: readonly FoundMember[];
  readonly stays: readonly FoundMember[];
  readonly directory: readonly Person[];
}

async function planOf(context: SetupContext): Promise<Plan | null> {
  const { looked, stores } = context;
  const department = looked?.directory === "there" ? looked.found.departments[0] : undefined;
  if (looked?.directory !== "there" || department === undefined) return null;
  const [teams, directory] = [await stores.people.teams(), await stores.people.directory()];
  const name = nameOf(department);
  const team = called(teams, name);
  const leader = looked.found.members.find((each) => each.user === department.leader);
  const isFree = (person: Person | undefined): boolean => mayJoin(person, team?.id ?? null, teams);
  const reps = looked.found.members.filter(
    (each) => each !== leader && each.elsewhere !== true && !each.profile.guest,
  );
  const known = (each: FoundMember): Person | undefined =>
    directory.find((person) => person.id === each.person);
  return {
    department,
    found: looked.found.members,
    name,
    team,
    leader,
    comes: reps.filter((each) => isFree(known(each))),
    stays: reps.filter((each) => !isFree(known(each))),
    directory,
  };
}

export async function showDepartment(
  { department }: { department: string },
  context: SetupContext,
): Promise<Answer> {
  const plan = await planOf(context);
  if (plan === null)
    return replace(noDirectoryCard(context.looked?.directory === "refused", context.t));
  const proposal = {
    id: department,
    name: plan.name,
    leader:
      plan.directory.find((each) => each.id === plan.team?.managerId)?.name ??
      plan.leader?.profile.name ??
      null,
    comes: plan.comes.map((each) => ({ name: each.profile.name, isNew: each.person === null })),
    stays: plan.stays.map((each) => each.profile.name),
    taken: plan.team !== undefined,
  };
  return replace(proposalCard(proposal, context.t));
}

export async function takeDepartment(_payload: unknown, context: SetupContext): Promise<Answer> {
  const plan = await planOf(context);
  if (plan === null)
    return replace(noDirectoryCard(context.looked?.directory === "refused", context.t));
  if (plan.comes.length === 0 && plan.leader === undefined) return gone(context);
  const { people } = context.stores;
  const leader = plan.leader === undefined ? null : await known(plan.leader, null, context);
  const team = teamOf(plan, leader, context);
  const { id: teamId, managerId } = team;
  await people.saveTeam(team, changedBy(context));
  const ids: PersonId[] = [];
  for (const each of plan.comes) ids.push(await known(each, teamId, context));
  const own = await ownLeaders(plan, ids, context);
  const all = leader === null ? ids : [...ids, leader];
  await people.lock([...new Set(all)]);
  for (const id of ids) {
    const leads = own.get(id) ?? managerId;
    const follows = leads !== null && mayFollow(id, leads, plan.directory);
    await people.entitle(
      id,
      { teamId, ...(follows ? { managerId: leads } : {}) },
      changedBy(context),
    );
  }
  await followFrom(plan.department, plan.found, teamId, context);
  // Whoever joins a team that is switched on is greeted as its first people were.
  const joined = ids.filter(
    (id) => plan.directory.find((each) => each.id === id)?.teamId !== teamId,
  );
  const greeted = team.switchedOnAt ? await greetings(joined, context) : [];
  const answer = await saved(replace(takenCard(plan.name, ids.length, context.t)), context);
  return replan(committed(answer, ...greeted), ...all);
}

/** Whoever has a manager of their own in the directory, beside who leads the department; they become somebody here too. */
async function ownLeaders(
  { comes, found, leader }: Plan,
  ids: readonly PersonId[],
  context: SetupContext,
): Promise<ReadonlyMap<PersonId, PersonId>> {
  const own = new Map<PersonId, PersonId>();
  const met = new Map(comes.map((each, at) => [each.user, ids[at]]));
  for (const [at, each] of comes.entries()) {
    const id = ids[at];
    const leads = found.find((other) => other.user === each.leader);
    if (id === undefined || leads === undefined || leads.user === leader?.user) continue;
    const manager = met.get(leads.user) ?? (await known(leads, null, context));
    met.set(leads.user, manager);
    own.set(id, manager);
  }
  return own;
}

/** What it becomes here: the team of its name, or a new one; whoever leads the team already goes on leading it. */
const teamOf = ({ team, name }: Plan, leader: PersonId | null, context: SetupContext): Team => ({
  id: team?.id ?? (context.newId() as TeamId),
  name: team?.name ?? name,
  managerId: team?.managerId ?? leader,
  switchedOnAt: team?.switchedOnAt ?? null,
});

/** Whoever has a manager keeps them, and nobody comes under somebody who is under them. */
function mayFollow(id: PersonId, managerId: PersonId, directory: readonly Person[]): boolean {
  const own = directory.find((each) => each.id === id)?.managerId ?? null;
  return own === null && managerId !== id && !isUnder(managerId, id, directory);
}

/** Who they are here; whoever is nobody yet becomes somebody, as when they had written themselves. */
async function known(
  member: FoundMember,
  teamId: TeamId | null,
  context: SetupContext,
): Promise<PersonId> {
  if (member.person !== null) return member.person;
  const person = context.newcomer(member.profile, teamId);
  // Somebody who comes by themselves at this very moment: the admin looks again.
  if (!(await context.stores.people.arrive(member.account, person, changedBy(context))))
    gone(context);
  return person.id;
}
