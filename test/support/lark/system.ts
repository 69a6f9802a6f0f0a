// The whole house on a real database with people who talk to it on Lark: nothing of the playground in it.
import { createLarkAdapter, type LarkAdapter } from "#adapters/lark/index";
import type { Database } from "#db/client";
import { createSecrets } from "#db/seal";
import { createStores, type AllStores } from "#db/stores/index";
import { composeHouse, noMeter, type House } from "#src/app/compose";
import { larkStores } from "#src/app/lark";
import { createChance } from "#src/app/system";
import { createLanguage } from "#src/language/catalogue";
import type { Chat, Rate } from "#src/ports/chat/chat";
import type { Logger } from "#src/ports/process/logger";
import type { Stores } from "#src/ports/stores";
import { emptyTables, testDatabase } from "#test/support/database/database";
import { larkKeys } from "./fixture.ts";
import { overWebhook } from "#test/support/lark/platform/push";
import type { FakeLark, FakeUser } from "#test/support/lark/platform/company";
import { startFakeLark } from "#test/support/lark/platform/server";
import { createLarkSurface, type LarkSurface } from "./surface.ts";
import { untilQuiet } from "#test/support/story/quiet";
import { persona, type PersonaInStory } from "#test/support/story/persona";
import { errorsInto } from "#test/support/log";

export interface LarkSystem {
  readonly lark: FakeLark;
  readonly house: House;
  readonly database: Database;
  readonly stores: Stores<AllStores>;
  readonly adapter: LarkAdapter;
  readonly surface: LarkSurface;
  readonly workspace: string;
  /** Business time; the platform's own clock stands still. */
  readonly time: { now: number };
  readonly errors: { readonly fields: object; readonly event: string }[];
  who(user: string): PersonaInStory;
  settle(): Promise<void>;
  stop(): Promise<void>;
}

/** Wednesday 11 November 2026, 10:00 in Shanghai. */
const start = Date.parse("2026-11-11T02:00:00Z");

/** `scale`: how much faster time goes on Lark's side, and so how much faster messages may leave. */
export async function startLarkSystem(
  users: readonly FakeUser[],
  admins: readonly string[] = [],
  scale = 1,
  given?: Logger,
): Promise<LarkSystem> {
  const database = await testDatabase();
  await emptyTables(database);
  const time = { now: start };
  const clock = { now: () => new Date(time.now) };
  const began = performance.now();
  const larkNow = (): number => (scale === 1 ? start : start + (performance.now() - began) * scale);
  const lark = await startFakeLark({ now: larkNow, users: users.map((user) => ({ ...user })) });
  const chance = createChance();
  const errors: LarkSystem["errors"] = [];
  const logger = given ?? errorsInto(errors);
  const kept = larkStores(
    database,
    createSecrets([Buffer.alloc(32, 7).toString("base64")]),
    chance,
  );
  const adapter = createLarkAdapter({
    apps: [
      {
        name: "LARK",
        brand: "feishu",
        baseUrl: lark.url,
        appId: lark.appId,
        appSecret: lark.appSecret,
        ...larkKeys,
        type: "self",
        events: "webhook",
        path: "/lark/events",
      },
    ],
    wall: { now: () => new Date(start) },
    chance,
    logger,
    ...kept,
    answerTravelsMs: 40,
    takenWithinMs: 60_000,
    organisations: "one",
  });
  const house = composeHouse({
    database,
    clock,
    chance,
    logger,
    language: createLanguage(),
    chats: [scale === 1 ? adapter.chat : faster(adapter.chat, scale)],
    meter: noMeter,
    admins,
  });
  adapter.connect(house.bot);
  await adapter.start();
  const settle = async (): Promise<void> => {
    if (scale === 1) return untilQuiet(house, database, () => adapter.idle());
    await adapter.idle();
    await house.deliveries.drain();
    await adapter.idle();
  };
  const push = async ({
    headers,
    body,
  }: {
    headers: Readonly<Record<string, string>>;
    body: string;
  }): Promise<Response> =>
    await adapter.routes.request("http://localhost/lark/events", { method: "POST", headers, body });
  const surface = createLarkSurface({
    fake: lark,
    keys: larkKeys,
    push: overWebhook(larkKeys, () => start, push),
    settle,
  });
  return {
    lark,
    house,
    database,
    stores: createStores(database),
    adapter,
    surface,
    workspace: `feishu/${lark.appId}/${lark.tenant}`,
    time,
    errors,
    who: (user) => persona(surface, user),
    settle,
    async stop() {
      await adapter.close();
      await house.deliveries.stop();
      await lark.close();
    },
  };
}

/** The same chat for a Lark whose seconds are shorter. */
function faster(chat: Chat, scale: number): Chat {
  const rate = (each: Rate | null): Rate | null =>
    each === null ? null : { ...each, perSecond: each.perSecond * scale };
  return {
    ...chat,
    pace: { destination: rate(chat.pace.destination), installation: rate(chat.pace.installation) },
  };
}
