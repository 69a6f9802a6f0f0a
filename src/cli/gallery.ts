// npm run gallery: every card and form in both languages on one page, by the renderers of production.
import { wordsOf } from "#src/bot/declare/practice";
import { mkdir, writeFile } from "node:fs/promises";
import { renderGallery, type GalleryItem } from "#adapters/web/pages/gallery";
import { createLanguage } from "#src/language/catalogue";
import { locales } from "#src/language/text";
import { practices } from "#src/practices/index";

const folder = "gallery";
const language = createLanguage();
const items = practices.flatMap((practice) =>
  practice.samples.map((sample): GalleryItem => ({
    name: `${practice.name}: ${sample.name}`,
    views: locales.map((locale) => ({
      locale,
      view: sample.view(
        wordsOf(practice, language, { locale, zone: "Asia/Shanghai", currency: "CNY" }),
      ),
    })),
  })),
);
await mkdir(folder, { recursive: true });
for (const [name, content] of Object.entries(await renderGallery(items, language)))
  await writeFile(`${folder}/${name}`, content);
process.stdout.write(`${items.length} views in both languages: ${folder}/index.html\n`);
