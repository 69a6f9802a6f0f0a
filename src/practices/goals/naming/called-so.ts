// Which goals are meant by words for them: by their title, or by a name of their metric.
import { foldCase } from "#src/language/text";
import { metricNames } from "#src/practices/setup/api";
import type { GoalContext } from "../context.ts";
import type { GoalProgress } from "../model.ts";

/** `loosely`: the words may say more than the name does. */
export async function calledSo(
  goals: readonly GoalProgress[],
  words: string,
  { stores }: GoalContext,
  how: "exactly" | "loosely" = "exactly",
): Promise<readonly GoalProgress[]> {
  const called = foldCase(words.trim());
  const metrics = await stores.setup.metrics();
  return goals.filter((goal) => {
    const metric = metrics.find((each) => each.id === goal.metricId);
    const names = [goal.title, ...(metric ? metricNames(metric) : [])].map(foldCase);
    return names.some(
      (name) => name.includes(called) || (how === "loosely" && called.includes(name)),
    );
  });
}
