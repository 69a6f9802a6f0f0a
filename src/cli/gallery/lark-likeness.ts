// What Lark and Feishu are sent, drawn as HTML about as they draw it:
// https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-structure. From the very card the adapter makes.
import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import type {
  ButtonJson,
  CardJson,
  ChartJson,
  ElementJson,
  PlainText,
  TableCell,
} from "#adapters/lark/render/card-json";

type Drawn = HtmlEscapedString | Promise<HtmlEscapedString>;

export function drawLark({ header, body }: CardJson): Drawn {
  return html`<div class="lark">
    ${
      header
        ? html`<p class="lark-header ${header.template}"><span>${header.title.content}</span>${(header.text_tag_list ?? []).map((each) => html` <span class="lark-tag ${each.color}">${each.text.content}</span>`)}</p>`
        : ""
    }
    <div class="lark-body">${body.elements.map(drawElement)}</div>
  </div>`;
}

function drawElement(element: ElementJson): Drawn {
  switch (element.tag) {
    case "div":
      return html`<p class="${lookOf(element.text)}">${element.text.content}</p>`;
    case "markdown":
      return html`<p class="${lookOf(element)}">${drawMarkdown(element.content)}</p>`;
    case "hr":
      return html`<hr />`;
    case "button":
      return drawButton(element);
    case "overflow":
      return html`<span class="lark-button">⋯</span>`;
    case "column_set":
      return html`<div class="lark-columns ${element.flex_mode}${element.background_style ? " shaded" : ""}">
        ${element.columns.map((column) => html`<div class="${[column.width ?? "", column.vertical_align ?? ""].join(" ").trim()}">${column.elements.map(drawElement)}</div>`)}
      </div>`;
    case "table":
      return html`<table>
        <tr>
          ${element.columns.map((column) => html`<th>${column.display_name}</th>`)}
        </tr>
        ${element.rows.map((row) => html`<tr>${element.columns.map((column) => html`<td>${drawCell(row[column.name] ?? "")}</td>`)}</tr>`)}
      </table>`;
    case "chart":
      return drawChart(element);
    case "input":
    case "date_picker":
    case "select_static":
    case "multi_select_static":
    case "multi_select_person":
    case "checker":
    case "form":
      return html`<p>[${element.tag}]</p>`;
  }
}

const drawCell = (cell: TableCell): Drawn =>
  typeof cell === "string"
    ? html`${cell}`
    : html`${cell.map(({ text, color }) => html`<span class="lark-tag ${color}">${text}</span> `)}`;

/** About as VChart lays it out: one colour a series, bars across, lines from left to right. */
function drawChart({ chart_spec: spec }: ChartJson): Drawn {
  const { values } = spec.data;
  const series = [...new Set(values.map((each) => String(each[spec.seriesField])))];
  const drawn = spec.type === "line" ? drawLines(values, series) : drawBars(values, series);
  return html`<div class="lark-chart ${spec.type}">
    ${drawn}
    <p class="notation">${series.map((name, i) => html`<span class="c${i}">■</span> ${name} `)}</p>
  </div>`;
}

type Values = ChartJson["chart_spec"]["data"]["values"];
const numberIn = (value: Values[number]): number => Number(value["value"]);

function drawLines(values: Values, series: readonly string[]): Drawn {
  const days = [...new Set(values.map((each) => String(each["at"])))];
  const top = Math.max(1, ...values.map(numberIn));
  const lines = series.map((name, i) => {
    const points = values
      .filter((each) => each["what"] === name)
      .map(
        (each) =>
          `${(days.indexOf(String(each["at"])) / Math.max(1, days.length - 1)) * 320},${120 - (numberIn(each) / top) * 110}`,
      );
    return html`<polyline class="c${i}" points="${points.join(" ")}" />`;
  });
  return html`<svg viewBox="0 0 320 124">${lines}</svg>`;
}

function drawBars(values: Values, series: readonly string[]): Drawn {
  const people = [...new Set(values.map((each) => String(each["who"])))];
  const top = Math.max(1, ...values.map(numberIn));
  return html`<svg viewBox="0 0 320 ${people.length * 28}">
    ${people.map((who, p) => html`<text x="0" y="${p * 28 + 17}">${who}</text>${values.filter((each) => each["who"] === who).map((each) => html`<rect class="c${series.indexOf(String(each["what"]))}" x="90" y="${p * 28 + series.indexOf(String(each["what"])) * 11 + 2}" width="${(numberIn(each) / top) * 225}" height="9" />`)}`)}
  </svg>`;
}

const drawButton = ({ text, type }: ButtonJson): Drawn =>
  html`<span class="lark-button ${type}">${text.content}</span>`;

type Look = Pick<PlainText, "text_size" | "text_color">;

const lookOf = ({ text_size: size, text_color: colour }: Look): string =>
  [size ?? "", colour ?? ""].filter((each) => each !== "").join(" ");

/** All punctuation in it was made entities by the adapter, which HTML reads as well: what is left are its own stars and tags. */
function drawMarkdown(content: string): Drawn {
  return raw(
    content
      .replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>")
      .replace(/<text_tag color='(\w+)'>/g, '<span class="lark-tag $1">')
      .replace(/<font color='(\w+)'>/g, '<span class="$1">')
      .replace(/<\/(?:text_tag|font)>/g, "</span>"),
  );
}
