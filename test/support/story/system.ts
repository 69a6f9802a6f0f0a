// The whole house on a real database with the playground's sales centre, and people who talk to it over the front that was asked for.
import { seededDatabase } from "#test/support/database/database";
import { playgroundOrganisation, playgroundStart, type Centre } from "#db/seed";
import { createPlaygroundClock } from "#db/stores/playground";
import { createStores, type AllStores } from "#db/stores/index";
import { Hono } from "hono";
import { createVisitPages } from "#adapters/web/visit/index";
import type { Database } from "#db/client";
import { composeHouse, noMeter, playing, type House } from "#src/app/compose";
import { createPages } from "#src/app/pages";
import { createChance } from "#src/app/system";
import { createLanguage, type Language } from "#src/language/catalogue";
import type { MovableClock } from "#src/ports/chat/transcript";
import type { ChatIdentity } from "#src/people/person";
import type { PlaceIdentity } from "#src/people/place";
import type { ChangedBy } from "#src/people/store";
import type { Crms } from "#src/ports/crm";
import type { Chat } from "#src/ports/chat/chat";
import type { Logger } from "#src/ports/process/logger";
import type { Stores } from "#src/ports/stores";
import { isPlayground, openFront } from "./front.ts";
import { persona, type PersonaInStory } from "./persona.ts";
import type { Surface } from "./surface.ts";
import { errorsInto } from "#test/support/log";

export interface System {
  readonly house: House;
  readonly database: Database;
  readonly stores: Stores<AllStores>;
  readonly clock: MovableClock;
  readonly surface: Surface;
  /** The same people in their team's channel. */
  readonly channel: Surface;
  readonly routes: Hono;
  /** Where a real server listens, once it does. */
  readonly allowedHosts: string[];
  /** What the log got of errors that nobody expected, unless a logger was given. */
  readonly errors: { readonly fields: object; readonly event: string }[];
  /** The account of a seeded person, and their team's place, as the front knows them. */
  account(user: string): ChatIdentity;
  readonly place: PlaceIdentity;
  who(user: string): PersonaInStory;
  inChannel(user: string): PersonaInStory;
  /** As after an outage: nothing happens until a day before that moment, then everything in its turn. Days that no story looks at cost much. */
  leapTo(instant: Date): Promise<void>;
  stop(): Promise<void>;
}

/** Who changes rights in a story where it does not matter who. */
export const byOperator: ChangedBy = { by: "operator", at: playgroundStart };

const eveMs = 26 * 3_600_000;

export async function startSystem(
  options: {
    readonly language?: Language;
    readonly chats?: readonly Chat[];
    readonly front?: string;
    readonly logger?: Logger;
    readonly centre?: Centre;
    /** Where figures may come from. */
    readonly crms?: Crms;
    /** How browsers reach it; without one there are pages in the playground only. */
    readonly publicUrl?: string;
  } = {},
): Promise<System> {
  const database = await seededDatabase(options.centre);
  const bare = await createPlaygroundClock(database, playgroundOrganisation, playgroundStart);
  const clock: MovableClock = playing(bare, () => house);
  const errors: System["errors"] = [];
  const logger = options.logger ?? errorsInto(errors);
  const language = options.language ?? createLanguage();
  const chance = createChance();
  const drain = async (): Promise<void> => {
    await house.files.drain();
    await house.sync.drain();
    await house.deliveries.drain();
  };
  const front = await openFront(
    { database, clock, chance, logger, language, drain },
    options.front,
  );
  const house: House = composeHouse({
    database,
    clock,
    chance,
    logger,
    language,
    chats: [front.chat, ...(options.chats ?? [])],
    meter: noMeter,
    ...(options.crms && { crms: options.crms }),
    pages: createPages({ PUBLIC_URL: options.publicUrl, ENCRYPTION_KEY: undefined }),
  });
  await front.connect(house.bot);
  const { surface, channel, allowedHosts } = front;
  const visits = createVisitPages({
    clock,
    chance,
    logger,
    language,
    botName: { en: "Pacer", zh: "领跑" },
    publicUrl: options.publicUrl,
    allowedHosts,
    playground: isPlayground,
  });
  visits.connect(house.bot);
  const routes = new Hono().route("/", visits.routes).route("/", front.routes);
  return {
    house,
    database,
    stores: createStores(database),
    clock,
    surface,
    channel,
    routes,
    allowedHosts,
    errors,
    account: (user) => front.account(user),
    place: front.place,
    who: (user) => persona(surface, user),
    inChannel: (user) => persona(channel, user),
    async leapTo(instant) {
      const eve = new Date(instant.getTime() - eveMs);
      if (eve > clock.now()) await bare.moveTo(eve);
      await clock.moveTo(instant);
    },
    async stop() {
      await front.close();
      house.files.stop();
      house.sync.stop();
      await house.deliveries.stop();
    },
  };
}
