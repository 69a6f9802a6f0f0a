// Tables, and charts as tables. Lark shows five tables to a card, at its root only; what comes after is lines of text.
import type { Chart } from "#src/view/chart";
import { joinLines, plainLine, type Line } from "#src/view/line";
import { plainText, type ElementJson } from "./card-json.ts";
import { limits, type Room } from "./limits.ts";
import type { LarkMessages } from "../messages/index.ts";
import { renderPlain } from "./line.ts";

export interface Tables {
  render(head: readonly Line[], rows: readonly (readonly Line[])[]): ElementJson[];
  renderChart(chart: Chart): ElementJson[];
}

/** Counts the tables of one card. */
export function createTables(room: Room, t: LarkMessages): Tables {
  let drawn = 0;

  function render(head: readonly Line[], rows: readonly (readonly Line[])[]): ElementJson[] {
    const shown = rows.slice(0, room.tableRows);
    const left = rows.length - shown.length;
    const beyond: ElementJson[] =
      left > 0
        ? [
            {
              tag: "div",
              text: plainText(t.more(left), { text_size: "notation", text_color: "grey" }),
            },
          ]
        : [];
    // Lark refuses a table without rows.
    if (shown.length === 0) return head.length === 0 ? [] : [lines([head])];
    if (drawn >= limits.tables || head.length === 0 || head.length > limits.tableColumns)
      return [lines([head, ...shown]), ...beyond];
    drawn += 1;
    return [
      {
        tag: "table",
        page_size: Math.min(limits.tablePage, shown.length),
        row_height: "auto",
        columns: head.map((cell, i) => ({
          name: `c${i}`,
          display_name: renderPlain(cell, room.label, t),
          data_type: "text" as const,
        })),
        rows: shown.map((cells) =>
          Object.fromEntries(
            head.map((_, i) => [`c${i}`, renderPlain(cells[i] ?? [], room.text, t)]),
          ),
        ),
      },
      ...beyond,
    ];
  }

  const lines = (rows: readonly (readonly Line[])[]): ElementJson => ({
    tag: "div",
    text: plainText(rows.map((cells) => plainLine(joinLines(cells, " · "))).join("\n")),
  });

  return {
    render,
    renderChart(chart) {
      const numbers = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });
      const rows = chart.labels.map((label, i) => [
        label,
        ...chart.series.map((series): Line => [numbers.format(series.points[i] ?? 0)]),
      ]);
      return render([[" "], ...chart.series.map((series) => series.label)], rows);
    },
  };
}
