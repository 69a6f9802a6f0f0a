// The whole house on a real database with the playground's sales centre, and people who talk to it.
import { seededDatabase } from "#test/support/database";
import { createWebAdapter } from "#adapters/web/index";
import { playgroundChannel, playgroundOrganisation, playgroundStart } from "#db/seed";
import { createPlaygroundClock, createTranscript } from "#db/stores/playground";
import { createStores, type AllStores } from "#db/stores/index";
import type { Hono } from "hono";
import type { Database } from "#db/client";
import { composeHouse, noMeter, playing, type House } from "#src/cli/compose";
import { createChance } from "#src/cli/system";
import { createLanguage, type Language } from "#src/language/catalogue";
import type { MovableClock } from "#src/ports/transcript";
import type { Chat } from "#src/ports/chat";
import type { Stores } from "#src/ports/stores";
import { persona, type PersonaInStory } from "./persona.ts";
import type { Surface } from "./surface.ts";
import { createWebSurface } from "./web-surface.ts";

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
  /** What the log got: causes of errors that nobody expected. */
  readonly errors: { readonly fields: object; readonly event: string }[];
  who(user: string): PersonaInStory;
  inChannel(user: string): PersonaInStory;
  stop(): Promise<void>;
}

export async function startSystem(options: { readonly language?: Language; readonly chats?: readonly Chat[] } = {}): Promise<System> {
  const database = await seededDatabase();
  const clock: MovableClock = playing(await createPlaygroundClock(database, playgroundOrganisation, playgroundStart), () => house);
  const errors: System["errors"] = [];
  const logger = { info: () => {}, warn: () => {}, error: (fields: object, event: string) => void errors.push({ fields, event }) };
  const language = options.language ?? createLanguage();
  const chance = createChance();
  const allowedHosts = ["localhost"];
  const web = createWebAdapter({ transcript: createTranscript(database, playgroundOrganisation), clock, chance, logger, language, botName: { en: "Pacer", zh: "领跑" }, allowedHosts });
  const house: House = composeHouse({ database, clock, chance, logger, language, chats: [web.chat, ...(options.chats ?? [])], meter: noMeter });
  web.connect(house.bot);
  const surface = createWebSurface({ routes: web.routes, settle: () => house.deliveries.drain() });
  const channel = createWebSurface({ routes: web.routes, settle: () => house.deliveries.drain(), room: `/in/${playgroundChannel}` });
  return {
    house,
    database,
    stores: createStores(database),
    clock,
    surface,
    channel,
    routes: web.routes,
    allowedHosts,
    errors,
    who: (user) => persona(surface, user),
    inChannel: (user) => persona(channel, user),
    async stop() {
      web.close();
      await house.deliveries.stop();
    },
  };
}
