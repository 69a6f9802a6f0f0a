// WCAG 2.2, 1.4.3 and 1.4.11, computed from the colours of the style sheets in light and in dark: https://www.w3.org/TR/WCAG22/#contrast-minimum
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { assetsFolder } from "#adapters/web/pages/assets";

type Colours = ReadonlyMap<string, string>;
type Pair = readonly [on: string, ground: string];

const sheets = ["playground.css", "card.css"].map((name) =>
  readFileSync(`${assetsFolder()}/${name}`, "utf8"),
);
const [light, dark] = themes(sheets[0] ?? "");

/** Words and what they stand on: 4.5 to 1. */
const words: readonly Pair[] = [
  ...["ink", "soft", "accent", "bad", "mention"].flatMap((on): Pair[] => [
    [on, "bg"],
    [on, "panel"],
  ]),
  ...["good", "warning", "bad", "info", "mention", "accent"].map((on): Pair => [on, `${on}-wash`]),
  ["soft", "plain-wash"],
  ["ink", "accent-wash"],
  ["soft", "accent-wash"],
  ["accent-ink", "accent"],
  ["bot-ink", "bot"],
  ["bg", "ink"],
  ["panel", "bad"],
];
/** Drawings and the edges of what is filled in: 3 to 1. */
const shapes: readonly Pair[] = [
  ...["accent", "bar-good", "bar-warning", "bar-bad", "bar-info"].map((on): Pair => [on, "track"]),
  ...["s0", "s1", "s2", "s3", "edge", "accent"].map((on): Pair => [on, "panel"]),
  ...["bar-good", "bar-warning", "bar-bad", "bar-info"].map((on): Pair => [on, "panel"]),
  ["edge", "bg"],
  ["ink", "panel"],
];
/** What carries nothing by itself, and what is no colour. */
const silent = new Set([
  "line",
  "radius",
  "shadow",
  "target",
  // Asked below, under a white letter.
  ...Array.from({ length: 12 }, (_, i) => `face${i}`),
]);

describe.each([
  ["light", light],
  ["dark", dark],
])("contrast in %s", (_, colours) => {
  it("is at least 4.5 to 1 for words on what they stand on", () => {
    expect(tooFaint(words, 4.5, colours)).toEqual([]);
  });

  it("is at least 3 to 1 for bars on their track, lines and edges", () => {
    expect(tooFaint(shapes, 3, colours)).toEqual([]);
  });

  it("is asked of every colour there is", () => {
    const asked = new Set([...words, ...shapes].flat());
    expect([...colours.keys()].filter((each) => !asked.has(each) && !silent.has(each))).toEqual([]);
  });
});

describe("faces", () => {
  it("have a letter that reads on every shade", () => {
    const shades = [...(sheets[0] ?? "").matchAll(/--face\d+: (#[0-9a-f]{6})/g)].map(
      (each) => each[1] ?? "",
    );
    expect(new Set(shades).size).toBe(12);
    expect(shades.filter((each) => contrast("#ffffff", each) < 4.5)).toEqual([]);
  });
});

it("has no colour in a rule that both themes share, but white on a face and shadows", () => {
  const rules = sheets.join("\n").replaceAll(/:root \{[^}]*\}/g, "");
  const bare = [...rules.matchAll(/[^\n]*(?<!url\()#[0-9a-f]{3,8}\b[^\n]*/gi)].map(
    (each) => each[0],
  );
  expect(
    bare.filter((each) => !/\.face \{|\.chip\.value|\.shade|box-shadow|::backdrop/.test(each)),
  ).toEqual([]);
});

function tooFaint(pairs: readonly Pair[], least: number, colours: Colours): string[] {
  return pairs
    .map(([on, ground]) => ({ on, ground, is: contrast(valueOf(on), valueOf(ground)) }))
    .filter(({ is }) => is < least)
    .map(({ on, ground, is }) => `${on} on ${ground}: ${is.toFixed(2)}`);

  function valueOf(name: string): string {
    const value = colours.get(name);
    if (value === undefined) throw new Error(`no colour --${name}`);
    return value;
  }
}

/** The dark theme names only what is other in it. */
function themes(css: string): readonly [Colours, Colours] {
  const [day = "", night = ""] = [...css.matchAll(/:root \{([^}]*--bg[^}]*)\}/g)].map(
    (each) => each[1] ?? "",
  );
  const read = (block: string): [string, string][] =>
    [...block.matchAll(/--([\w-]+): ([^;]+);/g)].map((each) => [each[1] ?? "", each[2] ?? ""]);
  return [new Map(read(day)), new Map([...read(day), ...read(night)])];
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(colour: string): number {
  const digits = colour.slice(1);
  const full = digits.length === 3 ? digits.replaceAll(/./g, "$&$&") : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4]
    .map((at) => Number.parseInt(full.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
