// The long connection: no public address, no certificate, for self-built apps on Feishu. What the SDK (1.74.0) swallows is said aloud: an
// app id of another form only logs and stays idle, and a wrong secret is tried for ever. What it gives up on (a busy server's code that
// comes with data, 514, too many connections) is tried again here, later and later: an operator mends most of it without a restart.
import { LoggerLevel, WSClient, type EventDispatcher } from "@larksuiteoapi/node-sdk";
import { backoff } from "../send/backoff.ts";
import type { Lark, RegisteredApp } from "../lark.ts";
import { sdkLogger } from "./receive.ts";

export interface Socket {
  /** As the SDK names it: connected, connecting, reconnecting, failed, idle. */
  state(): string;
  close(): void;
}

const handshakeMs = 10_000;
/** Seconds without a sign of life after a ping. */
const pongSeconds = 20;
const patienceMs = 30_000;

export async function openSocket(
  lark: Lark,
  app: RegisteredApp,
  dispatcher: EventDispatcher,
): Promise<Socket> {
  const again = backoff(lark.firstRetryMs ?? 5_000);
  let everConnected = false;
  let client = await connect();

  async function connect(): Promise<WSClient> {
    const made = new WSClient({
      appId: app.appId,
      appSecret: app.appSecret,
      domain: app.baseUrl,
      loggerLevel: LoggerLevel.error,
      logger: sdkLogger(lark),
      handshakeTimeoutMs: handshakeMs,
      wsConfig: { pingTimeout: pongSeconds },
      onReady: () => connected(),
      onReconnecting: () => lark.logger.warn({ app: app.appId }, "lark.socket_lost"),
      onReconnected: () => connected(),
      onError: (error: Error) => {
        lark.logger.error({ app: app.appId, error }, "lark.socket_failed");
        again.later(async () => {
          made.close({ force: true });
          client = await connect();
        });
      },
    });
    await made.start({ eventDispatcher: dispatcher });
    return made;
  }

  function connected(): void {
    everConnected = true;
    again.reset();
    lark.logger.info({ app: app.appId }, "lark.socket_connected");
  }

  const state = (): string => client.getConnectionStatus().state;
  // One that was there and is lost just now is told of by itself, and the console is not to blame.
  const impatient = setTimeout(() => {
    if (!everConnected && state() !== "connected")
      lark.logger.error(
        {
          app: app.appId,
          state: state(),
          hint: "is the long connection chosen in the console, and the version published?",
        },
        "lark.socket_not_connected",
      );
  }, patienceMs);
  impatient.unref();
  return {
    state,
    close() {
      clearTimeout(impatient);
      again.stop();
      client.close({ force: true });
    },
  };
}
