import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countGraphemes,
  foldCase,
  graphemesOf,
  isLonger,
  longestLine,
  normalise,
  readable,
  refusable,
  shorten,
} from "#src/language/text";

describe("normalised text", () => {
  test.each([
    ["＃G7　＠王芳　＋１，报１２万／月", "#G7 @王芳 +1,报12万/月"],
    ["“好”‘的’", `"好"'的'`],
    ["goal —for q4", "goal --for q4"],
    ["做完了——谢谢", "做完了--谢谢"],
    ["−3 09:00–18:00", "-3 09:00-18:00"],
    ["a\u200B\u202Eb\u2066c\uFEFF\u00ADd", "abcd"],
    ["  a \t\u00A0 b  \r\n  c\u2028d ", "a b\nc\nd"],
    ["Case IS Kept", "Case IS Kept"],
  ])("of %j is %j", (typed, read) => {
    expect(normalise(typed)).toBe(read);
  });

  test("keeps an emoji family whole", () => {
    expect(normalise("👨‍👩‍👧 👩🏽‍💻")).toBe("👨‍👩‍👧 👩🏽‍💻");
    expect(normalise("a‍b")).toBe("ab");
  });

  test("stays as it is when normalised again", () => {
    for (let code = 0; code < 0x3_00_00; code += 1) {
      const once = normalise(`a${String.fromCodePoint(code)}b`);
      if (normalise(once) !== once) expect.fail(`U+${code.toString(16)} changes again`);
    }
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
      { numRuns: 1000 },
    );
  });
});

test("folding case keeps every position", () => {
  expect(foldCase("LOG 12K ÄÖ")).toBe("log 12k äö");
  expect(foldCase("İstanbul X")).toHaveLength("İstanbul X".length);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(foldCase(text)).toHaveLength(text.length);
    }),
  );
});

describe("shortening", () => {
  test("counts what a reader counts", () => {
    expect(countGraphemes("仁济医院👨‍👩‍👧é")).toBe(6);
    expect(shorten("仁济医院", 4)).toBe("仁济医院");
    expect(shorten("仁济医院东院", 4)).toBe("仁济医…");
    expect(shorten("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2)).toBe("👨‍👩‍👧…");
    expect(shorten("one two three", 5)).toBe("one…");
  });

  test("never gives more than was asked", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 40 }),
        fc.integer({ min: 1, max: 20 }),
        (text, max) => {
          expect(countGraphemes(shorten(text, max))).toBeLessThanOrEqual(max);
        },
      ),
    );
  });
});

describe("characters", () => {
  const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });
  const whole = (text: string) =>
    Array.from(segmenter.segment(text), ({ segment, index }) => ({ segment, index }));

  test("are the same taken slice by slice as taken at once", () => {
    const bit = fc.constantFrom(
      "a",
      "长",
      "\u0301",
      "\u{1D165}",
      "👨‍👩‍👧‍👦",
      "🇨🇳",
      "🇨",
      "\u200D",
      "\r",
      "\n",
      "\uD83D",
      "\uDC68",
      "각",
      "ᄀ",
      "क्",
      "👍🏽",
      "\u0600",
      " ",
    );
    const run = fc
      .tuple(bit, fc.integer({ min: 1, max: 300 }))
      .map(([each, times]) => each.repeat(times));
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        expect([...graphemesOf(runs.join(""))]).toEqual(whole(runs.join("")));
      }),
      { numRuns: 300 },
    );
  });

  test("are whole where a half of one stands before the cut", () => {
    const text = `${"\uD83D".repeat(256)}\u{1D165}`;
    expect([...graphemesOf(text)]).toEqual(whole(text));
  });

  test("are counted no further than it takes to know that there are too many", () => {
    expect(isLonger("长".repeat(5000), 5000)).toBe(false);
    expect(isLonger("长".repeat(5001), 5000)).toBe(true);
    expect(isLonger("👨‍👩‍👧‍👦".repeat(40), 40)).toBe(false);
    expect(isLonger("👨‍👩‍👧‍👦".repeat(41), 40)).toBe(true);
    expect(isLonger(`e${"\u0301".repeat(700)}`, 40)).toBe(true);
  });
});

describe("a line that can be read", () => {
  test("has at most so many characters, and no more letters once normalised than can be read in time", () => {
    expect(readable("长".repeat(longestLine))).toBe("长".repeat(longestLine));
    expect(readable("👍".repeat(longestLine))).toBe("👍".repeat(longestLine));
    expect(readable("长".repeat(longestLine + 1))).toBeNull();
    expect(readable("\uFDFA".repeat(500))).toHaveLength(9_000);
    expect(readable(`blocked ${"\uFDFA".repeat(4_990)}`)).toBeNull();
  });

  test("is refused again when only its beginning was kept", () => {
    const long = "长".repeat(150_000);
    expect(refusable(long).length).toBeLessThan(10_100);
    expect(readable(refusable(long))).toBeNull();
    expect(refusable("长".repeat(5000))).toBe("长".repeat(5000));
  });
});
