// Whose a new goal is: one's own, somebody's who reports to whoever sets it, or the whole team's.
import type { Argument, Reading } from "#src/bot/declare/arguments";
import { Refusal } from "#src/bot/declare/errors";
import type { Fields } from "#src/bot/declare/fields";
import { foldCase } from "#src/language/text";
import { isManager, type Person, type TeamId } from "#src/people/person";
import type { GoalContext } from "../context.ts";

const forTeam =
  /\bfor (?:the|my|our) (?:whole |entire )?team\b|(?:给|为)(?:整个|全)?(?:团队|全队|全组)(?:的)?|(?<![\p{L}\p{N}])团队(?:共同)?(?=目标|的目标)/iu;

/** `for the team`, 给团队. */
export function team(): Argument<boolean> {
  return {
    namesPeople: false,
    mayHold: (rest) => forTeam.test(rest),
    read(reading: Reading) {
      const found = forTeam.exec(reading.rest);
      if (!found) return false;
      reading.rest =
        `${reading.rest.slice(0, found.index)} ${reading.rest.slice(found.index + found[0].length)}`.trim();
      return true;
    },
  };
}

/** The team of whoever leads somebody: the one they are in, else one they lead. Everybody in it sees its goals. */
export async function teamLed(context: GoalContext): Promise<ForTeam> {
  const { person, stores, t } = context;
  if (!isManager(person)) throw new Refusal(t.teamGoalsForManagers());
  const teams = await stores.people.teams();
  const led =
    teams.find((each) => each.managerId === person.id) ??
    teams.find((each) => each.id === person.teamId);
  if (!led) throw new Refusal(t.noTeamYet());
  return led;
}

export interface ForTeam {
  readonly id: TeamId;
  readonly name: string;
}

/** The line without the team it names: for team Sales, 给华东团队, for 华东; null where it names none. */
export async function teamNamed(
  line: string,
  context: GoalContext,
): Promise<{ readonly team: ForTeam; readonly line: string } | null> {
  const found = named.exec(line);
  if (!found) return null;
  const { lead, rest = "" } = found.groups ?? {};
  const teams = await context.stores.people.teams();
  const all = teams
    .flatMap((team) => callsOf(team.name).map((call) => ({ team, call })))
    .toSorted((a, b) => b.call.length - a.call.length);
  const words = foldCase(rest);
  const meant = all.find(
    ({ call }) =>
      words.startsWith(call) &&
      !/^[\p{L}\p{N}]/u.test(words.slice(call.length).replace(behind, "")),
  );
  const { person, t } = context;
  if (meant) {
    const { team, call } = meant;
    const isTheirs =
      team.managerId === person.id || (isManager(person) && team.id === person.teamId);
    if (!isTheirs) throw new Refusal(t.notYourTeam(team.name));
    const tail = rest.slice(call.length).replace(behind, "");
    return { team, line: `${line.slice(0, found.index)} ${tail}`.replace(/\s+/gu, " ").trim() };
  }
  const asTeam = lead !== undefined || /^[\p{L}\p{N}·&/ -]{1,20}?(?:团队|\bteam\b)/iu.test(rest);
  if (asTeam) throw new Refusal(t.noSuchTeam(rest.trim()));
  return null;
}
const named = /(?:\bfor\s+(?:the\s+)?|[给为]\s*)(?:(?<lead>team\s+|团队\s*))?(?<rest>\S.*)$/iu;
const behind = /^\s*(?:团队|[小大]?[组队]|team\b)/iu;

/** By its whole name, or by the first of several in it: 华东 · Europe. */
const callsOf = (name: string): readonly string[] => {
  const [first = ""] = name.split(/[·,，/|]/u);
  return [name, first].map((each) => foldCase(each.trim())).filter((each) => each.length > 1);
};

/** Whom a manager may set a goal for in its form; nobody for anybody else. */
export const mayBeWhose = async ({ person, stores }: GoalContext): Promise<readonly Person[]> =>
  isManager(person)
    ? (await stores.people.directory()).filter(
        (each) => each.managerId === person.id && each.leftOn === null,
      )
    : [];

export interface Whose {
  readonly owner: Person;
  readonly teamId: TeamId | null;
}

/** What the form says; the acting person where it has no such field. Null: it was refused beside the field. */
export async function readWhose(fields: Fields, context: GoalContext): Promise<Whose | null> {
  const people = await mayBeWhose(context);
  const chosen = fields.chosen("whose", ["me", "team", ...people.map((each) => each.id)]);
  if (chosen === null) return null;
  if (chosen === "team") return { owner: context.person, teamId: (await teamLed(context)).id };
  return { owner: people.find((each) => each.id === chosen) ?? context.person, teamId: null };
}
