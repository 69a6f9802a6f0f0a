// The gallery's pages: an index, a page a practice in light and in dark with each card on every surface beside each other, and the same
// as phones have it.
import { html, raw } from "hono/html";
import type { Language } from "#src/language/catalogue";
import { locales, type Locale } from "#src/language/text";
import type { Card } from "#src/view/card";
import type { Form } from "#src/view/form";
import {
  galleryPatterns,
  gallerySheets,
  readSheet,
  renderSample,
} from "#adapters/web/pages/gallery";
import { renderCards as renderLark } from "#adapters/lark/render/card";
import { wordsIn as larkWords } from "#adapters/lark/messages/index";
import { renderCards as renderSlack } from "#adapters/slack/render/card";
import { slackMessages } from "#adapters/slack/messages/index";
import type { GalleryItem } from "./items.ts";
import { drawLark } from "./lark-likeness.ts";
import { drawSlack } from "./slack-likeness.ts";

type Scheme = "light" | "dark";
const schemes = ["light", "dark"] as const;
const phone = { width: 390, height: 844 } as const;

const layout = `
body.gallery { display: block; height: auto; overflow: auto; padding: 24px; }
.gallery h2 { margin: 32px 0 8px; }
.gallery nav { border: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 16px; overflow: visible; }
.gallery nav h2 { margin: 12px 0 0; flex-basis: 100%; }
.surfaces { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 20px; align-items: start; margin-bottom: 18px; }
.surfaces > div > h3 { font-size: 12px; color: var(--soft); }
.surfaces dialog { position: static; margin: 0; width: auto; max-width: none; }
.phones { display: flex; flex-wrap: wrap; gap: 24px; }
.phones iframe { border: 8px solid var(--edge); border-radius: 28px; }
.slack, .lark { font-size: 15px; line-height: 1.47; border-radius: 8px; padding: 10px 12px; margin-top: 6px; color: var(--there-ink); background: var(--there); border: 1px solid var(--line); overflow-wrap: anywhere; --there: #fff; --there-ink: #1d1c1d; --there-soft: #616061; --there-edge: #bbb; }
.dark :is(.slack, .lark) { --there: #1a1d21; --there-ink: #d1d2d3; --there-soft: #9a9b9e; --there-edge: #565856; }
:is(.slack, .lark) :is(p, li, pre, th, td) { white-space: pre-wrap; }
:is(.slack, .lark) :is(p, ul, pre, table) { margin: 4px 0; }
.slack-header { font-size: 18px; font-weight: 900; }
.slack-context { font-size: 13px; color: var(--there-soft); }
.slack-fields { display: grid; grid-template-columns: 1fr 1fr; gap: 4px 12px; }
.slack-section { display: flex; gap: 12px; justify-content: space-between; align-items: start; } .slack-section > :first-child { flex: 1; }
:is(.slack-button, .lark-button) { display: inline-block; border: 1px solid var(--there-edge); border-radius: 5px; padding: 2px 12px; margin: 2px 6px 2px 0; font-size: 14px; font-weight: 600; }
.slack-button.primary { background: #007a5a; border-color: #007a5a; color: #fff; }
.slack pre { border: 1px solid var(--there-edge); border-radius: 4px; padding: 8px; font-size: 12px; overflow: auto; white-space: pre; }
.slack code { color: #c01343; } .dark .slack code { color: #e8912d; }
.lark { padding: 0; overflow: hidden; } .lark-body { padding: 10px 12px; }
.lark-header { font-size: 16px; font-weight: 600; padding: 10px 12px; margin: 0 !important; }
.lark-header.violet { background: #efe6fe; color: #380d82; } .lark-header.turquoise { background: #d5f6f2; color: #045e54; } .lark-header.yellow { background: #faf1d1; color: #5c3a00; } .lark-header.indigo { background: #e0e9ff; color: #13256e; } .lark-header.carmine { background: #fde2f0; color: #7d0d46; } .lark-header.wathet { background: #d9f3fd; color: #044d6d; }
.lark-header.green { background: #d9f5d6; color: #186010; } .lark-header.orange { background: #feead2; color: #7a3e00; } .lark-header.red { background: #fde2e2; color: #8f1f1a; } .lark-header.blue { background: #e1eaff; color: #0c296e; }
.lark-tag { font-size: 12px; font-weight: 500; padding: 1px 6px; border-radius: 4px; background: #1f232914; }
.lark-tag.green { background: #c9efc4; color: #186010; } .lark-tag.orange { background: #fddcb5; color: #7a3e00; } .lark-tag.red { background: #fbc9c9; color: #8f1f1a; } .lark-tag.blue { background: #cbdbff; color: #0c296e; }
.lark .notation { font-size: 12px; } .lark .heading { font-size: 16px; font-weight: 600; } .lark .grey { color: var(--there-soft); } .lark-body .red:not(.lark-tag) { color: #c01f1a; } .lark-body span.blue:not(.lark-tag) { color: #1456f0; } .dark .lark-body span.blue:not(.lark-tag) { color: #75a4ff; }
.lark table :is(th, td), .slack table :is(th, td) { text-align: left; white-space: nowrap; } .lark-body { overflow-x: auto; } .lark-header.default + .lark-body { padding-top: 0; }
.lark-chart svg { width: 100%; max-width: 420px; } .lark-chart text { font-size: 11px; fill: currentcolor; } .lark-chart { --c: #1456f0; } .lark-chart.line .c0, .lark-chart.bar .c1 { --c: #8f959e; } .lark-chart polyline { fill: none; stroke-width: 2; stroke: var(--c); } .lark-chart rect { fill: var(--c); } .lark-chart span { color: var(--c); }
.lark-columns { display: flex; flex-wrap: wrap; gap: 4px 12px; } .lark-columns.bisect { display: grid; grid-template-columns: 1fr 1fr; } .lark-columns.none { flex-wrap: nowrap; margin: 0; font-size: inherit; color: inherit; } .lark-columns.none > div { flex: 1; } .lark-columns.none > .auto { flex: none; } .lark-columns > .center { align-self: center; } .lark-columns.shaded { background: #8f959e1f; border-radius: 6px; padding: 8px; }
.lark-button.primary_filled { background: #1456f0; border-color: #1456f0; color: #fff; } .lark-button.text { border-color: transparent; color: #1456f0; } .dark .lark-button.text { color: #75a4ff; }
@media (max-width: 900px) { body.gallery { padding: 12px; } .surfaces { grid-template-columns: minmax(0, 1fr); } }
`;

/** File name to content: pages, and the style sheets of production, each as it is in light and as it is in dark. */
export async function drawGallery(
  items: readonly GalleryItem[],
  language: Language,
): Promise<Readonly<Record<string, string>>> {
  const practices = [...new Set(items.map(({ practice }) => practice))];
  const files: Record<string, string> = {
    "gallery.css": layout,
    "index.html": await drawIndex(practices, items),
  };
  for (const name of gallerySheets) {
    const sheet = await readSheet(name);
    for (const scheme of schemes) files[`${scheme}-${name}`] = fixed(sheet, scheme);
  }
  for (const practice of practices) {
    const own = items.filter((each) => each.practice === practice);
    for (const scheme of schemes)
      files[`${practice}-${scheme}.html`] = await drawPractice(practice, own, scheme, language);
    files[`${practice}-phone.html`] = await drawPhones(practice);
  }
  return files;
}

/** Whoever looks at both wants both, whatever their own machine is set to. */
export const fixed = (sheet: string, scheme: Scheme): string =>
  sheet
    .replaceAll("color-scheme: light dark", `color-scheme: ${scheme}`)
    .replaceAll(
      "@media (prefers-color-scheme: dark)",
      scheme === "dark" ? "@media all" : "@media not all",
    );

async function page(title: string, scheme: Scheme, body: unknown): Promise<string> {
  return String(
    await html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <title>${title}</title>
          ${[...gallerySheets.map((name) => `${scheme}-${name}`), "gallery.css"].map((name) => html`<link rel="stylesheet" href="${name}" />`)}
        </head>
        <body class="gallery ${scheme}">
          ${raw(await galleryPatterns())}
          <h1>${title}</h1>
          ${body}
        </body>
      </html>`,
  );
}

const nameOf = (item: GalleryItem): string => item.name.replaceAll(/[^\p{L}\p{N}]+/gu, "-");

function drawIndex(practices: readonly string[], items: readonly GalleryItem[]): Promise<string> {
  return page(
    "Gallery",
    "light",
    html`<nav aria-label="Gallery">
      ${practices.map(
        (practice) =>
          html`<h2>${practice}</h2>
            ${[...schemes, "phone"].map((look) => html`<a href="${practice}-${look}.html">${look}</a>`)}
            ${items.filter((each) => each.practice === practice).map((each) => html`<a href="${practice}-light.html#${nameOf(each)}">${each.name}</a>`)}`,
      )}
    </nav>`,
  );
}

async function drawPractice(
  practice: string,
  items: readonly GalleryItem[],
  scheme: Scheme,
  language: Language,
): Promise<string> {
  const drawn = items.map(
    (item) =>
      html`<h2 id="${nameOf(item)}">${item.name}</h2>
        ${locales.map((locale) => drawSurfaces(item.views[locale], locale, language))}`,
  );
  return await page(practice, scheme, html`<p><a href="index.html">Gallery</a></p> ${drawn}`);
}

/** Forms are windows of their own on the platforms: only the web's is drawn. */
async function drawSurfaces(view: Card | Form, locale: Locale, language: Language) {
  const web = html`<div><h3>web</h3>${raw(await renderSample(view, locale, language))}</div>`;
  if ("fields" in view) return html`<div class="surfaces" lang="${locale}">${web}</div>`;
  const words = language.speak(slackMessages, { locale, zone: "Asia/Shanghai", currency: "CNY" });
  const slack = renderSlack([view], "gallery", words).blocks;
  const lark = renderLark([view], { rendering: "gallery", group: false }, larkWords(locale));
  return html`<div class="surfaces" lang="${locale}">
    ${web}
    <div><h3>Slack</h3>${drawSlack(slack)}</div>
    <div><h3>Lark</h3>${drawLark(lark)}</div>
  </div>`;
}

function drawPhones(practice: string): Promise<string> {
  const frame = (scheme: Scheme) =>
    html`<iframe src="${practice}-${scheme}.html" title="${practice}, ${scheme}" width="${phone.width}" height="${phone.height}"></iframe>`;
  return page(
    `${practice}, ${phone.width} px`,
    "light",
    html`<p><a href="index.html">Gallery</a></p><div class="phones">${schemes.map(frame)}</div>`,
  );
}
