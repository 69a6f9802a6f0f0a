// Turns at one method of Slack's, by workspace: so many at once after a rest, then one after another. For what does not go through
// the outbox, whose pace the database keeps; of several processes each has turns of its own, and Slack's 429 has the last word.

export interface Turns {
  /** Books the next turn and says in how many milliseconds it is; where that is more than `most`, nothing is booked. */
  book(workspace: string, most: number): { readonly booked: boolean; readonly inMs: number };
}

export function createTurns({
  everyMs,
  atOnce,
}: {
  readonly everyMs: number;
  readonly atOnce: number;
}): Turns {
  const next = new Map<string, number>();
  return {
    book(workspace, most) {
      const now = performance.now();
      const turn = Math.max(next.get(workspace) ?? 0, now);
      const inMs = Math.max(0, Math.ceil(turn - now - (atOnce - 1) * everyMs));
      if (inMs > most) return { booked: false, inMs };
      next.set(workspace, turn + everyMs);
      return { booked: true, inMs };
    },
  };
}
