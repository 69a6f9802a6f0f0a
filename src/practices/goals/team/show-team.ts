// The manager's view: the team at a glance on their home, its goals as a list, and one person's page.
import { show, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { say } from "#src/bot/declare/actions";

import { zero, type Decimal } from "#src/language/decimal";
import type { Period } from "#src/calendar/periods";
import type { Person } from "#src/people/person";
import { addDays } from "#src/calendar/local-date";
import { button, card, rows, softText, text, type Card } from "#src/view/card";
import { about, besideGoals, needing } from "../api.ts";
import { leaveWithin, limitsOf, paced, type GoalContext } from "../context.ts";
import { withOverrides } from "../status/override.ts";
import { goalsInCard } from "../status/goals-card.ts";
import { readSpanOfTime } from "../status/period-argument.ts";
import { filtered, readFilter } from "./filter.ts";
import { byNeed, byPerson, lag, type Need } from "./needs.ts";
import { teamStanding, tracked } from "./standing.ts";
import type { Member, TrackedGoal } from "./tracked.ts";
import { sumsOf } from "./sums.ts";
import { changesAsked, disputesAsked } from "./asked.ts";
import { chartCards } from "./team-charts.ts";
import { glanceCards, goalRow, inPieces, teamGoalsCard, teamTable } from "./team-card.ts";

/** On the home of whoever leads somebody. */
export async function homeTeam(context: GoalContext): Promise<readonly Card[]> {
  const { members } = await teamStanding(context);
  if (members.length === 0) return [];
  const glance = {
    sums: sumsOf(
      members.flatMap(({ goals }) => goals),
      limitsOf(context.organisation),
    ),
    needs: await needsIn(members, context),
    members,
  };
  const people = members.map(({ person }) => person);
  const columns = (await context.offered(besideGoals({ people }))).toSorted(
    (a, b) => a.rank - b.rank,
  );
  const table = teamTable(glance, columns, context.t);
  return [
    ...glanceCards(glance, context.t),
    ...(table ? [table] : []),
    ...chartCards({ ...glance, today: context.today }, context.person.locale, context.t),
  ];
}

/** Everybody who needs whoever leads them, and why. */
const needsIn = async (members: readonly Member[], context: GoalContext) =>
  byPerson([
    ...(await needsOfGoals(members, context)),
    ...(await context.offered(needing({ people: members.map(({ person }) => person) }))),
  ]);

/** The same by what goals say alone. */
export const needsOfGoals = async (members: readonly Member[], context: GoalContext) => [
  ...members.flatMap((member) => needsOf(member, context)),
  ...(await changesAsked(members, context)),
  ...(await disputesAsked(members, context)),
];

/** What their goals say of somebody. An assistant has no quota, and is not missed. */
function needsOf({ person, goals, proposed }: Member, context: GoalContext): Need[] {
  const { t } = context;
  const look = button(t.look(), say({ text: t.personTyped(person.name) }));
  if (goals.length + proposed.length === 0)
    return person.assistant
      ? []
      : [
          {
            person: person.id,
            urgency: "no-goal",
            weight: 0,
            line: t.hasNoGoal(),
            button: button(t.proposeOne(), say({ text: t.proposeTyped(person.name) })),
          },
        ];
  return goals.flatMap((goal): Need[] => {
    const need = { person: person.id, goal, button: look };
    const behind = behindBy(goal);
    if (goal.pace.status === "off-track" || goal.pace.status === "at-risk")
      return [
        {
          ...need,
          urgency: goal.pace.status,
          weight: lag(goal),
          line:
            behind === null
              ? t.barSays(goal.pace.done, goal.pace.timeGone)
              : t.againstPace(inPieces(behind, goal.goal.unit), goal.goal.unit),
        },
      ];
    const days = goal.pace.quietDays;
    return days === null
      ? []
      : [{ ...need, urgency: "quiet", weight: days, line: t.quietFor(days) }];
  });
}

/** What is missing to where the goal was to stand by now, below zero; null where its way is no sum. */
function behindBy({ goal, pace, trend }: TrackedGoal): Decimal | null {
  if (trend === null) return null;
  const gap = pace.done.minus(pace.timeGone).times(goal.target.minus(goal.baseline));
  return gap.lt(zero) ? gap : null;
}

export async function teamGoals(
  { words }: { words: string },
  context: GoalContext,
): Promise<Answer> {
  const standing = await teamStanding(context);
  if (words === "") return show(teamGoalsCard(standing, null, context.t));
  const period = readSpanOfTime(words, context.today);
  if (period) return teamGoalsIn(period, context);
  const filter = readFilter(words, standing);
  if (filter === null) throw new Refusal(context.t.filterUnknown(words));
  return show(teamGoalsCard(filtered(standing, filter), filter.says(context.t), context.t));
}

async function teamGoalsIn(period: Period, context: GoalContext): Promise<Answer> {
  const { stores, person, t } = context;
  const goals = (await stores.goals.underIn(person.id, period)).filter(
    ({ state }) => state !== "draft",
  );
  const people = new Map((await stores.people.directory()).map((each) => [each.id, each]));
  const all = await Promise.all(
    goals.map((goal) => paced(goal, people.get(goal.ownerId) ?? person, context)),
  );
  return show(
    goalsInCard(t.teamTitle(), await withOverrides(all, context), { withOwner: true, period }, t),
  );
}

/** So far ahead somebody's leave is said where their manager plans. */
const leaveAheadDays = 60;

/** Somebody's page for whoever leads them: where they stand, and what other practices have to say of them. */
export async function personPage(person: Person, context: GoalContext): Promise<Card> {
  const { t } = context;
  const open = (await context.stores.goals.openOf(person.id)).filter(
    (goal) => goal.state === "active",
  );
  const all = await Promise.all(open.map((goal) => paced(goal, person, context)));
  const goals = await tracked(await withOverrides(all, context), () => person, context);
  const ahead = { start: context.today, end: addDays(context.today, leaveAheadDays) };
  const away = (await leaveWithin(ahead, [person], context)).get(person.id);
  const saidOf = (await context.offered(about({ person }))).toSorted((a, b) => a.rank - b.rank);
  return card({
    title: t.goalsOf(person.name),
    body: [
      away === undefined ? undefined : softText(t.awayThen(person.name, away)),
      goals.length === 0
        ? text(t.noGoalsOf(person.name))
        : rows(goals.toSorted(byNeed).map((each) => goalRow(each, t))),
      ...saidOf.flatMap((each) => each.elements),
    ],
    buttons: [
      goals.length === 0
        ? button(t.proposeOne(), say({ text: t.proposeTyped(person.name) }), "primary")
        : undefined,
      ...saidOf.flatMap((each) => each.buttons),
    ],
    sees: t.seenByOwner(person.name),
  });
}
