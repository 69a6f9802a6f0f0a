// What the registry refuses at start, and what a person is not asked twice.
import { describe, expect, it } from "vitest";
import type { AnyPractice, Nudge } from "#src/bot/declare/practice";
import { createRegistry } from "#src/bot/declare/registry";
import { practices } from "#src/practices/index";

const nudge = (name: string, covers: readonly string[] = []) =>
  ({
    name,
    priority: "habit",
    replacesOnDay: covers,
    label: () => [],
    why: () => [],
    plan: () => [],
    say: () => null,
  }) as unknown as Nudge<never, never>;
const practice = (
  name: string,
  needs: readonly string[],
  ...nudges: readonly Nudge<never, never>[]
): AnyPractice => ({
  name,
  group: "own",
  switched: "always on",
  messages: { en: () => ({}), zh: () => ({}) },
  stores: {},
  needs,
  commands: [],
  actions: [],
  forms: [],
  home: [],
  upkeep: [],
  nudges,
  samples: [],
});

describe("a nudge that says another one as well", () => {
  it("may name one of a practice it needs", () => {
    expect(() =>
      createRegistry([
        practice("a", [], nudge("a.x")),
        practice("b", ["a"], nudge("b.y", ["a.x"])),
      ]),
    ).not.toThrow();
  });

  it("may not name one that does not exist, or whose practice it does not need", () => {
    expect(() => createRegistry([practice("b", [], nudge("b.y", ["a.x"]))])).toThrow(
      'nudge "b.y" replaces "a.x"',
    );
    expect(() =>
      createRegistry([practice("a", [], nudge("a.x")), practice("b", [], nudge("b.y", ["a.x"]))]),
    ).toThrow('nudge "b.y" replaces "a.x"');
  });

  it("is the check-in, which holds Monday's numbers", () => {
    const registry = createRegistry(practices);
    expect(registry.nudge("checkins.open")?.declaration.replacesOnDay).toEqual(["goals.weekly"]);
    expect(registry.nudge("goals.weekly")).not.toBeNull();
  });
});
