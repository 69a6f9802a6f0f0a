// Three processes of their own that read one CRM at the same moment: it is asked for one token.
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, it } from "vitest";
import { onPostgresOnly, seededDatabase, urlOf } from "#test/support/database/database";
import { startWorker } from "#test/support/processes/processes";
import { startFakeFxiaoke } from "#test/support/fxiaoke/fake";
import { startFakeZoho } from "#test/support/zoho/fake";

const before = { ...process.env };
const started: ChildProcess[] = [];
afterEach(() => {
  for (const each of started.splice(0)) each.kill("SIGKILL");
  process.env = { ...before };
});

async function readAtOnce(source: string, variables: Record<string, string>): Promise<unknown[]> {
  const url = await urlOf(await seededDatabase());
  Object.assign(process.env, variables, {
    ENCRYPTION_KEY: Buffer.alloc(32, 5).toString("base64"),
  });
  const readers = await Promise.all([1, 2, 3].map(() => startWorker("crm-reader", url, source)));
  started.push(...readers);
  const answers = readers.map((each) => once(each, "message"));
  for (const each of readers) each.send("begin");
  return (await Promise.all(answers)).map(([answer]) => answer as unknown);
}

onPostgresOnly("three processes", () => {
  it("that start at once refresh a token of Zoho once", async () => {
    const fake = await startFakeZoho({ now: () => performance.timeOrigin + performance.now() });
    const read = await readAtOnce("Zoho CRM", {
      ZOHO_ACCOUNTS_URL: fake.accounts.url,
      ZOHO_CLIENT_ID: fake.tokens.client.id,
      ZOHO_CLIENT_SECRET: fake.tokens.client.secret,
      ZOHO_GRANT_CODE: fake.tokens.grant(),
    });
    expect([read, fake.accounts.asked.length, fake.refused()]).toEqual([[1, 1, 1], 1, []]);
    await fake.close();
  });

  it("never ask Fxiaoke for two tokens", async () => {
    const fake = await startFakeFxiaoke({ now: () => performance.timeOrigin + performance.now() });
    const read = await readAtOnce("纷享销客 Fxiaoke", {
      FXIAOKE_URL: fake.open.url,
      FXIAOKE_APP_ID: fake.tokens.app.id,
      FXIAOKE_APP_SECRET: fake.tokens.app.secret,
      FXIAOKE_PERMANENT_CODE: fake.tokens.app.permanentCode,
      FXIAOKE_USER_ID: "1000",
    });
    const tokens = fake.open.asked.filter(({ path }) => path === "/oauth2.0/token");
    expect([read, tokens.length, fake.refused()]).toEqual([[1, 1, 1], 1, []]);
    await fake.close();
  });
});
