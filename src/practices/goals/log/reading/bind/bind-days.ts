// Each figure keeps its own day: one day of a line is everybody's, several go to the figures they stand beside.
import { isAtLeastOne, lastOf, type AtLeastOne } from "#src/language/lists";
import type { LocalDate } from "#src/calendar/local-date";
import type { Span } from "../reading.ts";

export interface DayToken extends Span {
  readonly date: LocalDate;
  readonly clause: number;
  /** In a clause without figures, with words of its own: ", follow-up tomorrow". */
  readonly speaks: boolean;
}

interface Placed extends Span {
  readonly clause: number;
}

/** For each figure its day; two such lists where it may be either. */
export type DaysOfFigures = readonly (readonly (DayToken | null)[])[];

/** A day still to come is no result's where the line names another one: it stays in the note. */
export function bindDays(
  figures: readonly Placed[],
  days: readonly DayToken[],
  today: LocalDate,
): DaysOfFigures {
  const lists = likelyDays(figures, days, today);
  const [list] = lists;
  if (list === undefined) return lists;
  // A day that no figure would have is asked about for the figure it stands behind: "5k Friday 2026-11-05".
  const dates = new Set(lists.flat().flatMap((day) => (day ? [day.date] : [])));
  const unplaced = days.filter(({ date }) => !dates.has(date) && date <= today);
  const others = [...new Map(unplaced.map((day) => [day.date, day])).values()].map((day) => {
    const before = figures.findLastIndex(({ end }) => end <= day.start);
    return list.map((each, i) => (i === Math.max(0, before) ? day : each));
  });
  if (figures.length === 0) return lists;
  const all = [...lists, ...others];
  const happened = all.filter((each) => each.some((day) => day === null || day.date <= today));
  return happened.length > 0 ? happened : all;
}

function likelyDays(
  figures: readonly Placed[],
  days: readonly DayToken[],
  today: LocalDate,
): DaysOfFigures {
  const [first] = days;
  if (first === undefined || !isAtLeastOne(figures)) return [figures.map(() => null)];
  if (days.length === 1) return [oneDay(figures, first, today)];
  if (first.start < figures[0].start)
    return [figures.map((each) => ownAhead(days, each, today) ?? lastBefore(days, each))];
  const inClauses = byClause(figures, days);
  if (inClauses) return [inClauses];
  const backwards = figures.map((each) => days.find(({ start }) => start >= each.end) ?? null);
  const paired = figures.length === days.length && new Set(backwards).size === days.length;
  if (paired) return [backwards];
  return [figures.map((each) => lastBefore(days, each)), backwards];
}

/** A day at the head or the end of the line is of all its figures; one in the middle, and one still to come, of its own clause. */
function oneDay(
  figures: AtLeastOne<Placed>,
  day: DayToken,
  today: LocalDate,
): readonly (DayToken | null)[] {
  const own = figures.filter(({ clause }) => clause === day.clause);
  const atHead = day.start < figures[0].start;
  const atEnd = day.start >= lastOf(figures).end;
  const ofAll = own.length === 0 || (day.date > today ? atHead : atHead || atEnd);
  return figures.map((each) => (ofAll || each.clause === day.clause ? day : null));
}

/** 今天5万，华山的3万明天到: still to come, behind it and in its own clause. */
const ownAhead = (
  days: readonly DayToken[],
  { clause, end }: Placed,
  today: LocalDate,
): DayToken | null =>
  days.find((day) => day.date > today && day.clause === clause && day.start >= end) ?? null;

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
