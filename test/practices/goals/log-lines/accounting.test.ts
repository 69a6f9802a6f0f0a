// Nothing of a line is dropped: every figure, person and day is in an entry, in what is asked, left out by name, or in the note.
import fc from "fast-check";
import { expect, it } from "vitest";
import { findFigures, habitsIn } from "#src/language/amount/amount";
import { sum, toText, type Decimal } from "#src/language/decimal";
import { normalise } from "#src/language/text";
import { readLine } from "#src/practices/goals/log/reading/read-line";
import type { LineReading, ReadEntry, Way } from "#src/practices/goals/log/reading/reading";
import { cpuMs } from "#test/support/cpu-time";
import { longLines } from "#test/support/lines/long-lines";
import { readerOf } from "./reader.ts";

const figures = ["5k", "€3,200", "20", "1.5万", "¥800", "12,000", "3 meetings", "45%", "7 visits"];
/** Each with what tells of it, stored or kept as it was typed. */
const people = { "for @anna": "Anna Weber|anna", "@renke": "Renke|renke", "替@林晓报": "林晓" };
const days = {
  yesterday: "2026-11-10|yesterday",
  "2026-11-05": "2026-11-05",
  上周五: "2026-11-06|上周五",
  tomorrow: "2026-11-12|tomorrow",
};
const owners = Object.entries({ ...people, ...days });
const words = [
  "Acme",
  "仁济医院",
  "calls",
  "回款",
  "revenue",
  "and",
  "，",
  "total",
  "累计",
  "预计",
  "target",
  "(",
  ")",
  "+",
  "G7",
  "meetings",
  "约",
  "12-13万",
  "1,23",
];
const pieces = fc.constantFrom(...figures, ...owners.map(([typed]) => typed), ...words);

/** Of a line: the digits of each of its figures, so that a figure is found again however it is shown. */
const digitsIn = (text: string): readonly string[] => text.match(/\d+/g) ?? [];

const entryHolds = (entry: ReadEntry): string =>
  [
    toText(entry.amount.value),
    ...entry.note,
    entry.on ?? "",
    entry.who?.name ?? "",
    `G${entry.goal ?? ""}`,
  ].join(" ");

const wayHolds = ({ entries, leftOut }: Way): string =>
  [
    ...entries.map(entryHolds),
    ...leftOut.flatMap(({ text, entry }) => [text, entry?.who?.name ?? ""]),
  ].join(" ");

/** Half each: the parts of neighbouring entries are the whole. */
const isSplit = (value: Decimal, entries: readonly ReadEntry[]): boolean =>
  entries.some((_, from) =>
    entries.some((__, to) =>
      sum(entries.slice(from, to + 1).map(({ amount }) => amount.value)).eq(value),
    ),
  );

const waysOf = (reading: LineReading): readonly Way[] => {
  if (reading.is === "clear") return [reading.way];
  return reading.is === "asked" ? reading.ways : [];
};

it("every figure, person and day of any mix is stored, asked about, left out by name, or in the note", () => {
  const reader = readerOf("manager");
  fc.assert(
    fc.property(fc.array(pieces, { minLength: 1, maxLength: 9 }), (list) => {
      const text = normalise(list.join(" "));
      const reading = readLine(text, reader);
      for (const way of waysOf(reading)) {
        if (way.entries.length === 0 && way.leftOut.length === 0) continue;
        const held = wayHolds(way);
        const values = way.entries.map(({ amount }) => toText(amount.value));
        for (const { start, end, readings, about, is } of findFigures(text, reader.habits)) {
          if (is === "code" || is === "measure") continue;
          const typed = text.slice(start, end);
          const stored = [...readings, ...(about ? [about] : [])].some(
            ({ value }) => values.includes(toText(value)) || isSplit(value, way.entries),
          );
          const kept = digitsIn(typed).every((digits) => held.includes(digits));
          const summed = text.includes("+");
          expect(stored || kept || summed, `${typed} of ${text}: ${held}`).toBe(true);
        }
        for (const [typed, tells] of owners)
          if (list.includes(typed))
            expect(held, `${typed} of ${text}`).toMatch(new RegExp(tells, "u"));
        for (const name of ["Acme", "仁济医院"])
          if (text.includes(name)) expect(held, text).toContain(name);
      }
    }),
    { numRuns: 300 },
  );
});

it("a line of several people never goes whole to one of them without a question", () => {
  const reader = readerOf("manager");
  fc.assert(
    fc.property(
      fc.constantFrom(...figures.slice(0, 6)),
      fc.constantFrom(" and ", ", ", " "),
      (figure, join) => {
        const reading = readLine(normalise(`${figure} for @anna${join}@renke`), reader);
        expect(reading.is).toBe("asked");
      },
    ),
    { numRuns: 30 },
  );
});

const everyday = "€5k Acme yesterday after 2 calls, calls 20, €3k refund";

it("five thousand characters of one line cost half of what they cost in lines of everyday length, whatever they are", async () => {
  const reader = { ...readerOf("manager"), habits: habitsIn("DE") };
  const lines = Array.from({ length: Math.ceil(5000 / everyday.length) }, () => everyday);
  const readAll = () => lines.forEach((line) => readLine(line, reader));
  readAll();
  // A tenth of a second on an idle machine, and more on a busy one: what a long line may take grows with it.
  const most = (await cpuMs(readAll, 0)) / 2;
  const slow: string[] = [];
  for (const [name, line] of longLines(5000).filter((_, i) => i % 3 === 0)) {
    const text = normalise(line).slice(0, 5000).replaceAll("\n", " ");
    const ms = await cpuMs(() => readLine(text, reader), most);
    if (ms > most) slow.push(`${name}: ${Math.round(ms)} ms of ${Math.round(most)}`);
  }
  expect(slow).toEqual([]);
});
