// What changed in the company's directory since it was looked at last, of what is followed, against how it is here. Pure.
import type { Person, Team } from "#src/people/person";
import type { FollowedDepartment, Seen } from "../model.ts";
import { mayJoin } from "../teams/standing.ts";

/** `byHand`: it is not as the directory had it before, so an admin made it so, and is asked in any case. */
export type Change =
  | {
      readonly what: "leads";
      readonly department: string;
      readonly team: Team;
      readonly account: string;
      readonly byHand: boolean;
    }
  | {
      readonly what: "comes";
      readonly account: string;
      readonly team: Team;
      readonly leader: string | null;
      readonly byHand: false;
    }
  | {
      readonly what: "moves";
      readonly account: string;
      readonly person: Person;
      /** The team they are in from then on. */
      readonly team: Team;
      readonly leader: string | null;
      readonly byHand: boolean;
    }
  | {
      readonly what: "goes";
      readonly account: string;
      readonly person: Person;
      readonly team: Team;
      readonly byHand: false;
    };

/** A change with the names in it. */
export interface NamedChange {
  readonly what: "leads" | "comes" | "moves" | "goes";
  readonly name: string;
  readonly team: string;
  /** Null: it stays as it is. */
  readonly from: string | null;
  readonly manager: string | null;
  readonly managerBefore: string | null;
  readonly byHand: boolean;
}

export interface Ours {
  readonly teams: readonly Team[];
  /** Who is here, by account. */
  readonly people: ReadonlyMap<string, Person>;
}

interface Position {
  readonly department: string;
  readonly leader: string | null;
}

type States = ReadonlyMap<string, Seen>;

/** `now`: of the followed departments those that the directory told of. */
export function changesBetween(
  followed: readonly FollowedDepartment[],
  now: States,
  ours: Ours,
): readonly Change[] {
  const told = followed.filter((each) => now.has(each.department));
  const before: States = new Map(followed.map((each) => [each.department, each.seen]));
  const teamOf = (department: string): Team | undefined => {
    const row = followed.find((each) => each.department === department);
    return ours.teams.find((each) => each.id === row?.teamId);
  };
  const leads = told.flatMap((each) => leaderChange(each, now, teamOf(each.department), ours));
  const accounts = new Set(
    [...told.map((each) => each.seen), ...now.values()].flatMap((each) =>
      Object.keys(each.members),
    ),
  );
  const people = [...accounts].sort().flatMap((account) => {
    const was = positionIn(before, account, null);
    const is = positionIn(now, account, was?.department ?? null);
    if (is !== null) return memberChange(account, was, is, { before, now, teamOf, ours });
    // Where one of them was not told of, they may be there.
    const isElsewhere = told.length < followed.length || isLeader(now, account);
    const person = ours.people.get(account);
    const team = was === null ? undefined : teamOf(was.department);
    return was !== null && !isElsewhere && person && team && person.teamId === team.id
      ? [{ what: "goes" as const, account, person, team, byHand: false as const }]
      : [];
  });
  return [...leads, ...people];
}

function leaderChange(
  { department, seen }: FollowedDepartment,
  now: States,
  team: Team | undefined,
  { people }: Ours,
): readonly Change[] {
  const account = now.get(department)?.leader ?? null;
  if (account === null || account === seen.leader || team === undefined) return [];
  const leader = people.get(account)?.id;
  if (leader !== undefined && leader === team.managerId) return [];
  const wasTheirs = seen.leader === null ? null : (people.get(seen.leader)?.id ?? null);
  const byHand = team.managerId !== null && team.managerId !== wasTheirs;
  return [{ what: "leads", department, team, account, byHand }];
}

/** Where somebody is directly, of several in the one they were in; whoever leads a department is not one of its people. */
function positionIn(states: States, account: string, rather: string | null): Position | null {
  const all = [...states]
    .filter(([, each]) => account in each.members && each.leader !== account)
    .map(([department, each]) => ({ department, leader: each.members[account] ?? null }));
  return all.find((each) => each.department === rather) ?? all[0] ?? null;
}

const isLeader = (states: States, account: string): boolean =>
  [...states.values()].some((each) => each.leader === account);

interface Around {
  readonly before: States;
  readonly now: States;
  readonly teamOf: (department: string) => Team | undefined;
  readonly ours: Ours;
}

function memberChange(
  account: string,
  was: Position | null,
  is: Position,
  { before, teamOf, ours }: Around,
): readonly Change[] {
  const team = teamOf(is.department);
  if (team === undefined) return [];
  const person = ours.people.get(account);
  const { leader } = is;
  const isElsewhere = was?.department !== is.department;
  if (person === undefined)
    return isElsewhere ? [{ what: "comes", account, team, leader, byHand: false }] : [];
  if (isElsewhere && person.teamId !== team.id) {
    const wasIn = was === null ? undefined : teamOf(was.department);
    const byHand = !mayJoin(person, wasIn?.id ?? null, ours.teams);
    return [{ what: "moves", account, person, team, leader, byHand }];
  }
  if (was === null || leader === was.leader || person.teamId !== team.id) return [];
  const idOf = (other: string | null | undefined): string | null =>
    other === null || other === undefined ? null : (ours.people.get(other)?.id ?? null);
  const next = leader === null ? team.managerId : idOf(leader);
  if (next !== null && next === person.managerId) return [];
  const usual = was.leader ?? before.get(was.department)?.leader;
  const byHand = person.managerId !== null && person.managerId !== idOf(usual);
  return [{ what: "moves", account, person, team, leader, byHand }];
}

/** What it is, in one text: two looks that found the same ask the same. */
export const nameOfChanges = (changes: readonly Change[]): string =>
  changes
    .map((each) => {
      const where = "leader" in each ? `${each.team.id} ${each.leader ?? ""}` : each.team.id;
      return `${each.what} ${each.account} ${where}`;
    })
    .join("\n");

/** What is known of the directory once all but these changes was taken over, or turned down: these are found again. */
export function seenBut(
  left: readonly Change[],
  { department, seen }: Pick<FollowedDepartment, "department" | "seen">,
  now: Seen,
): Seen {
  const open = new Set(left.map((each) => each.account));
  const keepsLeader = left.some((each) => each.what === "leads" && each.department === department);
  const kept = Object.entries(seen.members).filter(([account]) => open.has(account));
  const known = Object.entries(now.members).filter(([account]) => !open.has(account));
  return {
    leader: keepsLeader ? seen.leader : now.leader,
    members: Object.fromEntries([...kept, ...known]),
  };
}

/** A question about a workspace's directory, and the departments it is about. */
export interface Asked {
  readonly at: Pick<FollowedDepartment, "platform" | "workspace">;
  readonly proposal: string;
  readonly departments: readonly string[];
}

/** The one that waits for an answer; null where nothing is asked. */
export function openQuestion(followed: readonly FollowedDepartment[]): Asked | null {
  const looked = followed.filter((each) => each.following !== "off");
  for (const { platform, workspace, proposal } of looked)
    if (proposal !== null) {
      const own = looked.filter(
        (each) => each.platform === platform && each.workspace === workspace,
      );
      const departments = own.map((each) => each.department);
      return { at: { platform, workspace }, proposal, departments };
    }
  return null;
}
