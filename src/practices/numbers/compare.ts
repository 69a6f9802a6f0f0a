// What somebody reported beside what was imported for them, goal by goal.
import { show, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { localDateAt } from "#src/calendar/zones";
import { manages, type Person } from "#src/people/person";
import { runningGoals, type GoalProgress } from "#src/practices/goals/api";
import type { Unit } from "#src/language/units";
import type { NumberContext } from "./context.ts";
import type { FactSum } from "./model.ts";
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
        goals: await comparedOf(whose, context),
        isAdmin: context.person.admin,
      },
      context.t,
    ),
  );
}

async function comparedOf(whose: Person, context: NumberContext): Promise<readonly Compared[]> {
  const running = await runningOf(whose, context);
  const sums = await context.stores.numbers.sums(
    running.flatMap(({ metricId, period }) =>
      metricId === null
        ? []
        : [{ person: whose.id, metric: metricId, from: period.start, to: period.end }],
    ),
  );
  return running.map((goal) => ({
    goal,
    imported: sums
      .filter((each) => each.metric === goal.metricId && isInUnit(each, goal.unit))
      .map((sum) => ({ ...sum, on: localDateAt(sum.importedAt, context.person.zone) })),
  }));
}

/** Sums never mix currencies: what came in another one is compared with a goal in that one. */
const isInUnit = ({ currency }: FactSum, unit: Unit): boolean =>
  unit.kind === "money" ? currency === unit.currency : currency === null;

async function runningOf(whose: Person, context: NumberContext): Promise<readonly GoalProgress[]> {
  const running = await runningGoals({ ...context, person: whose });
  return running.map(({ goal }) => goal).filter((each) => each.metricId !== null);
}
