// The deliveries this process has claimed and is at, and until when the claims hold.
import type { Claimed, Outbox } from "#src/ports/delivery/outbox";

interface Held {
  readonly claimed: Claimed;
  readonly work: Promise<void>;
  /** By this process's own steady clock, and never later than by the database's. */
  leasedUntil: number;
}

export interface DeliveriesInHand {
  count(): number;
  works(): readonly Promise<void>[];
  /** Until `work` is over. */
  take(claimed: Claimed, leasedUntil: number, work: Promise<void>): void;
  readonly isHeld: (id: string) => boolean;
  /** All claims hold for that long from now on; what somebody else took meanwhile does not. */
  extend(leaseMs: number): Promise<void>;
}

export function createInHand(outbox: Pick<Outbox, "extend">): DeliveriesInHand {
  const inHand = new Map<string, Held>();
  return {
    count: () => inHand.size,
    works: () => [...inHand.values()].map((each) => each.work),
    take(claimed, leasedUntil, work) {
      const ended = work.finally(() => inHand.delete(claimed.id));
      inHand.set(claimed.id, { claimed, work: ended, leasedUntil });
    },
    // A process that stood still may hold what another one has taken.
    isHeld: (id) => (inHand.get(id)?.leasedUntil ?? 0) >= performance.now(),
    async extend(leaseMs) {
      if (inHand.size === 0) return;
      const leasedUntil = performance.now() + leaseMs;
      const held = [...inHand.values()];
      const kept = new Set(
        await outbox.extend(
          held.map((each) => each.claimed),
          leaseMs,
        ),
      );
      for (const each of held) if (kept.has(each.claimed.id)) each.leasedUntil = leasedUntil;
    },
  };
}
