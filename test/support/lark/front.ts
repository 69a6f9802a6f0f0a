// The seeded sales centre on a Feishu of our own, over the webhook or the long connection: everybody has an account of one company, and
// the team its group.
import { sql } from "drizzle-orm";
import { createLarkAdapter } from "#adapters/lark/index";
import { execute } from "#db/client";
import { createSecrets } from "#db/seal";
import { larkStores } from "#src/app/lark";
import { dayWhere } from "#test/support/picked-day";
import { inPlayground } from "#test/support/story/playground-place";
import { renamed, type Front, type FrontParts } from "#test/support/story/front";
import { larkKeys } from "./fixture.ts";
import { overLongConnection, overWebhook, type Bring } from "#test/support/lark/platform/push";
import { startFakeLark } from "#test/support/lark/platform/server";
import { openLongConnection } from "#test/support/lark/platform/socket";
import { createLarkSurface } from "./surface.ts";
import { overHttp } from "#test/support/slack/platform/client";
import type { Surface } from "#test/support/story/surface";

const group = "oc_team";
const accountOf = (user: string): string => `ou_${user}`;

export const openLarkWebhook = (parts: FrontParts): Promise<Front> => open(parts, "webhook");
export const openLarkSocket = (parts: FrontParts): Promise<Front> => open(parts, "socket");

async function open(
  { database, clock, chance, logger, drain }: FrontParts,
  events: "webhook" | "socket",
): Promise<Front> {
  const users = await execute<{ user: string }>(
    database.db,
    sql`select "user" from chat_identity where platform = 'web'`,
  );
  // Between two presses people take longer than Lark does to tell of one twice.
  let taken = 0;
  const now = (): number => clock.now().getTime() + taken;
  const fake = await startFakeLark({
    now,
    users: users.map(({ user }) => ({ openId: accountOf(user), name: user })),
  });
  fake.groups.set(group, { name: "team", bot: true });
  const workspace = `feishu/${fake.appId}/${fake.tenant}`;
  await database.db.execute(
    sql`update chat_identity set platform = 'lark', workspace = ${workspace}, "user" = 'ou_' || "user" where platform = 'web'`,
  );
  await database.db.execute(
    sql`update chat_place set platform = 'lark', workspace = ${workspace}, channel = ${group} where platform = 'web'`,
  );
  await inPlayground(database, "lark", workspace);
  const line = events === "socket" ? openLongConnection(fake) : null;
  const adapter = createLarkAdapter({
    apps: [
      {
        name: "LARK",
        brand: "feishu",
        baseUrl: fake.url,
        appId: fake.appId,
        appSecret: fake.appSecret,
        ...larkKeys,
        type: "self",
        events,
        path: "/lark/events",
      },
    ],
    wall: { now: () => new Date(now()) },
    chance,
    logger,
    answerTravelsMs: 5,
    // A story is told on a busy machine too.
    takenWithinMs: 60_000,
    ...larkStores(database, createSecrets([Buffer.alloc(32, 7).toString("base64")]), chance),
    organisations: "many",
  });
  const server = await overHttp(adapter.routes);
  let started: Promise<void> = Promise.resolve();
  const carry =
    line === null
      ? overWebhook(
          larkKeys,
          now,
          async (pushed) =>
            await server.request("http://localhost/lark/events", { method: "POST", ...pushed }),
        )
      : overLongConnection(line);
  const bring: Bring = async (payload) => {
    await started;
    return await carry(payload);
  };
  const settle = async (): Promise<void> => {
    await started;
    await adapter.idle();
    await drain();
    await adapter.idle();
  };
  const surface = (room?: string): Surface => {
    const made = createLarkSurface({
      fake,
      keys: larkKeys,
      push: bring,
      settle,
      today: dayWhere(database, clock, "lark"),
      ...(room === undefined ? {} : { room }),
    });
    const press: Surface["press"] = (user, label, nth) => {
      taken += 4_000;
      return made.press(user, label, nth);
    };
    return renamed({ ...made, press }, accountOf);
  };
  const start = async (): Promise<void> => {
    await adapter.start();
    await line?.connected();
  };
  return {
    // A story is told faster than Lark may be written to; how fast that is has tests of its own.
    chat: { ...adapter.chat, pace: { destination: null, installation: null } },
    connect(bot) {
      adapter.connect(bot);
      started = start();
      return started;
    },
    surface: surface(),
    channel: surface(group),
    account: (user) => ({ platform: "lark", workspace, user: accountOf(user) }),
    place: { platform: "lark", workspace, channel: group },
    routes: adapter.routes,
    allowedHosts: [],
    async close() {
      await started;
      await adapter.close();
      line?.close();
      await server.close();
      await fake.close();
    },
  };
}
