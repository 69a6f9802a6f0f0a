// Tables as text of one width: Slack shows a table block only in messages, one of them, and not on
// every client; this stands everywhere.
import type { Line } from "#src/view/line";
import type { SlackMessages } from "../messages/index.ts";
import { plainWithin } from "./line.ts";

const cellMost = 120;
/** A column gets no wider than this by padding. */
const padMost = 24;

export function renderTable(
  head: readonly Line[],
  rows: readonly (readonly Line[])[],
  { t }: { readonly t: SlackMessages },
): unknown {
  const cells = [head, ...rows].map((row) => row.map((each) => plainWithin(each, cellMost, t)));
  const widths = head.map((_, i) =>
    Math.min(padMost, Math.max(...cells.map((row) => widthOf(row[i] ?? "")))),
  );
  const text = cells
    .map((row) =>
      row.map((cell, i) => (i === row.length - 1 ? cell : padded(cell, widths[i] ?? 0))).join("  "),
    )
    .join("\n");
  return { type: "rich_text_preformatted", elements: [{ type: "text", text }] };
}

const padded = (cell: string, width: number): string =>
  cell + " ".repeat(Math.max(0, width - widthOf(cell)));

/** Chinese characters and full-width signs take two places. */
const widthOf = (text: string): number =>
  Array.from(text).reduce(
    (sum, char) =>
      sum +
      (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(
        char,
      )
        ? 2
        : 1),
    0,
  );
