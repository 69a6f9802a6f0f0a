// Cards and forms as plain text: what the demo prints, what snapshots keep, what a push notification shows.
import {
  barSays,
  besideLine,
  chipsOf,
  headingLine,
  inOneLine,
  otherCharts,
  type Button,
  type Card,
  type Columns,
  type Element,
  type Group,
  type Row,
} from "./card.ts";
import { sparkline, wayNow, waySpark, type Chart, type Trend } from "./chart.ts";
import type { Field, Form } from "./form.ts";
import { plainLine } from "./line.ts";

export function plainCard(card: Card): string {
  if (card.quiet) return plainFoot(card);
  return [
    plainLine(card.title) + plainChips(card),
    card.context ? plainLine(card.context) : "",
    ...card.body.map(plainElement),
    card.page ? `(${plainLine(card.page.label)} ↗)` : "",
    plainButtons(card.buttons),
    card.sees ? `◔ ${plainLine(card.sees)}` : "",
  ]
    .filter((each) => each !== "")
    .join("\n");
}

const plainChips = (of: Pick<Row, "chip" | "aside">): string =>
  chipsOf(of)
    .map((each) => ` [${plainLine(each.label)}]`)
    .join("");

/** Below what it belongs to: one line of words, one of buttons. */
function plainFoot(card: Card): string {
  const words = [card.title, ...(card.context ? [card.context] : [])].map(plainLine).join(" · ");
  return [
    `┄ ${words}`,
    ...card.body.map(plainElement),
    plainButtons(card.buttons),
    card.sees ? `◔ ${plainLine(card.sees)}` : "",
  ]
    .filter((each) => each !== "")
    .map((each, i) => (i === 0 ? each : `  ${each}`))
    .join("\n");
}

export function plainForm(form: Form): string {
  return [
    `┌ ${plainLine(form.title)}`,
    ...(form.intro ? [`│ ${plainLine(form.intro)}`] : []),
    ...form.fields.map((field) => `│ ${plainField(field)}`),
    `└ [${plainLine(form.submit)}]  ◔ ${plainLine(form.sees)}`,
  ].join("\n");
}

/** Ten blocks, so that progress can be seen where nothing can be drawn. */
export function blockBar(done: number): string {
  const full = Math.max(0, Math.min(10, Math.floor(done * 10 + 1e-9)));
  return "▓".repeat(full) + "░".repeat(10 - full);
}

export function plainElement(element: Element): string {
  switch (element.element) {
    case "text":
      return plainLine(element.line);
    case "heading":
      return `— ${plainLine(headingLine(element))}`;
    case "quote":
      return `“${plainLine(element.line)}”`;
    case "bar":
      return [
        `${blockBar(element.bar.done)} ${plainLine(barSays(element.bar))}`,
        ...(element.trend ? [plainTrend(element.trend)] : []),
      ].join("\n");
    case "facts":
      return element.facts
        .map((fact) => `${plainLine(fact.label)}: ${plainLine(fact.value)}`)
        .join("\n");
    case "rows":
      return element.rows.map(plainRow).join("\n");
    case "table":
      return [element.head, ...element.rows]
        .map((cells) => cells.map(plainLine).join(" | "))
        .join("\n");
    case "groups":
      return element.groups.map((group) => plainGroup(group, element.columns)).join("\n");
    case "chart":
      return [plainChart(element.charts[0]), ...otherCharts(element.charts).map(plainRow)].join(
        "\n",
      );
  }
}

const plainTrend = (trend: Trend): string => `${sparkline(trend)} ${plainLine(trend.says)}`;

function plainGroup(group: Group, columns: Columns): string {
  const beside = plainLine(besideLine(group, columns));
  return [
    `— ${plainLine(group.title)}${beside === "" ? "" : ` · ${beside}`}`,
    ...group.rows.map(plainRow),
  ].join("\n");
}

function plainChart(chart: Chart): string {
  const drawn =
    chart.kind === "way"
      ? [`${waySpark(chart)} ${plainLine(wayNow(chart))}`]
      : chart.bars.map(
          ({ label, bar }) =>
            `${plainLine(label)} ${blockBar(bar.done)} ${plainLine(barSays(inOneLine(bar)))}`,
        );
  return [plainLine(chart.about), plainLine(chart.takeaway), ...drawn].join("\n");
}

function plainRow(row: Row): string {
  const head = `• ${plainLine(row.line)}${plainChips(row)}`;
  const more = [
    row.bar ? `${blockBar(row.bar.done)} ${plainLine(barSays(row.bar))}` : "",
    row.trend ? plainTrend(row.trend) : "",
    row.soft ? plainLine(row.soft) : "",
    plainButtons(row.buttons ?? [], row.menu),
  ];
  return [head, ...more.filter((each) => each !== "").map((each) => `  ${each}`)].join("\n");
}

function plainButtons(buttons: readonly Button[], menu?: true): string {
  const all = buttons.map((button) => `(${plainLine(button.label)})`).join(" ");
  return menu && all !== "" ? `⋯ ${all}` : all;
}

function plainField(field: Field): string {
  const label = plainLine(field.label) + (field.required ? " *" : "");
  const hint = field.hint ? `  ‹${plainLine(field.hint)}›` : "";
  if ("options" in field) {
    const chosen = new Set(typeof field.initial === "string" ? [field.initial] : field.initial);
    return `${label}: ${field.options.map((each) => `${chosen.has(each.value) ? "●" : "○"} ${plainLine(each.label)}`).join("  ")}${hint}`;
  }
  if (field.field === "yesNo") return `${label}: ${field.initial ? "●" : "○"}${hint}`;
  const words = field.field === "date" && field.words ? `  ‹${plainLine(field.words)}›` : "";
  return `${label}: ${field.initial ?? ""}${words}${hint}`;
}
