// What of a message's parts may be said now: the day's and the week's budget, and no more than fits in one message. The rest is put off,
// or let pass where its time is over by then.
import { startOfWeek } from "#src/calendar/local-date";
import { localDateAt } from "#src/calendar/zones";
import { cameOf, type Composing, type DuePart } from "./due-parts.ts";
import { inOrder, nudgeOfDay, putOff, whenBudgetReturns, type Wait } from "./rules.ts";

/** Takes one of the day's slots for the message, or puts everything off; what does not fit in one message comes later. */
export async function withinBudget(
  parts: readonly DuePart[],
  composing: Composing,
): Promise<readonly DuePart[]> {
  if (parts.length === 0) return [];
  const { acting, now, who, head, came } = composing;
  const { person, stores } = acting;
  const today = localDateAt(now, person.zone);
  const taken = await stores.nudges.taken(person.id, startOfWeek(today));
  const nth = nudgeOfDay(today, taken);
  const spending = parts.filter((each) => !each.chosen);
  if (nth === null) {
    const until = whenBudgetReturns(now, who, taken);
    await moveOrPass(spending, { until, reason: "budget" }, composing);
  } else if (spending.length > 0) await stores.nudges.take(person.id, today, nth, head);
  const order = inOrder(nth === null ? parts.filter((each) => each.chosen) : parts);
  if (order.later.length > 0) {
    const until = whenBudgetReturns(now, who, [...taken, today, today]);
    await moveOrPass(order.later, { until, reason: "too many at once" }, composing);
  }
  const replaced = new Set(order.now.flatMap((each) => each.replaces));
  const isSaid = ({ slot }: DuePart): boolean => !replaced.has(slot.rule);
  const said = order.now.filter(isSaid);
  came.push(
    ...order.now
      .filter((each) => !isSaid(each))
      .map(({ slot }) => cameOf(slot, "let pass", "said together")),
    ...said.map(({ slot }) => cameOf(slot, "said", null)),
  );
  return said;
}

/** What is due is put off until then, or let pass where it is over by then; what is not due yet keeps its own time. */
export async function moveOrPass(
  parts: readonly DuePart[],
  wait: Wait,
  { acting, now, came }: Composing,
): Promise<void> {
  const put = parts.filter(({ slot }) => slot.dueAt <= now).map((each) => putOff(each.slot, wait));
  came.push(...put.map(({ slot, outcome, reason }) => cameOf(slot, outcome, reason)));
  const isPutOff = ["paused", "budget", "too many at once"].includes(wait.reason);
  await acting.stores.plans.move(
    acting.person.id,
    put.filter((each) => each.outcome === "moved").map((each) => each.slot),
    isPutOff ? "put off" : "waits",
  );
}
