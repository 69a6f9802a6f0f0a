// Goals as they stand: one, mine, the team's.
import { show, type Answer } from "#src/bot/declare/answer";
import { wordsLeft } from "#src/bot/declare/arguments";
import { Incomplete, Refusal } from "#src/bot/declare/errors";
import type { Period } from "#src/calendar/periods";
import { isWholeName } from "#src/people/naming";
import { manages, mayLogFor, type Person } from "#src/people/person";
import { paced, visibleGoal, type GoalContext, type PacedGoal } from "../context.ts";
import { foreseeing, lookingAt } from "../api.ts";
import { trendOf } from "../team/team-card.ts";
import { tracked } from "../team/standing.ts";
import { personPage } from "../team/show-team.ts";
import { closely, withOverrides } from "../status/override.ts";
import { goalCard } from "../goal-card.ts";
import { goalsCard, goalsInCard } from "./goals-card.ts";
import { changeCard } from "../agree/change-card.ts";
import { calledSo } from "../naming/called-so.ts";
import type { WhoOrWhat } from "../naming/who-or-what.ts";

export async function showGoal(
  { goal: number }: { goal: number },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await visibleGoal(
    await context.stores.goals.numbered(number),
    number,
    context,
  );
  const changes = await context.stores.goals.changesOf(goal.id);
  const asked = changes.find((each) => each.state === "open" && each.byId !== context.person.id);
  const near = await closely(goal, owner, context);
  const [way] = await tracked([near], () => owner, context);
  const foreseen =
    goal.state === "active" ? await context.offered(foreseeing({ goal: near.goal, owner })) : [];
  const more =
    goal.state === "active" ? await context.offered(lookingAt({ goal: near.goal, owner })) : [];
  const plain = goalCard(
    { ...near, foreseen, way: trendOf(goal, way?.trend, way?.thisWeek, context.t).trend },
    owner.id === context.person.id,
    context.t,
    changes,
    await context.stores.goals.earlierOwners(goal.id),
  );
  const shown = { ...plain, buttons: [...plain.buttons, ...more] };
  if (!asked || goal.state !== "active") return show(shown);
  const asker = await context.stores.people.person(asked.byId);
  return show(shown, changeCard(goal, asked, asker?.name ?? "", context.t));
}

/** One's own, or with a name somebody else's, as far as the reader may see them; those that are open, or of the days named; or those that are called so. */
export async function goalsSaid(
  {
    about: { who, called },
    period,
    word,
  }: { about: WhoOrWhat; period: Period | null; word: string },
  context: GoalContext,
): Promise<Answer> {
  const left = wordsLeft(word);
  if (called) return goalsCalled(called.name, called.elseSays, context);
  if (left !== "")
    return goalsCalled(left, new Incomplete("nothing", context.house.leftOver(left)), context);
  if (who !== null && who.id !== context.person.id) return goalsOf(who, period, context);
  return period ? myGoalsIn(period, context) : myGoals(context);
}

/** One's own of that metric or title; what is said instead where none is called so. */
async function goalsCalled(name: string, otherwise: Error, context: GoalContext): Promise<Answer> {
  const open = await calledSo(await context.stores.goals.openOf(context.person.id), name, context);
  if (open.length === 0) throw otherwise;
  const all = await Promise.all(open.map((goal) => paced(goal, context.person, context)));
  const { t } = context;
  return show(goalsCard(t.goalsTitle(), await withWays(all, context), false, t.noGoals(), t));
}

async function myGoalsIn(period: Period, context: GoalContext): Promise<Answer> {
  const { stores, person, t } = context;
  const goals = await stores.goals.ofOwnerIn(person.id, period);
  const all = await Promise.all(goals.map((goal) => paced(goal, person, context)));
  return show(
    goalsInCard(t.goalsTitle(), await withOverrides(all, context), { withOwner: false, period }, t),
  );
}

async function goalsOf(
  owner: Person,
  period: Period | null,
  context: GoalContext,
): Promise<Answer> {
  const { stores, person, t } = context;
  if (period === null && manages(person, owner)) return show(await personPage(owner, context));
  const mayAll = mayLogFor(person, owner);
  const found = period
    ? await stores.goals.ofOwnerIn(owner.id, period)
    : await stores.goals.openOf(owner.id);
  const goals = found.filter(
    (goal) =>
      goal.state !== "draft" && (mayAll || (goal.teamId !== null && goal.teamId === person.teamId)),
  );
  if (goals.length === 0 && !mayAll) throw new Refusal(t.mayNotSeeGoals(owner.name));
  const all = await Promise.all(goals.map((goal) => paced(goal, owner, context)));
  const known = await withOverrides(all, context);
  if (period)
    return show(goalsInCard(t.goalsOf(owner.name), known, { withOwner: false, period }, t));
  return show(goalsCard(t.goalsOf(owner.name), known, false, t.noGoalsOf(owner.name), t));
}

export async function myGoals(context: GoalContext): Promise<Answer> {
  const goals = await context.stores.goals.openOf(context.person.id);
  const all = await Promise.all(goals.map((goal) => paced(goal, context.person, context)));
  return show(
    goalsCard(
      context.t.goalsTitle(),
      await withWays(all, context),
      false,
      context.t.noGoals(),
      context.t,
    ),
  );
}

/** Somebody's name and nothing else, said to the bot itself. */
export async function soundsLikePerson(line: string, context: GoalContext): Promise<boolean> {
  const name = line.trim().replace(/^@/, "");
  if (context.place !== null || name === "" || name.length > 60 || /\d/.test(name)) return false;
  return (await context.stores.people.directory()).some(
    (each) => each.leftOn === null && isWholeName(name, each),
  );
}

/** One's own, each with the way it came. */
const withWays = async (all: readonly PacedGoal[], context: GoalContext) =>
  tracked(await withOverrides(all, context), () => context.person, context);

/** What is open of whoever looks, on their home. */
export async function homeGoals(context: GoalContext) {
  const open = await context.stores.goals.openOf(context.person.id);
  const all = await Promise.all(open.map((goal) => paced(goal, context.person, context)));
  return [
    goalsCard(
      context.t.goalsTitle(),
      await withWays(all, context),
      false,
      context.t.noGoals(),
      context.t,
    ),
  ];
}
