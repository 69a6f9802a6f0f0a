// A CRM of each kind as the program opens it, from its variables to the database: whatever happens, nobody reads a secret anywhere.
import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { execute, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { createStores } from "#db/stores/index";
import { answerSync } from "#src/app/crm/answer-sync";
import { openCrms } from "#src/app/crm/crms";
import { workOn, type SyncParts } from "#src/app/crm/sync";
import { createChance } from "#src/app/system";
import { readConfig, SettingWrong } from "#src/config";
import { sourceOf } from "#src/ports/crm";
import { startFakeFxiaoke } from "#test/support/fxiaoke/fake";
import type { Fault, Served } from "#test/support/crm/served";
import { startFakeZoho } from "#test/support/zoho/fake";
import { seededDatabase } from "#test/support/database/database";
import { writtenLog } from "#test/support/log";

const key = Buffer.alloc(32, 5).toString("base64");
let database: Database;
let now = 0;
beforeEach(async () => {
  database = await seededDatabase();
  now = Date.parse("2026-11-11T02:00:00Z");
});
const clock = { now: () => new Date(now) };
const way = {
  fetch,
  pause: async (ms: number) => void (now += ms),
  now: () => clock.now(),
};

interface Started {
  readonly id: string;
  readonly variables: Record<string, string>;
  readonly servers: readonly Served[];
  /** Ends what lets us in, so that it is fetched again. */
  readonly endTokens: () => void;
  /** Whatever must not be read. */
  readonly secrets: () => readonly string[];
}

async function zoho(): Promise<Started> {
  const fake = await startFakeZoho({ now: () => now });
  onTestFinished(() => fake.close());
  const grant = fake.tokens.grant();
  const won = [...fake.world.stages.values()].find(({ forecast }) => forecast === "Closed Won");
  fake.hands.put("Deals", {
    id: "5540230000010000001",
    Deal_Name: "合同",
    Owner: fake.world.reader,
    Amount: "100.10",
    Currency: "CNY",
    Stage: won?.id ?? "",
    Closing_Date: "2026-11-09",
  });
  return {
    id: "zoho",
    variables: {
      ZOHO_ACCOUNTS_URL: fake.accounts.url,
      ZOHO_CLIENT_ID: fake.tokens.client.id,
      ZOHO_CLIENT_SECRET: fake.tokens.client.secret,
      ZOHO_GRANT_CODE: grant,
    },
    servers: [fake.accounts, fake.api],
    endTokens: () => fake.tokens.endAccess(),
    secrets: () => [fake.tokens.client.secret, grant, ...fake.tokens.refresh, "1000.access"],
  };
}

async function fxiaoke(): Promise<Started> {
  const fake = await startFakeFxiaoke({ now: () => now });
  onTestFinished(() => fake.close());
  const { app } = fake.tokens;
  return {
    id: "fxiaoke",
    variables: {
      FXIAOKE_URL: fake.open.url,
      FXIAOKE_APP_ID: app.id,
      FXIAOKE_APP_SECRET: app.secret,
      FXIAOKE_PERMANENT_CODE: app.permanentCode,
      FXIAOKE_USER_ID: "1000",
    },
    servers: [fake.open],
    endTokens: () => fake.tokens.end(),
    secrets: () => [app.secret, app.permanentCode, "FXTOKEN"],
  };
}

const partsOf = (started: Started, logger: SyncParts["logger"]): SyncParts => ({
  stores: createStores(database),
  crms: openCrms(
    readConfig({ ...started.variables, ENCRYPTION_KEY: key, PLAYGROUND: "on" }),
    clock,
    database,
    way,
  ),
  clock,
  chance: createChance(),
  logger,
});

/** Every row of every table that is kept of a CRM. */
async function kept(): Promise<string> {
  const tables = ["crm_source", "crm_token", "crm_news"];
  return await inOrganisation(database, playgroundOrganisation, async (tx) => {
    const rows: unknown[] = [];
    for (const table of tables)
      rows.push(await execute(tx, sql.raw(`select row_to_json(t)::text as row from ${table} t`)));
    return JSON.stringify(rows);
  });
}

const faults: readonly Fault[] = ["html", "down", "cut", "half", "shape"];

describe.each([
  ["Zoho CRM", zoho],
  ["纷享销客 Fxiaoke", fxiaoke],
])("%s", (source, start) => {
  it("shows no secret in its log, its answers, its errors and its rows, whatever goes wrong", async () => {
    const started = await start();
    const { logger, written } = writtenLog();
    const parts = partsOf(started, logger);
    const seen: string[] = [];
    const asked = {
      ask: "sync",
      crm: started.id,
      organisation: null,
      once: true,
      full: false,
      since: null,
      dryRun: false,
      describe: true,
      json: true,
    } as const;
    for (const fault of [null, ...faults])
      for (const server of started.servers) {
        if (fault !== null) {
          started.endTokens();
          // Half an hour: what was refused before is asked for again.
          now += 30 * 60_000;
        }
        if (fault !== null) server.fault(/./, fault, 20);
        seen.push(
          JSON.stringify(await answerSync(asked, parts)),
          JSON.stringify(await answerSync({ ...asked, describe: false, json: false }, parts)),
          inspect(await workOn(source, playgroundOrganisation, parts, { what: "test" }), {
            depth: 9,
          }),
        );
        const crm = parts.crms.open(source, playgroundOrganisation);
        seen.push(
          await (crm?.users(null) ?? Promise.reject(new Error("it is not there"))).then(
            (page) => inspect(page),
            (error: unknown) => inspect(error, { depth: 9, showHidden: true }),
          ),
        );
        server.calm();
      }
    const all = [written(), await kept(), ...seen].join("\n");
    expect(all).toContain("sync.refused");
    expect(all).toContain("v1.");
    expect(started.secrets().filter((secret) => secret === "" || all.includes(secret))).toEqual([]);
  });
});

describe("variables of a CRM", () => {
  const open = (variables: Record<string, string>): string => {
    try {
      openCrms(readConfig(variables), clock, database, way);
      return "open";
    } catch (error) {
      expect(error).toBeInstanceOf(SettingWrong);
      return (error as Error).message;
    }
  };
  const whole = {
    FXIAOKE_APP_ID: "FSAID_1",
    FXIAOKE_APP_SECRET: "hush",
    FXIAOKE_PERMANENT_CODE: "hush",
    FXIAOKE_MOBILE: "13800138000",
    ENCRYPTION_KEY: key,
  };

  it("are complete, or one that is missing is named with where it is found", () => {
    expect(open({})).toBe("open");
    expect(open(whole)).toBe("open");
    expect(open({ ...whole, FXIAOKE_MOBILE: "" })).toMatch(/^FXIAOKE_USER_ID is missing: .*员工ID/);
    expect(open({ ZOHO_CLIENT_ID: "1000.x" })).toMatch(/^ZOHO_ACCOUNTS_URL is missing: /);
    expect(open({ ...whole, ENCRYPTION_KEY: "" })).toMatch(/^ENCRYPTION_KEY is missing: /);
  });

  it("that cannot be right stop the start, and the address of the pages is refused with the right one", () => {
    expect(open({ ...whole, FXIAOKE_URL: "https://www.fxiaoke.com" })).toBe(
      "FXIAOKE_URL must be the address of the open platform: https://open.fxiaoke.com.",
    );
    expect(open({ ...whole, FXIAOKE_URL: "http://open.fxiaoke.com" })).toMatch(/^FXIAOKE_URL must/);
  });

  it("are of one organisation", () => {
    expect(open({ ...whole, ORGANISATIONS: "many" })).toMatch(/^FXIAOKE_APP_ID is for one/);
  });

  it("turn on what they are complete for, and what is missing of the others is known", () => {
    const { offers } = openCrms(readConfig(whole), clock, database, way);
    expect(offers.map((each) => [sourceOf(each.about), each.missing.length])).toEqual([
      ["示例 CRM Sample CRM", 0],
      ["Zoho CRM", 4],
      ["纷享销客 Fxiaoke", 0],
    ]);
  });
});
