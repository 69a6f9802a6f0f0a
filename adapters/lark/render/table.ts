// Tables, and rows by person as a table. Lark shows five tables to a card, at its root only; what comes after is lines of text.
import { barSays, chipsOf, type Chip, type Columns, type Group, type Tone } from "#src/view/card";
import { joinLines, plainLine, type Line } from "#src/view/line";
import { blockBar } from "#src/view/plain";
import { plainText, type Colour, type ElementJson, type TableCell } from "./card-json.ts";
import { limits, type Room } from "./limits.ts";
import type { LarkMessages } from "../messages/index.ts";
import { renderPlain } from "./line.ts";

export const colours: Readonly<Record<Tone, Colour>> = {
  plain: "neutral",
  good: "green",
  warning: "orange",
  bad: "red",
  info: "blue",
};

export interface Tables {
  render(head: readonly Line[], rows: readonly (readonly Line[])[]): ElementJson[];
  /** The rows of all of them in one; the person stands in each. */
  renderGroups(columns: Columns, groups: readonly Group[]): ElementJson[];
}

/** What stands in a column: words, or tags. `said`: the same where there is no table. */
interface Column {
  readonly head: Line;
  readonly type: "text" | "options";
  readonly cells: readonly TableCell[];
  readonly said: readonly Line[];
}

/** Counts the tables of one card. */
export function createTables(room: Room, t: LarkMessages): Tables {
  let drawn = 0;

  const words = (head: Line, lines: readonly Line[], most: number): Column => ({
    head,
    type: "text",
    cells: lines.map((each) => renderPlain(each, most, t)),
    said: lines,
  });

  function draw(columns: readonly Column[], length: number, left: number): ElementJson[] {
    const beyond = left > 0 ? [moreRows(t.more(left))] : [];
    const rows = Array.from({ length }, (_, r) => r);
    // Lark refuses a table without rows.
    if (length === 0)
      return columns.length === 0 ? [] : [inLines([columns.map(({ head }) => head)])];
    if (drawn >= limits.tables || columns.length === 0 || columns.length > limits.tableColumns) {
      const said = rows.map((r) => columns.map((each) => each.said[r] ?? []));
      return [inLines([columns.map(({ head }) => head), ...said]), ...beyond];
    }
    drawn += 1;
    return [
      {
        tag: "table",
        page_size: Math.min(limits.tablePage, length),
        row_height: "auto",
        columns: columns.map(({ head, type }, i) => ({
          name: `c${i}`,
          display_name: renderPlain(head, room.label, t),
          data_type: type,
        })),
        rows: rows.map((r) =>
          Object.fromEntries(columns.map(({ cells }, i) => [`c${i}`, cells[r] ?? ""])),
        ),
      },
      ...beyond,
    ];
  }

  return {
    render(head, rows) {
      const shown = rows.slice(0, room.tableRows);
      const columns = head.map((cell, i) =>
        words(
          cell,
          shown.map((cells) => cells[i] ?? []),
          room.text,
        ),
      );
      return draw(columns, shown.length, rows.length - shown.length);
    },
    renderGroups({ group, row, chip, bar, beside }, groups) {
      const all = groups.flatMap((each) => each.rows.map((one) => ({ group: each, row: one })));
      const shown = all.slice(0, room.tableRows);
      const column = (head: Line, of: (each: (typeof all)[number]) => Line): Column =>
        words(head, shown.map(of), room.label);
      const columns = [
        column(group, (each) => each.group.title),
        column(row, (each) => each.row.line),
        tagsOf(
          chip,
          shown.map((each) => chipsOf(each.row)),
          (label) => renderPlain(label, room.label, t),
        ),
        column(bar, ({ row: { bar: own } }) =>
          own ? [`${blockBar(own.done)} `, ...barSays(own)] : [],
        ),
        ...beside.map((head, i) => column(head, (each) => each.group.beside[i]?.line ?? [])),
      ];
      return draw(columns, shown.length, all.length - shown.length);
    },
  };
}

const tagsOf = (
  head: Line,
  chips: readonly (readonly Chip[])[],
  plain: (label: Line) => string,
): Column => ({
  head,
  type: "options",
  cells: chips.map((list) =>
    list.map(({ label, tone }) => ({ text: plain(label), color: colours[tone] })),
  ),
  said: chips.map((list) =>
    joinLines(
      list.map(({ label }) => label),
      ", ",
    ),
  ),
});

const moreRows = (words: string): ElementJson => ({
  tag: "div",
  text: plainText(words, { text_size: "notation", text_color: "grey" }),
});

const inLines = (rows: readonly (readonly Line[])[]): ElementJson => ({
  tag: "div",
  text: plainText(rows.map((cells) => plainLine(joinLines(cells, " · "))).join("\n")),
});
