// What a line of progress comes to: what would be stored, what is left out, or what has to be asked.
import type { LocalDate } from "#src/calendar/local-date";
import type { Amount, FigureHabits } from "#src/language/amount/amount";
import type { Decimal } from "#src/language/decimal";
import type { Person } from "#src/people/person";
import type { Metric } from "#src/practices/setup/api";

/** Half open, in the normalised line. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface LoggedAmount {
  readonly metric: Metric | null;
  readonly amount: Amount;
  /** Said as a part of a ratio, 3 of 10: the 10; `amount` is then the 3. */
  readonly of?: Decimal;
  /** Said as a total (`total 520k`, 累计52万, =52万): it sets where the goal stands. */
  readonly total: boolean;
}

/** One entry as the line says it. */
export interface ReadEntry extends LoggedAmount {
  /** Null where no day is named: today. */
  readonly on: LocalDate | null;
  /** Null for whoever writes. */
  readonly who: Person | null;
  /** The 7 of G7. */
  readonly goal: number | null;
  /** As it stood in the line, its pieces in order. */
  readonly note: readonly string[];
}

/** Why something of the line is not stored, though it holds a figure or a day. */
export type WhyLeftOut =
  /** Said of a day to come, or with a word of planning. */
  | "plan"
  /** A sum so far beside what came in. */
  | "sum"
  /** Of something that is no metric here. */
  | "unknown"
  /** How the result came about. */
  | "aside"
  /** A figure nobody could read exactly. */
  | "unread"
  /** The heading or the sum of a pasted table. */
  | "table";

export interface LeftOut {
  readonly why: WhyLeftOut;
  readonly text: string;
  /** What one press adds; null where there is nothing exact to add. */
  readonly entry: ReadEntry | null;
}

/** One way to understand a line. */
export interface Way {
  readonly entries: readonly ReadEntry[];
  readonly leftOut: readonly LeftOut[];
}

export type WhyAsked =
  /** 12.500: one figure or another. */
  | "figure"
  /** €500 refund: on or off. */
  | "sign"
  /** 首付30%, VAT 300: nothing but a part of something. */
  | "part"
  /** Several amounts side by side. */
  | "several"
  /** Several people and one amount, or a name without a mark. */
  | "people"
  | "days"
  /** A sum of a week or a month, which may be no total of the goal. */
  | "sum"
  /** Nothing but what is planned. */
  | "plan"
  /** Nothing but what is said roughly: about 6k. */
  | "about"
  /** More than one of these. */
  | "mixed";

export type LineReading =
  | { readonly is: "clear"; readonly way: Way }
  | { readonly is: "asked"; readonly why: WhyAsked; readonly ways: readonly Way[] }
  /** Words that are meant as a day and are none, or may be several. */
  | { readonly is: "day"; readonly text: string; readonly unclear: boolean }
  /** A name that is nobody's, or several people's. */
  | { readonly is: "person"; readonly name: string; readonly people: readonly Person[] }
  /** 3万+2万=6万. */
  | { readonly is: "wrong-sum"; readonly text: string; readonly sum: Amount }
  | { readonly is: "too-many" }
  /** More than one thing is open: said with what was understood. */
  | { readonly is: "tangled"; readonly figures: readonly string[] };

/** Who reads, and with what at hand. */
export interface LineReader {
  readonly metrics: readonly Metric[];
  readonly today: LocalDate;
  /** Whether 3/10 is a part of a ratio even without a name: the goal is known to be in per cent. */
  readonly ofRatio: boolean;
  readonly habits: FigureHabits;
  /** Everybody who may be named with a mark (@, for, 替). */
  readonly directory: readonly Person[];
  /** Those whose bare name counts: whom the reader may log for. */
  readonly colleagues: readonly Person[];
}

export function waysOf(reading: LineReading): readonly Way[] {
  if (reading.is === "clear") return [reading.way];
  return reading.is === "asked" ? reading.ways : [];
}
