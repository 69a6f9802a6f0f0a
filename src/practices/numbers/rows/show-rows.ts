// A goal's reported entries and imported figures beside each other: what is in both, and what is only in one, since when.
import { show, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { manages } from "#src/people/person";
import type { NumberContext } from "../context.ts";
import type { GoalId } from "../model.ts";
import { matched } from "./match.ts";
import { rowsCard } from "./rows-card.ts";

/** More than anybody logs in a period, and than a card ever shows. */
const mostRead = 2000;

export async function showRows(
  { goal: id }: { readonly goal: GoalId },
  context: NumberContext,
): Promise<Answer> {
  const { goals, numbers, people } = context.stores;
  const goal = await goals.byId(id);
  const owner = goal && (await people.person(goal.ownerId));
  if (!owner || !(owner.id === context.person.id || manages(context.person, owner)))
    throw new Refusal(context.house.oldCard());
  const entries = (await goals.historyOf(owner.id, mostRead, null, [id])).filter(
    (each) => each.takenBack === null && each.goalId === id,
  );
  const facts = await numbers.factsOf(id, null, mostRead);
  const added = entries.filter((each) => each.kind === "add" && !each.of);
  return show(
    rowsCard(
      {
        goal,
        owner: owner.id === context.person.id ? null : owner.name,
        ...matched(added, facts),
        totals: entries.filter((each) => !added.includes(each)),
      },
      context.t,
    ),
  );
}
