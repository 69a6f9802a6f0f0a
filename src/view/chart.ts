// A chart is data with one sentence that says what to see in it. The web draws it, other surfaces have their own way; what it shows
// stands behind it in words, since not everybody sees a drawing.
import { joinLines, type Line } from "./line.ts";
import type { Tone } from "./tone.ts";

/** Progress drawn as a bar. Shares are for drawing only (0 to 1, may be above 1 or below 0); `says` has the words. */
export interface Bar {
  readonly done: number;
  /** Share of the time gone, drawn as a mark on the bar. */
  readonly mark?: number;
  readonly markLabel?: Line;
  readonly says: Line;
  /** Where it stands by now, in large figures where there are any; elsewhere the first of its words. */
  readonly figure?: Line;
  /** What its chip says, for its colour; a word stands beside it. */
  readonly tone?: Tone;
}

interface Titled {
  /** What is drawn and in which order, small above it. */
  readonly about: Line;
  /** The one sentence a reader should take away. */
  readonly takeaway: Line;
  /** Its name among others in its place. */
  readonly name: Line;
}

/** Several beside each other, each against where it was to stand by now: a bar with its mark each. */
export interface Standings extends Titled {
  readonly kind: "standings";
  readonly bars: readonly { readonly label: Line; readonly bar: Bar }[];
  /** What a bar shows, and the mark on it. */
  readonly barLabel: Line;
  readonly markLabel: Line;
}

/** `at`: a share of the span that is drawn; `value` is for drawing only. */
export interface WayPoint {
  readonly at: number;
  readonly value: number;
  readonly label: Line;
}

/** How something came to where it is, beside how it was to come. */
export interface Way extends Titled {
  readonly kind: "way";
  /** Oldest first; the last is now. */
  readonly points: readonly WayPoint[];
  /** From the beginning of the span to its end. */
  readonly plan: readonly WayPoint[];
  readonly tone: Tone;
  /** Written on the lines: where it stands, where it was to stand, and what is to be reached. */
  readonly says: { readonly now: Line; readonly planNow: Line; readonly end: Line };
  /** What the two lines are, for where there is a legend. */
  readonly legend: { readonly way: Line; readonly plan: Line };
  /** Heights to be read off, from nothing up to the top of the drawing. */
  readonly ticks: readonly { readonly value: number; readonly label: Line }[];
  readonly figures: {
    readonly head: readonly Line[];
    readonly rows: readonly (readonly Line[])[];
  };
}

export type Chart = Standings | Way;

/** A small line beside a figure: how it came here, beside how it was to come. Shares of what is to be reached, oldest first; for drawing only. */
export interface Trend {
  readonly points: readonly number[];
  readonly plan: readonly number[];
  /** In words, what it shows lately. */
  readonly says: Line;
}

const steps = "▁▂▃▄▅▆▇█";

/** The line in eight heights, for where nothing can be drawn: ▁▂▃▅▇. The highest of it and its plan is the top. */
export function sparkline({ points, plan }: Pick<Trend, "points" | "plan">): string {
  const top = Math.max(0.01, ...points, ...plan);
  return points
    .map((point) => steps[Math.max(0, Math.min(7, Math.floor((point / top) * 8)))] ?? "")
    .join("");
}

/** A way in eight heights; its plan so far counts for the top. */
export const waySpark = ({ points, plan }: Way): string =>
  sparkline({
    points: points.map(({ value }) => value),
    plan: plan.filter(({ at }) => at <= (points.at(-1)?.at ?? 0)).map(({ value }) => value),
  });

/** Where it stands and was to stand, in one line. */
export const wayNow = ({ says }: Way): Line => joinLines([says.now, says.planNow], " · ");
