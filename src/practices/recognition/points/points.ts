// Points 积分: what may still be given this month, paying, taking back. The giver's row is locked by every act of theirs, and only
// the giver's pool is ever looked at to decide, so two processes can never spend the same point; the ledger's key sees to the rest.
import { show, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { addMonths, startOfMonth } from "#src/calendar/local-date";
import type { Line as Sentence } from "#src/view/line";
import { rulesNow, type RecognitionContext } from "../context.ts";
import {
  balanceOf,
  budgetOf,
  capOf,
  give,
  monthOf,
  takeBack,
  turnMonth,
  whyNot,
  type Draft,
  type Gift,
  type GivenLine,
} from "./ledger.ts";
import type { PointsStanding, Shout } from "../model.ts";
import { pointsCard } from "./points-card.ts";

interface Month {
  readonly month: string;
  /** What brings the pool to this month; not written yet. */
  readonly turn: readonly Draft[];
  readonly lines: readonly GivenLine[];
}

async function thisMonth(context: RecognitionContext): Promise<Month> {
  const { person, stores, today } = context;
  const month = monthOf(today);
  const lines = await stores.recognition.givenBy(person.id);
  const budget = budgetOf(person.reports, await rulesNow(context));
  const turn = turnMonth(person.id, lines, month, budget);
  return { month, turn, lines: [...lines, ...turn] };
}

const giftOf = (
  shout: Pick<Shout, "id" | "byId" | "points"> & {
    readonly receivers: readonly Pick<Shout["receivers"][number], "person">[];
  },
  month: string,
): Gift => ({
  giver: shout.byId,
  receivers: shout.receivers.map((each) => each.person),
  points: shout.points,
  shout: shout.id,
  month,
});

type Payable = Parameters<typeof giftOf>[0];

/** Why these points cannot be given, said to the giver; null when they can. */
export async function whyNotPaid(
  shout: Payable,
  context: RecognitionContext,
): Promise<Sentence | null> {
  if (shout.points === 0) return null;
  const { month, lines } = await thisMonth(context);
  const problem = whyNot(giftOf(shout, month), lines);
  if (problem === null) return null;
  if (problem.why === "too-little") return context.t.tooFewPoints(problem.cost, problem.left);
  const receiver = await context.stores.people.person(problem.receiver);
  return context.t.tooManyToOne(receiver?.name ?? "", problem.most);
}

/** Both sides, in the transaction of what they are for. */
export async function pay(shout: Payable, context: RecognitionContext): Promise<void> {
  const problem = await whyNotPaid(shout, context);
  if (problem !== null) throw new Refusal(problem);
  if (shout.points === 0) return;
  const { month, turn } = await thisMonth(context);
  await write([...turn, ...give(giftOf(shout, month))], context);
}

export async function payBack(shout: Shout, context: RecognitionContext): Promise<void> {
  const lines = await context.stores.recognition.linesOf(shout.id);
  await write(takeBack(lines, monthOf(context.today)), context);
}

async function write(lines: readonly Draft[], context: RecognitionContext): Promise<void> {
  await context.stores.recognition.append(
    lines.map((each) => ({ ...each, id: context.newId() })),
    context.now,
  );
}

/** Null while an admin has not turned points on. */
export async function standingOf(context: RecognitionContext): Promise<PointsStanding | null> {
  if (!(await rulesNow(context)).points) return null;
  const { month, lines } = await thisMonth(context);
  const own = lines.filter((each) => each.month === month);
  const budget = balanceOf(own.filter((each) => each.cause === "grant"));
  return {
    budget,
    left: balanceOf(own),
    mostToOne: capOf(budget),
    have: await context.stores.recognition.have(context.person.id),
  };
}

export async function showPoints(_input: unknown, context: RecognitionContext): Promise<Answer> {
  const standing = await standingOf(context);
  if (standing === null) throw new Refusal(context.t.pointsOff());
  return show(pointsCard(standing, addMonths(startOfMonth(context.today), 1), context.t));
}
