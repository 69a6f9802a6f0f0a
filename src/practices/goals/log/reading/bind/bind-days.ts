// Each figure keeps its own day: one day of a line is everybody's, several go to the figures they stand beside.
import type { LocalDate } from "#src/calendar/local-date";
import type { Span } from "../reading.ts";

export interface DayToken extends Span {
  readonly date: LocalDate;
  readonly clause: number;
}

interface Placed extends Span {
  readonly clause: number;
}

/** For each figure its day; two such lists where it may be either. */
export type DaysOfFigures = readonly (readonly (DayToken | null)[])[];

export function bindDays(
  figures: readonly Placed[],
  days: readonly DayToken[],
  today: LocalDate,
): DaysOfFigures {
  const [first] = days;
  if (first === undefined || figures.length === 0) return [figures.map(() => null)];
  if (days.length === 1) return [oneDay(figures, first, today)];
  if (first.start < figures[0]!.start) return [figures.map((each) => lastBefore(days, each))];
  const inClauses = byClause(figures, days);
  if (inClauses) return [inClauses];
  const backwards = figures.map((each) => days.find(({ start }) => start >= each.end) ?? null);
  const paired = figures.length === days.length && new Set(backwards).size === days.length;
  if (paired) return [backwards];
  return [figures.map((each) => lastBefore(days, each)), backwards];
}

/** A day at the head or the end of the line is of all its figures; one in the middle, and one still to come, of its own clause. */
function oneDay(
  figures: readonly Placed[],
  day: DayToken,
  today: LocalDate,
): readonly (DayToken | null)[] {
  const own = figures.filter(({ clause }) => clause === day.clause);
  const atHead = day.start < figures[0]!.start;
  const atEnd = day.start >= figures.at(-1)!.end;
  const ofAll = own.length === 0 || (day.date > today ? atHead : atHead || atEnd);
  return figures.map((each) => (ofAll || each.clause === day.clause ? day : null));
}

const lastBefore = (days: readonly DayToken[], { start }: Span): DayToken | null =>
  days.findLast((day) => day.start < start) ?? null;

/** Null where a clause has more than one day, or figures and no day. */
function byClause(
  figures: readonly Placed[],
  days: readonly DayToken[],
): readonly (DayToken | null)[] | null {
  const ofClause = new Map<number, DayToken>();
  for (const day of days) {
    if (ofClause.has(day.clause)) return null;
    ofClause.set(day.clause, day);
  }
  const found = figures.map(({ clause }) => ofClause.get(clause) ?? null);
  return found.every((each) => each !== null) ? found : null;
}
