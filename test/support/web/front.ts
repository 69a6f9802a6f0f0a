// The playground's own front: people in a browser.
import { sql } from "drizzle-orm";
import { createWebAdapter } from "#adapters/web/index";
import { execute } from "#db/client";
import { playgroundChannel, playgroundOrganisation } from "#db/seed";
import { createTranscript } from "#db/stores/playground";
import type { Front, FrontParts } from "#test/support/story/front";
import { createWebSurface } from "./surface.ts";

export async function openWebFront({
  database,
  clock,
  chance,
  logger,
  language,
  drain,
}: FrontParts): Promise<Front> {
  const allowedHosts = ["localhost"];
  const web = createWebAdapter({
    transcript: createTranscript(database, playgroundOrganisation),
    clock,
    chance,
    logger,
    language,
    botName: { en: "Pacer", zh: "领跑" },
    allowedHosts,
  });
  // Whatever was written, by anybody and anywhere in the cluster, moves the end of the log.
  const stamp = async (): Promise<string> =>
    (
      await execute<{ at: string }>(
        database.db,
        sql`select pg_current_wal_insert_lsn()::text as at`,
      )
    )[0]!.at;
  return {
    chat: web.chat,
    connect: (bot) => web.connect(bot),
    surface: createWebSurface({ routes: web.routes, settle: drain, stamp }),
    channel: createWebSurface({
      routes: web.routes,
      settle: drain,
      stamp,
      room: `/in/${playgroundChannel}`,
    }),
    account: (user) => ({ platform: "web", workspace: "playground", user }),
    place: { platform: "web", workspace: "playground", channel: playgroundChannel },
    routes: web.routes,
    allowedHosts,
    close: async () => web.close(),
  };
}
