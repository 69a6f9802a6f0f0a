// The house put together: the same for the server, the tools and the tests, which only bring other ports.
import { createBot } from "#src/bot/bot";
import type { Bot } from "#src/bot/api";
import type { Language } from "#src/language/catalogue";
import type { Chat } from "#src/ports/chat";
import type { Chance, Clock } from "#src/ports/clock";
import type { MovableClock } from "#src/ports/transcript";
import type { Inbox } from "#src/ports/inbox";
import type { Logger } from "#src/ports/logger";
import type { Meter } from "#src/ports/meter";
import type { Outbox } from "#src/ports/outbox";
import type { Alarms } from "#src/ports/schedule";
import { practices } from "#src/practices/index";
import type { Database } from "#db/client";
import { createAlarms } from "#db/stores/alarms";
import { createInbox } from "#db/stores/inbox";
import { createOutbox } from "#db/stores/outbox";
import { createStores } from "#db/stores/index";
import { createDeliverLoop, type DeliverLoop } from "#jobs/deliver";
import { tick } from "#jobs/tick";

export interface HousePorts {
  readonly database: Database;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly logger: Logger;
  readonly language: Language;
  readonly chats: readonly Chat[];
  readonly meter: Meter;
  /** E-mails of people who may set things up, in lower case. */
  readonly admins?: readonly string[];
}

export interface House {
  readonly bot: Bot;
  readonly deliveries: DeliverLoop;
  readonly outbox: Outbox;
  readonly alarms: Alarms;
  readonly inbox: Inbox;
  /** One beat: what is due is rung, and sent. */
  beat(): Promise<number>;
}

/** Counts nothing: for tools and tests that do not look. */
export const noMeter: Meter = { count: () => {}, suppressed: () => {} };

/** The playground's clock: on its way it stops at each alarm, so that everything due in between comes at its own time. */
export function playing(clock: MovableClock, house: () => House): MovableClock {
  return {
    now: () => clock.now(),
    async moveTo(instant) {
      if (instant <= clock.now()) return false;
      for (let next = await house().alarms.next(instant); next !== null; next = await house().alarms.next(instant)) {
        if (next > clock.now()) await clock.moveTo(next);
        await house().beat();
        await house().deliveries.drain();
      }
      await clock.moveTo(instant);
      await house().bot.keepHouse();
      await house().deliveries.drain();
      return true;
    },
  };
}

export function composeHouse(ports: HousePorts): House {
  const { database, meter, chance, logger, chats } = ports;
  const outbox = createOutbox(database);
  const alarms = createAlarms(database);
  const inbox = createInbox(database, chance);
  const bot = createBot(practices, { ...ports, inbox, stores: createStores(database), wake: () => deliveries.wake() });
  const deliveries: DeliverLoop = createDeliverLoop({ outbox, chats, bot, chance, logger, meter });
  return { bot, deliveries, outbox, alarms, inbox, beat: () => tick(alarms, ports.clock, meter, () => deliveries.wake()) };
}
