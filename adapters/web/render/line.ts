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
  return html`${kept.map(renderPiece)}${left > 0 ? html`<span class="cut">${t.cut(left)}</span>` : ""}`;
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
  return html`<span class="at">@<bdi>${isolated(piece.name)}</bdi></span>`;
}
