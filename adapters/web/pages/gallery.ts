// A card or a form as the web shows it, by itself, for the gallery: with the style sheets of production and no server behind it.
import { readFile } from "node:fs/promises";
import { html } from "hono/html";
import type { Language } from "#src/language/catalogue";
import type { Locale } from "#src/language/text";
import type { Card } from "#src/view/card";
import type { Form } from "#src/view/form";
import { webMessages } from "../messages/index.ts";
import { renderCards } from "../render/card.ts";
import { renderForm } from "../render/form.ts";
import { assetsFolder } from "./assets.ts";
import { renderPatterns } from "./frame.ts";

/** In the order in which a page asks for them. */
export const gallerySheets = ["playground.css", "card.css"] as const;

export const readSheet = async (name: (typeof gallerySheets)[number]): Promise<string> =>
  await readFile(`${assetsFolder()}/${name}`, "utf8");

/** What drawings are filled with; once a page. */
export const galleryPatterns = async (): Promise<string> => String(await renderPatterns());

export async function renderSample(
  view: Card | Form,
  locale: Locale,
  language: Language,
): Promise<string> {
  const t = language.speak(webMessages, { locale, zone: "Asia/Shanghai", currency: "CNY" });
  if (!("fields" in view)) return String(await html`${renderCards([view], t)}`);
  const shown = await renderForm(view, { action: "", attempt: "gallery", origin: "" }, t);
  return shown.toString().replace("<dialog ", "<dialog open ");
}
