import { describe, expect, it } from "vitest";
import {
  bold,
  joinLines,
  line,
  mapStrings,
  mention,
  plainLine,
  said,
  toLine,
  typed,
} from "#src/view/line";

const hostile = "<!channel> **b** [a](b)";

describe("a line", () => {
  it("joins neighbouring strings and drops empty ones, and keeps every other piece apart", () => {
    expect(line`${"12万"} added${""} for ${said(hostile)}`).toEqual([
      "12万 added for ",
      { said: hostile },
    ]);
    expect(line`${""}`).toEqual([]);
  });

  it("takes in whole lines", () => {
    expect(line`a ${line`b ${typed("log")}`} c`).toEqual(["a b ", { typed: "log" }, " c"]);
  });

  it("reads as plain text without any markup, as typed", () => {
    expect(
      plainLine([
        bold("Now ", said(hostile)),
        ", ",
        mention({ id: "1", name: "林晓" }),
        ": ",
        typed("log 12k"),
      ]),
    ).toBe(`Now ${hostile}, 林晓: log 12k`);
  });

  it("changes our own words only, inside bold too", () => {
    const shout = (text: string): string => text.toUpperCase();
    expect(
      mapStrings(["a", said("b"), bold("c", typed("d")), mention({ id: "e", name: "f" })], shout),
    ).toEqual(["A", { said: "b" }, { bold: ["C", { typed: "d" }] }, { person: "e", name: "f" }]);
  });

  it("is put behind another with a separator only where both say something", () => {
    expect(plainLine(joinLines([[], ["a"], [], ["b"]], " · "))).toBe("a · b");
    expect(joinLines([[], []], " · ")).toEqual([]);
  });

  it("is made of a single piece too", () => {
    expect(toLine("a")).toEqual(["a"]);
    expect(toLine(said("a"))).toEqual([{ said: "a" }]);
  });
});
