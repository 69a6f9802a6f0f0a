// Below a goal's figures: the parts behind the range of its forecast, and what others know of where it may end.
import { softText, type Element } from "#src/view/card";
import type { PacedGoal } from "../context.ts";
import type { GoalMessages } from "../messages/en/index.ts";

export const whereItMayEnd = (
  { goal, forecast, foreseen = [] }: PacedGoal,
  t: GoalMessages,
): readonly Element[] => [
  ...(forecast ? [softText(t.forecastFrom(forecast, goal.unit))] : []),
  ...foreseen,
];
