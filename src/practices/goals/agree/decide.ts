// Seeing, agreeing, steering and closing goals.
import {
  ask,
  correct,
  replan,
  replace,
  show,
  committed,
  toast,
  type Answer,
  type Notice,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import type { FormValues } from "#src/view/form";
import {
  decidableGoal,
  lockDecidableGoal,
  lockNumberedGoal,
  lockOwnGoal,
  ownGoal,
  paced,
  visibleGoal,
  type GoalContext,
} from "../context.ts";
import { reached } from "../api.ts";
import { inPeriod } from "#src/calendar/periods";
import { askClose } from "../actions.ts";
import { askForProgress } from "../history/history.ts";
import { answerForm, closeForm } from "../define/goal-form.ts";
import type { GoalId, GoalProgress } from "../model.ts";
import { closingState } from "../rules.ts";
import { closely, withOverrides } from "../status/override.ts";
import {
  changeCard,
  goalCard,
  goalsCard,
  proposalCard,
  waitingProposalCard,
} from "../goal-card.ts";
import type { Person } from "#src/people/person";
import { button, card, text } from "#src/view/card";
import type { Line } from "#src/view/line";

/** A draft starts to count; one for somebody else becomes a proposal. */
export async function startGoalPressed(
  { goal: id }: { goal: GoalId },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await lockDecidableGoal(id, context);
  if (goal.state !== "draft")
    throw new Refusal(
      goal.state === "active" || goal.state === "proposed"
        ? context.t.alreadyConfirmed()
        : context.t.goalClosed(goal.number),
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
  const proposal = {
    ...context.notify(owner, "proposed", (t) => proposalCard(goal, context.person.name, t)),
    standing: proposalName(id),
  };
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

/** The proposal as it stands in the rep's chat: kept up to date when the manager changes or drops it. */
export const proposalName = (id: GoalId): string => `goals.proposal:${id}`;

export async function confirmGoalPressed(
  { goal: id }: { goal: GoalId },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await lockOwnGoal(id, context);
  if (owner.id !== context.person.id) throw new Refusal(context.t.notYourGoal(goal.number));
  refuseWithdrawn(goal, context);
  if (goal.state === "active") throw new Refusal(context.t.alreadyConfirmed());
  if (goal.state !== "proposed") throw new Refusal(context.t.goalClosed(goal.number));
  await context.stores.goals.change(id, { state: "active" });
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
  return replan(
    committed(
      replace(goalCard(await paced({ ...goal, state: "active" }, owner, context), true, context.t)),
      told,
    ),
    owner.id,
  );
}

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
  return confirmGoalPressed({ goal: goal.id }, context);
};

async function tellProposer(
  goal: GoalProgress,
  about: string,
  say: (t: GoalContext["t"]) => ReturnType<typeof card>,
  context: GoalContext,
): Promise<Notice | null> {
  const proposer =
    goal.proposedById === null ? null : await context.stores.people.person(goal.proposedById);
  return proposer && proposer.id !== context.person.id
    ? context.notify(proposer, about, say)
    : null;
}

export async function askForAnswer(
  { goal: id }: { goal: GoalId },
  context: GoalContext,
): Promise<Answer> {
  const { goal } = await ownGoal(id, context);
  const proposer =
    goal.proposedById === null ? null : await context.stores.people.person(goal.proposedById);
  refuseWithdrawn(goal, context);
  if (!proposer || goal.state !== "proposed") throw new Refusal(context.t.alreadyConfirmed());
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
  return committed(toast(context.t.answerSent()), told);
}

export async function showGoal(
  { goal: number }: { goal: number },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await visibleGoal(
    await context.stores.goals.numbered(number),
    number,
    context,
  );
  const changes = await context.stores.goals.changesOf(goal.id);
  const asked = changes.find((each) => each.state === "open" && each.byId !== context.person.id);
  const shown = goalCard(
    await closely(goal, owner, context),
    owner.id === context.person.id,
    context.t,
    changes,
    await context.stores.goals.earlierOwners(goal.id),
  );
  if (!asked || goal.state !== "active") return show(shown);
  const asker = await context.stores.people.person(asked.byId);
  return show(shown, changeCard(goal, asked, asker?.name ?? "", context.t));
}

export async function myGoals(_input: unknown, context: GoalContext): Promise<Answer> {
  const goals = await context.stores.goals.openOf(context.person.id);
  const all = await Promise.all(goals.map((goal) => paced(goal, context.person, context)));
  return show(
    goalsCard(
      context.t.goalsTitle(),
      await withOverrides(all, context),
      false,
      context.t.noGoals(),
      context.t,
    ),
  );
}

/** The form of the only goal one can log to now; otherwise the goals, each with its own button. */
export async function askForLog(input: unknown, context: GoalContext): Promise<Answer> {
  const open = await context.stores.goals.openOf(context.person.id);
  const loggable = open.filter(
    (goal) =>
      goal.state === "active" &&
      goal.direction !== "milestones" &&
      inPeriod(goal.period, context.today),
  );
  return loggable.length === 1
    ? askForProgress({ goal: loggable[0]!.id }, context)
    : myGoals(input, context);
}

export async function teamGoals(_input: unknown, context: GoalContext): Promise<Answer> {
  const goals = await context.stores.goals.openUnder(context.person.id);
  const people = new Map((await context.stores.people.directory()).map((each) => [each.id, each]));
  const all = await Promise.all(
    goals
      .filter((goal) => goal.state !== "draft")
      .map((goal) => paced(goal, people.get(goal.ownerId) ?? context.person, context)),
  );
  return show(
    goalsCard(
      context.t.teamTitle(),
      await withOverrides(all, context),
      true,
      context.t.noTeamGoals(),
      context.t,
    ),
  );
}

export async function setConfidence(
  { goal: number, level }: { goal: number; level: string },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await lockNumberedGoal(number, context);
  if (owner.id !== context.person.id) throw new Refusal(context.t.notYourGoal(goal.number));
  if (!/^(?:[1-9]|10)$/.test(level)) throw new Refusal(context.t.confidenceRange());
  if (goal.state !== "active" && goal.state !== "proposed")
    throw new Refusal(context.t.goalClosed(goal.number));
  await context.stores.goals.change(goal.id, { confidence: Number(level) });
  return committed(toast(context.t.confidenceSaved(goal.number, Number(level))));
}

export async function dropGoalPressed(
  { goal: id }: { goal: GoalId },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await lockDecidableGoal(id, context);
  if (isClosed(goal)) throw new Refusal(context.t.goalClosed(goal.number));
  // What runs was agreed on: it is closed, with a word why, and never dropped by a card from before.
  if (goal.state === "active")
    throw new Refusal(whyNotDropped(goal, owner, context), [
      button(context.t.close(), askClose({ goal: id })),
    ]);
  await context.stores.goals.change(id, { state: "dropped" });
  const withdrawn = goal.state === "proposed" && owner.id !== context.person.id;
  const says = (t: GoalContext["t"]) =>
    card({
      title: t.titled(goal.number, goal),
      body: [{ element: "text", line: withdrawn ? t.withdrawn() : t.dropped() }],
    });
  const told =
    goal.state === "proposed" && owner.id !== context.person.id
      ? { ...context.notify(owner, "dropped", says), standing: proposalName(id) }
      : null;
  return committed(replace(says(context.t)), told);
}

const whyNotDropped = (
  { number, proposedById }: GoalProgress,
  owner: Person,
  { person, t }: GoalContext,
): Line =>
  owner.id === person.id || proposedById === null
    ? t.runsMeanwhile(number)
    : t.confirmedMeanwhile(owner.name, number);

export async function milestoneDone(
  { goal: id, milestone }: { goal: GoalId; milestone: string },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await lockOwnGoal(id, context);
  const step = goal.milestones.find((each) => each.id === milestone);
  if (!step) throw new Refusal(context.house.oldCard());
  if (step.doneOn !== null) throw new Refusal(context.t.stepDoneAlready(step.title));
  if (isClosed(goal)) throw new Refusal(context.t.goalClosed(goal.number));
  const milestones = goal.milestones.map((each) =>
    each.id === milestone ? { ...each, doneOn: context.today } : each,
  );
  await context.stores.goals.change(id, { milestones });
  const mine = owner.id === context.person.id;
  const after = { ...goal, milestones, lastOn: context.today };
  const shown = goalCard(await paced(after, owner, context), mine, context.t);
  const beside = mine
    ? await context.offered(reached({ goal: after, milestone: step, entry: null }))
    : [];
  return committed(replace({ ...shown, buttons: [...beside, ...shown.buttons] }));
}

export async function askToClose(
  { goal: id }: { goal: GoalId },
  context: GoalContext,
): Promise<Answer> {
  const { goal } = await decidableGoal(id, context);
  if (goal.state !== "active" && !isClosed(goal))
    throw new Refusal(context.t.goalClosed(goal.number));
  return ask(closeForm(goal, context.t));
}

export async function closeGoalForm(
  { payload, values }: { payload: { goal: GoalId }; values: FormValues },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await lockDecidableGoal(payload.goal, context);
  if (goal.state !== "active" && !isClosed(goal))
    throw new Refusal(context.t.goalClosed(goal.number));
  // The form of one that runs asks how it ends; that of a closed one only for the lesson.
  if (isClosed(goal) && values["ends"] !== undefined)
    throw new Refusal(context.t.closedMeanwhile(goal.number));
  const fields = readFields(values, context);
  const lesson = fields.text("lesson", 500) || null;
  const ends = isClosed(goal) ? "figures" : fields.chosen("ends", ["figures", "dropped"]);
  if (ends === "dropped" && lesson === null) fields.refuse("lesson", context.t.lessonNeeded());
  if (fields.wrong) return correct(fields.errors);
  if (isClosed(goal)) {
    await context.stores.goals.change(goal.id, { lesson });
    return committed(toast(context.t.lessonKept()));
  }
  const standing = await paced(goal, owner, context);
  const state = ends === "dropped" ? "dropped" : closingState(standing.goal, standing.pace.done);
  await context.stores.goals.change(goal.id, { state, lesson });
  const shown = goalCard(
    { ...standing, goal: { ...standing.goal, state, lesson } },
    owner.id === context.person.id,
    context.t,
  );
  return replan(
    committed(
      replace({
        ...shown,
        body: [text(context.t.closedAs(state, lesson !== null)), ...shown.body],
      }),
    ),
    owner.id,
  );
}

/** Closed by its period: nothing changes any more but the lesson. */
const isClosed = (goal: GoalProgress): boolean =>
  goal.state === "achieved" || goal.state === "missed" || goal.state === "dropped";
