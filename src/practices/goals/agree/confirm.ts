// Saying yes to a proposal, or what one would agree to instead.
import {
  ask,
  correct,
  replan,
  replace,
  committed,
  toast,
  type Answer,
  type Notice,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import type { Person } from "#src/people/person";
import type { FormValues } from "#src/view/form";
import { lockOwnGoal, ownGoal, paced, visibleGoal, type GoalContext } from "../context.ts";
import { answerForm } from "../define/goal-form.ts";
import type { GoalId, GoalProgress } from "../model.ts";
import { goalCard } from "../goal-card.ts";
import { waitingProposalCard } from "./proposal-card.ts";
import { card } from "#src/view/card";

export async function confirmGoal(
  { goal: id }: { goal: GoalId },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await lockOwnGoal(id, context);
  if (owner.id !== context.person.id) throw new Refusal(context.t.notYourGoal(goal.number));
  refuseWithdrawn(goal, context);
  if (goal.state === "active") throw new Refusal(context.t.alreadyConfirmed());
  if (goal.state !== "proposed") throw new Refusal(context.t.goalClosed(goal.number));
  const told = await makeActive(goal, context);
  return replan(
    committed(
      replace(goalCard(await paced({ ...goal, state: "active" }, owner, context), true, context.t)),
      told,
    ),
    owner.id,
  );
}

/** It counts from now on; whoever proposed it is told. */
export async function makeActive(goal: GoalProgress, context: GoalContext): Promise<Notice | null> {
  await context.stores.goals.change(goal.id, { state: "active" });
  if (goal.state !== "proposed") return null;
  const told = await tellProposer(
    goal,
    "confirmed",
    (t) =>
      card({
        title: t.confirmedTitle(context.person.name),
        tone: "good",
        context: t.titled(goal.number, goal),
      }),
    context,
  );
  return told && { ...told, standing: `${confirmedName}${goal.id}`, gathers: confirmedName };
}

/** Six people who say yes within the hour are one message. */
const confirmedName = "goals.confirmed:";
/** So are their answers; each of them stands. */
const answeredName = "goals.answered:";

/** Its owner comes to it after whoever proposed it took it back. */
function refuseWithdrawn(goal: GoalProgress, { t }: GoalContext): void {
  if (goal.state === "dropped" && goal.proposedById !== null)
    throw new Refusal(t.withdrawnMeanwhile(goal.number));
}

export const confirmNumbered = async (
  { goal: number }: { goal: number },
  context: GoalContext,
): Promise<Answer> => {
  const { goal } = await visibleGoal(await context.stores.goals.numbered(number), number, context);
  return confirmGoal({ goal: goal.id }, context);
};

async function tellProposer(
  goal: GoalProgress,
  about: string,
  say: (t: GoalContext["t"]) => ReturnType<typeof card>,
  context: GoalContext,
): Promise<Notice | null> {
  const proposer = await proposerOf(goal, context);
  return proposer && proposer.id !== context.person.id
    ? context.notify(proposer, about, say)
    : null;
}

/** Who proposed it, or decides now in their place. */
async function proposerOf(
  { proposedById }: Pick<GoalProgress, "proposedById">,
  context: GoalContext,
): Promise<Person | null> {
  const proposer = proposedById === null ? null : await context.stores.people.person(proposedById);
  return proposer?.leftOn === null ? proposer : context.deciderFor(context.person);
}

export async function askForAnswer(
  { goal: id }: { goal: GoalId },
  context: GoalContext,
): Promise<Answer> {
  const { goal } = await ownGoal(id, context);
  refuseWithdrawn(goal, context);
  if (goal.state !== "proposed") throw new Refusal(context.t.alreadyConfirmed());
  const proposer = await proposerOf(goal, context);
  if (!proposer) throw new Refusal(context.t.proposalNobody());
  return ask(answerForm(goal, proposer, context.t));
}

export async function answerProposal(
  { payload, values }: { payload: { goal: GoalId }; values: FormValues },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await lockOwnGoal(payload.goal, context);
  if (owner.id !== context.person.id) throw new Refusal(context.t.notYourGoal(goal.number));
  refuseWithdrawn(goal, context);
  if (goal.state !== "proposed") throw new Refusal(context.t.alreadyConfirmed());
  const fields = readFields(values, context);
  const answer = fields.neededText("answer", 1000);
  if (fields.wrong) return correct(fields.errors);
  const told = await tellProposer(
    goal,
    "answered",
    (t) => waitingProposalCard(goal, t.answeredTitle(context.person.name), answer, t),
    context,
  );
  if (!told) throw new Refusal(context.t.proposalNobody());
  const standing = `${answeredName}${goal.id}:${context.newId()}`;
  return committed(toast(context.t.answerSent()), { ...told, standing, gathers: answeredName });
}
