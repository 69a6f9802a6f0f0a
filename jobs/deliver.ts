// From the outbox to people: woken after a commit, or by its own poll, which is the truth. One message at a time per
// person, in order; what failed comes again later, what cannot succeed is laid aside with its reason.
import type { Chat, PostResult } from "#src/ports/chat";
import { causeOf, type Logger } from "#src/ports/logger";
import type { Claimed, Outbox } from "#src/ports/outbox";

const atOnce = 20;
const leaseMs = 30_000;
const pollMs = 1_000;
const mostAttempts = 8;

export interface DeliverLoop {
  /** Something new may be due. */
  wake(): void;
  /** Delivers until nothing is due; for tests and for the clock of the playground. */
  drain(): Promise<void>;
  /** Finishes what is in hand. */
  stop(): Promise<void>;
}

export function createDeliverLoop(outbox: Outbox, chats: readonly Chat[], logger: Logger): DeliverLoop {
  let running: Promise<void> | null = null;
  let again = false;
  let stopped = false;

  async function round(): Promise<boolean> {
    const claimed = await outbox.claim(atOnce, leaseMs);
    await Promise.all(claimed.map((each) => deliver(each)));
    return claimed.length > 0;
  }

  async function deliver(each: Claimed): Promise<void> {
    const chat = chats.find((known) => known.platform === each.to.platform);
    if (!chat) return outbox.dead(each.id, `no chat for ${each.to.platform}`);
    let result: PostResult;
    try {
      // After an attempt nobody heard the end of: look before sending again.
      const there = each.attempts > 1 ? await chat.find(each.to, each.id) : null;
      result = there === null ? await chat.post(each.to, { deliveryId: each.id, at: each.at, cards: each.cards }) : { result: "sent", messageId: there };
    } catch (error) {
      logger.error({ delivery: each.id, cause: causeOf(error) }, "post failed");
      result = { result: "unknown" };
    }
    return settle(each, result);
  }

  async function settle(each: Claimed, result: PostResult): Promise<void> {
    switch (result.result) {
      case "sent":
        return outbox.sent(each.id, result.messageId);
      case "final":
        logger.warn({ delivery: each.id, stops: result.stops, why: result.why }, "delivery is dead");
        return outbox.dead(each.id, result.why);
      case "later":
        return outbox.later(each.id, result.afterMs, "asked to wait");
      case "unknown":
        return each.attempts >= mostAttempts ? outbox.dead(each.id, "gave up") : outbox.later(each.id, backoff(each.attempts), "unknown");
    }
  }

  async function loop(): Promise<void> {
    do {
      again = false;
      while (!stopped && (await round())) again = true;
    } while (again && !stopped);
  }

  function wake(): void {
    again = true;
    if (stopped || running) return;
    running = loop()
      .catch((error: unknown) => logger.error({ cause: causeOf(error) }, "deliver loop failed"))
      .finally(() => {
        running = null;
      });
  }

  const poll = setInterval(wake, pollMs);
  poll.unref();
  return {
    wake,
    async drain() {
      wake();
      while (running) await running;
    },
    async stop() {
      stopped = true;
      clearInterval(poll);
      await running;
    },
  };
}

/** Seconds that double from one to two minutes. */
const backoff = (attempts: number): number => Math.min(120_000, 1_000 * 2 ** (attempts - 1));
