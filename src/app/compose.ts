// The house put together: the same for the server, the tools and the tests, which only bring other ports.
import { createBot } from "#src/bot/index";
import { addDays } from "#src/calendar/local-date";
import { instantAt, localDateAt } from "#src/calendar/zones";
import type { Bot } from "#src/bot/api";
import type { Language } from "#src/language/catalogue";
import type { Chat } from "#src/ports/chat/chat";
import type { Crms } from "#src/ports/crm";
import type { Chance, Clock } from "#src/ports/process/clock";
import type { MovableClock } from "#src/ports/chat/transcript";
import type { Inbox } from "#src/ports/delivery/inbox";
import type { Logger } from "#src/ports/process/logger";
import type { Meter } from "#src/ports/process/meter";
import type { Pages } from "#src/ports/chat/pages";
import type { Outbox } from "#src/ports/delivery/outbox";
import type { Alarms } from "#src/ports/delivery/schedule";
import { practices } from "#src/practices/index";
import type { Database } from "#db/client";
import { createAlarms } from "#db/stores/nudges/due-reminders";
import { createBell, type Bell } from "#db/stores/delivery/delivery-signal";
import { createInbox } from "#db/stores/delivery/inbox";
import { createOutbox } from "#db/stores/delivery/outbox";
import { createStores } from "#db/stores/index";
import type { WorkLoop } from "#jobs/work-loop";
import { createDeliverLoop, type DeliverLoop } from "#jobs/deliver";
import { tick } from "#jobs/tick";
import { createSync, noCrms } from "./crm/sync.ts";
import { createFiles } from "./files.ts";

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
  /** Absent: nobody has pages in a browser. */
  readonly pages?: Pages;
  /** Absent: figures come from files alone. */
  readonly crms?: Crms;
}

export interface House {
  readonly bot: Bot;
  readonly deliveries: DeliverLoop;
  readonly files: WorkLoop;
  readonly sync: WorkLoop;
  readonly outbox: Outbox;
  readonly alarms: Alarms;
  readonly inbox: Inbox;
  /** Heard by every process on the same PostgreSQL when there is something to deliver. */
  readonly bell: Bell;
  /** One beat: what is due is rung, and sent. */
  beat(): Promise<number>;
}

/** Counts nothing: for tools and tests that do not look. */
export const noMeter: Meter = { count: () => {}, suppressed: () => {} };

/** Where the people of the playground live: at each midnight there, house is kept; on a long way only at those of the first. */
const playgroundZones = ["Asia/Shanghai", "Europe/Berlin", "America/New_York"] as const;
const longWayMs = 31 * 24 * 3_600_000;
/** All plans are looked over so often on the way; in a real place it is once a day, a share each hour. */
const lookOverMs = 7 * 24 * 3_600_000;

/**
 * The playground's clock: on its way it stops at each alarm, so that everything due in between comes at its own time, and at each
 * midnight, so that what ends with a day ends on that day.
 */
export function playing(clock: MovableClock, house: () => House): MovableClock {
  let lookedOver = clock.now().getTime();
  async function keepHouse(): Promise<void> {
    await house().bot.keepHouse();
    if (clock.now().getTime() - lookedOver >= lookOverMs) {
      await house().bot.lookOver(0, 1);
      lookedOver = clock.now().getTime();
    }
  }
  return {
    now: () => clock.now(),
    async moveTo(instant) {
      if (instant <= clock.now()) return false;
      const zones =
        instant.getTime() - clock.now().getTime() > longWayMs
          ? playgroundZones.slice(0, 1)
          : playgroundZones;
      for (;;) {
        const midnight = nextMidnight(clock.now(), zones);
        const alarm = await house().alarms.next(midnight < instant ? midnight : instant);
        if (alarm === null && midnight >= instant) break;
        const stop = alarm ?? midnight;
        if (stop > clock.now()) await clock.moveTo(stop);
        if (alarm === null) await keepHouse();
        else await house().beat();
        await house().deliveries.drain();
      }
      await clock.moveTo(instant);
      await house().sync.all();
      await keepHouse();
      await house().deliveries.drain();
      return true;
    },
  };
}

function nextMidnight(now: Date, zones: readonly string[]): Date {
  const each = zones.map((zone) => instantAt(addDays(localDateAt(now, zone), 1), "00:00", zone));
  return new Date(Math.min(...each.map((midnight) => midnight.getTime())));
}

export function composeHouse(ports: HousePorts): House {
  const { database, meter, chance, logger, chats } = ports;
  const outbox = createOutbox(database);
  const alarms = createAlarms(database);
  const inbox = createInbox(database, chance);
  const bell = createBell(database);
  const stores = createStores(
    database,
    () => bell.ring(),
    (organisation) => files.wake(organisation),
    (organisation) => sync.wake(organisation),
  );
  const bot = createBot(practices, {
    ...ports,
    crms: ports.crms?.offers ?? [],
    inbox,
    stores,
    wake: () => deliveries.wake(),
  });
  const deliveries: DeliverLoop = createDeliverLoop({ outbox, chats, bot, chance, logger, meter });
  const files = createFiles({ ...ports, stores, bot });
  const sync = createSync({ ...ports, crms: ports.crms ?? noCrms, stores, bot });
  return {
    bot,
    deliveries,
    files,
    sync,
    outbox,
    alarms,
    inbox,
    bell,
    beat: () => tick(alarms, ports.clock, meter, () => deliveries.wake()),
  };
}
