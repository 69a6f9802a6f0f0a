// The composition root: picks and wires adapters, database and jobs, and owns the one HTTP server.
import { randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { getConnInfo } from "@hono/node-server/conninfo";
import closeWithGrace from "close-with-grace";
import { Hono } from "hono";
import { LarkSettingWrong } from "#adapters/lark/index";
import { SlackSettingWrong } from "#adapters/slack/index";
import { DatabaseUnreachable, FolderTaken, MigrationRefused, type Database } from "#db/client";
import { migrationState } from "#db/migrate";
import { createHousekeeping } from "#db/stores/housekeeping";
import { startHeartbeat } from "#jobs/heartbeat";
import { createLogger } from "./cli/logger.ts";
import { examineChats } from "./cli/doctor-chats.ts";
import { createMetrics } from "./cli/metrics.ts";
import { openConfigured, openHouse, dataFolder } from "./cli/open.ts";
import { answerJoin } from "./cli/joining.ts";
import { answerTool } from "./cli/questions.ts";
import { listenOnSocket, socketIn } from "./cli/socket.ts";
import { causeOf, type Logger } from "./ports/logger.ts";
import { readConfig, SettingWrong, type Config } from "./config.ts";

const defaultPort = 3000;
const portsTried = 20;
const databasePatienceMs = 60_000;

async function start(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig();
  const logger = createLogger(config.LOG_LEVEL);
  say(config, "is starting …");
  const accessToken = isLoopback(config.HOST) ? undefined : randomBytes(24).toString("base64url");
  const allowedHosts: string[] = [];
  const metrics = createMetrics();
  const opened = await openHouse(config, { logger, meter: metrics.meter, refused: metrics.refused, allowedHosts, accessToken }, await open(config, process.argv.includes("--fresh"), logger));
  const { database, house, clock } = opened;
  const routes = new Hono();
  routes.get("/healthz", (c) => c.text("ok"));
  routes.get("/readyz", async (c) => {
    const state = await migrationState(database).catch(() => null);
    const apps = opened.lark?.health() ?? [];
    const ready = state !== null && state.pending.length === 0 && opened.slack?.isConnected() !== false && apps.every((app) => app.ready);
    return c.text([ready ? "ready" : "not ready", ...apps.flatMap(({ app, ready: isReady, state: its, says }) => says ?? (isReady ? [] : `lark ${app}: ${its}`))].join("\n"), ready ? 200 : 503);
  });
  routes.get("/metrics", async (c) => (mayRead(c.req.header("authorization"), getConnInfo(c).remote.address, config) ? c.text(await metrics.text(house.outbox, house.inbox)) : c.text("not for you", 403)));
  if (opened.slack) routes.route("/", opened.slack.routes);
  if (opened.lark) routes.route("/", opened.lark.routes);
  if (opened.web) routes.route("/", opened.web.routes);
  const server = createServer(getRequestListener(routes.fetch));
  const port = await listen(server, config);
  allowedHosts.push(...hostsOf(config, port));
  const heartbeat = startHeartbeat({ ...house, housekeeping: createHousekeeping(database), clock, logger, meter: metrics.meter });
  const socket =
    config.DATABASE_URL === undefined
      ? await listenOnSocket(
          socketIn(config.DATA_DIR),
          async (question) => {
            if (question.ask === "chats") return JSON.stringify(await examineChats(config, database));
            if (question.ask === "join") return JSON.stringify(await answerJoin(question, database, clock.now()));
            return answerTool(question, opened);
          },
          logger,
        )
      : null;
  house.deliveries.start();
  // Where a pooler stands between, nothing is heard, and the poll finds it a second later.
  await house.bell.listen(() => house.deliveries.wake()).catch((error: unknown) => logger.warn({ cause: causeOf(error) }, "not listening for deliveries of other processes"));
  await opened.slack?.start();
  await opened.lark?.start();
  closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
    if (err) logger.error({ cause: err.stack ?? err.message }, "stopping after an error");
    socket?.close();
    server.close();
    await opened.close([heartbeat.stop()]);
  });
  const shown = config.HOST === "0.0.0.0" || config.HOST === "::" ? "127.0.0.1" : config.HOST;
  say(config, `is ready: http://${shown.includes(":") ? `[${shown}]` : shown}:${port}/${accessToken ? `?token=${accessToken}` : ""}`);
}

const say = (config: Config, what: string): void => void process.stdout.write(`${config.BOT_NAME_EN} ${config.BOT_NAME_ZH} ${what}\n`);

/** Loopback, or whoever knows METRICS_TOKEN. */
function mayRead(authorization: string | undefined, address: string | undefined, { METRICS_TOKEN: token }: Config): boolean {
  if (address === "127.0.0.1" || address === "::1" || address === "::ffff:127.0.0.1") return true;
  const given = Buffer.from(authorization ?? "");
  const wanted = Buffer.from(`Bearer ${token ?? ""}`);
  return token !== undefined && given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function open(config: Config, fresh: boolean, logger: Logger): Promise<Database> {
  // Whatever starts this program may have started the database only just before.
  const how = { patienceMs: databasePatienceMs, say: (sentence: string) => logger.warn({}, sentence) };
  if (!fresh || config.DATABASE_URL !== undefined) return openConfigured(config, how);
  // Opened first, so that the folder of a running process is refused and not removed under its feet.
  await (await openConfigured(config, how)).close();
  await rm(dataFolder(config), { recursive: true });
  return openConfigured(config, how);
}

async function listen(server: ReturnType<typeof createServer>, config: Config): Promise<number> {
  const first = config.PORT ?? defaultPort;
  for (let port = first; port < first + portsTried; port++) {
    const found = await tryPort(server, port, config.HOST);
    if (found !== null) return found;
    // Beside a chat platform or a proxy that expects this port, another one would be silence.
    if (config.PORT !== undefined && config.PLAYGROUND === "off") throw new SettingWrong(`PORT ${port} is taken by another program: stop that one, or choose another port.`);
    say(config, `finds port ${port} taken by another program and takes the next free one`);
  }
  throw new SettingWrong(`PORT: ${first} to ${first + portsTried - 1} are all taken: set PORT to a free one.`);
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
  const expected =
    error instanceof SettingWrong || error instanceof LarkSettingWrong || error instanceof SlackSettingWrong || error instanceof FolderTaken || error instanceof MigrationRefused || error instanceof DatabaseUnreachable;
  process.stderr.write(`${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
