// Which metric is named right before or right behind a figure.
import { foldCase } from "#src/language/text";
import { metricNames, type Metric } from "#src/practices/setup/api";

/** A metric, and where in the text its name begins (ahead of a figure) or ends (behind it). */
export interface NamedMetric {
  readonly metric: Metric;
  readonly at: number;
}

/** Names of metrics are short; a line may hold thousands of figures. */
const nameUnits = 300;

export function nameAtEnd(head: string, metrics: readonly Metric[]): NamedMetric | null {
  const from = Math.max(0, head.length - nameUnits);
  const text = foldCase(
    head
      .slice(from)
      .trimEnd()
      .replace(/[:：=]$/u, "")
      .trimEnd(),
  );
  return (
    endingWith(text, from, metrics) ??
    withWordsBehind(text, from, metrics) ??
    asVerb(text, from, metrics)
  );
}

function withWordsBehind(
  text: string,
  from: number,
  metrics: readonly Metric[],
): NamedMetric | null {
  if (!behindName.test(text)) return null;
  const named = endingWith(text.replace(behindName, ""), from, metrics);
  // The calls of 15个电话约了3家 are the 15's.
  return named && /^[个通家次单台套件]/u.test(text.slice(0, named.at - from)) ? null : named;
}

/** Between a Chinese name and its figure: 拜访了3家, 电话打了20个, 回款金额8万. */
const behindName =
  /(?<=\p{Script=Han})(?:(?:打|跑|做|收|完成)?(?:了|过|完|到)+|一?共|总共|客户|金额|数量|(?<=[^数])数)+(?:有|是|为)?$/u;

const endingWith = (text: string, from: number, metrics: readonly Metric[]): NamedMetric | null =>
  longest(metrics, (name) =>
    text.endsWith(name) && !splitsWord(text.charAt(text.length - name.length - 1), name)
      ? from + text.length - name.length
      : null,
  );

/** At the head of what somebody says they did: visited 3 customers, called 20 people. */
const didVerb =
  /(?:^|[,;.:]|(?<![a-z])(?:i|we|and|also|then|just|already|today|have|i've|we've))\s*(?<verb>[a-z]{3,}?)(?:ed|ing)$/u;

function asVerb(text: string, from: number, metrics: readonly Metric[]): NamedMetric | null {
  const found = didVerb.exec(text);
  const verb = found?.groups?.["verb"];
  if (!found || verb === undefined) return null;
  const at = from + found.index + found[0].lastIndexOf(verb);
  return longest(metrics, (name) => (name === verb || name === `${verb}s` ? at : null));
}

export function nameAtStart(tail: string, metrics: readonly Metric[]): NamedMetric | null {
  const text = foldCase(tail.slice(0, nameUnits));
  const indent = text.length - text.trimStart().length;
  // Glued only in Chinese: 20个电话, but never 20calls.
  return longest(metrics, (name) =>
    (indent > 0 || /^\p{Script=Han}/u.test(name)) &&
    text.startsWith(name, indent) &&
    !/[a-z0-9]/.test(text.charAt(indent + name.length))
      ? indent + name.length
      : null,
  );
}

/** Words that make the figure behind them a total. */
const total = /(?:=|累计到?|总共|共计|\btotal(?:\s+of)?)\s*$/iu;
const totalUnits = 40;

/** Where such words begin at the end of this text; null where none stand there. */
export function totalAtEnd(head: string): number | null {
  const from = Math.max(0, head.length - totalUnits);
  const found = total.exec(head.slice(from));
  return found && from + found.index;
}

function longest(
  metrics: readonly Metric[],
  place: (name: string) => number | null,
): NamedMetric | null {
  for (const { name, metric } of namesOf(metrics)) {
    const at = place(name);
    if (at !== null) return { metric, at };
  }
  return null;
}

type Named = readonly { readonly name: string; readonly metric: Metric }[];
const namesOfMetrics = new WeakMap<readonly Metric[], Named>();

/** Folded, the longest first; put together once, since a line may ask at every figure. */
function namesOf(metrics: readonly Metric[]): Named {
  const known = namesOfMetrics.get(metrics);
  if (known) return known;
  const names = metrics
    .flatMap((metric) => metricNames(metric).map((name) => ({ name: foldCase(name), metric })))
    .toSorted((a, b) => b.name.length - a.name.length);
  namesOfMetrics.set(metrics, names);
  return names;
}

const splitsWord = (before: string, name: string): boolean =>
  /[a-z0-9]/.test(before) && /^[a-z0-9]/.test(name);
