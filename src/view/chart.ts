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
