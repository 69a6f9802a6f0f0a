// Teams, who leads them and who is in them.
import { ask, correct, replan, committed, type Answer, replace } from "#src/bot/declare/answer";
import { readFields } from "#src/bot/declare/fields";
import type { Person, PersonId, Team, TeamId } from "#src/people/person";
import type { PlaceId } from "#src/people/place";
import { changedBy, type ChangedBy } from "#src/people/store";
import type { FormValues } from "#src/view/form";
import { gone, saved, type SetupContext } from "../context.ts";
import { choosePersonForm, nobody, personForm, teamForm } from "../setup-forms.ts";
import { greetings } from "../pilots/greeting.ts";
import { openQuestion } from "../following/rules.ts";
import { belong } from "./team-of-place.ts";
import { called, isUnder, leads } from "./standing.ts";
import { teamsCard } from "../setup-card.ts";

export async function showTeams(_input: unknown, context: SetupContext): Promise<Answer> {
  return replace(
    teamsCard(
      await context.stores.people.teams(),
      await context.stores.people.directory(),
      {
        tells: context.here.tells,
        asked: openQuestion(await context.stores.setup.followed()),
        leftOut: context.here.strangers.map(context.house.strangerNamed),
      },
      context.t,
    ),
  );
}

export async function askForTeam(
  { team }: { team: TeamId | null },
  context: SetupContext,
): Promise<Answer> {
  const known =
    team === null
      ? null
      : ((await context.stores.people.teams()).find((each) => each.id === team) ?? gone(context));
  const people = await context.stores.people.directory();
  const others = outside(known?.id ?? null, people);
  return ask(
    teamForm({ team: known, people, others, anyone: await areAllHere(people, context) }, context.t),
  );
}

/** Whether everybody has an account where it is asked: the chat's own picker shows nobody else. */
const areAllHere = async (
  people: readonly Person[],
  { stores, account, here }: SetupContext,
): Promise<boolean> =>
  account !== null &&
  // Elsewhere the options are our directory, which has nobody more.
  here.tells.includes("members") &&
  (
    await stores.people.outside(
      account,
      people.map((each) => each.id),
    )
  ).size === 0;

/** Who may still come into it. */
const outside = (team: TeamId | null, people: readonly Person[]): readonly Person[] =>
  people.filter((each) => team === null || each.teamId !== team);

interface TeamPayload {
  readonly team: TeamId | null;
  readonly place: PlaceId | null;
}

interface ReadTeam {
  readonly team: Team;
  readonly known: Team | null;
  readonly joining: readonly string[];
}

/** The answer to what was filled in, or the team to keep. */
async function readTeam(
  payload: TeamPayload,
  values: FormValues,
  people: readonly Person[],
  context: SetupContext,
): Promise<ReadTeam | { readonly answer: Answer }> {
  const fields = readFields(values, context);
  const teams = await context.stores.people.teams();
  const known =
    payload.team === null
      ? null
      : (teams.find((each) => each.id === payload.team) ?? gone(context));
  const name = fields.neededText("name", 60);
  const ids = people.map((each) => each.id);
  // A picker of the platform's own has nobody in it, and is left empty.
  const isNobody = (values["manager"] ?? "").length === 0;
  const chosen = isNobody ? nobody : fields.chosen("manager", [nobody, ...ids]);
  if ((called(teams, name)?.id ?? payload.team) !== payload.team)
    fields.refuse("name", context.t.teamTaken(name));
  const joining = fields.many("joining", ids);
  if (fields.wrong) return { answer: correct(fields.errors) };
  // Who leads it already stands in no form made of a place.
  const before = payload.place === null ? null : (known?.managerId ?? null);
  const team = {
    id: known?.id ?? (context.newId() as TeamId),
    name,
    managerId: chosen === nobody ? before : (chosen as PersonId),
    switchedOnAt: known?.switchedOnAt ?? null,
  };
  return { team, known, joining };
}

export async function saveTeam(
  { payload, values }: { payload: TeamPayload; values: FormValues },
  context: SetupContext,
): Promise<Answer> {
  const people = await context.stores.people.directory();
  const read = await readTeam(payload, values, people, context);
  if ("answer" in read) return read.answer;
  const { team, known, joining } = read;
  const { managerId } = team;
  await context.stores.people.saveTeam(team, changedBy(context));
  const joined = outside(team.id, people).filter((each) => joining.includes(each.id));
  await join(team, joined, people, context);
  if (payload.place !== null) await belong(payload.place, team.id, context);
  const carried = await followLeader(
    team,
    known?.managerId ?? null,
    people,
    changedBy(context),
    context,
  );
  const isNewLeader = managerId !== null && managerId !== known?.managerId;
  const greeted = team.switchedOnAt
    ? await greetings(
        [...(isNewLeader ? [managerId] : []), ...joined.map((each) => each.id)],
        context,
      )
    : [];
  const answer = committed(await saved(await showTeams({}, context), context), ...greeted);
  return replan(
    answer,
    ...(await context.stores.plans.peopleOf(team.id)),
    ...carried,
    ...(known?.managerId ? [known.managerId] : []),
    ...joined.map((each) => each.managerId).filter((each) => each !== null),
  );
}

/** Several at once. The team's manager becomes theirs, where that makes no circle. */
async function join(
  team: Team,
  joined: readonly Person[],
  directory: readonly Person[],
  context: SetupContext,
): Promise<void> {
  const { people } = context.stores;
  await people.lock(joined.map((each) => each.id));
  for (const each of joined)
    await people.entitle(
      each.id,
      {
        teamId: team.id,
        managerId: leads(team.managerId, each, directory) ? team.managerId : each.managerId,
      },
      changedBy(context),
    );
}

/** A new leader is the manager of the team's people from now on: of those who had the old one, or nobody. */
export async function followLeader(
  { id, managerId }: Pick<Team, "id" | "managerId">,
  before: PersonId | null,
  directory: readonly Person[],
  done: ChangedBy,
  context: Pick<SetupContext, "stores">,
): Promise<readonly PersonId[]> {
  if (managerId === null || managerId === before) return [];
  const led = directory
    .filter(
      (each) =>
        each.teamId === id &&
        each.id !== managerId &&
        (each.managerId === null || each.managerId === before) &&
        !isUnder(managerId, each.id, directory),
    )
    .map((each) => each.id);
  const { people } = context.stores;
  await people.lock(led);
  for (const person of led) await people.entitle(person, { managerId }, done);
  return led;
}

export const choosePerson = async (_payload: unknown, context: SetupContext): Promise<Answer> =>
  ask(choosePersonForm(await context.stores.people.directory(), context.t));

export async function askPerson(
  { values }: { values: FormValues },
  context: SetupContext,
): Promise<Answer> {
  const people = await context.stores.people.directory();
  const fields = readFields(values, context);
  const id = fields.chosen(
    "person",
    people.map((each) => each.id),
  );
  const person = people.find((each) => each.id === id);
  return person
    ? ask(personForm(person, people, await context.stores.people.teams(), context.t))
    : correct(fields.errors);
}

export async function savePerson(
  { payload, values }: { payload: { person: PersonId }; values: FormValues },
  context: SetupContext,
): Promise<Answer> {
  const { people } = context.stores;
  const directory = await people.directory();
  const teams = await people.teams();
  const person = directory.find((each) => each.id === payload.person) ?? gone(context);
  const fields = readFields(values, context);
  const chosen = fields.chosen("team", [nobody, ...teams.map((each) => each.id)]);
  const manager = fields.chosen("manager", [nobody, ...directory.map((each) => each.id)]);
  const admin = fields.yes("admin");
  if (manager === person.id) fields.refuse("manager", context.t.ownManager());
  if (manager && isUnder(manager, person.id, directory))
    fields.refuse("manager", context.t.circle());
  if (person.admin && !admin && !directory.some((each) => each.admin && each.id !== person.id))
    fields.refuse("admin", context.t.lastAdmin());
  if (fields.wrong) return correct(fields.errors);
  const teamId = chosen === nobody ? null : (chosen as TeamId);
  const leader = teams.find((each) => each.id === teamId)?.managerId ?? null;
  const chosenManager = manager === nobody ? null : (manager as PersonId);
  // Who changes teams gets the new leader as manager, unless another one was chosen.
  const follows =
    teamId !== person.teamId &&
    chosenManager === person.managerId &&
    leads(leader, person, directory);
  const managerId = follows ? leader : chosenManager;
  await people.lock([person.id]);
  await people.entitle(
    person.id,
    { teamId, managerId, assistant: fields.yes("assistant"), admin },
    changedBy(context),
  );
  // Whoever joins a team that is switched on is greeted as its first people were.
  const joins =
    teamId !== person.teamId &&
    teams.some((each) => each.id === teamId && each.switchedOnAt !== null);
  const answer = committed(
    await saved(await showTeams({}, context), context),
    ...(joins ? await greetings([person.id], context) : []),
  );
  return replan(
    answer,
    person.id,
    ...[person.managerId, managerId].filter((each) => each !== null),
  );
}
