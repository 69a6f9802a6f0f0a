// "A delayed update must come after the callback was answered, or it is undone": while somebody's press of a message is in hand, and
// a moment after its answer left, nobody else changes that message. https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/handle-card-callbacks
export interface Holding {
  /** From the press until its answer is on its way; what is returned ends it. */
  hold(message: string): () => void;
  /** Resolves when nobody presses that message any more. */
  free(message: string): Promise<void>;
}

/** `afterMs`: how long an answer may take to reach Lark. This process's presses only: what another changes meanwhile is rare, and its next edit mends it. */
export function createHolding(afterMs: number): Holding {
  const held = new Map<string, Set<Promise<void>>>();
  return {
    hold(message) {
      let end = (): void => {};
      const until = new Promise<void>((resolve) => (end = resolve));
      const all = held.get(message) ?? new Set();
      held.set(message, all.add(until));
      return () => {
        const timer = setTimeout(() => {
          end();
          all.delete(until);
          if (all.size === 0) held.delete(message);
        }, afterMs);
        timer.unref();
      };
    },
    async free(message) {
      for (let all = held.get(message); all !== undefined && all.size > 0; all = held.get(message))
        await Promise.all(all);
    },
  };
}
