// A draft starts to count; one for somebody else is proposed to them.
import { replan, replace, committed, type Answer, type Notice } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { lockDecidableGoal, openYearsOf, paced, type GoalContext } from "../context.ts";
import type { Person } from "#src/people/person";
import { isUnderWay, type GoalId, type GoalProgress } from "../model.ts";
import { goalCard } from "../goal-card.ts";
import { proposalCard, waitingProposalCard } from "./proposal-card.ts";

/** A draft starts to count; one for somebody else becomes a proposal. */
export async function startGoal(
  { goal: id }: { goal: GoalId },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await lockDecidableGoal(id, context);
  if (goal.state !== "draft")
    throw new Refusal(
      isUnderWay(goal) ? context.t.alreadyConfirmed() : context.t.goalClosed(goal.number),
    );
  if (owner.id === context.person.id) {
    await context.stores.goals.change(id, { state: "active" });
    const card_ = goalCard(
      await paced({ ...goal, state: "active" }, owner, context),
      true,
      context.t,
    );
    return replan(committed(replace({ ...card_, context: context.t.started() })), owner.id);
  }
  await context.stores.goals.change(id, { state: "proposed", proposedOn: context.today });
  const proposal = await tellProposal(goal, owner, context);
  return replan(
    committed(
      replace(
        waitingProposalCard(
          { ...goal, state: "proposed" },
          context.t.titled(goal.number, goal),
          null,
          context.t,
        ),
      ),
      proposal,
    ),
    owner.id,
  );
}

const proposalNames = "goals.proposal:";
/** The proposal as it stands in the rep's chat: kept up to date when the manager changes or drops it. */
export const proposalName = (id: GoalId): string => `${proposalNames}${id}`;

/** Its owner is asked to say yes; what is proposed to one person within the hour is one message. */
export async function tellProposal(
  goal: GoalProgress,
  owner: Person,
  context: GoalContext,
  about = "proposed",
): Promise<Notice> {
  const openYears = await openYearsOf(goal, owner, context);
  const told = context.notify(
    owner,
    `${about}-${goal.id}`,
    (t) => proposalCard({ ...goal, openYears }, context.person.name, t),
    proposalName(goal.id),
  );
  return { ...told, gathers: proposalNames };
}
