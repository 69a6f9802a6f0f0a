// The house as the settings describe it, opened: for the server and for the tools, which work on it when no server runs.
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { LarkAdapter } from "#adapters/lark/index";
import type { SlackAdapter } from "#adapters/slack/index";
import { createWebAdapter, type WebAdapter } from "#adapters/web/index";
import { createVisitPages, type VisitPages } from "#adapters/web/visit/index";
import { openDatabase, type Database, type OpenOptions } from "#db/client";
import { migrate, migrationState } from "#db/migrate";
import { playgroundOrganisation, playgroundStart, seedPlayground, type Centre } from "#db/seed";
import { createPlaygroundClock, createTranscript } from "#db/stores/playground";
import { createStores, type AllStores } from "#db/stores/index";
import { hasSlack, larkApps, SettingWrong, type Config } from "#src/config";
import { createLanguage } from "#src/language/catalogue";
import type { Crms } from "#src/ports/crm";
import { inTime } from "#src/ports/process/clock";
import type { Logger } from "#src/ports/process/logger";
import type { Meter } from "#src/ports/process/meter";
import type { Stores } from "#src/ports/stores";
import type { MovableClock } from "#src/ports/chat/transcript";
import { openCrmEntry, openCrms, switchSampleOn } from "./crm/crms.ts";
import { composeHouse, noMeter, playing, type House } from "./compose.ts";
import { createLogger } from "./log/logger.ts";
import { openLark } from "./lark.ts";
import { createPages } from "./pages.ts";
import { openSlack } from "./slack.ts";
import { createChance, systemClock } from "./system.ts";

/** Beside a chat platform time goes by itself: a playground that moved it would move the company's reminders. */
export const isPlaygroundAlone = (config: Config): boolean =>
  config.PLAYGROUND === "on" && !hasSlack(config) && larkApps(config).length === 0;

/** The playground's data are never mixed with anybody's own. */
export const dataFolder = (config: Config): string =>
  join(config.DATA_DIR, config.PLAYGROUND === "on" ? "playground" : "house");

export function openConfigured(
  config: Config,
  how: Pick<OpenOptions, "patienceMs" | "say"> = {},
): Promise<Database> {
  return openDatabase({
    ...how,
    ...(config.DATABASE_URL === undefined
      ? { dataDir: dataFolder(config) }
      : { url: config.DATABASE_URL }),
  });
}

export interface Opened {
  readonly database: Database;
  readonly house: House;
  readonly stores: Stores<AllStores>;
  readonly crms: Crms;
  readonly clock: MovableClock;
  /** The playground; null where it is off. */
  readonly web: WebAdapter | null;
  /** Pages of whoever signs in by a link from their chat. */
  readonly visits: VisitPages;
  /** Null where it is not configured. */
  readonly slack: SlackAdapter | null;
  /** Null where it is not configured. */
  readonly lark: LarkAdapter | null;
  now(): Date;
  moveTo(at: Date): Promise<boolean>;
  /** Within eight seconds: fronts, the deliver loop and whatever else is given finish what they have in hand, all at once. */
  close(alongside?: readonly Promise<unknown>[]): Promise<void>;
}

/** Whoever stops the process waits ten seconds; what is left over then comes again from the database. */
const closingMs = 8_000;

export interface OpenParts {
  readonly logger?: Logger;
  readonly meter?: Meter;
  /** How requests that were refused at a platform's door are counted. */
  readonly refused?: (door: string, why: string) => void;
  /** Hosts the pages may be asked for by; filled when the server knows its port. */
  readonly allowedHosts?: readonly string[];
  readonly accessToken?: string | undefined;
  /** What a playground that is new begins with: `whole` unless told. */
  readonly centre?: Centre;
}

/** Outside the playground time goes by itself. */
const realClock: MovableClock = { now: () => systemClock.now(), moveTo: async () => false };

type Ground = Pick<
  Parameters<typeof createWebAdapter>[0],
  "clock" | "chance" | "logger" | "language"
>;

function openPlayground(
  config: Config,
  parts: OpenParts,
  database: Database,
  ground: Ground,
): WebAdapter {
  return createWebAdapter({
    ...ground,
    transcript: createTranscript(database, playgroundOrganisation),
    botName: { en: config.BOT_NAME_EN, zh: config.BOT_NAME_ZH },
    publicUrl: config.PUBLIC_URL,
    accessToken: parts.accessToken,
    allowedHosts: parts.allowedHosts ?? [],
  });
}

export async function openHouse(
  config: Config,
  parts: OpenParts = {},
  database?: Database,
): Promise<Opened> {
  const opened = database ?? (await openConfigured(config));
  const logger = parts.logger ?? createLogger("warn");
  await migrate(opened);
  const isPlayground = config.PLAYGROUND === "on";
  const fresh = isPlayground && (await seedPlayground(opened, parts.centre ?? "whole"));
  const clock: MovableClock = isPlaygroundAlone(config)
    ? playing(
        await createPlaygroundClock(opened, playgroundOrganisation, playgroundStart),
        () => house,
      )
    : realClock;
  const chance = createChance();
  const language = createLanguage();
  const ground = { clock, chance, logger, language };
  const crms = openCrms(config, clock, opened);
  const web = isPlayground ? openPlayground(config, parts, opened, ground) : null;
  const visits = createVisitPages({
    ...ground,
    botName: { en: config.BOT_NAME_EN, zh: config.BOT_NAME_ZH },
    publicUrl: config.PUBLIC_URL,
    allowedHosts: parts.allowedHosts ?? [],
    crmEntry: openCrmEntry(config, opened),
    playground: isPlayground,
  });
  const slack = await openSlack(config, opened, {
    chance,
    logger,
    language,
    refused: (why) => parts.refused?.("slack", why),
  });
  const larkRefused = (why: string) => parts.refused?.("lark", why);
  const lark = await openLark(config, opened, { chance, logger, refused: larkRefused });
  const fronts = [web, slack, lark].filter((each) => each !== null);
  const house: House = composeHouse({
    database: opened,
    crms,
    clock,
    chance,
    logger,
    language,
    chats: fronts.map((each) => each.chat),
    meter: parts.meter ?? noMeter,
    admins: config.ADMIN_EMAILS,
    pages: createPages(config),
  });
  for (const front of [...fronts, visits]) front.connect(house.bot);
  if (fresh) await begin(house, crms, createStores(opened), clock, parts.centre ?? "whole");
  return {
    database: opened,
    house,
    stores: createStores(opened),
    crms,
    clock,
    web,
    visits,
    slack,
    lark,
    now: () => clock.now(),
    moveTo: (at) => clock.moveTo(at),
    async close(alongside = []) {
      web?.close();
      house.files.stop();
      house.sync.stop();
      const ending = Promise.allSettled([
        ...[slack, lark].map(async (front) => front?.close()),
        house.deliveries.stop(closingMs),
        ...alongside,
      ]);
      await inTime(ending, closingMs, null);
      await opened.close();
    },
  };
}

/** A new playground: what its people have planned, and where its numbers come from. */
async function begin(
  house: House,
  crms: Crms,
  stores: Stores<AllStores>,
  clock: MovableClock,
  centre: Centre,
): Promise<void> {
  await house.bot.lookOver(0, 1);
  if (centre === "whole") await switchSampleOn(crms, stores, clock.now());
}

/** What there is, for a tool that only looks: nothing is migrated, seeded, installed or delivered. */
export async function openToLook(
  config: Config,
  given?: Database,
): Promise<
  Pick<Opened, "house" | "stores" | "crms" | "clock" | "now" | "moveTo"> & {
    close(): Promise<void>;
  }
> {
  const nothing = `There is nothing in ${dataFolder(config)} yet: npm start makes it.`;
  if (!given && config.DATABASE_URL === undefined && !existsSync(dataFolder(config)))
    throw new SettingWrong(nothing);
  const database = given ?? (await openConfigured(config));
  try {
    const { applied, pending } = await migrationState(database);
    if (applied.length === 0)
      throw new SettingWrong(
        config.DATABASE_URL === undefined
          ? nothing
          : "There is nothing in this database yet: npm start makes it.",
      );
    if (pending.length > 0)
      throw new SettingWrong(
        "The database is older than this program: npm start brings it up to date.",
      );
    const clock = isPlaygroundAlone(config)
      ? await createPlaygroundClock(database, playgroundOrganisation, playgroundStart)
      : realClock;
    const crms = openCrms(config, clock, database);
    const house = composeHouse({
      database,
      crms,
      clock,
      chance: createChance(),
      logger: createLogger("warn"),
      language: createLanguage(),
      chats: [],
      meter: noMeter,
    });
    return {
      house,
      stores: createStores(database),
      crms,
      clock,
      now: () => clock.now(),
      moveTo: async () => false,
      close: () => database.close(),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
