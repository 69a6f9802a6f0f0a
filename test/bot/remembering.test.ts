// Planning asks each question once.
import { expect, it } from "vitest";
import { cachedReads } from "#src/bot/remind/cached-reads";

it("asks a store the same question once, another one anew, and keeps what is no store as it is", async () => {
  const asked: string[] = [];
  class Goals {
    readonly #owner = "linxiao";
    async openOf(person: string, on: Date | null = null): Promise<string> {
      asked.push(`${person} ${on?.toISOString() ?? "always"}`);
      return `${this.#owner} ${person}`;
    }
  }
  const attempt = (work: () => string): string => work();
  const stores = { goals: new Goals(), people: { all: async () => [] }, attempt };
  const once = cachedReads(stores);
  const answers = await Promise.all([
    once.goals.openOf("a"),
    once.goals.openOf("a"),
    once.goals.openOf("b"),
    once.goals.openOf("a", new Date(0)),
    once.goals.openOf("a", new Date(0)),
  ]);
  expect(answers).toEqual(["linxiao a", "linxiao a", "linxiao b", "linxiao a", "linxiao a"]);
  expect(asked).toEqual(["a always", "b always", "a 1970-01-01T00:00:00.000Z"]);
  expect(once.attempt(() => "done")).toBe("done");
  expect(await cachedReads(stores).goals.openOf("a")).toBe("linxiao a");
  expect(asked).toHaveLength(4);
});
