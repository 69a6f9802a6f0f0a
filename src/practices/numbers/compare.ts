// What somebody reported beside what was imported for them, goal by goal.
import { show, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { localDateAt } from "#src/calendar/zones";
import { manages, type Person } from "#src/people/person";
import { isCounted, isOld, runningGoals, type GoalProgress } from "#src/practices/goals/api";
import type { NumberContext } from "./context.ts";
import { countingOf, waysToCount } from "./counting/ways.ts";
import { numbersCard, type Compared } from "./numbers-card.ts";

export async function showNumbers(
  { person: named }: { readonly person: Person | null },
  context: NumberContext,
): Promise<Answer> {
  const whose = named ?? context.person;
  const isOwn = whose.id === context.person.id;
  if (!isOwn && !manages(context.person, whose)) throw new Refusal(context.t.someoneElse());
  return show(
    numbersCard(
      {
        name: isOwn ? null : whose.name,
        goals: await comparedOf(await runningOf(whose, context), whose, context),
        isAdmin: context.person.admin,
      },
      context.t,
    ),
  );
}

/** Goals of one person with what each source says of them. */
export async function comparedOf(
  goals: readonly GoalProgress[],
  owner: Person,
  context: NumberContext,
): Promise<readonly Compared[]> {
  const sums = await context.stores.numbers.sums(goals.map(({ id }) => id));
  return Promise.all(
    goals.map(async (goal): Promise<Compared> => {
      const imported = sums
        .filter((each) => each.goal === goal.id)
        .map((sum) => ({
          ...sum,
          on: localDateAt(sum.importedAt, context.person.zone),
          isOld: sum.isPulled && isOld(sum.importedAt, context.now),
        }));
      return {
        goal,
        imported,
        counting: isCounted(goal) ? await countingOf(goal.id, context) : null,
        ways: await waysToCount(goal, imported, owner, context),
      };
    }),
  );
}

async function runningOf(whose: Person, context: NumberContext): Promise<readonly GoalProgress[]> {
  const running = await runningGoals({ ...context, person: whose });
  return running.map(({ goal }) => goal).filter((each) => each.metricId !== null);
}
