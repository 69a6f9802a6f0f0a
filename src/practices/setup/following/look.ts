// How the directory is now, against how it was and how it is here: read the same at night and when an admin answers.
import type { DirectoryAnswer, FoundMember, WorkspaceName } from "#src/bot/declare/look-up";
import type { Person, Team } from "#src/people/person";
import type { SetupContext } from "../context.ts";
import { changesBetween, type Change, type NamedChange, type Ours } from "./rules.ts";
import { type FollowedDepartment, type Seen } from "../model.ts";

export interface Look {
  /** The departments of that workspace that are followed. */
  readonly followed: readonly FollowedDepartment[];
  readonly now: ReadonlyMap<string, Seen>;
  readonly ours: Ours;
  readonly members: ReadonlyMap<string, FoundMember>;
  readonly directory: readonly Person[];
  readonly changes: readonly Change[];
}

export const isAt =
  ({ platform, workspace }: WorkspaceName) =>
  (each: WorkspaceName): boolean =>
    each.platform === platform && each.workspace === workspace;

/** Null where the directory tells nothing. */
export async function lookAt(
  at: WorkspaceName,
  answer: DirectoryAnswer | null,
  { stores }: Pick<SetupContext, "stores">,
): Promise<Look | null> {
  if (answer?.directory !== "there") return null;
  const followed = (await stores.setup.followed()).filter(
    (each) => isAt(at)(each) && each.following !== "off",
  );
  const directory = await stores.people.directory();
  const accounts = await stores.people.accountsAt(
    at,
    directory.map((each) => each.id),
  );
  const people = new Map(
    directory.flatMap((each) => {
      const account = accounts.get(each.id);
      return account === undefined ? [] : [[account, each] as const];
    }),
  );
  const ours = { teams: await stores.people.teams(), people };
  const now = new Map(
    answer.found.departments.map((each) => [each.id, seenOf(each, answer.found.members)]),
  );
  return {
    followed,
    now,
    ours,
    members: new Map(answer.found.members.map((each) => [each.user, each])),
    directory,
    changes: changesBetween(followed, now, ours),
  };
}

/** What is kept of a department: accounts and nothing else. */
export function seenOf(
  { id, leader }: { readonly id: string; readonly leader: string | null },
  members: readonly FoundMember[],
): Seen {
  const here = members.filter(
    (each) => (each.department ?? id) === id && each.elsewhere !== true && !each.profile.guest,
  );
  return {
    leader,
    members: Object.fromEntries(here.map((each) => [each.user, each.leader ?? null] as const)),
  };
}

/** With the names in it, as they are before it is taken over. */
export function named(change: Change, look: Look): NamedChange {
  const { ours, members, directory } = look;
  const nameOf = (account: string | null): string | null =>
    account === null
      ? null
      : (ours.people.get(account)?.name ?? members.get(account)?.profile.name ?? null);
  const person = (id: string | null): string | null =>
    directory.find((each) => each.id === id)?.name ?? null;
  const { team, byHand } = change;
  const common = {
    what: change.what,
    name: nameOf(change.account) ?? "?",
    team: team.name,
    byHand,
  };
  switch (change.what) {
    case "leads":
      return { ...common, from: null, manager: null, managerBefore: person(team.managerId) };
    case "comes":
      return {
        ...common,
        from: null,
        manager: nameOf(leaderOf(change, look)),
        managerBefore: null,
      };
    case "moves":
      return {
        ...common,
        from: change.person.teamId === team.id ? null : teamName(change.person, ours.teams),
        manager: nameOf(leaderOf(change, look)) ?? person(team.managerId),
        managerBefore: person(change.person.managerId),
      };
    case "goes":
      return { ...common, from: null, manager: null, managerBefore: null };
  }
}

const teamName = ({ teamId }: Person, teams: readonly Team[]): string =>
  teams.find((each) => each.id === teamId)?.name ?? "–";

/** Their own manager, else who leads the department of their team; null where the directory names nobody. */
export function leaderOf(
  { team, leader }: Extract<Change, { readonly leader: string | null }>,
  { followed, now }: Look,
): string | null {
  const { department } = followed.find((each) => each.teamId === team.id) ?? {};
  return leader ?? (department === undefined ? null : (now.get(department)?.leader ?? null));
}
