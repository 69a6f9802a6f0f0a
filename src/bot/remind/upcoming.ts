// What comes by itself, and what was kept back and why: the bot explains itself.
import type { Line } from "#src/view/line";
import type { Outlook } from "../api.ts";
import type { ActContext, Contexts } from "../act/context.ts";
import { willCome } from "./rules.ts";
import { availabilityOf } from "./plan.ts";
import type { Registry } from "../declare/registry.ts";
import { isOn } from "../switches.ts";

const mostShown = 8;

export async function upcomingOf(
  acting: ActContext,
  registry: Registry,
  contexts: Contexts,
): Promise<Outlook> {
  const { person, stores } = acting;
  const house = contexts.house(acting);
  const labelOf = (rule: string): Line => {
    const nudge = registry.nudge(rule) ?? registry.errand(rule);
    return nudge
      ? nudge.declaration.label(contexts.of(nudge.practice, acting).t)
      : house.heldNotices();
  };
  const who = availabilityOf(acting);
  const isOff = (rule: string): boolean => {
    const planned = registry.nudge(rule) ?? registry.errand(rule);
    return planned !== null && !isOn(planned.practice, acting.organisation);
  };
  const coming = (await stores.plans.of(person.id, null)).filter(
    (each) => !isOff(each.rule) && (registry.nudge(each.rule) === null || willCome(each, who)),
  );
  const came = await stores.nudges.lately(person.id, mostShown * 2);
  return {
    coming: coming
      .slice(0, mostShown)
      .map((each) => ({ label: labelOf(each.rule), at: each.dueAt })),
    kept: came
      .flatMap((each) =>
        each.reason === null || each.reason === "nothing to say"
          ? []
          : [{ label: labelOf(each.rule), at: each.at, reason: house.keptBack(each.reason) }],
      )
      .slice(0, mostShown),
  };
}
