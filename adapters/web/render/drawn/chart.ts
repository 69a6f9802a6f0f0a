// Charts as server-drawn SVG in percentages: the sentence above, what is drawn in words below or behind a line that opens.
import { html } from "hono/html";
import type { Tone } from "#src/view/card";
import type { Chart, Standings, Trend, Way, WayPoint } from "#src/view/chart";
import { plainLine, type Line } from "#src/view/line";
import type { WebMessages } from "../../messages/index.ts";
import { percent, renderTrack } from "./bar.ts";
import { limits, shortenList } from "../limits.ts";
import { plainLabel, renderLine, renderParts, renderText } from "../line.ts";
import type { Markup } from "../../web.ts";

/** `group`: where they stand on their card, so that choosing one leaves others alone. */
export function renderCharts(
  charts: readonly [Chart, ...Chart[]],
  group: string,
  t: WebMessages,
): Markup {
  if (charts.length === 1) return renderChart(charts[0], t);
  const { shown } = shortenList(charts, limits.charts);
  // A form of its own keeps the choice apart from that of the same card elsewhere on the page; it is never sent.
  return html`<form class="charts" method="dialog">
    <div class="seg" role="radiogroup" aria-label="${t.whichChart()}">
      ${shown.map(
        ({ name }, i) =>
          html`<label><input type="radio" name="chart-${group}" value="${i}" ${i === 0 ? "checked" : ""} /><span>${renderLine(name, t, limits.label)}</span></label>`,
      )}
    </div>
    ${shown.map((each) => renderChart(each, t))}
  </form>`;
}

function renderChart(chart: Chart, t: WebMessages): Markup {
  return html`<figure class="chart">
    <figcaption><span class="soft">${renderParts(chart.about, t)}</span> <strong>${renderText(chart.takeaway, t)}</strong></figcaption>
    ${chart.kind === "way" ? renderWay(chart, t) : renderStandings(chart, t)}
  </figure>`;
}

function renderStandings({ bars, markLabel }: Standings, t: WebMessages): Markup {
  const { shown, left } = shortenList(bars, limits.rows);
  return html`<p class="key soft"><svg width="2" height="14" aria-hidden="true" focusable="false"><rect class="mark" width="2" height="14" rx="1" /></svg>${renderLine(markLabel, t)}</p>
    <ul class="standings">
      ${shown.map(
        ({ label, bar }) =>
          html`<li>
            <span class="name">${renderLine(label, t)}</span>${renderTrack(bar)}<span class="figure">${renderText(bar.figure ?? [], t)}</span> <span class="soft">${renderText(bar.says, t)}</span>
          </li>`,
      )}
    </ul>
    ${left > 0 ? html`<p class="left">${t.more(left)}</p>` : ""}`;
}

function renderWay(way: Way, t: WebMessages): Markup {
  const top = Math.max(
    ...way.ticks.map(({ value }) => value),
    ...[...way.points, ...way.plan].map(({ value }) => value),
    Number.MIN_VALUE,
  );
  const x = ({ at }: WayPoint): number => Math.max(0, Math.min(1, at));
  const y = (value: number): number => 1 - Math.max(0, value) / top;
  const path = (points: readonly WayPoint[]): string =>
    points.map((each) => `${hundredth(x(each))},${hundredth(y(each.value))}`).join(" ");
  const now = way.points.at(-1);
  const start = way.points[0];
  return html`<div class="way ${way.tone}">
      <div class="ticks" aria-hidden="true">${way.ticks.toReversed().map(({ label }) => html`<span>${plainLine(label)}</span>`)}</div>
      <svg class="plot" width="100%" height="220" aria-hidden="true" focusable="false">
        ${way.ticks.map(({ value }) => html`<line class="grid" x1="0" x2="100%" y1="${percent(y(value))}" y2="${percent(y(value))}" />`)}
        <svg width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none">
          ${now && start ? html`<polygon class="area" points="${hundredth(x(start))},100 ${path(way.points)} ${hundredth(x(now))},100" />` : ""}<polyline class="plan" points="${path(way.plan)}" /><polyline class="line" points="${path(way.points)}" />
        </svg>
        ${now ? renderNow(way, now, { x: x(now), y }) : ""}${renderDays(way, now)}
      </svg>
    </div>
    ${renderFigures(way, t)}`;
}

/** The first day, today and the last; where today stands beside one of the others, it stands alone. */
function renderDays({ plan }: Way, now: WayPoint | undefined): Markup {
  const [first, last] = [plan.at(0), plan.at(-1)];
  const day = (point: WayPoint | undefined, x: number, anchor: string, name: string): Markup | "" =>
    point
      ? html`<text class="day ${name}" x="${percent(x)}" y="100%" dy="17" text-anchor="${anchor}">${plainLabel(point.label)}</text>`
      : "";
  const at = now?.at ?? 0.5;
  return html`${at > 0.2 ? day(first, 0, "start", "") : ""}${day(now, at, anchorAt(at), "today")}${at < 0.8 ? day(last, 1, "end", "") : ""}`;
}

function anchorAt(at: number): "start" | "middle" | "end" {
  if (at <= 0.2) return "start";
  return at >= 0.8 ? "end" : "middle";
}

/** Lines up to here are written on their left, beyond it on their right. */
const middle = 0.5;

/** Where it stands today, and where it was to stand: each label on its own side of the two points, so that they never meet. */
function renderNow(
  { says, plan }: Way,
  now: WayPoint,
  { x, y }: { readonly x: number; readonly y: (value: number) => number },
): Markup {
  const due = plan.findLast(({ at }) => at <= now.at)?.value ?? 0;
  const isAhead = now.value >= due;
  const left = x > middle;
  const label = (words: Line, value: number, above: boolean, name: string): Markup =>
    html`<text class="${name}" x="${percent(x)}" y="${percent(y(value))}" dx="${left ? -8 : 8}" dy="${above ? -10 : 20}" text-anchor="${left ? "end" : "start"}">${plainLabel(words)}</text>`;
  return html`<line class="now" x1="${percent(x)}" x2="${percent(x)}" y1="0" y2="100%" />
    <text class="end" x="100%" y="0" dy="-6" text-anchor="end">${plainLabel(says.end)}</text>
    <circle class="due" cx="${percent(x)}" cy="${percent(y(due))}" r="3.5" /><circle class="dot" cx="${percent(x)}" cy="${percent(y(now.value))}" r="5" />
    ${label(says.planNow, due, !isAhead, "due-label")}${label(says.now, now.value, isAhead, "now-label")}`;
}

const hundredth = (share: number): string => (share * 100).toFixed(2);

function renderFigures({ figures: { head, rows } }: Way, t: WebMessages): Markup {
  return html`<details class="figures">
    <summary>${t.figures()}</summary>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            ${head.map((each, i) => html`<th scope="col"${i > 0 ? html` class="num"` : ""}>${renderLine(each, t)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (cells) =>
              html`<tr>
                ${cells.map((cell, i) => (i === 0 ? html`<th scope="row">${renderLine(cell, t)}</th>` : html`<td class="num">${renderLine(cell, t)}</td>`))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** The way so far with its plan dashed, no larger than a word; in words beside it. */
export function renderTrend(
  { points, plan, says }: Trend,
  t: WebMessages,
  tone: Tone = "plain",
): Markup {
  const top = Math.max(0.01, ...points, ...plan);
  const path = (values: readonly number[]): string =>
    values
      .map((value, i) => {
        const x = values.length < 2 ? 48 : 2 + (92 * i) / (values.length - 1);
        return `${x.toFixed(1)},${(22 - (20 * Math.max(0, value)) / top).toFixed(1)}`;
      })
      .join(" ");
  const last = path(points).split(" ").at(-1)?.split(",") ?? [];
  return html`<p class="trend ${tone}">
    <svg class="spark" width="96" height="24" viewBox="0 0 96 24" aria-hidden="true" focusable="false">
      <polyline class="plan" points="${path(plan)}" /><polyline class="way" points="${path(points)}" />${last.length === 2 ? html`<circle class="way" cx="${last[0]}" cy="${last[1]}" r="2" />` : ""}
    </svg>
    <span>${renderParts(says, t)}</span>
  </p>`;
}
