// The token of a CRM, shared by all processes: fetched by one of them, sealed where it is kept, and a refusal remembered.
import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { execute, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { createSecrets } from "#db/seal";
import { createCrmTokens } from "#db/stores/sync/tokens";
import { CrmTrouble, type CrmTokenAsk, type CrmTroubleSays } from "#src/ports/crm";
import { seededDatabase } from "#test/support/database/database";
import { playgroundOrganisation } from "#db/seed";

let database: Database;
let now = 0;
beforeEach(async () => {
  database = await seededDatabase();
  await inOrganisation(database, playgroundOrganisation, (tx) =>
    tx.execute(sql`delete from crm_token`),
  );
  now = Date.parse("2026-11-30T08:00:00Z");
});

const process = (source = "Zoho CRM", byte = 7) =>
  createCrmTokens(database, {
    organisation: playgroundOrganisation,
    source,
    secrets: createSecrets([Buffer.alloc(32, byte).toString("base64")]),
    now: () => new Date(now),
  });

/** A CRM that hands out tokens, or refuses. */
function platform(refusal: CrmTroubleSays | null = null) {
  const asked: (string | null)[] = [];
  const says = { refusal };
  const ask = (refused: string | null = null, credentials = "hush-secret"): CrmTokenAsk => ({
    credentials,
    refused,
    most: { fetches: 3, withinMs: 60_000 },
    async fetch(keepsake) {
      asked.push(keepsake);
      const token = `hush-t${asked.length}`;
      await new Promise((resolve) => setImmediate(resolve));
      if (says.refusal !== null) throw new CrmTrouble(says.refusal);
      return {
        token,
        with: { api: "https://api" },
        forMs: 3_000_000,
        ...(keepsake === null ? { kept: "hush-kept" } : {}),
      };
    },
  });
  return { ask, asked, says };
}

async function troubleOf(work: Promise<unknown>): Promise<CrmTroubleSays> {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  expect(error).toBeInstanceOf(CrmTrouble);
  return (error as CrmTrouble).says;
}

it("is fetched once by three processes that start at the same moment, and stands nowhere in clear", async () => {
  const { ask, asked } = platform();
  const processes = [process(), process(), process()];
  const all = await Promise.all(processes.map((each) => each.obtain(ask())));
  expect(all.map(({ token, with: more }) => [token, more["api"]])).toEqual(
    Array(3).fill(["hush-t1", "https://api"]),
  );
  expect(asked).toEqual([null]);
  const rows = await inOrganisation(database, playgroundOrganisation, (tx) =>
    execute(tx, sql`select row_to_json(crm_token)::text as text from crm_token`),
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain("hush");
});

it("that was refused in the midst of a pull is fetched anew by one, with what was kept", async () => {
  const { ask, asked } = platform();
  const [one, other] = [process(), process()];
  await one.obtain(ask());
  await other.obtain(ask());
  const next = await Promise.all([one.obtain(ask("hush-t1")), other.obtain(ask("hush-t1"))]);
  expect(next.map(({ token }) => token)).toEqual(["hush-t2", "hush-t2"]);
  expect(asked).toEqual([null, "hush-kept"]);
});

it("that is over is fetched anew, also after a restart", async () => {
  const { ask, asked } = platform();
  await process().obtain(ask());
  now += 2_999_000;
  expect((await process().obtain(ask())).token).toBe("hush-t1");
  now += 2_000;
  expect((await process().obtain(ask())).token).toBe("hush-t2");
  expect(asked).toHaveLength(2);
});

it("is another one for other credentials, and nothing that was kept for the old ones is used", async () => {
  const { ask, asked } = platform();
  const tokens = process();
  await tokens.obtain(ask());
  expect((await tokens.obtain(ask(null, "hush-other"))).token).toBe("hush-t2");
  expect(asked).toEqual([null, null]);
});

it.each([
  ["revoked", { kind: "revoked" }, 15 * 60_000],
  ["unreachable", { kind: "unreachable" }, 30_000],
  ["slow-down", { kind: "slow-down", until: new Date("2026-11-30T08:10:00Z") }, 10 * 60_000],
] as const)(
  "that was refused as %s is not asked for again before its time",
  async (_, refusal, ms) => {
    const { ask, asked, says } = platform(refusal);
    expect(await troubleOf(process().obtain(ask()))).toEqual(refusal);
    now += ms - 1_000;
    expect(await troubleOf(process().obtain(ask()))).toEqual(refusal);
    expect(asked).toHaveLength(1);
    says.refusal = null;
    now += 2_000;
    expect((await process().obtain(ask())).token).toBe("hush-t2");
  },
);

it("is asked for so many times and no more, whoever asks", async () => {
  const { ask, asked } = platform();
  for (const refused of [null, "hush-t1", "hush-t2"]) await process().obtain(ask(refused));
  expect(await troubleOf(process().obtain(ask("hush-t3")))).toEqual({
    kind: "slow-down",
    until: new Date(now + 60_000),
  });
  expect(asked).toHaveLength(3);
  now += 60_001;
  expect((await process().obtain(ask("hush-t3"))).token).toBe("hush-t4");
});

it("whose fetching fails for a reason of ours holds nobody up", async () => {
  const { ask } = platform();
  await expect(
    process().obtain({ ...ask(), fetch: () => Promise.reject(new Error("a mistake")) }),
  ).rejects.toThrow("a mistake");
  expect((await process().obtain(ask())).token).toBe("hush-t1");
});
