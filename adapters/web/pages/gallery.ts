// A page with every sample side by side in both languages, for people who look after the look.
import { renderPatterns } from "./frame.ts";
import { readFile } from "node:fs/promises";
import { html, raw } from "hono/html";
import type { Language } from "#src/language/catalogue";
import type { Locale } from "#src/language/text";
import type { Card } from "#src/view/card";
import type { Form } from "#src/view/form";
import { assetsFolder } from "./assets.ts";
import { webMessages } from "../messages/index.ts";
import { renderCards } from "../render/card.ts";
import { renderForm } from "../render/form.ts";
import type { Markup } from "../web.ts";

export interface GalleryItem {
  readonly name: string;
  readonly views: readonly { readonly locale: Locale; readonly view: Card | Form }[];
}

const styles = ["playground.css", "card.css"];
const layout = `body.gallery{display:block;height:auto;overflow:auto;padding:24px}.gallery h2{margin:28px 0 8px}.pair{display:grid;grid-template-columns:1fr 1fr;gap:20px;align-items:start}.pair dialog{position:static;margin:0;width:auto;max-width:none}@media (max-width:800px){.pair{grid-template-columns:1fr}}`;

/** File name to content: the page and the style sheets of production beside it. */
export async function renderGallery(
  items: readonly GalleryItem[],
  language: Language,
): Promise<Record<string, string>> {
  const page = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>Pacer gallery</title>
        ${[...styles, "gallery.css"].map((name) => html`<link rel="stylesheet" href="${name}" />`)}
      </head>
      <body class="gallery">
        ${renderPatterns()}
        <h1>Gallery</h1>
        ${items.map(
          (item) =>
            html`<h2>${item.name}</h2>
              <div class="pair">${item.views.map(({ locale, view }) => html`<div lang="${locale}">${renderView(view, locale, language)}</div>`)}</div>`,
        )}
      </body>
    </html>`;
  const copied = await Promise.all(
    styles.map(
      async (name) => [name, await readFile(`${assetsFolder()}/${name}`, "utf8")] as const,
    ),
  );
  return { "index.html": String(page), "gallery.css": layout, ...Object.fromEntries(copied) };
}

async function renderView(
  view: Card | Form,
  locale: Locale,
  language: Language,
): Promise<Awaited<Markup>> {
  const t = language.speak(webMessages, { locale, zone: "Asia/Shanghai", currency: "CNY" });
  if (!("fields" in view)) return renderCards([view], t);
  const shown = (
    await renderForm(view, { user: "gallery", channel: null, attempt: "gallery", origin: "" }, t)
  )
    .toString()
    .replace("<dialog ", "<dialog open ");
  return raw(shown);
}
