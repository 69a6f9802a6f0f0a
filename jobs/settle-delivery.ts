// What comes of an attempt: it is over, it comes again later, or it is laid aside with its reason.
import type { Bot } from "#src/bot/api";
import { backOffMs, type Chance } from "#src/ports/process/clock";
import type { Logger } from "#src/ports/process/logger";
import type { Meter } from "#src/ports/process/meter";
import type { Claimed, Outbox } from "#src/ports/delivery/outbox";
import { mayHaveArrived, type Attempted } from "./attempt-delivery.ts";

/** The last of them comes about an hour after the first. */
export const mostAttempts = 12;
const mostTries = 12;

export interface SettlePorts {
  readonly outbox: Outbox;
  readonly bot: Pick<Bot, "askAdmins">;
  readonly chance: Chance;
  readonly logger: Logger;
  readonly meter: Meter;
  /** The loop ends: nothing is tried again. */
  readonly isStopped: () => boolean;
}

export async function settleDelivery(
  ports: SettlePorts,
  each: Claimed,
  result: Attempted,
): Promise<void> {
  const { outbox, chance, meter, isStopped } = ports;
  const afterMs = retryAfterMs(each.attempt, chance.share());
  switch (result.result) {
    case "sent":
      meter.count(each.edits === null ? "sent" : "edited");
      return insist(isStopped, () => outbox.sent(each, result.messageId));
    case "final":
      return giveUp(ports, each, result.stops, result.why, each.unsure);
    case "later":
      return outbox.later(each, result.afterMs, "asked to wait", { all: result.all === true });
    case "not looked":
      return outbox.later(each, result.afterMs, "asked to wait before it is looked for", {
        maybeThere: true,
      });
    case "unknown":
      return each.attempt >= mostAttempts
        ? giveUp(ports, each, "content", "gave up", true)
        : outbox.unknown(each, Math.max(afterMs, result.afterMs ?? 0));
    case "not tried":
      return each.attempt >= mostAttempts
        ? giveUp(ports, each, "content", "its content was not read", each.unsure)
        : outbox.failed(each, afterMs, "its content was not read");
  }
}

/** What is known to have arrived is written down though the database is away for a while: nobody should have to look for it. */
async function insist(isStopped: () => boolean, work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === mostTries || isStopped()) throw error;
      await new Promise((resolve) => setTimeout(resolve, backOffMs(200, tries, 5_000)));
    }
  }
}

async function giveUp(
  { outbox, bot, logger, meter }: SettlePorts,
  each: Claimed,
  stops: "person" | "content" | "installation",
  why: string,
  unsure = false,
): Promise<void> {
  logger.warn({ delivery: each.id, stops, why }, "delivery cannot succeed");
  if (stops === "person") return outbox.stopPerson(each, why);
  if (stops === "installation") return outbox.stopInstallation(each, why);
  // Asked first: a crash in between asks nobody twice, and forgets nobody.
  if (why === mayHaveArrived) await bot.askAdmins(each);
  // Whoever wants that one sent again has read that nobody may look.
  await outbox.dead(each, why, unsure && why !== mayHaveArrived);
  meter.count("dead");
}

/** Doubles from one second to ten minutes, by a share from a half to the whole of it. */
export const retryAfterMs = (attempt: number, share: number): number =>
  backOffMs(1_000, attempt, 600_000) * (0.5 + share / 2);
