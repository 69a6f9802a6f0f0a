// The SMART check of one goal, with what its owner reached in earlier periods.
import { show, type Answer } from "#src/bot/declare/answer";
import type { Person } from "#src/people/person";
import { card, softText } from "#src/view/card";
import { visibleGoal, type GoalContext } from "../context.ts";
import type { GoalProgress } from "../model.ts";
import {
  enoughHistory,
  isAdditive,
  smartCheck,
  workdayAdjusted,
  type SmartFinding,
} from "../rules.ts";
import { smartText } from "../goal-card.ts";

export interface Checked {
  readonly findings: readonly SmartFinding[];
  /** Its reach could be held against earlier periods, but there are too few: neither a finding nor a pass. */
  readonly noHistory: boolean;
}

export async function checked(
  goal: GoalProgress,
  owner: Person,
  context: GoalContext,
): Promise<Checked> {
  const calendar = await context.workCalendar(owner);
  const additive = isAdditive(goal);
  const history = additive
    ? workdayAdjusted(await context.stores.goals.closedLike(goal), goal.period, calendar)
    : [];
  return {
    findings: smartCheck(goal, context.today, calendar, history),
    noHistory: additive && history.length < enoughHistory,
  };
}

/** Only who asks for the check hears that there is no history: a new goal is not nagged about it. */
export async function checkGoal(
  { goal: number }: { goal: number },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await visibleGoal(
    await context.stores.goals.numbered(number),
    number,
    context,
  );
  const { findings, noHistory } = await checked(goal, owner, context);
  const { t } = context;
  return show(
    card({
      title: t.titled(goal.number, goal),
      tone: findings.length === 0 ? "good" : "info",
      body: [...smartText(findings, t), noHistory ? softText(t.noHistory()) : undefined],
    }),
  );
}
