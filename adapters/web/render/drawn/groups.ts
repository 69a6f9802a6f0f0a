// Rows by person as one table: the person and what is said of them stand beside all of their rows. Narrow, each becomes a card of its own.
import { html } from "hono/html";
import {
  chipsOf,
  type Beside,
  type Columns,
  type Element,
  type Group,
  type Row,
} from "#src/view/card";
import { renderTrack } from "./bar.ts";
import { renderTrend } from "./chart.ts";
import { renderChip } from "../chip.ts";
import { renderFaces } from "../face.ts";
import { limits, shortenList } from "../limits.ts";
import { plainLabel, renderLine, renderParts, renderText } from "../line.ts";
import type { WebMessages } from "../../messages/index.ts";
import type { Markup } from "../../web.ts";

type Groups = Extract<Element, { element: "groups" }>;

export function renderGroups({ columns, groups }: Groups, t: WebMessages): Markup {
  const { shown, left } = shortenList(groups, limits.rows);
  const { group, row, chip, bar, trend, beside } = columns;
  return html`<table class="groups">
      <thead>
        <tr>
          ${[group, row, chip, bar, trend, ...beside].map((each) => html`<th scope="col">${renderLine(each, t)}</th>`)}
        </tr>
      </thead>
      ${shown.map((each) => renderGroup(each, columns, t))}
    </table>
    ${left > 0 ? html`<p class="left">${t.more(left)}</p>` : ""}`;
}

function renderGroup(group: Group, columns: Columns, t: WebMessages): Markup {
  const span = Math.max(1, group.rows.length);
  const [first, ...others] = group.rows;
  return html`<tbody>
    <tr>
      <th scope="rowgroup" rowspan="${span}"><span class="whose">${renderFaces(group.faces)}<span>${renderLine(group.title, t, limits.label)}</span></span></th>
      ${first ? renderRow(first, t) : html`<td colspan="4"></td>`}${group.beside.map((each, i) => renderBeside(each, columns.beside[i] ?? [], span, t))}
    </tr>
    ${others.map((row) => html`<tr>${renderRow(row, t)}</tr>`)}
  </tbody>`;
}

const renderRow = (row: Row, t: WebMessages): Markup =>
  html`<td class="what">${renderText(row.line, t)}</td>
    <td class="state">${chipsOf(row).map((each) => html`${renderChip(each, t)} `)}</td>
    <td class="bars">${row.bar ? html`<p class="says">${renderParts(row.bar.says, t)}</p>${renderTrack(row.bar)}` : ""}</td>
    <td class="way">${row.trend ? renderTrend(row.trend, t, row.bar?.tone) : ""}</td>`;

/** Where the columns have no heads, its own stands before it. */
const renderBeside = (
  { line, tone = "plain" }: Beside,
  head: Columns["group"],
  span: number,
  t: WebMessages,
): Markup =>
  html`<td class="beside ${tone}" rowspan="${span}" data-head="${plainLabel(head)}">${renderText(line, t)}</td>`;
