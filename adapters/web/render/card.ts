// One card: title with its chip, where it comes from, the body, the buttons, and who else sees it.
import { html } from "hono/html";
import {
  chipsOf,
  type Button,
  type Card,
  type Element,
  type Fact,
  type PageButton,
  type Row,
} from "#src/view/card";
import { plainLine, type Line } from "#src/view/line";
import { cardButton, printOf, rowButton } from "../door/action-codec.ts";
import { limits, shortenList } from "./limits.ts";
import type { WebMessages } from "../messages/index.ts";
import { renderFaces } from "./face.ts";
import { renderBar } from "./drawn/bar.ts";
import { renderCharts, renderTrend } from "./drawn/chart.ts";
import { renderChip } from "./chip.ts";
import { renderGroups } from "./drawn/groups.ts";
import { plainLabel, renderLine, renderParts, renderText } from "./line.ts";
import type { Markup } from "../web.ts";

/** What a browser tells of a button that was pressed: where it stands, and whether it is still the one that was seen there. */
type Marks = (path: string, button: Button) => Markup;
const byPlace: Marks = (path, { act }) => html`data-press="${path}" data-print="${printOf(act)}"`;
/** Where nothing is stored to look it up in: what it does, of which right and payload are looked at again. */
const byAct: Marks = (path, { act }) =>
  html`data-press="${path}" data-act="${JSON.stringify(act)}"`;

export function renderCards(
  cards: readonly Card[],
  t: WebMessages,
  kept: "kept" | "not kept" = "kept",
): Markup {
  const marks = kept === "kept" ? byPlace : byAct;
  return html`${cards.map((card, i) => renderCard(card, i, marks, t))}`;
}

function renderCard(card: Card, at: number, marks: Marks, t: WebMessages): Markup {
  const buttons = renderButtons(
    card.buttons,
    (i, button) => marks(cardButton(at, i), button),
    t,
    card.page,
  );
  return html`<section class="card ${card.tone}${card.quiet ? " foot" : ""}${card.joy ? ` joy ${card.joy}` : ""}">
    ${card.joy === "reached" ? renderConfetti() : ""}
    <h3>${renderFaces(card.faces)}<span>${renderText(card.title, t, limits.label)}</span>${chipsOf(card).map((each) => renderChip(each, t, card.joy === "praise"))}</h3>
    ${card.context ? html`<p class="context">${renderParts(card.context, t)}</p>` : ""}${card.body.map((element, i) => renderElement(element, { card: at, at: i, marks }, t))}${buttons}${
      card.sees
        ? html`<p class="sees"><span aria-hidden="true">◔</span><span>${renderLine(card.sees, t)}</span></p>`
        : ""
    }
  </section>`;
}

const paperBits = 16;

/** Bits of paper along the top, always the same ones. */
const renderConfetti = (): Markup =>
  html`<svg class="confetti" width="100%" height="28" aria-hidden="true" focusable="false">
    ${Array.from({ length: paperBits }, (_, i) => html`<rect class="s${i % 4}" x="${(i * 37 + 5) % 97}%" y="${(i * 11) % 20}" width="${i % 3 === 0 ? 8 : 5}" height="4" rx="1" />`)}
  </svg>`;

function renderElement(
  element: Element,
  { card, at, marks }: { readonly card: number; readonly at: number; readonly marks: Marks },
  t: WebMessages,
): Markup {
  switch (element.element) {
    case "text":
      return html`<p class="${element.soft === true ? "soft" : "text"}">${renderText(element.line, t)}</p>`;
    case "heading":
      return html`<h4>${renderFaces(element.faces)}${renderText(element.line, t)}${element.soft ? html` <span class="soft">${renderParts(element.soft, t)}</span>` : ""}</h4>`;
    case "quote":
      return html`<blockquote>${renderText(element.line, t)}</blockquote>`;
    case "bar":
      return html`${renderBar(element.bar, t)}${element.trend ? renderTrend(element.trend, t, element.bar.tone) : ""}`;
    case "facts":
      return html`<dl class="facts">${element.facts.map((fact) => renderFact(fact, t))}</dl>`;
    case "rows":
      return renderRows(
        element.rows,
        (row, i, button) => marks(rowButton(card, at, row, i), button),
        t,
      );
    case "table":
      return renderTable(element.head, element.rows, t);
    case "groups":
      return renderGroups(element, t);
    case "chart":
      return renderCharts(element.charts, `${card}-${at}`, t);
  }
}

function renderFact(fact: Fact, t: WebMessages): Markup {
  return html`<div>
    <dt>${renderLine(fact.label, t, limits.label)}</dt>
    <dd>${renderParts(fact.value, t)}</dd>
  </div>`;
}

function renderRows(
  rows: readonly Row[],
  marks: (row: number, at: number, button: Button) => Markup,
  t: WebMessages,
): Markup {
  const { shown, left } = shortenList(rows, limits.rows);
  // Figures that stand for themselves, with nothing to press, may stand beside each other.
  const figures = rows.length > 1 && rows.every((row) => row.bar && !row.buttons?.length);
  return html`<ul class="rows${figures ? " sums" : ""}">
      ${shown.map(
        (row, r) =>
          html`<li${rowLook(row)}>
            <div class="row-words">
              <p class="text">${renderFaces(row.faces)}<span>${renderParts(row.line, t)}</span>${chipsOf(row).map((each) => html` ${renderChip(each, t)}`)}</p>
              ${row.soft ? html`<p class="soft">${renderParts(row.soft, t)}</p>` : ""}
            </div>
            ${row.bar ? renderBar(row.bar, t) : ""}${row.trend ? renderTrend(row.trend, t, row.bar?.tone) : ""}${row.menu ? renderMenu(row, (i, b) => marks(r, i, b), t) : renderButtons(row.buttons ?? [], (i, b) => marks(r, i, b), t)}
          </li>`,
      )}
    </ul>
    ${renderLeft(left, t)}`;
}

/** What decides how its parts stand beside each other. */
function rowLook({ menu, bar, buttons = [] }: Row): Markup | "" {
  if (menu) return html` class="with-menu"`;
  if (bar) return html` class="with-bar"`;
  return buttons.length > 1 ? html` class="with-acts"` : "";
}

function renderTable(
  head: readonly Line[],
  rows: readonly (readonly Line[])[],
  t: WebMessages,
): Markup {
  const { shown, left } = shortenList(rows, limits.tableRows);
  const isFigures = head.map((_, i) => rows.every((cells) => isFigure(cells[i] ?? [])));
  const body = shown.map(
    (cells) =>
      html`<tr>
        ${cells.map((cell, i) => (i === 0 ? html`<th scope="row">${renderText(cell, t)}</th>` : html`<td${isFigures[i] ? html` class="num"` : ""}>${renderText(cell, t)}</td>`))}
      </tr>`,
  );
  // Wide tables scroll inside the card; the region takes focus so that the keyboard can scroll it.
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${head.map(plainLabel).join(", ")}">
      <table>
        <thead>
          <tr>
            ${head.map((cell, i) => html`<th scope="col"${i > 0 && isFigures[i] ? html` class="num"` : ""}>${renderLine(cell, t)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${body}
        </tbody>
      </table>
    </div>
    ${renderLeft(left, t)}`;
}

/** Figures stand below each other by their last digit, with whatever sign or word before them. */
const isFigure = (cell: Line): boolean =>
  /^$|^(?:[=+−-]|累计)?\s*[^\p{L}\s\d]{0,3}\d[^·“]*$/u.test(plainLine(cell));

function renderButtons(
  buttons: readonly Button[],
  marks: (at: number, button: Button) => Markup,
  t: WebMessages,
  page?: PageButton,
): Markup | "" {
  if (buttons.length === 0 && page?.href === undefined) return "";
  const { shown, left } = shortenList(buttons, limits.buttons);
  return html`<div class="acts">
    ${page?.href === undefined ? "" : html`<a class="btn primary" href="${page.href}">${renderLine(page.label, t, limits.label)}</a>`}${shown.map(
      (button, i) =>
        html`<button type="button" class="btn ${button.style}" ${marks(i, button)} ${button.confirm ? html` data-confirm="${plainLabel(button.confirm)}"` : ""}>
          <span>${renderLine(button.label, t, limits.label)}</span>
        </button>`,
    )}${renderLeft(left, t)}
  </div>`;
}

/** One sign beside the row, which opens its buttons. */
function renderMenu(
  { line, buttons = [] }: Row,
  marks: (at: number, button: Button) => Markup,
  t: WebMessages,
): Markup | "" {
  return buttons.length === 0
    ? ""
    : html`<details class="menu">
        <summary class="btn quiet" aria-label="${t.rowMenu(plainLabel(line))}">⋯</summary>
        ${renderButtons(buttons, marks, t)}
      </details>`;
}

function renderLeft(left: number, t: WebMessages): Markup | "" {
  return left === 0 ? "" : html`<p class="left">${t.more(left)}</p>`;
}
