// Only for whoever said something in a channel: that its answer is in their own chat. No figure stands in it, and nothing is lost with
// it. Slack lets in a hundred a minute and workspace, so in a burst they come one after another; one that would come minutes late tells nobody anything.
import type { Locale } from "#src/language/text";
import { refusalOf } from "./errors.ts";
import { createTurns } from "./rate-limiter.ts";
import { wordsIn, type Slack } from "../slack.ts";

const patienceMs = 120_000;
/** The bot or its reader is not there any more, or nothing may be posted there. */
const nobodyToTell =
  /^(?:is_archived|user_not_in_channel|not_in_channel|channel_not_found|restricted_action.*)$/;

export interface SaidIn {
  readonly workspace: string;
  readonly channel: string;
  readonly user: string;
  /** The thread it was said in. */
  readonly thread: string | undefined;
}

export interface Receipts {
  give(said: SaidIn, locale: Locale): Promise<void>;
  /** Those that still wait are let go. */
  stop(): void;
}

export function createReceipts(slack: Pick<Slack, "clients" | "language">): Receipts {
  const turns = createTurns({ everyMs: 1_000, atOnce: 30 });
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
    async give({ workspace, channel, user, thread }, locale) {
      const { booked, inMs } = turns.book(workspace, patienceMs);
      if (!booked) return;
      if (inMs > 0) await pause(inMs);
      if (stopped) return;
      const client = await slack.clients.of(workspace);
      const text = wordsIn(slack, locale).inOwnChat();
      await client?.chat
        .postEphemeral({
          channel,
          user,
          text,
          blocks: [{ type: "context", elements: [{ type: "plain_text", text, emoji: false }] }],
          ...(thread === undefined ? {} : { thread_ts: thread }),
        })
        .catch((error: unknown) => {
          if (!nobodyToTell.test(refusalOf(error) ?? "")) throw error;
        });
    },
    stop() {
      stopped = true;
      for (const go of waiting) go();
    },
  };
}
