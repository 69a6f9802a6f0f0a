// Whose a new goal is: one's own, somebody's who reports to whoever sets it, or the whole team's.
import type { Argument, Reading } from "#src/bot/declare/arguments";
import { Refusal } from "#src/bot/declare/errors";
import type { Fields } from "#src/bot/declare/fields";
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
export async function teamLed(context: GoalContext): Promise<TeamId> {
  const { person, stores, t } = context;
  if (!isManager(person)) throw new Refusal(t.teamGoalsForManagers());
  const id =
    (await stores.people.teams()).find((each) => each.managerId === person.id)?.id ?? person.teamId;
  if (id === null) throw new Refusal(t.noTeamYet());
  return id;
}

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
  if (chosen === "team") return { owner: context.person, teamId: await teamLed(context) };
  return { owner: people.find((each) => each.id === chosen) ?? context.person, teamId: null };
}
