// Requests that are not a platform's own: refused at its door, counted by reason as an operator reads it, and nothing comes of them.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { execute } from "#db/client";
import { createBackupLog } from "#db/backup/events";
import { createMetrics, type Metrics } from "#src/app/metrics";
import { openHouse, type Opened } from "#src/app/open";
import { readConfig } from "#src/config";
import { emptyTables, testDatabase } from "#test/support/database/database";
import { larkKeys } from "#test/support/lark/fixture";
import { sealed, type Pushed } from "#test/support/lark/platform/push";
import { signed } from "#test/support/slack/platform/client";

const secret = "8f742231b10e8888abcd99yyyzzz85a5";
const app = "cli_a1b2c3d4e5f60718";
const yearMs = 365 * 24 * 3_600_000;

const settings = {
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  SLACK_SIGNING_SECRET: secret,
  SLACK_CLIENT_ID: "1.1",
  SLACK_WORKSPACES: "T1",
  SLACK_CLIENT_SECRET: "0123456789abcdef0123456789abcdef",
  SLACK_STATE_SECRET: "a state secret of some length",
  LARK_APP_ID: app,
  LARK_APP_SECRET: "the secret of the app",
  LARK_ENCRYPT_KEY: larkKeys.encryptKey,
  LARK_VERIFICATION_TOKEN: larkKeys.verificationToken,
  LARK_EVENTS: "webhook",
};
const silent = { info: () => {}, warn: () => {}, error: () => {} };

let metrics: Metrics;
let house: Opened;
beforeEach(async () => {
  const database = await testDatabase();
  await emptyTables(database);
  metrics = createMetrics();
  const config = readConfig(settings);
  house = await openHouse(
    config,
    { meter: metrics.meter, refused: metrics.refused, logger: silent },
    { ...database, close: async () => {} },
  );
});
afterEach(() => house.close());

async function counted(door: string): Promise<Readonly<Record<string, number>>> {
  const text = await metrics.text(
    house.house.outbox,
    house.house.inbox,
    createBackupLog(house.database),
  );
  const lines = [
    ...text.matchAll(/^pacer_requests_refused_total\{door="(\w+)",reason="([^"]+)"\} (\d+)$/gm),
  ];
  return Object.fromEntries(
    lines.filter(([, of]) => of === door).map(([, , reason, count]) => [reason!, Number(count)]),
  );
}
const kept = async (): Promise<number> =>
  Number(
    (
      await execute<{ kept: string }>(
        house.database.db,
        sql`select count(*)::text as kept from inbox`,
      )
    )[0]!.kept,
  );

it("of Lark: forged, altered, replayed, a year old, of another key, too big", async () => {
  const event = {
    schema: "2.0",
    header: {
      event_id: "e-1",
      event_type: "im.chat.disbanded_v1",
      token: larkKeys.verificationToken,
      app_id: app,
      tenant_key: "",
    },
    event: { chat_id: "oc_1", name: "x" },
  };
  const push = async ({ headers, body }: Pushed): Promise<number> =>
    (
      await house.lark!.routes.request("http://localhost/lark/events", {
        method: "POST",
        headers,
        body,
      })
    ).status;
  const good = sealed(event, larkKeys, Date.now());
  const forged = { ...good, headers: { ...good.headers, "x-lark-signature": "0".repeat(64) } };
  const altered = { ...good, body: good.body.replace("=", "A") + " " };
  const old = sealed(event, larkKeys, Date.now() - yearMs);
  const unsigned = { headers: { "content-type": "application/json" }, body: good.body };
  expect(await push(good)).toBe(200);
  for (const each of [
    good,
    forged,
    altered,
    old,
    sealed({ ...event, header: { ...event.header, token: "another" } }, larkKeys, Date.now()),
    unsigned,
  ])
    expect(await push(each)).toBe(401);
  expect(await push({ ...good, body: "x".repeat(5_000_000) })).toBe(413);
  expect(await counted("lark")).toEqual({
    replayed: 1,
    "another signature": 2,
    "not of now": 1,
    "another verification token": 1,
    "not signed": 1,
    "too big": 1,
  });
  expect(await kept()).toBe(0);
});

it("of Slack: forged, unsigned, replayed after its five minutes, a year old, unreadable, too big", async () => {
  const body = new URLSearchParams({
    command: "/coach",
    text: "help",
    team_id: "T1",
    user_id: "U1",
    trigger_id: "1.1",
  }).toString();
  const send = async (headers: Record<string, string>, raw = body): Promise<number> =>
    (
      await house.slack!.routes.request("http://localhost/slack/events", {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
        body: raw,
      })
    ).status;
  expect(await send({})).toBe(401);
  expect(await send(signed(body, "another signing secret", new Date()))).toBe(401);
  expect(await send(signed(body, secret, new Date()), `${body}&text=log`)).toBe(401);
  expect(await send(signed(body, secret, new Date(Date.now() - 6 * 60_000)))).toBe(401);
  expect(await send(signed(body, secret, new Date(Date.now() - yearMs)))).toBe(401);
  expect(
    await send({ ...signed("{", secret, new Date()), "content-type": "application/json" }, "{"),
  ).toBe(400);
  const big = "x".repeat(5_000_000);
  expect(await send(signed(big, secret, new Date()), big)).toBe(413);
  expect(await counted("slack")).toEqual({
    "not signed": 1,
    "another signature": 2,
    "not of now": 2,
    unreadable: 1,
    "too big": 1,
  });
  expect(await kept()).toBe(0);
});
