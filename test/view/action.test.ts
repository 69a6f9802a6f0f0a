// When two buttons do the same thing.
import { expect, it } from "vitest";
import { isSame } from "#src/view/action";

it.each<[unknown, unknown, boolean]>([
  [{ goal: "g", note: { a: 1, b: [1, 2] } }, { note: { b: [1, 2], a: 1 }, goal: "g" }, true],
  [{ goal: "g" }, { goal: "h" }, false],
  [{ goal: "g" }, { goal: "g", more: null }, false],
  [{ a: undefined }, { b: undefined }, false],
  [[1, 2], [2, 1], false],
  [[], {}, false],
  [null, {}, false],
  ["1", 1, false],
  [null, null, true],
])("%j and %j: %s", (one, other, same) => {
  expect([isSame(one, other), isSame(other, one)]).toEqual([same, same]);
});
