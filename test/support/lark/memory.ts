// What the Lark adapter keeps in the database, kept in memory for tests that have none. By the test's own clock.
import type { LarkOptions } from "#adapters/lark/index";
import type { Json } from "#src/view/action";

export interface LarkMemory extends Pick<LarkOptions, "shelf" | "board" | "tokens" | "turn"> {
  /** What was put aside, by its name. */
  readonly shelved: Map<string, Json>;
  /** Messages that took their turn. */
  readonly turns: string[];
}

export function larkMemory(now: () => number): LarkMemory {
  const shelved = new Map<string, Json>();
  const turns: string[] = [];
  const board = new Map<string, { readonly what: Json; readonly at: Date }>();
  const tokens = new Map<string, { readonly token: string; readonly until: number }>();
  return {
    shelved,
    turns,
    shelf: {
      async keep(_where, things) {
        for (const { id, what } of things) shelved.set(id, what);
      },
      find: async (_where, id) => shelved.get(id) ?? null,
    },
    board: {
      async pin(_where, id, what, at) {
        board.delete(id);
        board.set(id, { what, at });
      },
      pinned: async (_where, id) => board.get(id) ?? null,
      since: async (_where, begins, from, most) =>
        [...board]
          .filter(([id, { at }]) => id.startsWith(begins) && at >= from)
          .map(([, each]) => each)
          .toReversed()
          .slice(0, most),
    },
    async turn(to) {
      turns.push("user" in to ? to.user : to.channel);
      return 0;
    },
    tokens: {
      async obtain(name, refused, fetch) {
        const known = tokens.get(name);
        if (known && known.token !== refused && known.until > now()) return known.token;
        const fetched = await fetch();
        if (!("token" in fetched)) return fetched;
        tokens.set(name, { token: fetched.token, until: now() + fetched.forMs });
        return fetched.token;
      },
      async keep(name, token, forMs) {
        const until = now() + forMs;
        if ((tokens.get(name)?.until ?? 0) <= until) tokens.set(name, { token, until });
      },
      async find(name) {
        const known = tokens.get(name);
        return known && known.until > now() ? known.token : null;
      },
    },
  };
}
