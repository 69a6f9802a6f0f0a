// Which goal each amount of a line is for. One that does not say is asked for, and the others wait with it: all are stored, or none.
import { show, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import type { LocalDate } from "#src/calendar/local-date";
import { shorten } from "#src/language/text";
import { mayLogFor, type Person } from "#src/people/person";
import type { Metric } from "#src/practices/setup/api";
import type { PendingAmount } from "../actions.ts";
import { ownGoal, visibleGoal, type GoalContext } from "../context.ts";
import { logged, writeEntries } from "./record-entries.ts";
import { marked, markOf } from "./parse/unit-marks.ts";
import type { GoalId, GoalProgress } from "../model.ts";
import { fitting, type LoggedAmount } from "./parse/parse-line.ts";
import { noGoalCard, whichGoalCard } from "../history/entry-card.ts";

const longestNote = 500;
/** As many as a button carries. */
const mostBeside = 8;

/** One amount of a line, with its goal once that is known. */
export interface Wanted {
  readonly amount: LoggedAmount;
  readonly goal: GoalProgress | null;
}

/** What all amounts of a line share. */
export interface Shared {
  readonly owner: Person;
  readonly on: LocalDate;
  readonly note: string;
}

export async function place(
  wanted: readonly Wanted[],
  shared: Shared,
  context: GoalContext,
  source: "chat" | "form" = "chat",
): Promise<Answer> {
  const open = wanted.every((each) => each.goal)
    ? []
    : await context.stores.goals.openOf(shared.owner.id);
  const chosen = wanted.map(({ amount, goal }) =>
    goal ? [goal] : fitting(amount, open, shared.on),
  );
  const unclear = chosen.findIndex((goals) => goals.length !== 1);
  if (unclear >= 0) return askedFor(wanted, chosen, unclear, shared, context);
  return logged(
    await writeEntries(
      chosen.map(([goal], i) => ({
        goal: goal!,
        owner: shared.owner,
        waiting: waitingFor(wanted[i]!.amount, shared, context),
      })),
      context,
      source,
    ),
    context,
  );
}

function askedFor(
  wanted: readonly Wanted[],
  chosen: readonly (readonly GoalProgress[])[],
  at: number,
  shared: Shared,
  context: GoalContext,
): Answer {
  if (wanted.length > mostBeside) throw new Refusal(context.t.tooManyAmounts(mostBeside));
  const { amount } = wanted[at]!;
  const rest = wanted.flatMap(({ amount: other }, i): PendingAmount["rest"] => {
    if (i === at) return [];
    const figure:
      | [typeof other.amount.value]
      | [typeof other.amount.value, typeof other.amount.value] = other.of
      ? [other.amount.value, other.of]
      : [other.amount.value];
    return [
      [
        figure,
        other.metric?.id ?? "",
        markOf(other.amount),
        other.total ? 1 : 0,
        chosen[i]!.length === 1 ? chosen[i]![0]!.number : 0,
      ],
    ];
  });
  const waiting = { ...waitingFor(amount, shared, context), rest };
  const goals = chosen[at]!;
  return show(
    goals.length === 0
      ? noGoalCard(waiting, amount.metric, context.t)
      : whichGoalCard(waiting, amount.metric, goals, context.t),
  );
}

export const waitingFor = (
  { amount, of, total }: LoggedAmount,
  { owner, on, note }: Shared,
  context: GoalContext,
): PendingAmount => ({
  value: amount.value,
  of: of ?? null,
  total,
  as: markOf(amount),
  on,
  note: shorten(note, longestNote),
  for: owner.id === context.person.id ? null : owner.id,
  rest: [],
});

/** The amount that waited, now with its goal, and the others of its line. */
export const amountWaiting = ({
  value,
  of,
  total,
  as,
}: Pick<PendingAmount, "value" | "of" | "total" | "as">): LoggedAmount => ({
  metric: null,
  amount: marked(value, as),
  ...(of && { of }),
  total,
});

export async function othersWaiting(
  { rest }: PendingAmount,
  context: GoalContext,
): Promise<readonly Wanted[]> {
  const metrics: readonly Metric[] = rest.some(([, metric]) => metric !== "")
    ? await context.stores.setup.metrics()
    : [];
  const wanted: Wanted[] = [];
  for (const [[value, of], metric, mark, total, number] of rest) {
    const goal =
      number === 0
        ? null
        : (await visibleGoal(await context.stores.goals.numbered(number), number, context)).goal;
    wanted.push({
      goal,
      amount: {
        metric: metrics.find((each) => each.id === metric) ?? null,
        amount: marked(value, mark),
        ...(of && { of }),
        total: total === 1,
      },
    });
  }
  return wanted;
}

export async function logToChosen(
  payload: PendingAmount & { goal: GoalId },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await ownGoal(payload.goal, context);
  return place(
    [{ goal, amount: amountWaiting(payload) }, ...(await othersWaiting(payload, context))],
    { ...payload, owner },
    context,
  );
}

/** What has no goal is left out; the others of its line are stored. */
export async function logOthersPressed(
  payload: PendingAmount,
  context: GoalContext,
): Promise<Answer> {
  const wanted = await othersWaiting(payload, context);
  if (wanted.length === 0) throw new Refusal(context.house.oldCard());
  const owner =
    payload.for === null ? context.person : await context.stores.people.person(payload.for);
  if (!owner || !mayLogFor(context.person, owner)) throw new Refusal(context.house.notForYou());
  return place(wanted, { ...payload, owner }, context);
}
