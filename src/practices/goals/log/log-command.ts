// Reporting progress: from what was said to what is to be written, asked or refused.
import { show, type Answer } from "#src/bot/declare/answer";
import { codePattern, notOnePerson } from "#src/bot/declare/arguments";
import { Incomplete, Refusal } from "#src/bot/declare/errors";
import { findAmounts, habitsIn } from "#src/language/amount/amount";
import { typedStretches } from "#src/language/text";
import { isFor, mayLogFor, type Person } from "#src/people/person";
import { visibleGoal, type GoalContext, type OwnedGoal } from "../context.ts";
import type { Line } from "#src/view/line";
import type { WayPart } from "../messages/en/log.ts";
import { askedCard, type LeftOutShown, type WayShown } from "./ask-card.ts";
import { mostBeside, place, taking } from "./assign-goals.ts";
import { fitsUnit, fitting } from "./parse/fitting-goals.ts";
import { askIfGoal } from "../naming/like-a-goal.ts";
import { logList } from "./log-list.ts";
import { readList } from "./parse/parse-list.ts";
import { readMessage } from "./reading/read-message.ts";
import { mostFigures } from "./reading/read-line.ts";
import type { LineReader, LineReading, LeftOut, ReadEntry, Way } from "./reading/reading.ts";
import type { SaidLine } from "./parse/said-line.ts";
import type { GoalProgress } from "../model.ts";
import { figureOf, type Wanted } from "./waiting-amounts.ts";

export const logTotal = ({ said }: { said: SaidLine }, context: GoalContext): Promise<Answer> =>
  logLine(said, context, true);

/** Of several lines that name people a list to look at first; everything else is one's own. */
export async function logSaid({ said }: { said: SaidLine }, context: GoalContext): Promise<Answer> {
  if (said.line.includes("\n")) {
    const list = readList(said.line, await readerOf(said, new Map(), context));
    if (list) return logList(list, context);
  }
  const hasVerb = said.reading.whole !== said.line;
  return askIfGoal(said.line, hasVerb, context) ?? logLine(said, context, false);
}

/** What was said, read, with rights and goals looked at: stored, asked about or refused. */
async function logLine(said: SaidLine, context: GoalContext, total: boolean): Promise<Answer> {
  const named = await goalsNamed(said.line, context);
  const reader = await readerOf(said, named, context);
  const reading = readMessage(said.line, reader);
  const inLine: InLine = { named, said, total, words: typedStretches(said.typed) };
  if (reading.is === "clear") return take(reading.way, inLine, context);
  if (reading.is === "asked") return asked(reading, inLine, context);
  throw refusalOf(reading, said, context);
}

export interface InLine {
  readonly named: ReadonlyMap<number, OwnedGoal>;
  readonly said: SaidLine;
  /** Said with the verb: each amount is a total. */
  readonly total: boolean;
  /** A piece of the note as it was typed. */
  readonly words: (read: string) => string;
}

function refusalOf(
  reading: Exclude<LineReading, { is: "clear" | "asked" }>,
  { reading: whole }: SaidLine,
  { t, house }: GoalContext,
): Refusal {
  switch (reading.is) {
    case "day":
      return new Refusal(
        reading.unclear ? t.whichDay(reading.text) : house.noSuchDate(reading.text),
      );
    case "person":
      return notOnePerson(whole, reading.name, reading.people);
    case "wrong-sum":
      return new Refusal(
        t.wrongSum(reading.text, { value: reading.sum.value, unit: { kind: "count" } }),
      );
    case "too-many":
      return new Refusal(t.tooManyFigures(mostFigures));
    case "tangled":
      return new Refusal(t.tangled(reading.figures));
  }
}

/** Every goal that the line names, for those who may see them. */
async function goalsNamed(
  line: string,
  context: GoalContext,
): Promise<ReadonlyMap<number, OwnedGoal>> {
  const named = new Map<number, OwnedGoal>();
  for (const [, digits] of line.matchAll(codePattern("G", "giu"))) {
    const number = Number(digits);
    if (named.size > mostFigures) throw new Refusal(context.t.tooManyFigures(mostFigures));
    if (!named.has(number))
      named.set(
        number,
        await visibleGoal(await context.stores.goals.numbered(number), number, context),
      );
  }
  return named;
}

export async function readerOf(
  { line, reading }: SaidLine,
  named: ReadonlyMap<number, OwnedGoal>,
  context: GoalContext,
): Promise<LineReader> {
  const words = hasWords(line.replace(codePattern("G", "giu"), " "));
  const everybody =
    words && isFor("logger", context.person)
      ? await context.stores.people.directory()
      : reading.directory;
  return {
    metrics: words ? await context.stores.setup.metrics() : [],
    today: context.today,
    ofRatio:
      named.size === 1 && [...named.values()].every(({ goal }) => goal.unit.kind === "percent"),
    habits: habitsIn(context.person.country),
    directory: everybody,
    colleagues: everybody.filter(
      (each) => each.id !== context.person.id && mayLogFor(context.person, each),
    ),
  };
}

/** Whether anything but amounts stands there: only then can it name a metric, a day or a person. */
function hasWords(line: string): boolean {
  const bare = findAmounts(line)
    .toReversed()
    .reduce((text, each) => `${text.slice(0, each.start)} ${text.slice(each.end)}`, line);
  return /\p{L}/u.test(bare.replace(codePattern("G", "giu"), " "));
}

/** Who may log for whom stands first, whatever else is wrong. */
function ownersOf({ entries }: Way, { person, t }: GoalContext): void {
  for (const { who } of entries)
    if (who && !mayLogFor(person, who)) throw new Refusal(t.mayNotLogFor(who.name));
}

async function take(way: Way, inLine: InLine, context: GoalContext): Promise<Answer> {
  ownersOf(way, context);
  if (way.entries.length === 0)
    throw new Incomplete("amount", inLine.said.line === "" ? null : context.t.noAmount());
  const wanted = wantedIn(way, inLine, context);
  return place(wanted, context, { leftOut: leftOutIn(way.leftOut, inLine, context) });
}

export function wantedIn(
  { entries }: Way,
  inLine: InLine,
  context: GoalContext,
): readonly Wanted[] {
  const someFits = entries.some((each) => isForGoal(each, inLine.named));
  return entries.map((each) => wantedOf(each, someFits, inLine, context));
}

/** With G7 named, what fits G7 is for it; what is of another metric or unit finds its own, unless nothing fits. */
function wantedOf(
  entry: ReadEntry,
  someFits: boolean,
  { named, total, words }: InLine,
  context: GoalContext,
): Wanted {
  const { t } = context;
  const explicit = entry.goal === null ? undefined : named.get(entry.goal);
  const takes = explicit && (!someFits || isForGoal(entry, named)) ? explicit : null;
  const owner: Person = takes?.owner ?? entry.who ?? context.person;
  if (!mayLogFor(context.person, owner))
    throw new Refusal(entry.goal === null ? t.mayNotLogFor(owner.name) : t.notYourGoal(entry.goal));
  return {
    amount: { ...entry, total: total || entry.total },
    goal: takes?.goal ?? null,
    owner,
    on: entry.on ?? context.today,
    note: entry.note.map(words).join(" "),
  };
}

function isForGoal(entry: ReadEntry, named: ReadonlyMap<number, OwnedGoal>): boolean {
  const goal = entry.goal === null ? undefined : named.get(entry.goal)?.goal;
  return (
    goal !== undefined &&
    fitsUnit(entry, goal) &&
    (entry.metric === null || entry.metric.id === goal.metricId)
  );
}

export function leftOutIn(
  leftOut: readonly LeftOut[],
  inLine: InLine,
  context: GoalContext,
): readonly LeftOutShown[] {
  const { t } = context;
  return leftOut.map(({ why, text, entry }) => {
    const wanted = entry && why !== "sum" ? wantedOf(entry, true, inLine, context) : null;
    return {
      why,
      text: inLine.words(text),
      adds: wanted && {
        label: t.saidWays([wayPart(wanted, null, quietly, context)]),
        taking: taking([{ ...wanted, goal: null }], false, context),
      },
    };
  });
}

/** One question with a button for each possibility; nothing is stored before one is pressed. */
async function asked(
  { why, ways }: Extract<LineReading, { is: "asked" }>,
  inLine: InLine,
  context: GoalContext,
): Promise<Answer> {
  for (const way of ways) ownersOf(way, context);
  const all = ways.map((way) => ({ way, wanted: wantedIn(way, inLine, context) }));
  if (all.some(({ wanted }) => wanted.length > mostBeside))
    throw new Refusal(context.t.tooManyAmounts(mostBeside));
  const differ = (told: (wanted: Wanted) => string): boolean =>
    new Set(all.flatMap(({ wanted }) => wanted.map(told))).size > 1;
  const says = {
    day: why === "days" || (why === "mixed" && differ(({ on }) => on)),
    who: why === "people" || (why === "mixed" && differ(({ owner }) => owner.id)),
    sign: why === "sign",
  };
  const shown: WayShown[] = [];
  for (const { way, wanted } of all)
    shown.push({
      says: await wayLabel(says, wanted, context),
      leftOut: leftOutIn(way.leftOut, inLine, context),
      taking: taking(wanted, false, context),
    });
  return show(askedCard(why, shown, context.t));
}

export async function wayLabel(
  says: WayPart["says"],
  wanted: readonly Wanted[],
  context: GoalContext,
): Promise<Line> {
  const parts: WayPart[] = [];
  for (const each of wanted) {
    const open = each.goal ? [each.goal] : await context.stores.goals.openOf(each.owner.id);
    const [goal, ...others] = each.goal ? open : fitting(each.amount, open, each.on);
    parts.push(wayPart(each, others.length === 0 ? (goal ?? null) : null, says, context));
  }
  return context.t.saidWays(parts);
}

export const quietly: WayPart["says"] = { day: false, who: false, sign: false };

export const wayPart = (
  wanted: Wanted,
  goal: GoalProgress | null,
  says: WayPart["says"],
  { today, person }: GoalContext,
): WayPart => ({
  figure: figureOf(wanted, goal),
  total: wanted.amount.total,
  metric: wanted.amount.metric,
  on: wanted.on,
  today,
  name: wanted.owner.id === person.id ? null : wanted.owner.name,
  says,
});
