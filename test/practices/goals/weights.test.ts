import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toText } from "#src/language/decimal";
import { normalise } from "#src/language/text";
import type { Person, PersonId } from "#src/people/person";
import { readWeights } from "#src/practices/goals/split/parse-weights";

const person = (name: string, email: string): Person =>
  ({ id: email as PersonId, name, email: `${email}@example.com` }) as Person;
const directory = [
  person("林晓", "linxiao"),
  person("王磊", "wanglei"),
  person("王芳", "wangfang"),
  person("陈静", "chenjing"),
  person("Renke Petersen", "renke"),
];

function read(text: string): string {
  const found = readWeights(normalise(text), directory);
  if ("problem" in found) return `${found.problem}: ${found.name}`;
  return `${found.weights.map(({ person: { name }, weight }) => `${name} ${toText(weight)}`).join(", ")} | ${toText(found.over)}`;
}

describe("the weights of a split", () => {
  it.each([
    ["", " | 0"],
    ["10%", " | 0.1"],
    ["-10%", " | -0.1"],
    ["林晓 5 王磊 3 陈静 3", "林晓 5, 王磊 3, 陈静 3 | 0"],
    ["林晓 5 王磊 3 陈静 3 10%", "林晓 5, 王磊 3, 陈静 3 | 0.1"],
    ["10% 林晓5 王磊3", "林晓 5, 王磊 3 | 0.1"],
    ["林晓5王磊3", "林晓 5, 王磊 3 | 0"],
    ["林晓：5，王磊：3", "林晓 5, 王磊 3 | 0"],
    ["@linxiao 5、@Renke Petersen 2.5", "林晓 5, Renke Petersen 2.5 | 0"],
    ["林３ 陈2", "林晓 3, 陈静 2 | 0"],
    ["林晓 60% renke 40%", "林晓 60, Renke Petersen 40 | 0"],
    ["林晓 50% renke 30%", "林晓 50, Renke Petersen 30 | -0.2"],
    ["林晓 5 陈静 0", "林晓 5, 陈静 0 | 0"],
  ])("%j are %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ["小明 5", "unknown: 小明"],
    ["王 5 林晓 3", "ambiguous: 王"],
    ["林晓 王磊 3", "no-weight: 林晓"],
    ["林晓 5 林晓 3", "twice: 林晓"],
    ["林晓 5 王磊 30%", "mixed: %"],
    ["林晓 0", "no-weight: 林晓"],
    ["5", "unreadable: 5"],
    ["10% 20%", "unreadable: 20%"],
    ["林晓 -5", "no-weight: 林晓"],
  ])("%j are refused: %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("never fail, whatever is typed", () => {
    const words = fc.constantFrom(
      "林晓",
      "王",
      "renke",
      "@",
      "5",
      "10%",
      " ",
      ",",
      "-",
      "0",
      "%",
      "x",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 40 }),
          fc.array(words, { maxLength: 10 }).map((each) => each.join("")),
        ),
        (text) => {
          const found = readWeights(normalise(text), directory);
          if (!("problem" in found))
            expect(new Set(found.weights.map((each) => each.person.id)).size).toBe(
              found.weights.length,
            );
        },
      ),
    );
  });
});
