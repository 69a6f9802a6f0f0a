// A chip: one word on a colour that means something.
import { html } from "hono/html";
import type { Chip } from "#src/view/card";
import { shadeOf } from "#src/view/shade";
import { limits } from "./limits.ts";
import { plainLabel, renderLine } from "./line.ts";
import type { WebMessages } from "../messages/index.ts";
import type { Markup } from "../web.ts";

/** What somebody is praised for has a colour of its own, the same each time. */
export function renderChip(chip: Chip, t: WebMessages, isValue = false): Markup {
  const look = isValue ? `value shade${shadeOf(plainLabel(chip.label))}` : chip.tone;
  return html`<span class="chip ${look}">${renderLine(chip.label, t, limits.label)}</span>`;
}
