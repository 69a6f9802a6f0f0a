// The composition root: picks and wires adapters, database and jobs, and owns the one HTTP server.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import closeWithGrace from "close-with-grace";
import { Hono } from "hono";
import { createWebAdapter } from "#adapters/web/index";
import { DatabaseUnreachable, FolderTaken, MigrationRefused, type Database } from "#db/client";
import { migrate, migrationState } from "#db/migrate";
import { playgroundOrganisation, playgroundStart, seedPlayground } from "#db/seed";
import { createHousekeeping } from "#db/stores/housekeeping";
import { createPlaygroundClock, createTranscript } from "#db/stores/playground";
import { startHeartbeat } from "#jobs/heartbeat";
import { composeHouse, tending, type House } from "./cli/compose.ts";
import { createLogger } from "./cli/logger.ts";
import { openConfigured, playgroundFolder } from "./cli/open.ts";
import { createChance } from "./cli/system.ts";
import { readConfig, SettingWrong, type Config } from "./config.ts";
import { createLanguage } from "./language/catalogue.ts";
import type { MovableClock } from "./ports/transcript.ts";

const defaultPort = 3000;
const portsTried = 20;

async function start(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig();
  const logger = createLogger(config.LOG_LEVEL);
  const database = await open(config, process.argv.includes("--fresh"));
  await migrate(database);
  await seedPlayground(database);
  const clock: MovableClock = tending(await createPlaygroundClock(database, playgroundOrganisation, playgroundStart), () => house);
  const chance = createChance();
  const language = createLanguage();
  const accessToken = isLoopback(config.HOST) ? undefined : randomBytes(24).toString("base64url");
  const allowedHosts: string[] = [];
  const web = createWebAdapter({
    transcript: createTranscript(database, playgroundOrganisation),
    clock,
    chance,
    logger,
    language,
    botName: { en: config.BOT_NAME_EN, zh: config.BOT_NAME_ZH },
    publicUrl: config.PUBLIC_URL,
    accessToken,
    allowedHosts,
  });
  const house: House = composeHouse({ database, clock, chance, logger, language, chats: [web.chat] });
  web.connect(house.bot);
  const routes = new Hono();
  routes.get("/healthz", (c) => c.text("ok"));
  routes.get("/readyz", async (c) => {
    const state = await migrationState(database).catch(() => null);
    const ready = state !== null && state.pending.length === 0;
    return c.text(ready ? "ready" : "not ready", ready ? 200 : 503);
  });
  routes.route("/", web.routes);
  const server = createServer(getRequestListener(routes.fetch));
  const port = await listen(server, config);
  allowedHosts.push(...hostsOf(config, port));
  const heartbeat = startHeartbeat(house.bot, createHousekeeping(database), clock, logger);
  house.deliveries.wake();
  closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
    if (err) logger.error({ cause: err.stack ?? err.message }, "stopping after an error");
    heartbeat.stop();
    web.close();
    server.close();
    await house.deliveries.stop();
    await database.close();
  });
  const shown = config.HOST === "0.0.0.0" || config.HOST === "::" ? "127.0.0.1" : config.HOST;
  process.stdout.write(`${config.BOT_NAME_EN} ${config.BOT_NAME_ZH} is ready: http://${shown.includes(":") ? `[${shown}]` : shown}:${port}/${accessToken ? `?token=${accessToken}` : ""}\n`);
}

async function open(config: Config, fresh: boolean): Promise<Database> {
  if (!fresh || config.DATABASE_URL !== undefined) return openConfigured(config);
  // Opened first, so that the folder of a running process is refused and not removed under its feet.
  await (await openConfigured(config)).close();
  await rm(playgroundFolder(config), { recursive: true });
  return openConfigured(config);
}

async function listen(server: ReturnType<typeof createServer>, config: Config): Promise<number> {
  const first = config.PORT ?? defaultPort;
  for (let port = first; port < first + portsTried; port++) {
    const found = await tryPort(server, port, config.HOST);
    if (found !== null) return found;
    if (config.PORT !== undefined) throw new SettingWrong(`PORT ${port} is taken by another program: stop that one, choose another port, or leave PORT empty.`);
  }
  throw new SettingWrong(`PORT is not set and ${first} to ${first + portsTried - 1} are all taken: set PORT to a free one.`);
}

function tryPort(server: ReturnType<typeof createServer>, port: number, host: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") resolve(null);
      else reject(new SettingWrong(`HOST ${host} cannot be listened on (${error.code ?? error.message}): use 127.0.0.1 or an address of this machine.`));
    };
    server.once("error", failed);
    server.listen(port, host, () => {
      server.off("error", failed);
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

const isLoopback = (host: string): boolean => host === "127.0.0.1" || host === "::1" || host === "localhost";

function hostsOf(config: Config, port: number): string[] {
  const names = ["127.0.0.1", "localhost", "[::1]", config.HOST];
  const own = names.map((name) => `${name}:${port}`);
  return config.PUBLIC_URL === undefined ? own : [...own, new URL(config.PUBLIC_URL).host];
}

start().catch((error: unknown) => {
  const expected = error instanceof SettingWrong || error instanceof FolderTaken || error instanceof MigrationRefused || error instanceof DatabaseUnreachable;
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
