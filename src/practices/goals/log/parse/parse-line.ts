// What a line of progress says: which metrics, how much, add or set, and the note that is left over.
import { compareDates, type LocalDate } from "#src/calendar/local-date";
import { inPeriod } from "#src/calendar/periods";
import { findAmounts, type Amount } from "#src/language/amount/amount";
import { findDate } from "#src/language/dates/dates";
import type { Decimal } from "#src/language/decimal";
import { foldCase } from "#src/language/text";
import { metricNames, type Metric } from "#src/practices/setup/api";
import { dayInNote } from "./trailing-day.ts";
import { fitsIn } from "./unit-marks.ts";
import { isOpen, type GoalProgress } from "../../model.ts";
import { nameAtEnd, nameAtStart, totalAtEnd } from "./match-metric.ts";
import { readRatio } from "./parse-ratio.ts";

export interface LoggedAmount {
  readonly metric: Metric | null;
  readonly amount: Amount;
  /** Said as a part of a ratio, 3 of 10: the 10; `amount` is then the 3. */
  readonly of?: Decimal;
  /** Written as large sums are (12万, 12k, 1.2亿). */
  readonly large?: true;
  /** Said as a total (`total 520k`, 累计52万, =52万): it sets where the goal stands. */
  readonly total: boolean;
}

export interface LogLine {
  readonly amounts: readonly LoggedAmount[];
  readonly note: string;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A line with the day it is about; or the words that are meant as a day and are none, or may be several. */
export type DatedLine =
  | (LogLine & { readonly on: LocalDate | null })
  | { readonly noSuchDate: string; /** It may be one of several days. */ readonly unclear?: true };

export interface LineReader {
  readonly metrics: readonly Metric[];
  readonly today: LocalDate;
  /** Whether 3/10 is a part of a ratio even without a name: the goal is known to be in per cent. */
  readonly ofRatio: boolean;
}

/** The parts of a ratio first, since 3/10 looks like a day; then the day; then amounts and the note. */
export function readLine(text: string, { metrics, today, ofRatio }: LineReader): DatedLine {
  const ratio = readRatio(text, metrics, ofRatio);
  const rest = ratio ? without(text, ratio) : text;
  const day = findDate(rest, { today, lean: "past" });
  if (day && "problem" in day) return { noSuchDate: day.problem.text };
  const { amounts, note: left } = readLog(day ? without(rest, day) : rest, metrics, ratio !== null);
  const late = day ? null : dayInNote(left, today);
  if (late && !("on" in late)) return late;
  const { note, on } = late ?? { note: left, on: day?.date ?? null };
  if (!ratio) return { amounts, note, on };
  const said: LoggedAmount = {
    metric: ratio.metric,
    amount: { value: ratio.num },
    of: ratio.den,
    total: ratio.total,
  };
  return {
    amounts: [said, ...amounts],
    note: note.slice(0, totalAtEnd(note) ?? note.length).trim(),
    on,
  };
}

const without = (text: string, { start, end }: Span): string =>
  `${text.slice(0, start)} ${text.slice(end)}`.replace(/ {2,}/g, " ").trim();

/** Several amounts are several entries only when each names its metric; otherwise all but the first belong to the note, or with `namedOnly` all. */
export function readLog(text: string, metrics: readonly Metric[], namedOnly = false): LogLine {
  const found: (LoggedAmount & { readonly span: Span })[] = [];
  for (const each of findAmounts(text))
    found.push(withMetric(text, each, found.at(-1)?.span.end ?? 0, metrics));
  const named = found.filter((each) => each.metric !== null);
  const taken = named.length > 0 || namedOnly ? named : found.slice(0, 1);
  let note = text;
  for (const { span } of [...taken].reverse())
    note = `${note.slice(0, span.start)} ${note.slice(span.end)}`;
  return {
    amounts: taken.map(({ span: _, ...each }) => each),
    note: note
      .replace(/\s+/g, " ")
      .replace(/^[\s,，、;；:：]+|(?<![\s,，、;；:：])[\s,，、;；:：]+$/gu, ""),
  };
}

function withMetric(
  text: string,
  found: { amount: Amount } & Span,
  from: number,
  metrics: readonly Metric[],
): LoggedAmount & { readonly span: Span } {
  const before = text.slice(from, found.start);
  const total = totalAtEnd(before);
  const head = before.slice(0, total ?? before.length);
  const ahead = nameAtEnd(head, metrics);
  const behind = ahead ? null : nameAtStart(text.slice(found.end), metrics);
  const start = ahead ? from + ahead.at : total === null ? found.start : from + total;
  const large = /(?:[万亿wkmb千]|thousand|million|billion)/iu.test(
    text.slice(found.start, found.end),
  );
  return {
    metric: ahead?.metric ?? behind?.metric ?? null,
    amount: found.amount,
    ...(large && { large }),
    total: total !== null,
    span: { start, end: found.end + (behind?.at ?? 0) },
  };
}

/** Whether a line without a verb is a log: it starts with one of the metrics and holds an amount. A date may stand in front. */
export function startsWithMetric(text: string, metrics: readonly Metric[]): boolean {
  const folded = foldCase(text.trim());
  if (readRatio(folded, metrics, false)?.start === 0) return true;
  if (metricThenFigure(folded, metrics)) return true;
  return readLog(text, metrics).amounts.some(
    (each) =>
      each.metric !== null &&
      metricNames(each.metric).some(
        (name) =>
          folded.startsWith(foldCase(name)) &&
          !(/[a-z0-9]$/i.test(name) && /[a-z]/.test(folded.charAt(name.length))),
      ),
  );
}

/** A metric with a figure right behind it means a log, though the figure cannot be read: then that is said. */
const metricThenFigure = (folded: string, metrics: readonly Metric[]): boolean =>
  metrics.some((each) =>
    metricNames(each).some(
      (name) =>
        folded.startsWith(foldCase(name)) && /^ ?[:=]? ?[+-]?\d/.test(folded.slice(name.length)),
    ),
  );

/**
 * The goals an amount of that day may be for: by metric, then by unit, then by the period the day lies in (what came in before
 * the turn belongs to the old one); those last used first. None when every period was over by then. A sum without a metric (12万, 12k,
 * €300) is for the only goal in money, where there is one.
 */
export function fitting(
  logged: LoggedAmount,
  goals: readonly GoalProgress[],
  on: LocalDate,
): readonly GoalProgress[] {
  const open = goals.filter(
    (goal) => isOpen(goal) && goal.state !== "draft" && goal.direction !== "milestones",
  );
  const byMetric = logged.metric
    ? open.filter((goal) => goal.metricId === logged.metric!.id)
    : open;
  const byUnit = byMetric.filter((goal) => fitsUnit(logged, goal));
  const running = byUnit.filter((goal) => compareDates(on, goal.period.end) <= 0);
  const begun = running.filter((goal) => inPeriod(goal.period, on));
  const fit = begun.length > 0 ? begun : running;
  const inMoney = fit.filter((goal) => goal.unit.kind === "money");
  const isSum =
    logged.metric === null &&
    (logged.large || logged.amount.currency || logged.amount.yen) &&
    logged.amount.counter === undefined;
  return (isSum && inMoney.length === 1 ? inMoney : fit).toSorted(
    (a, b) => (b.lastSeq ?? 0) - (a.lastSeq ?? 0) || a.number - b.number,
  );
}

export const fitsUnit = (
  { amount, of }: Pick<LoggedAmount, "amount" | "of">,
  goal: GoalProgress,
): boolean => (of ? goal.unit.kind === "percent" : fitsIn(amount, goal.unit));
