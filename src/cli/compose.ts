// The house put together: the same for the server, the tools and the tests, which only bring other ports.
import { createBot } from "#src/bot/bot";
import type { Bot } from "#src/bot/api";
import type { Language } from "#src/language/catalogue";
import type { Chat } from "#src/ports/chat";
import type { Chance, Clock } from "#src/ports/clock";
import type { MovableClock } from "#src/ports/transcript";
import type { Logger } from "#src/ports/logger";
import { practices } from "#src/practices/index";
import type { Database } from "#db/client";
import { createOutbox } from "#db/stores/outbox";
import { createStores } from "#db/stores/index";
import { createDeliverLoop, type DeliverLoop } from "#jobs/deliver";

export interface HousePorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly logger: Logger;
  readonly language: Language;
  readonly chats: readonly Chat[];
}

export interface House {
  readonly bot: Bot;
  readonly deliveries: DeliverLoop;
}

/** The playground's clock, moved: what time brings about happens at once. */
export function tending(clock: MovableClock, house: () => House): MovableClock {
  return {
    now: () => clock.now(),
    async moveTo(instant) {
      const moved = await clock.moveTo(instant);
      if (moved) await house().bot.keepHouse();
      return moved;
    },
  };
}

export function composeHouse(ports: HousePorts): House {
  const deliveries = createDeliverLoop(createOutbox(ports.database), ports.chats, ports.logger);
  const bot = createBot(practices, { ...ports, stores: createStores(ports.database), wake: () => deliveries.wake() });
  return { bot, deliveries };
}
