// In which currency somebody counts: as in their own goals, never simply the organisation's.
import { Refusal } from "#src/bot/declare/errors";
import { unknownCurrency } from "#src/calendar/countries";
import type { Person } from "#src/people/person";
import type { GoalContext } from "./context.ts";
import type { Money } from "./define/parse-goal.ts";

/** Their open goal of that metric says it; else any of their goals in money; else the metric, and last the organisation. */
export async function moneyOf(owner: Person, context: GoalContext): Promise<Money> {
  const goals = (await context.stores.goals.openOf(owner.id)).flatMap(({ metricId, unit }) =>
    unit.kind === "money" ? [{ metricId, currency: unit.currency }] : [],
  );
  return (metric) => {
    const own = goals.find((each) => metric !== null && each.metricId === metric.id) ?? goals[0];
    const currency =
      own?.currency ??
      (metric?.unit.kind === "money" ? metric.unit.currency : context.organisation.currency);
    // Nobody said where the organisation is: asked, and never taken for dollars.
    if (currency === unknownCurrency) throw new Refusal(context.t.whichCurrency());
    return currency;
  };
}
