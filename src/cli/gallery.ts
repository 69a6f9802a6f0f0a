// npm run gallery: every card and form in both languages, by the renderers of production: the same card on the web, on Slack and on
// Lark beside each other, in light, in dark and on a phone.
import { wordsOf } from "#src/bot/declare/practice";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createLanguage } from "#src/language/catalogue";
import type { Locale } from "#src/language/text";
import { practices } from "#src/practices/index";
import { drawGallery, type GalleryItem } from "./gallery/pages.ts";

const folder = "gallery";
const language = createLanguage();
const items = practices.flatMap((practice) =>
  practice.samples.map((sample): GalleryItem => {
    const view = (locale: Locale) =>
      sample.view(wordsOf(practice, language, { locale, zone: "Asia/Shanghai", currency: "CNY" }));
    return {
      practice: practice.name,
      name: sample.name,
      views: { zh: view("zh"), en: view("en") },
    };
  }),
);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const [name, content] of Object.entries(await drawGallery(items, language)))
  await writeFile(`${folder}/${name}`, content);
process.stdout.write(`${items.length} views in both languages: ${folder}/index.html\n`);
