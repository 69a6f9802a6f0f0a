// A short word that passes. The script moves it into the page's status region, where it is announced.
import { html } from "hono/html";
import type { Markup } from "../web.ts";

export function renderToast(content: string | Markup, tone: "info" | "bad"): Markup {
  return html`<p class="toast ${tone}" data-place="toast">${content}</p>`;
}
