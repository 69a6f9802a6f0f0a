// What comes by itself, and what was held back and why: the bot explains itself, to this one reader.
import { html } from "hono/html";
import { localDateAt } from "#src/calendar/zones";
import type { Outlook } from "#src/bot/api";
import { plainLine, type Line } from "#src/view/line";
import { limits } from "../render/limits.ts";
import { renderLine } from "../render/line.ts";
import { wordsFor, type Markup, type ShownPersona, type Site } from "../web.ts";

/** In whose language and zone it is said. */
export type OutlookReader = Pick<ShownPersona, "locale" | "zone">;

interface Said {
  readonly label: Line;
  /** Why it was held back. */
  readonly soft: Line | null;
}
interface Moment {
  readonly at: Date;
  readonly lines: readonly (Said & { readonly times: number })[];
}

export function renderOutlook(site: Site, persona: OutlookReader, outlook: Outlook | null): Markup {
  const t = wordsFor(site, persona);
  const coming = byMoment(
    (outlook?.coming ?? []).map(({ label, at }) => ({ label, at, soft: null })),
  );
  const kept = byMoment(
    (outlook?.kept ?? []).map(({ label, at, reason }) => ({ label, at, soft: reason })),
  );
  return html`<div id="outlook">
    ${coming.length === 0 ? html`<p class="none">${t.nothingComing()}</p>` : renderMoments(site, persona, coming)}
    ${kept.length === 0 ? "" : html`<h2>${t.heldBack()}</h2>${renderMoments(site, persona, kept)}`}
  </div>`;
}

/** What is read of it while it is folded away. */
export function renderNext(site: Site, persona: OutlookReader, outlook: Outlook | null): Markup {
  const t = wordsFor(site, persona);
  const first = outlook?.coming[0];
  return html`<span id="outlook-next" class="next">${first ? t.nextOne(localDateAt(first.at, persona.zone), first.at) : t.nothingComing()}</span>`;
}

/** What falls on the same moment comes as one message, so it stands together. */
function byMoment(all: readonly (Said & { readonly at: Date })[]): readonly Moment[] {
  const moments = new Map<number, Moment>();
  const same = (one: Said, other: Said): boolean =>
    plainLine(one.label) === plainLine(other.label) &&
    plainLine(one.soft ?? []) === plainLine(other.soft ?? []);
  for (const { at, ...line } of all) {
    const lines = moments.get(at.getTime())?.lines ?? [];
    const again = lines.some((each) => same(each, line));
    moments.set(at.getTime(), {
      at,
      lines: again
        ? lines.map((each) => (same(each, line) ? { ...each, times: each.times + 1 } : each))
        : [...lines, { ...line, times: 1 }],
    });
  }
  return [...moments.values()];
}

function renderMoments(site: Site, persona: OutlookReader, moments: readonly Moment[]): Markup {
  const t = wordsFor(site, persona);
  return html`<ol class="moments">
    ${moments.map(
      ({ at, lines }) =>
        html`<li>
          <time datetime="${at.toISOString()}">${t.day(localDateAt(at, persona.zone))} ${t.time(at)}</time>
          ${lines.map(({ label, soft, times }) => html`<p>${renderLine(label, t, limits.label)}${times > 1 ? html` <span class="soft">× ${times}</span>` : ""}</p>${soft ? html`<p class="soft">${renderLine(soft, t, limits.label)}</p>` : ""}`)}
        </li>`,
    )}
  </ol>`;
}
