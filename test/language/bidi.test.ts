import fc from "fast-check";
import { expect, test } from "vitest";
import { closed, isolated } from "#src/language/bidi";

const controls = /[\u202A-\u202E\u2066-\u2069]/;

test.each([
  ["Anna 林晓 12%", "Anna 林晓 12%"],
  ["דנה", "\u2068דנה\u2069"],
  ["a\u202Eb", "\u2068ab\u2069"],
  ["a\u2069\u202Eb", "\u2068ab\u2069"],
  ["\u2068דנה\u2069 and \u2068x\u2069", "\u2068דנה\u2069 and \u2068x\u2069"],
  ["דנה\nb\nדנה", "\u2068דנה\u2069\nb\n\u2068דנה\u2069"],
])("%j stands in a sentence as %j", (text, shown) => {
  expect(isolated(text)).toBe(shown);
});

test("whatever is isolated turns nothing behind it on its last line, and is not isolated twice", () => {
  const bit = fc.constantFrom(
    "a",
    "1",
    " ",
    "\n",
    "א",
    "ب",
    "\u200F",
    "\u202A",
    "\u202B",
    "\u202C",
    "\u202D",
    "\u202E",
    "\u2066",
    "\u2067",
    "\u2068",
    "\u2069",
  );
  fc.assert(
    fc.property(fc.string({ unit: bit, maxLength: 12 }), (text) => {
      const shown = isolated(text);
      expect(isolated(shown)).toBe(shown);
      const [first = "", ...others] = shown.split("\n");
      for (const edge of [first, others.at(-1) ?? first])
        expect(edge.replace(/\u2068[^\u202A-\u202E\u2066-\u2069]*\u2069/g, "")).not.toMatch(
          /[אب\u200F\u202A-\u202E\u2066-\u2069]/,
        );
      for (const between of others.slice(0, -1))
        expect(between.replace(/\u2068[^\u202A-\u202E\u2066-\u2069]*\u2069/g, "")).not.toMatch(
          controls,
        );
      expect(shown.length).toBeLessThanOrEqual(text.length + 4);
    }),
    { numRuns: 2000 },
  );
});

test("a cut text gets the end of its isolate back", () => {
  expect(closed("a \u2068דנ")).toBe("a \u2068דנ\u2069");
  expect(closed("a \u2068דנ\u2069 b")).toBe("a \u2068דנ\u2069 b");
});
