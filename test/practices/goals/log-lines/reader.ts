// Who reads in the tables of lines, and how a reading is written down in them.
import { localDate } from "#src/calendar/local-date";
import { habitsIn, type Amount } from "#src/language/amount/amount";
import { toText } from "#src/language/decimal";
import { normalise } from "#src/language/text";
import type { Unit } from "#src/language/units";
import type { Person, PersonId } from "#src/people/person";
import { readLine } from "#src/practices/goals/log/reading/read-line";
import type {
  LineReader,
  LineReading,
  ReadEntry,
  Way,
} from "#src/practices/goals/log/reading/reading";
import type { Metric, MetricId } from "#src/practices/setup/api";

const metric = (
  nameEn: string,
  nameZh: string,
  aliases: readonly string[],
  unit: Unit,
): Metric => ({ id: nameEn as MetricId, nameEn, nameZh, aliases, unit, adds: true });

export const metrics = [
  metric("revenue", "回款", ["collected revenue", "回款额", "到账"], {
    kind: "money",
    currency: "CNY",
  }),
  metric("calls", "电话", ["call", "通话", "电话量"], { kind: "count", counter: "通" }),
  metric("visits", "拜访", ["visit", "demo"], { kind: "count", counter: "次" }),
  metric("conversion", "成交率", ["转化率"], { kind: "percent" }),
];

const person = (name: string, email: string): Person =>
  ({ id: email as PersonId, name, email: `${email}@example.com` }) as Person;
export const directory = [
  person("林晓", "linxiao"),
  person("王磊", "wanglei"),
  person("Renke Petersen", "renke"),
  person("Anna Weber", "anna"),
];

export const today = localDate("2026-11-11");

export type Who = "rep" | "german" | "manager";

export const readerOf = (who: Who, parts: Partial<LineReader> = {}): LineReader => ({
  metrics,
  today,
  ofRatio: false,
  habits: habitsIn(who === "german" ? "DE" : "CN"),
  directory,
  colleagues: who === "manager" ? directory : [],
  ...parts,
});

const figure = ({ value, currency, yen, percent, counter }: Amount): string =>
  [toText(value), currency, yen && "¥", percent && "%", counter].filter(Boolean).join(" ");

function entry({ metric: of, amount, of: den, total, on, who, goal, note }: ReadEntry): string {
  return [
    who && `@${who.email!.split("@")[0]!}`,
    of?.nameEn,
    `${total ? "=" : ""}${figure(amount)}${den ? `/${toText(den)}` : ""}`,
    on?.slice(5),
    goal !== null && `G${goal}`,
    note.length > 0 && `“${note.join(" ")}”`,
  ]
    .filter(Boolean)
    .join(" ");
}

const way = ({ entries, leftOut }: Way): string =>
  [
    entries.map(entry).join(" + ") || "nothing",
    ...leftOut.map(({ why, text }) => `left out (${why}): ${text}`),
  ].join("; ");

export function shown(reading: LineReading): string {
  switch (reading.is) {
    case "clear":
      return way(reading.way);
    case "asked":
      return `${reading.why}? ${reading.ways.map(way).join(" | ")}`;
    case "day":
      return `${reading.unclear ? "which day" : "no such day"}: ${reading.text}`;
    case "person":
      return `who: ${reading.name}`;
    case "wrong-sum":
      return `sum is ${toText(reading.sum.value)}: ${reading.text}`;
    case "tangled":
      return `tangled: ${reading.figures.join(", ")}`;
    case "too-many":
      return "too many";
  }
}

/** What a line without its verb reads as. */
export const read = (typed: string, who: Who = "rep", parts?: Partial<LineReader>): string =>
  shown(readLine(normalise(typed), readerOf(who, parts)));
