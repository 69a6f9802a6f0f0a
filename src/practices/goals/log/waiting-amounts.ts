// Amounts that wait on a button, until a goal is named for them or the writer says which way they are meant.
import { addDays, daysBetween, type LocalDate } from "#src/calendar/local-date";
import { fitting as shortened, shorten } from "#src/language/text";
import { mayLogFor, type Person } from "#src/people/person";
import { Refusal } from "#src/bot/declare/errors";
import type { Metric } from "#src/practices/setup/api";
import type { Beside, PendingAmount } from "../actions.ts";
import { personNamed, visibleGoal, type GoalContext } from "../context.ts";
import type { Figure, GoalProgress } from "../model.ts";
import { marked, markOf, unitMarked } from "./parse/unit-marks.ts";
import type { LoggedAmount } from "./reading/reading.ts";

const longestNote = 500;
/** Of each of several amounts on one button. */
const longestNoteBeside = 60;

/** One amount of a line, with its goal once that is known. */
export interface Wanted {
  readonly amount: LoggedAmount;
  readonly goal: GoalProgress | null;
  readonly owner: Person;
  readonly on: LocalDate;
  readonly note: string;
}

/** One amount as it waits for its goal, with the others of its line beside it. */
export const waitingFor = (
  wanted: Wanted,
  line: readonly Wanted[],
  context: GoalContext,
): PendingAmount => {
  const { amount, on, note, owner } = wanted;
  return {
    value: amount.amount.value,
    of: amount.of ?? null,
    total: amount.total,
    as: markOf(amount.amount),
    on,
    note: shorten(note, longestNote),
    for: owner.id === context.person.id ? null : owner.id,
    rest: line.filter((each) => each !== wanted).map((each) => besideOf(each, on, context)),
  };
};

export function besideOf(
  { amount, goal, owner, on, note }: Wanted,
  from: LocalDate,
  context: GoalContext,
): Beside {
  return [
    amount.of ? [amount.amount.value, amount.of] : [amount.amount.value],
    amount.metric?.id ?? "",
    markOf(amount.amount),
    amount.total ? 1 : 0,
    goal?.number ?? 0,
    daysBetween(on, from),
    shortened(note, longestNoteBeside),
    owner.id === context.person.id ? null : owner.id,
  ];
}

/** The amount that waited, now with its goal, and the others of its line. */
export const wantedOf = async (
  waiting: PendingAmount,
  goal: GoalProgress,
  owner: Person,
  context: GoalContext,
): Promise<readonly Wanted[]> => [
  {
    goal,
    owner,
    on: waiting.on,
    note: waiting.note,
    amount: {
      metric: null,
      amount: marked(waiting.value, waiting.as),
      ...(waiting.of && { of: waiting.of }),
      total: waiting.total,
    },
  },
  ...(await besideWanted(waiting.rest, { ...waiting, owner }, context)),
];

/** What stands on a button, read again: whoever may not log for somebody learns nothing. */
export async function besideWanted(
  rest: readonly Beside[],
  line: { readonly on: LocalDate; readonly note: string; readonly owner: Person },
  context: GoalContext,
): Promise<readonly Wanted[]> {
  const metrics: readonly Metric[] = rest.some(([, metric]) => metric !== "")
    ? await context.stores.setup.metrics()
    : [];
  const wanted: Wanted[] = [];
  for (const [[value, of], metric, mark, total, number, daysBefore, note, whose] of rest) {
    const known =
      number === 0
        ? null
        : await visibleGoal(await context.stores.goals.numbered(number), number, context);
    const owner = known?.owner ?? (await ownerNamed(whose, line.owner, context));
    if (!mayLogFor(context.person, owner)) throw new Refusal(context.house.notForYou("logger"));
    wanted.push({
      goal: known?.goal ?? null,
      owner,
      on: addDays(line.on, -(daysBefore ?? 0)),
      note: note ?? line.note,
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

/** Absent on a button of before: whose the line is. */
const ownerNamed = async (
  whose: Beside[7],
  owner: Person,
  context: GoalContext,
): Promise<Person> => {
  if (whose === undefined) return owner;
  return whose === null ? context.person : personNamed(whose, context);
};

/** As it is said before its goal is known: with the goal's unit, what stood beside it, or its metric's. */
export function figureOf({ amount }: Pick<Wanted, "amount">, goal: GoalProgress | null): Figure {
  const { metric } = amount;
  const unit =
    goal?.unit ??
    unitMarked(markOf(amount.amount)) ??
    (metric?.unit.kind === "count" ? metric.unit : { kind: "count" as const });
  return { value: amount.amount.value, of: amount.of ?? null, unit };
}
