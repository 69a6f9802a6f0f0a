// The target or the due date of a goal that runs moves: where two sides agreed on it, both have to again; the old line stays (P1).
import { replan, replace, committed, type Answer, type Notice } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { manages, type Person } from "#src/people/person";
import { card, type Card } from "#src/view/card";
import {
  goalNow,
  lockDecidableGoal,
  ownerOf,
  paced,
  standsIn,
  type GoalContext,
  type OwnedGoal,
} from "../context.ts";
import { periodEnding } from "../define/due-date.ts";
import type { Aim, GoalId, GoalProgress, LineChange } from "../model.ts";
import { goalCard } from "../goal-card.ts";
import { tellMoved } from "../turnover/tell-manager.ts";
import { milestonesFor } from "../status/milestones.ts";
import { changeCard } from "./change-card.ts";

/** Changed at once where nobody else has a say; otherwise asked of the other side, who is told. */
export async function changeLine(
  goal: GoalProgress,
  wanted: Aim,
  reason: string,
  owner: Person,
  context: GoalContext,
): Promise<Notice | null> {
  const other = await otherSide(goal, owner, context);
  const old = { target: goal.target, due: goal.period.end };
  const change: LineChange = {
    id: context.newId(),
    goalId: goal.id,
    byId: context.person.id,
    at: context.now,
    old,
    wanted,
    reason,
    askedId: other?.id ?? null,
    state: other ? "open" : "agreed",
  };
  for (const earlier of await openOf(goal.id, context))
    await context.stores.goals.keepChange(
      { ...earlier, state: "declined" },
      { by: context.person.id, at: context.now },
    );
  await context.stores.goals.keepChange(
    change,
    other ? null : { by: context.person.id, at: context.now },
  );
  if (!other) {
    await apply(goal, wanted, context);
    return tellMoved(goal, wanted, reason, owner, context);
  }
  return askForChange(goal, change, other, context);
}

export const askForChange = (
  goal: GoalProgress,
  change: LineChange,
  of: Person,
  context: GoalContext,
): Notice =>
  context.notify(
    of,
    "change",
    (t) => changeCard(goal, change, context.person.name, t),
    changeName(goal.id),
  );

/** Decisions of one hour are one message. */
const decidedName = "goals.change-decided:";

export const changeName = (id: GoalId): string => `goals.change:${id}`;

const openOf = async (id: GoalId, context: GoalContext): Promise<readonly LineChange[]> =>
  (await context.stores.goals.changesOf(id)).filter((each) => each.state === "open");

/** Null: a goal that its owner set alone is theirs. */
async function otherSide(
  goal: GoalProgress,
  owner: Person,
  context: GoalContext,
): Promise<Person | null> {
  if (owner.id !== context.person.id) return owner;
  if (goal.proposedById === null) return null;
  return context.deciderFor(owner);
}

/** To be decided by the other side, or by whoever stands in for the manager. */
async function lockAsked(
  id: GoalId,
  which: string,
  context: GoalContext,
): Promise<OwnedGoal & { readonly change: LineChange | undefined; readonly inPlace: boolean }> {
  const changeIn = async () => (await openOf(id, context)).find((each) => each.id === which);
  const found = await context.stores.goals.byId(id);
  const owner = found && (await ownerOf(found, context));
  const isAsked =
    owner !== null &&
    !manages(context.person, owner) &&
    (await changeIn())?.byId === owner.id &&
    (await standsIn(owner, context));
  if (!isAsked)
    return { ...(await lockDecidableGoal(id, context)), change: await changeIn(), inPlace: false };
  const [goal] = await context.stores.goals.lock([id]);
  if (!goal) throw new Refusal(context.house.oldCard());
  return { goal, owner, change: await changeIn(), inPlace: true };
}

async function apply(
  goal: GoalProgress,
  { target, due }: Aim,
  context: GoalContext,
): Promise<void> {
  const period =
    due === goal.period.end
      ? goal.period
      : { ...periodEnding(due, goal.period.start), start: goal.period.start };
  const milestones = milestonesFor(goal, target);
  await context.stores.goals.change(goal.id, {
    target,
    period,
    ...(milestones === goal.milestones ? {} : { milestones }),
  });
}

export const agreeToChange = (
  payload: { goal: GoalId; change: string },
  context: GoalContext,
): Promise<Answer> => decide(payload, "agreed", context);
export const declineChange = (
  payload: { goal: GoalId; change: string },
  context: GoalContext,
): Promise<Answer> => decide(payload, "declined", context);

async function decide(
  { goal: id, change: which }: { goal: GoalId; change: string },
  state: "agreed" | "declined",
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner, change, inPlace } = await lockAsked(id, which, context);
  if (!change) throw new Refusal(context.t.changeDecided());
  if (change.byId === context.person.id) throw new Refusal(context.t.changeOwn());
  if (goal.state !== "active") throw new Refusal(context.t.goalClosed(goal.number));
  await context.stores.goals.keepChange(
    { ...change, state },
    { by: context.person.id, at: context.now },
  );
  if (state === "agreed") await apply(goal, change.wanted, context);
  const asker = await context.stores.people.person(change.byId);
  const answered = (t: GoalContext["t"]): Card =>
    card({
      title: t.changeAnswered(context.person.name, state),
      tone: state === "agreed" ? "good" : "info",
      context: t.titled(goal.number, goal),
    });
  const told = asker && {
    ...context.notify(asker, "change-decided", answered, `${decidedName}${change.id}`),
    gathers: decidedName,
  };
  if (inPlace) return replan(committed(replace(answered(context.t)), told), owner.id);
  const now = await goalNow(id, context);
  const shown = goalCard(
    await paced(now, owner, context),
    owner.id === context.person.id,
    context.t,
    await context.stores.goals.changesOf(id),
  );
  return replan(committed(replace(shown), told), owner.id);
}
