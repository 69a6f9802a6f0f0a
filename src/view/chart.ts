// A chart is data with one sentence that says what to see in it. The web draws SVG; other surfaces have their own way.
import type { Line } from "./line.ts";

export interface Series {
  readonly label: Line;
  /** For drawing, and for the table an adapter may show instead. */
  readonly points: readonly number[];
}

export interface Chart {
  readonly kind: "line" | "bars";
  readonly labels: readonly Line[];
  readonly series: readonly Series[];
  /** The one sentence a reader should take away. */
  readonly takeaway: Line;
}

/** A small line beside a figure: how it came here, beside how it was to come. Shares of what is to be reached, oldest first; for drawing only. */
export interface Trend {
  readonly points: readonly number[];
  readonly plan: readonly number[];
  /** In words, what it shows lately. */
  readonly says: Line;
}

const steps = "▁▂▃▄▅▆▇█";

/** The line in eight heights, for where nothing can be drawn: ▁▂▃▅▇. The highest of it and its plan is the top. */
export function sparkline({ points, plan }: Trend): string {
  const top = Math.max(0.01, ...points, ...plan);
  return points
    .map((point) => steps[Math.max(0, Math.min(7, Math.floor((point / top) * 8)))] ?? "")
    .join("");
}
