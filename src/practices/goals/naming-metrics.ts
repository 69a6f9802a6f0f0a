// Which metric is named right before or right behind a figure.
import { foldCase } from "#src/language/text";
import { metricNames, type Metric } from "#src/practices/setup/api";

/** A metric, and where in the text its name begins (ahead of a figure) or ends (behind it). */
export interface NamedMetric {
  readonly metric: Metric;
  readonly at: number;
}

export function nameAtEnd(head: string, metrics: readonly Metric[]): NamedMetric | null {
  const text = foldCase(
    head
      .trimEnd()
      .replace(/[:：=]$/u, "")
      .trimEnd(),
  );
  return longest(metrics, (name) => (text.endsWith(name) && !splitsWord(text.charAt(text.length - name.length - 1), name) ? text.length - name.length : null));
}

export function nameAtStart(tail: string, metrics: readonly Metric[]): NamedMetric | null {
  const text = foldCase(tail);
  const indent = text.length - text.trimStart().length;
  // Glued only in Chinese: 20个电话, but never 20calls.
  return longest(metrics, (name) => ((indent > 0 || /^\p{Script=Han}/u.test(name)) && text.startsWith(name, indent) && !/[a-z0-9]/.test(text.charAt(indent + name.length)) ? indent + name.length : null));
}

/** Words that make the figure behind them a total. */
export const totalBefore = /(?:=|累计到?|总共|共计|\btotal(?:\s+of)?)\s*$/iu;

function longest(metrics: readonly Metric[], place: (name: string) => number | null): NamedMetric | null {
  const places = metrics.flatMap((metric) => metricNames(metric).map((name) => ({ metric, length: name.length, at: place(foldCase(name)) })));
  return places.filter((each): each is { metric: Metric; length: number; at: number } => each.at !== null).toSorted((a, b) => b.length - a.length)[0] ?? null;
}

const splitsWord = (before: string, name: string): boolean => /[a-z0-9]/.test(before) && /^[a-z0-9]/.test(name);
