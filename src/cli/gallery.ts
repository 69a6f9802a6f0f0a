// npm run gallery: every card and form in both languages, by the renderers of production: the same card on the web, on Slack and on
// Lark beside each other, in light, in dark and on a phone.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createLanguage } from "#src/language/catalogue";
import { galleryItems } from "./gallery/items.ts";
import { drawGallery } from "./gallery/pages.ts";

const folder = "gallery";
const language = createLanguage();
const items = galleryItems(language);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const [name, content] of Object.entries(await drawGallery(items, language)))
  await writeFile(`${folder}/${name}`, content);
process.stdout.write(`${items.length} views in both languages: ${folder}/index.html\n`);
