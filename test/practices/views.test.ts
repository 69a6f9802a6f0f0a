// Every sample of every practice, in both languages, as plain text: read the diff when a sentence or a view changes.
import { wordsOf } from "#src/bot/declare/practice";
import { describe, expect, it } from "vitest";
import { createLanguage } from "#src/language/catalogue";
import { locales } from "#src/language/text";
import { practices } from "#src/practices/index";
import { plainCard, plainForm } from "#src/view/plain";

const language = createLanguage();

describe.each(practices)("the views of $name", (practice) => {
  it.each(locales)("read as they did in %s", async (locale) => {
    const t = wordsOf(practice, language, { locale, zone: "Asia/Shanghai", currency: "CNY" });
    const shown = practice.samples.map(({ name, view }) => {
      const made = view(t);
      return `## ${name}\n${"fields" in made ? plainForm(made) : plainCard(made)}\n`;
    });
    expect(shown).not.toEqual([]);
    await expect(shown.join("\n").replaceAll("\u00A0", " ")).toMatchFileSnapshot(
      `__snapshots__/${practice.name}.${locale}.txt`,
    );
  });

  it("have names of their own", () => {
    const names = practice.samples.map((each) => each.name);
    expect(new Set(names).size).toBe(names.length);
  });
});
