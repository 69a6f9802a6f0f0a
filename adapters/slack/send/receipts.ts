// The tick under what was taken in a channel. Slack lets in fifty reactions a minute and workspace, so in a burst they come one after
// another; one that would come minutes late tells nobody anything, since the answer has long been in their own chat.
import { refusalOf } from "./errors.ts";
import type { Slack } from "../slack.ts";
import { createTurns } from "./rate-limiter.ts";

const patienceMs = 120_000;
/** Taken away by whoever wrote it, or closed meanwhile. */
const nothingToTick = new Set(["message_not_found", "is_archived", "already_reacted"]);

export interface Receipts {
  give(workspace: string, channel: string, ts: string): Promise<void>;
  /** Those that still wait are let go. */
  stop(): void;
}

export function createReceipts(slack: Pick<Slack, "clients">): Receipts {
  const turns = createTurns({ everyMs: 2_000, atOnce: 15 });
  const waiting = new Set<() => void>();
  let stopped = false;

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        waiting.delete(go);
        resolve();
      };
      const timer = setTimeout(go, ms).unref();
      waiting.add(go);
    });

  return {
    async give(workspace, channel, ts) {
      const { booked, inMs } = turns.book(workspace, patienceMs);
      if (!booked) return;
      if (inMs > 0) await pause(inMs);
      if (stopped) return;
      const client = await slack.clients.of(workspace);
      await client?.reactions
        .add({ channel, timestamp: ts, name: "white_check_mark" })
        .catch((error: unknown) => {
          if (!nothingToTick.has(refusalOf(error) ?? "")) throw error;
        });
    },
    stop() {
      stopped = true;
      for (const go of waiting) go();
    },
  };
}
