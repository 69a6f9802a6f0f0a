// What was stored and not handled, because a process ended in between, goes through the bot again. The keys of acts see to it
// that nothing is done twice.
import type { Bot } from "#src/bot/api";
import { parseIncoming } from "#src/bot/incoming";
import { causeOf, type Logger } from "#src/ports/logger";
import type { Inbox } from "#src/ports/inbox";
import type { Meter } from "#src/ports/meter";

const atOnce = 20;
const leaseMs = 30_000;
const mostAttempts = 5;

/** Returns how many were handled. */
export async function replay(inbox: Inbox, bot: Pick<Bot, "receive">, logger: Logger, meter: Meter): Promise<number> {
  const waiting = await inbox.claim({ most: atOnce, leaseMs, mostAttempts });
  let handled = 0;
  for (const each of waiting) {
    try {
      await bot.receive(parseIncoming(each.incoming));
      await inbox.done(each);
      handled += 1;
    } catch (error) {
      logger.error({ inbox: each.id, cause: causeOf(error) }, "replay failed");
    }
  }
  meter.count("replayed", handled);
  return handled;
}
