// What a line of progress says: which metrics, how much, add or set, and the note that is left over.
import { findAmounts, type Amount } from "#src/language/amount";
import { foldCase } from "#src/language/text";
import { metricNames, type Metric } from "#src/practices/setup/api";
import { isOpen, type GoalStanding } from "./model.ts";

export interface LoggedAmount {
  readonly metric: Metric | null;
  readonly amount: Amount;
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
const totalBefore = /(?:=|累计到?|总共|共计|\btotal(?:\s+of)?)\s*$/iu;

/** Several amounts are several entries only when each names its metric; otherwise all but the first belong to the note. */
export function readLog(text: string, metrics: readonly Metric[]): LogLine {
  const found: (LoggedAmount & { readonly span: Span })[] = [];
  for (const each of findAmounts(text)) found.push(withMetric(text, each, found.at(-1)?.span.end ?? 0, metrics));
  const named = found.filter((each) => each.metric !== null);
  const taken = named.length > 0 ? named : found.slice(0, 1);
  let note = text;
  for (const { span } of [...taken].reverse()) note = `${note.slice(0, span.start)} ${note.slice(span.end)}`;
  return { amounts: taken.map(({ span: _, ...each }) => each), note: note.replace(/\s+/g, " ").replace(/^[\s,，、;；:：]+|[\s,，、;；:：]+$/gu, "") };
}

function withMetric(text: string, found: { amount: Amount } & Span, from: number, metrics: readonly Metric[]): LoggedAmount & { readonly span: Span } {
  const before = text.slice(from, found.start);
  const total = totalBefore.exec(before);
  const head = total ? before.slice(0, total.index) : before;
  const ahead = nameAtEnd(head, metrics);
  const behind = ahead ? null : nameAtStart(text.slice(found.end), metrics);
  const start = ahead ? from + ahead.at : total ? from + total.index : found.start;
  return { metric: ahead?.metric ?? behind?.metric ?? null, amount: found.amount, total: total !== null, span: { start, end: found.end + (behind?.at ?? 0) } };
}

function nameAtEnd(head: string, metrics: readonly Metric[]): { metric: Metric; at: number } | null {
  const text = foldCase(
    head
      .trimEnd()
      .replace(/[:：=]$/u, "")
      .trimEnd(),
  );
  return longest(metrics, (name) => (text.endsWith(name) && !splitsWord(text.charAt(text.length - name.length - 1), name) ? text.length - name.length : null));
}

function nameAtStart(tail: string, metrics: readonly Metric[]): { metric: Metric; at: number } | null {
  const text = foldCase(tail);
  const indent = text.length - text.trimStart().length;
  // Glued only in Chinese: 20个电话, but never 20calls.
  return longest(metrics, (name) => ((indent > 0 || /^\p{Script=Han}/u.test(name)) && text.startsWith(name, indent) && !/[a-z0-9]/.test(text.charAt(indent + name.length)) ? indent + name.length : null));
}

function longest(metrics: readonly Metric[], place: (name: string) => number | null): { metric: Metric; at: number } | null {
  const places = metrics.flatMap((metric) => metricNames(metric).map((name) => ({ metric, length: name.length, at: place(foldCase(name)) })));
  return places.filter((each): each is { metric: Metric; length: number; at: number } => each.at !== null).toSorted((a, b) => b.length - a.length)[0] ?? null;
}

const splitsWord = (before: string, name: string): boolean => /[a-z0-9]/.test(before) && /^[a-z0-9]/.test(name);

/** Whether a line without a verb is a log: it starts with one of the metrics and holds an amount. A date may stand in front. */
export function startsWithMetric(text: string, metrics: readonly Metric[]): boolean {
  const folded = foldCase(text.trim());
  return readLog(text, metrics).amounts.some(
    (each) => each.metric !== null && metricNames(each.metric).some((name) => folded.startsWith(foldCase(name)) && !(/[a-z0-9]$/i.test(name) && /[a-z]/.test(folded.charAt(name.length)))),
  );
}

/** The goals an amount may be for: by metric, then by unit; those last used first. */
export function fitting(logged: LoggedAmount, goals: readonly GoalStanding[]): readonly GoalStanding[] {
  const open = goals.filter((goal) => isOpen(goal) && goal.state !== "draft" && goal.direction !== "milestones");
  const byMetric = logged.metric ? open.filter((goal) => goal.metricId === logged.metric!.id) : open;
  const byUnit = byMetric.filter((goal) => fitsUnit(logged.amount, goal));
  return byUnit.toSorted((a, b) => (b.lastAt?.getTime() ?? 0) - (a.lastAt?.getTime() ?? 0) || a.number - b.number);
}

function fitsUnit(amount: Amount, goal: GoalStanding): boolean {
  if (amount.percent || amount.points) return goal.unit.kind === "percent";
  if (amount.currency) return goal.unit.kind === "money" && goal.unit.currency === amount.currency;
  if (amount.yen) return goal.unit.kind === "money" && (goal.unit.currency === "CNY" || goal.unit.currency === "JPY");
  if (amount.counter) return goal.unit.kind === "count";
  return true;
}
