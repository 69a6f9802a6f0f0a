// What the gate takes of the conversations over Slack and Lark: nothing twice, and in four runs nothing left out.
import { describe, expect, it } from "vitest";
import { platformFronts, readSeed, storiesOver } from "#test/support/story/front-sample";

const files = ["away", "goals", "list", "log", "rights", "setup", "status"];
const told = (seed: number) =>
  platformFronts.flatMap((front) =>
    storiesOver(front, files, seed).map((file) => `${file} over ${front}`),
  );

describe("the conversations of one run of the gate", () => {
  it.each([0, 1, 2, 3, 268_435_455])("are all there, each over one front, with seed %i", (seed) => {
    expect(
      told(seed)
        .map((each) => each.split(" ")[0])
        .toSorted(),
    ).toEqual(files);
  });

  it("are told over every front in four runs", () => {
    const four = new Set([5, 6, 7, 8].flatMap(told));
    expect(four.size).toBe(files.length * platformFronts.length);
  });

  it("do not depend on the order in which files are found", () => {
    const found = storiesOver("slack http", files.toReversed(), 2);
    expect(found).toEqual(storiesOver("slack http", files, 2));
  });

  it("are all told over each front without a seed", () => {
    for (const front of platformFronts) expect(storiesOver(front, files, null)).toEqual(files);
  });

  it.each(["x", "-1", "1.5"])("refuse the seed %s", (given) => {
    expect(() => readSeed(given)).toThrow("whole number");
  });
});
