// A chart as server-drawn SVG in percentages, with its one sentence above and its figures in a table below.
import { html } from "hono/html";
import type { Tone } from "#src/view/card";
import type { Chart, Series, Trend } from "#src/view/chart";
import { plainLine } from "#src/view/line";
import type { WebMessages } from "../messages/index.ts";
import { percent } from "./bar.ts";
import { renderLine, renderParts } from "./line.ts";
import type { Markup } from "../web.ts";

const height = 140;
/** Colours and dashes repeat after so many series. */
const palettes = 4;
/** More names than these would run into each other: the first, the middle and the last are written. */
const mostNames = 8;

export function renderChart(chart: Chart, t: WebMessages): Markup {
  const all = chart.series.flatMap((series) => series.points.filter(Number.isFinite));
  const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
  const scale = (value: number): number => (high === low ? 0 : (value - low) / (high - low));
  const plot =
    chart.kind === "bars"
      ? renderBars(chart, scale)
      : chart.series.map((series, i) => renderCurve(series, i, scale));
  return html`<figure class="chart">
    <figcaption>${renderLine(chart.takeaway, t)}</figcaption>
    ${chart.series.length > 1 ? renderLegend(chart, t) : ""}<svg class="plot" width="100%" height="${height}" aria-hidden="true" focusable="false">
      <line class="axis" x1="0" x2="100%" y1="${flip(scale(0))}" y2="${flip(scale(0))}" />
      ${plot}</svg
    >${renderNames(chart)}${renderFigures(chart, t)}
  </figure>`;
}

function renderBars(chart: Chart, scale: (value: number) => number): Markup[] {
  const slot = 1 / Math.max(1, chart.labels.length);
  const width = (slot * 0.7) / Math.max(1, chart.series.length);
  return chart.series.flatMap((series, s) =>
    series.points.map((point, i) => {
      const [from, to] = [Math.min(scale(0), scale(point)), Math.max(scale(0), scale(point))];
      const x = percent(i * slot + slot * 0.15 + s * width);
      return html`<rect class="s${s % palettes}" x="${x}" y="${flip(to)}" width="${percent(width * 0.92)}" height="${percent((to - from) * 0.92)}" rx="2" />`;
    }),
  );
}

function renderCurve(series: Series, s: number, scale: (value: number) => number): Markup {
  const x = (i: number): string => percent((i + 0.5) / Math.max(1, series.points.length));
  const y = (i: number): string => flip(scale(series.points[i] ?? 0));
  const parts = series.points
    .slice(1)
    .map(
      (_, i) =>
        html`<line class="s${s % palettes}" x1="${x(i)}" y1="${y(i)}" x2="${x(i + 1)}" y2="${y(i + 1)}" />`,
    );
  const dots = series.points.map(
    (_, i) => html`<circle class="s${s % palettes}" cx="${x(i)}" cy="${y(i)}" r="3.5" />`,
  );
  return html`<g class="curve">${parts}${dots}</g>`;
}

/** Heights count from the bottom; a little room stays above and below for strokes. */
const flip = (share: number): string => percent(0.96 - share * 0.92);

function renderLegend(chart: Chart, t: WebMessages): Markup {
  return html`<ul class="legend">
    ${chart.series.map(
      (series, s) =>
        html`<li>
          <svg width="18" height="10" aria-hidden="true"><line class="s${s % palettes}" x1="1" x2="17" y1="5" y2="5" /></svg>${renderLine(series.label, t)}
        </li>`,
    )}
  </ul>`;
}

function renderNames(chart: Chart): Markup {
  const last = chart.labels.length - 1;
  const few = last < mostNames;
  const shown = few
    ? chart.labels
    : [0, Math.floor(last / 2), last].map((i) => chart.labels[i] ?? []);
  return html`<div class="names ${few ? "each" : "ends"}" aria-hidden="true">${shown.map((label) => html`<span>${plainLine(label)}</span>`)}</div>`;
}

function renderFigures(chart: Chart, t: WebMessages): Markup {
  const numbers = new Intl.NumberFormat(t.lang(), { maximumFractionDigits: 2 });
  return html`<details class="figures">
    <summary>${t.figures()}</summary>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <td></td>
            ${chart.series.map((series) => html`<th scope="col">${renderLine(series.label, t)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${chart.labels.map(
            (label, i) =>
              html`<tr>
                <th scope="row">${renderLine(label, t)}</th>
                ${chart.series.map((series) => html`<td>${numbers.format(series.points[i] ?? 0)}</td>`)}
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
