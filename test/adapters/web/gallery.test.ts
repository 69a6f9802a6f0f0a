// The gallery: what each surface is really sent, drawn beside each other, in light and in dark.
import { parse } from "node-html-parser";
import { expect, it } from "vitest";
import { gallerySheets, readSheet } from "#adapters/web/pages/gallery";
import { drawGallery, fixed } from "#src/cli/gallery/pages";
import type { GalleryItem } from "#src/cli/gallery/items";
import { createLanguage } from "#src/language/catalogue";
import { locales } from "#src/language/text";
import { everyElement, everyField, everywhere, hostile } from "#test/adapters/samples";

const item = (name: string, view: GalleryItem["views"]["en"]): GalleryItem => ({
  practice: "sample",
  name,
  views: { zh: view, en: view },
});

it("draws each card as the web, Slack and Lark have it beside each other, and leaves no part of it out", async () => {
  const files = await drawGallery([item("card", everyElement)], createLanguage());
  const page = parse(files["sample-light.html"] ?? "");
  const surfaces = page.querySelectorAll(".surfaces");
  expect(surfaces).toHaveLength(locales.length);
  for (const each of surfaces) {
    expect(each.querySelectorAll("h3").map((one) => one.text)).toEqual(
      expect.arrayContaining(["web", "Slack", "Lark"]),
    );
    for (const there of [".card", ".slack", ".lark"])
      expect(each.querySelector(there)?.text, there).toContain("Do it");
    // What these drawings do not know is named in brackets.
    for (const there of [".slack", ".lark"])
      expect(each.querySelector(there)?.text).not.toMatch(/\[[a-z_]+\]/);
  }
});

it("shows what people typed as typed", async () => {
  const files = await drawGallery(
    hostile.map((words, i) => item(`words ${i}`, everywhere(words))),
    createLanguage(),
  );
  const page = parse(files["sample-light.html"] ?? "");
  expect(page.querySelectorAll("script, img, [onerror], [onmouseover], a[href^=http]")).toEqual([]);
});

it("has an index that leads to every view, and pages for light, dark and a phone", async () => {
  const files = await drawGallery(
    [item("a card", everyElement), item("a form", everyField)],
    createLanguage(),
  );
  const links = parse(files["index.html"] ?? "").querySelectorAll("nav a");
  expect(links).toHaveLength(5);
  for (const link of links) {
    const [file = "", id] = (link.getAttribute("href") ?? "").split("#");
    expect(Object.keys(files)).toContain(file);
    if (id !== undefined) expect(parse(files[file] ?? "").getElementById(id)).not.toBeNull();
  }
  for (const frame of parse(files["sample-phone.html"] ?? "").querySelectorAll("iframe"))
    expect(Object.keys(files)).toContain(frame.getAttribute("src"));
});

it("shows dark whatever the reader's machine prefers, from the sheets of production", async () => {
  for (const name of gallerySheets)
    expect(fixed(await readSheet(name), "dark")).not.toContain("prefers-color-scheme");
  const sheet = await readSheet("playground.css");
  expect(fixed(sheet, "dark")).toContain("@media all {");
  expect(fixed(sheet, "light")).toContain("@media not all {");
});
