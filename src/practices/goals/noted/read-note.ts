// The figures of a daily note: each with the one goal of its writer it fits, and what of them was counted before. Nothing is stored here.
import { addAmounts } from "./add-amounts.ts";
import type { LocalDate } from "#src/calendar/local-date";
import { onlyOne } from "#src/language/lists";
import { normalise } from "#src/language/text";
import { codePattern } from "#src/bot/declare/arguments";
import type { GoalContext, OwnedGoal } from "../context.ts";
import { saidAlone } from "../log/offer-log.ts";
import { quietly, readerOf, wayPart } from "../log/log-command.ts";
import type { WayPart } from "../messages/en/log.ts";
import { fitsUnit, fitting } from "../log/parse/fitting-goals.ts";
import { linesOf } from "../log/reading/read-message.ts";
import { readLine } from "../log/reading/read-line.ts";
import type { LineReader, ReadEntry } from "../log/reading/reading.ts";
import type { GoalProgress, KnownEntry } from "../model.ts";

/** As many as one button counts. */
const mostFigures = 8;

/** What a note says of one goal. */
export interface NotedFigure {
  readonly goal: GoalProgress;
  readonly amount: Pick<ReadEntry, "amount" | "of" | "total">;
  /** What the note of that day counts already; null where nothing yet. */
  readonly counted: KnownEntry | null;
}

export interface ReadNote {
  readonly figures: readonly NotedFigure[];
  /** Counted before, and no longer in the note. */
  readonly gone: readonly KnownEntry[];
  /** Figures of a metric or a goal that have no one goal to go to. */
  readonly homeless: readonly WayPart[];
  /** It says nothing but figures. */
  readonly onlyFigures: boolean;
}

/** What counts of the note of that day, one entry a goal. */
export async function countedOn(
  on: LocalDate,
  { stores, person }: GoalContext,
): Promise<readonly KnownEntry[]> {
  const lately = await stores.goals.entriesOf(person.id, mostLookedAt);
  return lately.filter((each) => each.source === "daily" && each.on === on);
}
const mostLookedAt = 200;

export async function readNote(
  text: string,
  on: LocalDate,
  context: GoalContext,
): Promise<ReadNote> {
  const whole = normalise(text);
  const named = await ownGoalsNamed(whole, context);
  const reader = await readerOf(await saidAlone(whole, context), named, context);
  const read = linesOf(whole).flatMap((each) => entriesOf(each, { ...reader, today: on }));
  const open = await context.stores.goals.openOf(context.person.id);
  const counted = await countedOn(on, context);
  const byGoal = new Map<GoalProgress["id"], { goal: GoalProgress; entries: ReadEntry[] }>();
  const homeless: WayPart[] = [];
  const leave = (entry: ReadEntry): void => {
    const wanted = { amount: entry, goal: null, owner: context.person, on, note: "" };
    homeless.push({ ...wayPart(wanted, null, quietly, context), today: on });
  };
  for (const { entry } of read) {
    if (!isMeant(entry, on, context)) continue;
    const goal = goalOf(entry, on, open, named);
    if (goal === null) leave(entry);
    else {
      const known = byGoal.get(goal.id) ?? { goal, entries: [] };
      known.entries.push(entry);
      byGoal.set(goal.id, known);
    }
  }
  const figures = [...byGoal.values()].flatMap(({ goal, entries }): NotedFigure[] => {
    const amount = addAmounts(entries, goal);
    if (amount === null) entries.forEach(leave);
    return amount === null
      ? []
      : [{ goal, amount, counted: counted.find((each) => each.goalId === goal.id) ?? null }];
  });
  return {
    figures: figures.slice(0, mostFigures),
    gone: counted.filter((each) => !byGoal.has(each.goalId)).slice(0, mostFigures),
    homeless,
    onlyFigures: read.length > 0 && read.every((each) => each.alone),
  };
}

interface Found {
  readonly entry: ReadEntry;
  /** The line says nothing else. */
  readonly alone: boolean;
}

const sentenceEnd = /(?:[。!！;；]|\.(?=\s|$))\s*/u;
const pieceEnd = /[,，、]\s*/u;

/** Each sentence by itself; of one that is not clear, those of its pieces that are. */
function entriesOf(line: string, reader: LineReader): readonly Found[] {
  const sentences = pieces(line, sentenceEnd);
  return sentences.flatMap((sentence) => {
    const whole = clearEntries(sentence, reader);
    if (whole !== null)
      return whole.map((each) => ({ ...each, alone: each.alone && sentences.length === 1 }));
    return pieces(sentence, pieceEnd)
      .flatMap((piece) => clearEntries(piece, reader) ?? [])
      .map((each) => ({ ...each, alone: false }));
  });
}

const pieces = (text: string, end: RegExp): readonly string[] =>
  text.split(end).filter((each) => each.trim() !== "");

function clearEntries(text: string, reader: LineReader): readonly Found[] | null {
  const reading = readLine(text, reader);
  if (reading.is !== "clear") return null;
  const { entries, leftOut } = reading.way;
  const alone = leftOut.length === 0 && entries.every((each) => each.note.join("") === "");
  return entries.map((entry) => ({ entry, alone }));
}

/** One's own, of that day, and of something: "three hours with the clinic" is no result. */
function isMeant(
  { who, on: day, metric, goal, amount }: ReadEntry,
  on: LocalDate,
  { person }: GoalContext,
): boolean {
  return (
    (who === null || who.id === person.id) &&
    (day === null || day === on) &&
    (metric !== null || goal !== null || amount.currency !== undefined)
  );
}

function goalOf(
  entry: ReadEntry,
  on: LocalDate,
  open: readonly GoalProgress[],
  named: ReadonlyMap<number, OwnedGoal>,
): GoalProgress | null {
  const own = entry.goal === null ? undefined : named.get(entry.goal)?.goal;
  if (own) return fitsUnit(entry, own) ? own : null;
  return entry.goal === null ? onlyOne(fitting(entry, open, on)) : null;
}

async function ownGoalsNamed(
  text: string,
  { stores, person }: GoalContext,
): Promise<ReadonlyMap<number, OwnedGoal>> {
  const named = new Map<number, OwnedGoal>();
  for (const [, digits] of [...text.matchAll(codePattern("G", "giu"))].slice(0, mostFigures)) {
    const goal = await stores.goals.numbered(Number(digits));
    if (goal?.ownerId === person.id) named.set(goal.number, { goal, owner: person });
  }
  return named;
}
