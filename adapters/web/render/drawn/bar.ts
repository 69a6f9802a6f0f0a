// Progress as a bar with "time gone" as a mark on it. Attributes in percent keep it crisp at every width without the
// inline styles our policy forbids.
import { html } from "hono/html";
import type { Bar } from "#src/view/card";
import type { WebMessages } from "../../messages/index.ts";
import { plainLabel, renderParts, renderText } from "../line.ts";
import type { Markup } from "../../web.ts";

export function renderBar(bar: Bar, t: WebMessages): Markup {
  const label =
    bar.mark === undefined || bar.markLabel === undefined ? null : plainLabel(bar.markLabel);
  const top = label === null ? 4 : 20;
  const says = bar.figure
    ? html`<p class="says"><span class="big">${renderText(bar.figure, t)}</span> ${renderParts(bar.says, t)}</p>`
    : html`<p class="says">${renderParts(bar.says, t)}</p>`;
  return html`<div class="pace">
    ${bar.figure ? says : ""}${renderTrack(bar, top, label)}${bar.figure ? "" : says}
  </div>`;
}

/** The drawing alone. */
export const renderTrack = (bar: Bar, top = 4, label: string | null = null): Markup =>
  html`<svg class="bar${bar.tone === undefined || bar.tone === "plain" ? "" : ` ${bar.tone}`}" width="100%" height="${top + 14}" aria-hidden="true" focusable="false">
    <rect class="track" x="0" y="${top}" width="100%" height="10" rx="5" />
    ${bar.done > 0 ? html`<rect class="done" x="0" y="${top}" width="${percent(bar.done)}" height="10" rx="5" />` : ""}${bar.mark === undefined ? "" : renderMark(bar.mark, top, label)}
  </svg>`;

function renderMark(mark: number, top: number, label: string | null): Markup {
  const x = percent(mark);
  const words =
    label === null
      ? ""
      : html`<text class="mark-label" x="${x}" y="12" text-anchor="${anchor(mark)}">${label}</text>`;
  // Moved left by half its width, and by all of it at the very end, so that it is never outside the drawing.
  return html`<rect class="mark" x="${x}" y="${top - 4}" width="2" height="18" rx="1" transform="translate(${shift(mark)} 0)" />${words}`;
}

function shift(mark: number): number {
  if (mark >= 1) return -2;
  return mark <= 0 ? 0 : -1;
}

function anchor(mark: number): "start" | "middle" | "end" {
  if (mark < 0.2) return "start";
  return mark > 0.8 ? "end" : "middle";
}

/** A share as a percentage within the drawing. */
export function percent(share: number): string {
  const within = Math.max(0, Math.min(1, Number.isFinite(share) ? share : 0));
  return `${Math.round(within * 1000) / 10}%`;
}
