// The company's departments as teams that may be: shown to an admin, who takes them one by one or not at all.
import { button, card, rows, softText, text, type Card } from "#src/view/card";
import { followingRow } from "../following/following-card.ts";
import type { Following } from "../model.ts";
import { showDepartment, showDepartments, showTeams, takeDepartment } from "../actions.ts";
import type { SetupMessages } from "../messages/en/index.ts";

export interface DepartmentRow {
  readonly id: string;
  readonly name: string;
  /** Whether a team of that name is there already. */
  readonly taken: boolean;
  /** Whether what changes in it is asked about or taken over. */
  readonly followed: boolean;
}

export interface Proposal {
  readonly id: string;
  readonly name: string;
  readonly leader: string | null;
  /** By name; who stays where they are is in another team of ours. */
  readonly comes: readonly { readonly name: string; readonly isNew: boolean }[];
  readonly stays: readonly string[];
  /** Whether a team of that name is there already, and gets them. */
  readonly taken: boolean;
}

const mostRows = 40;

const toTeams = (t: SetupMessages) => button(t.teams(), showTeams({}), "quiet");

/** The platform has no departments, or does not show them. */
export const noDirectoryCard = (isRefused: boolean, t: SetupMessages): Card =>
  card({
    title: t.fromDirectory(),
    tone: isRefused ? "warning" : "plain",
    body: [text(isRefused ? t.directoryRefused() : t.noDirectory())],
    buttons: [toTeams(t)],
  });

export function departmentsCard(
  departments: readonly DepartmentRow[],
  followed: { readonly count: number; readonly following: Following },
  t: SetupMessages,
): Card {
  const left = departments.length - mostRows;
  return card({
    title: t.fromDirectory(),
    body: [
      text(departments.length === 0 ? t.noDepartments() : t.departmentsIntro()),
      rows(
        departments.slice(0, mostRows).map((each) => ({
          line: t.teamIs(each.name),
          ...(each.taken
            ? { soft: each.followed ? t.departmentTaken() : t.departmentUnfollowed() }
            : {}),
          buttons: [button(t.lookAt(), showDepartment({ department: each.id }), "quiet")],
        })),
      ),
      left > 0 ? softText(t.departmentsLeft(left)) : undefined,
      followed.count > 0 ? rows([followingRow(followed.count, followed.following, t)]) : undefined,
    ],
    buttons: [toTeams(t)],
  });
}

export function proposalCard(
  { id, name, leader, comes, stays, taken }: Proposal,
  t: SetupMessages,
): Card {
  const isEmpty = comes.length === 0;
  return card({
    title: t.teamIs(name),
    body: [
      text(t.teamManager(leader, false)),
      text(isEmpty ? t.nobodyComes() : t.theyCome(comes.map((each) => each.name))),
      comes.some((each) => each.isNew)
        ? softText(t.newThere(comes.filter((each) => each.isNew).length))
        : undefined,
      stays.length > 0 ? softText(t.theyStay(stays)) : undefined,
      softText(t.nothingKept()),
    ],
    buttons: [
      isEmpty && leader === null
        ? undefined
        : button(
            taken ? t.addToTeam(name) : t.makeTeam(name),
            takeDepartment({ department: id }),
            "primary",
          ),
      button(t.otherDepartments(), showDepartments({}), "quiet"),
    ],
  });
}

export const takenCard = (name: string, people: number, t: SetupMessages): Card =>
  card({
    title: t.teamMade(name, people),
    tone: "good",
    body: [text(t.teamMadeMore()), softText(t.followedFromNow())],
    buttons: [button(t.otherDepartments(), showDepartments({})), toTeams(t)],
  });
