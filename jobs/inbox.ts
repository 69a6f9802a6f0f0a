// What was stored and not handled, because a process ended in between, goes through the bot again. The keys of acts see to it
// that nothing is done twice.
import type { Bot } from "#src/bot/api";
import { parseIncoming } from "#src/bot/declare/incoming";
import type { Logger } from "#src/ports/process/logger";
import type { Inbox } from "#src/ports/delivery/inbox";
import type { Meter } from "#src/ports/process/meter";

/** The next beat goes on, a minute after this one began. */
const longestMs = 45_000;
const leaseMs = 30_000;
const mostAttempts = 5;

/** Returns how many were handled. */
export async function replay(
  inbox: Inbox,
  bot: Pick<Bot, "receive">,
  logger: Logger,
  meter: Meter,
): Promise<number> {
  let handled = 0;
  for (const until = performance.now() + longestMs; performance.now() < until;) {
    const { next, dead } = await inbox.claim({ leaseMs, mostAttempts });
    if (dead > 0) logger.error({ dead }, "events given up; npm run doctor lists them");
    if (next === null) break;
    try {
      await bot.receive(parseIncoming(next.incoming));
      await inbox.done(next);
      handled += 1;
    } catch (error) {
      logger.error({ inbox: next.id, error }, "replay failed");
    }
  }
  meter.count("replayed", handled);
  return handled;
}
