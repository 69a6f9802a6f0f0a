// A line as HTML. Every piece is escaped by the html tag, once; only the piece's kind may become an element.
import { isolated } from "#src/language/bidi";
import { html } from "hono/html";
import { plainLine, type Line, type Piece } from "#src/view/line";
import { shortenLine } from "#src/view/shorten";
import { limits } from "./limits.ts";
import type { WebMessages } from "../messages/index.ts";
import type { Markup } from "../web.ts";

export function renderLine(line: Line, t: WebMessages, most: number = limits.text): Markup {
  const { line: kept, left } = shortenLine(line, most);
  return html`${kept.map(renderPiece)}${renderCut(left, t)}`;
}

/** What runs over several lines: no figure is parted from its unit. Words stay as they are, so that they are found on the page. */
export function renderText(line: Line, t: WebMessages, most: number = limits.text): Markup {
  const { line: kept, left } = shortenLine(line, most);
  return html`${kept.map((piece) => (typeof piece === "string" ? renderWhole(piece) : renderPiece(piece)))}${renderCut(left, t)}`;
}

/** Where a day with its weekday, or a figure and its unit stand: 11月11日（周三） 09:00, 12万, 36 workdays. */
const figures =
  /((?:\d{4}年)?\d{1,2}月\d{1,2}日(?:（周.）)?(?: ?\d\d:\d\d)?|(?<![\p{L}\d])\d[\d.,]*(?: ?\p{Script=Han}| \p{Script=Latin}{1,20}))/u;

const renderWhole = (text: string): Markup =>
  html`${isolated(text)
    .split(figures)
    .map((part, i) => (i % 2 === 1 ? html`<span class="whole">${part}</span>` : part))}`;

const renderCut = (left: number, t: WebMessages): Markup | "" =>
  left > 0 ? html`<span class="cut">${t.cut(left)}</span>` : "";

/** What is longer than this may break where it likes. */
const longestPart = 48;

/**
 * The same where figures stand between dots: each part goes to the next line as a whole, so that no figure is parted from its word. The
 * dot stands at the beginning of its part, in a margin that is cut off where a line begins.
 */
export function renderParts(line: Line, t: WebMessages): Markup {
  const parts = partsOf(line);
  if (parts.length < 2 || parts.some((each) => plainLine(each).length > longestPart))
    return renderText(line, t);
  return html`${parts.map((part, i) => html`${i > 0 ? " " : ""}<span class="part">${i > 0 ? html`<span class="between">· </span>` : ""}${renderText(part, t)}</span>`)}`;
}

function partsOf(line: Line): readonly Line[] {
  const parts: Piece[][] = [[]];
  for (const piece of line) {
    const [first = "", ...rest] = typeof piece === "string" ? piece.split(" · ") : [piece];
    parts.at(-1)?.push(first);
    for (const each of rest) parts.push([each]);
  }
  return parts;
}

/** For attributes and titles of the browser, which hold text only. */
export function plainLabel(line: Line): string {
  return plainLine(shortenLine(line, limits.label).line);
}

/** What people typed is isolated, so that a direction override in it cannot turn the words around it. */
function renderPiece(piece: Piece): string | Markup {
  if (typeof piece === "string") return isolated(piece);
  if ("said" in piece) return html`<bdi>${isolated(piece.said)}</bdi>`;
  if ("typed" in piece) return html`<kbd>${isolated(piece.typed)}</kbd>`;
  if ("bold" in piece) return html`<strong>${piece.bold.map(renderPiece)}</strong>`;
  if ("place" in piece) return html`<bdi>${isolated(piece.name)}</bdi>`;
  return html`<span class="at">@<bdi>${isolated(piece.name)}</bdi></span>`;
}
