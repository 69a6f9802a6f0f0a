// Reporting progress: from a line of text to what is to be written.
import type { Answer } from "#src/bot/declare/answer";
import { Incomplete, Refusal } from "#src/bot/declare/errors";
import { findAmounts } from "#src/language/amount/amount";
import { asTyped } from "#src/language/text";
import { mayLogFor, type Person } from "#src/people/person";
import { mostListed } from "../actions.ts";
import { visibleGoal, type GoalContext } from "../context.ts";
import { place } from "./assign-goals.ts";
import { readLine } from "./parse/parse-line.ts";

export interface LogInput {
  readonly goal: number | null;
  readonly who: Person | null;
  readonly line: string;
  /** As it was typed, so that a note keeps its own signs. */
  readonly typed?: string;
}

export const logProgress = (input: LogInput, context: GoalContext) =>
  logLine(input, false, context);
export const logTotal = (input: LogInput, context: GoalContext) => logLine(input, true, context);

async function logLine(input: LogInput, total: boolean, context: GoalContext): Promise<Answer> {
  const { t } = context;
  const owner = input.who ?? context.person;
  if (!mayLogFor(context.person, owner)) throw new Refusal(t.mayNotLogFor(owner.name));
  const explicit =
    input.goal === null
      ? null
      : await visibleGoal(await context.stores.goals.numbered(input.goal), input.goal, context);
  const target = explicit?.owner ?? owner;
  if (!mayLogFor(context.person, target)) throw new Refusal(t.notYourGoal(input.goal ?? 0));
  const metrics = hasWords(input.line) ? await context.stores.setup.metrics() : [];
  const read = readLine(input.line, {
    metrics,
    today: context.today,
    ofRatio: explicit?.goal.unit.kind === "percent",
  });
  if ("noSuchDate" in read)
    throw new Refusal(
      read.unclear ? t.whichDay(read.noSuchDate) : context.house.noSuchDate(read.noSuchDate),
    );
  if (read.amounts.length === 0)
    throw new Incomplete("amount", input.line === "" ? null : t.noAmount());
  if (read.amounts.length > mostListed) throw new Refusal(t.tooManyFigures(mostListed));
  const note = input.typed === undefined ? read.note : asTyped(input.typed, read.note);
  const wanted = read.amounts.map((amount) => ({
    amount: { ...amount, total: total || amount.total },
    goal: explicit?.goal ?? null,
  }));
  return place(wanted, { owner: target, on: read.on ?? context.today, note }, context);
}

/** Whether anything but amounts stands there: only then can it name a metric or a day. */
function hasWords(line: string): boolean {
  const bare = findAmounts(line)
    .toReversed()
    .reduce((text, each) => `${text.slice(0, each.start)} ${text.slice(each.end)}`, line);
  return /\p{L}/u.test(bare);
}
