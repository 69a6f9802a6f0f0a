// Every chart that goes to Lark, drawn by the library that draws it there: wide as on a computer, square as on a phone, in both languages.
// The library is no dependency (150 MB with what it brings): VCHART names one or more of its build/index.min.js, as .ci/run does.
import { mkdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { locales } from "#src/language/text";
import { chartsOfPractices } from "#test/support/lark/charts";
import { launchBrowser } from "#test/support/web/browsing";

const libraries = (process.env["VCHART"] ?? "").split(":").filter((path) => path !== "");
const screenshots = process.env["SCREENSHOTS"];

interface Seen {
  /** Pixels of each colour that was asked for. */
  readonly ink: readonly number[];
  /** What is written, and what of it lies over another or sticks out. */
  readonly texts: readonly string[];
  readonly clashes: readonly string[];
}

/** Run in the page, where the library is. */
const drawing = `async (spec) => {
  document.body.innerHTML = '<div id="chart" style="width:' + innerWidth + 'px;height:' + innerHeight + 'px"></div>';
  const Chart = VChart.VChart ?? VChart.default ?? VChart;
  const chart = new Chart({ ...spec, animation: false }, { dom: "chart" });
  chart.renderSync();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const canvas = document.querySelector("canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const ink = spec.color.map((hex) => {
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
    let count = 0;
    for (let i = 0; i < data.length; i += 4)
      if (Math.abs(data[i] - r) + Math.abs(data[i + 1] - g) + Math.abs(data[i + 2] - b) < 24 && data[i + 3] > 128) count += 1;
    return count;
  });
  const written = [];
  const walk = (node) => {
    if (node.type === "text" && node.attribute.visible !== false && node.attribute.opacity !== 0 && String(node.attribute.text ?? "") !== "")
      written.push({ text: [node.attribute.text].flat().join(" "), box: node.globalAABBBounds });
    node.forEachChildren?.((child) => { walk(child); });
  };
  walk(chart.getStage());
  const clashes = written.flatMap(({ text, box }, i) => [
    ...(box.x1 < -1 || box.y1 < -1 || box.x2 > innerWidth + 1 || box.y2 > innerHeight + 1 ? [text + " sticks out"] : []),
    ...written.slice(i + 1).filter(({ box: other }) =>
      box.x1 < other.x2 - 1 && other.x1 < box.x2 - 1 && box.y1 < other.y2 - 2 && other.y1 < box.y2 - 2,
    ).map((other) => text + " over " + other.text),
  ]);
  return { ink, texts: written.map(({ text }) => text), clashes };
}`;

describe.skipIf(libraries.length === 0)("a chart of Lark", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
    if (screenshots !== undefined) mkdirSync(screenshots, { recursive: true });
  });
  afterAll(() => browser.close());

  async function startPage(library: string, complaints: string[]): Promise<Page> {
    const page = await browser.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (said) => {
      if (["error", "warning"].includes(said.type())) complaints.push(said.text());
    });
    await page.setContent("<body style='margin:0'></body>");
    await page.addScriptTag({ path: library });
    return page;
  }

  it.each(libraries.flatMap((library) => locales.map((locale) => ({ library, locale }))))(
    "is drawn with all it says, nothing over another: $locale, $library",
    async ({ library, locale }) => {
      const complaints: string[] = [];
      const page = await startPage(library, complaints);
      const charts = chartsOfPractices(locale);
      expect(charts.length).toBeGreaterThan(1);
      for (const [i, { name, drawn }] of charts.entries())
        for (const width of [560, 300]) {
          const height = width === 300 || drawn.aspect_ratio === "1:1" ? width : (width * 9) / 16;
          await page.setViewportSize({ width, height });
          const seen: Seen = await page.evaluate(
            `(${drawing})(${JSON.stringify(drawn.chart_spec)})`,
          );
          const series = [...new Set(drawn.chart_spec.data.values.map((each) => each["what"]))];
          expect(seen.clashes, name).toEqual([]);
          expect(seen.texts, name).toEqual(expect.arrayContaining(series));
          expect(Math.min(...seen.ink), `${name}: ${seen.ink.join(", ")}`).toBeGreaterThan(50);
          if (screenshots !== undefined)
            await page.screenshot({
              path: `${screenshots}/lark-${String(i)}-${locale}-${String(width)}.png`,
            });
        }
      expect(complaints).toEqual([]);
      await page.close();
    },
  );
});
