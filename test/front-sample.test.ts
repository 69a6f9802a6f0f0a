// What the gate takes of the conversations over Slack and Lark: nothing twice, and in eight runs nothing left out.
import { describe, expect, it } from "vitest";
import { platformFronts, readSeed, rounds, storiesOver } from "#test/support/story/front-sample";

const files = ["away", "checkins", "goals", "list", "log", "rights", "setup", "status", "team"];
const told = (seed: number) =>
  platformFronts.flatMap((front) =>
    storiesOver(front, files, seed).map((file) => `${file} over ${front}`),
  );

describe("the conversations of one run of the gate", () => {
  it.each([0, 1, 2, 3, 268_435_455])("are each told once at most, with seed %i", (seed) => {
    const names = told(seed).map((each) => each.split(" ")[0]);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
    expect(files).toEqual(expect.arrayContaining(names));
  });

  it("are told over every front in eight runs, each once", () => {
    const eight = [5, 6, 7, 8, 9, 10, 11, 12].flatMap(told);
    expect(new Set(eight).size).toBe(files.length * platformFronts.length);
    expect(eight).toHaveLength(files.length * platformFronts.length);
  });

  it("do not depend on the order in which files are found", () => {
    const found = storiesOver("slack http", files.toReversed(), 2);
    expect(found).toEqual(storiesOver("slack http", files, 2));
  });

  it("are all told over each front without a seed", () => {
    for (const front of platformFronts) expect(storiesOver(front, files, null)).toEqual(files);
  });

  it("are told with the browser where they bring a platform of their own, and there alone", () => {
    const own = [
      "test/conversations/slack/rep.test.ts",
      "test/conversations/two-clouds/team.test.ts",
    ];
    const [web, ...platforms] = rounds(["web", ...platformFronts], [...files, ...own], null);
    expect(web).toEqual({ front: "web", files: [...files, ...own] });
    expect(platforms).toEqual(platformFronts.map((front) => ({ front, files })));
  });

  it("are not told in part where none has the name that was asked for", () => {
    expect(() => rounds(["web", ...platformFronts], [], null)).toThrow("no conversation for web");
  });

  it.each(["x", "-1", "1.5"])("refuse the seed %s", (given) => {
    expect(() => readSeed(given)).toThrow("whole number");
  });
});
