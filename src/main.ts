// The composition root: picks and wires adapters, database and jobs, and owns the one HTTP server.
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { getRequestListener } from "@hono/node-server";
import { getConnInfo } from "@hono/node-server/conninfo";
import closeWithGrace from "close-with-grace";
import { Hono } from "hono";
import type { Database } from "#db/client";
import { migrationState } from "#db/migrate";
import { createBackupLog } from "#db/backup/events";
import { createHousekeeping } from "#db/stores/housekeeping";
import { createPulse } from "#db/stores/delivery/pulse";
import { startHeartbeat, type Heartbeat } from "#jobs/heartbeat";
import { startPulse, type PulseState } from "#jobs/pulse";
import { createLogger } from "#src/app/log/logger";
import { examineChats } from "#src/cli/doctor/chats";
import { createMetrics, mayReadMetrics, type Metrics } from "#src/app/metrics";
import {
  dataFolder,
  isPlaygroundAlone,
  openConfigured,
  openHouse,
  type Opened,
} from "#src/app/open";
import { answerBackup } from "#src/app/backup/answer";
import { examineBackups } from "#src/app/backup/examine";
import { createScheduledBackups } from "#src/app/backup/schedule";
import { answerJoin } from "#src/app/tools/join-organisation";
import { diesLoudly, gatherOutlets } from "#src/app/log/outlets";
import { answerSync, syncParts } from "#src/app/crm/answer-sync";
import { answerExport } from "#src/app/figures/export-figures";
import { answerImport, importParts } from "#src/app/tools/import-file";
import { answerTool } from "#src/app/tools/questions";
import { createReadiness, isClockRight } from "#src/app/readiness";
import { isSentence } from "#src/app/log/reason";
import { forgetSealed, sealedSentence, unopenedTokens } from "#src/app/tools/sealed-tokens";
import { addressLines, createHttpServer, hostsOf, isPublic, listen } from "#src/app/server";
import { answerPerson } from "#src/app/tools/person";
import { listenOnSocket, socketIn, type Asked } from "#src/app/tools/socket";
import { createChance, systemClock } from "#src/app/system";
import type { Logger } from "./ports/process/logger.ts";
import { readConfig, SettingWrong, type Config } from "./config.ts";

const databasePatienceMs = 60_000;

async function start(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig();
  const logger = createLogger(config.LOG_LEVEL);
  gatherOutlets(logger);
  const isReady = diesLoudly(logger);
  say(config, "is starting …");
  const accessToken =
    config.PLAYGROUND === "on" && isPublic(config)
      ? randomBytes(24).toString("base64url")
      : undefined;
  const allowedHosts: string[] = [];
  const metrics = createMetrics();
  const opened = await openHouse(
    config,
    {
      logger,
      meter: metrics.meter,
      refused: metrics.refused,
      allowedHosts,
      accessToken,
      centre: process.argv.includes("--empty") ? "empty" : "whole",
    },
    await open(config, logger),
  );
  const { database, house } = opened;
  const pulse = await startPulse({
    store: createPulse(database, createChance(), systemClock),
    logger,
  });
  const sealed = () => unopenedTokens(config, database);
  const readiness = createReadiness({
    pulse: () => pulse.state(),
    migrations: () => migrationState(database),
    sealed,
    slack: opened.slack,
    lark: opened.lark,
  });
  const routes = routesOf(opened, config, logger, readiness, metrics);
  const server = createHttpServer(getRequestListener(routes.fetch));
  const port = await listen(server, config, (what) => say(config, what));
  allowedHosts.push(...hostsOf(config, port));
  const beating = startBeating(config, opened, () => pulse.state(), logger, metrics);
  const socket =
    config.DATABASE_URL === undefined
      ? await listenOnSocket(
          socketIn(config.DATA_DIR),
          (question) => answerAll(question, config, opened),
          logger,
        )
      : null;
  house.deliveries.start();
  house.files.start();
  house.sync.start();
  // Where a pooler stands between, nothing is heard, and the poll finds it a second later.
  await house.bell
    .listen(() => house.deliveries.wake())
    .catch((error: unknown) =>
      logger.warn({ error }, "not listening for deliveries of other processes"),
    );
  await opened.slack?.start();
  await opened.lark?.start();
  isReady();
  stopWithGrace(logger, () => {
    socket?.close();
    server.close();
    return opened.close([beating.stop(), pulse.stop()]);
  });
  const wrongKey = sealedSentence(await sealed());
  if (wrongKey !== null) logger.error({}, wrongKey);
  for (const line of addressLines(config, port, accessToken)) say(config, line);
}

/** What the process does by its own clock. */
function startBeating(
  config: Config,
  { database, house, clock }: Opened,
  pulse: () => PulseState,
  logger: Logger,
  { meter }: Metrics,
): Pick<Heartbeat, "stop"> {
  const backups = createScheduledBackups(config, database, logger);
  const heartbeat = startHeartbeat({
    ...house,
    backUp: () => backups.run(systemClock.now()),
    housekeeping: createHousekeeping(database),
    clock,
    isClockRight: () => isClockRight(pulse().offsetMs),
    logger,
    meter,
  });
  return {
    stop() {
      backups.stop();
      return heartbeat.stop();
    },
  };
}

/** Everything the one server answers: how it is, its figures, and the doors of the platforms. */
function routesOf(
  { database, house, slack, lark, web, visits }: Opened,
  config: Config,
  logger: Logger,
  readiness: ReturnType<typeof createReadiness>,
  metrics: Metrics,
): Hono {
  const routes = new Hono().onError((error, c) => {
    logger.error({ error, path: c.req.routePath }, "request failed");
    return c.text("not done", 500);
  });
  routes.get("/healthz", (c) => c.text("ok"));
  routes.get("/readyz", async (c) => {
    const { ready, text } = await readiness();
    return c.text(text, ready ? 200 : 503);
  });
  routes.get("/metrics", async (c) => {
    const reader = {
      address: getConnInfo(c).remote.address,
      authorization: c.req.header("authorization"),
      forwarded: forwardedBy.some((name) => c.req.header(name) !== undefined),
    };
    return mayReadMetrics(reader, config.METRICS_TOKEN)
      ? c.text(await metrics.text(house.outbox, house.inbox, createBackupLog(database)))
      : c.text("not for you", 403);
  });
  if (slack) routes.route("/", slack.routes);
  if (lark) routes.route("/", lark.routes);
  routes.route("/", visits.routes);
  if (web) routes.route("/", web.routes);
  return routes;
}

/** What is under way may finish; after ten seconds the process ends all the same. */
function stopWithGrace(logger: Logger, close: () => Promise<unknown>): void {
  closeWithGrace(
    {
      delay: 10_000,
      logger: false,
      onSecondError: (error) => logger.error({ error }, "a second error while stopping"),
    },
    async ({ err }) => {
      if (err) logger.error({ error: err }, "stopping after an error");
      await close();
    },
  );
}

/** What a web server that passes a request on adds to it. */
const forwardedBy = ["forwarded", "x-forwarded-for", "x-real-ip", "via"] as const;

async function answerAll(question: Asked, config: Config, opened: Opened): Promise<string> {
  if (question.ask === "chats")
    return JSON.stringify(await examineChats(config, opened.database, question));
  if (question.ask === "backups")
    return JSON.stringify(await examineBackups(config, opened.database, systemClock.now()));
  if (question.ask === "join")
    return JSON.stringify(await answerJoin(question, opened.database, opened.clock.now()));
  if (question.ask === "import")
    return JSON.stringify(await answerImport(question, importParts(opened)));
  if (question.ask === "sync") return JSON.stringify(await answerSync(question, syncParts(opened)));
  if (question.ask === "person") return JSON.stringify(await answerPerson(question, opened));
  if (question.ask === "export")
    return JSON.stringify(await answerExport(question, importParts(opened)));
  switch (question.ask) {
    case "forget":
      return forgetSealed(config, opened.database);
    case "copy":
    case "noteBackup":
      return answerBackup(question, opened.database);
    case "resume": {
      const says = await answerBackup(question, opened.database);
      opened.house.deliveries.wake();
      return says;
    }
    case "tick":
    case "dead":
    case "retry":
    case "drop":
      return answerTool(question, opened);
  }
}

const say = (config: Config, what: string): void =>
  void process.stdout.write(`${config.BOT_NAME_EN} ${config.BOT_NAME_ZH} ${what}\n`);

async function open(config: Config, logger: Logger): Promise<Database> {
  // Whatever starts this program may have started the database only just before.
  const how = {
    patienceMs: databasePatienceMs,
    say: (sentence: string) => logger.warn({}, sentence),
  };
  const asked = process.argv.find((each) => each === "--fresh" || each === "--empty");
  if (asked === undefined) return openConfigured(config, how);
  if (!isPlaygroundAlone(config) || config.DATABASE_URL !== undefined)
    throw new SettingWrong(startsOver(asked));
  // Opened first, so that the folder of a running process is refused and not removed under its feet.
  await (await openConfigured(config, how)).close();
  await rm(dataFolder(config), { recursive: true });
  return openConfigured(config, how);
}

const startsOver = (asked: string): string =>
  `${asked} starts a playground over that stands alone in DATA_DIR. Here it is off, beside a chat platform, or in the database of DATABASE_URL: nothing was removed.`;

start().catch((error: unknown) => {
  if (isSentence(error)) process.stderr.write(`${error.message}\n`);
  else createLogger("error").error({ error }, "not started");
  process.exit(1);
});
