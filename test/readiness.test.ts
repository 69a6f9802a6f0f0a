// What /readyz says: ready or not, each reason in one line, and an answer within seconds whatever hangs.
import { describe, expect, it } from "vitest";
import { createReadiness, type ReadinessParts } from "#src/app/readiness";

const well: ReadinessParts = {
  pulse: () => ({ silentMs: 3_000, error: null, offsetMs: 12 }),
  migrations: async () => ({ pending: [] }),
  sealed: async () => ({ workspaces: [], of: 2 }),
  slack: { isConnected: () => true },
  lark: { health: () => [{ app: "cli_a", ready: true, state: "connected" }] },
  patienceMs: 50,
};
const said = async (parts: Partial<ReadinessParts> = {}): Promise<string> => {
  const { ready, text } = await createReadiness({ ...well, ...parts })();
  expect(ready).toBe(text.startsWith("ready"));
  return text;
};
const never = <T>(): Promise<T> => new Promise<T>(() => {});

describe("a process is ready", () => {
  it("where the database takes what is written, is migrated and opened by the key, and the chats are connected", async () => {
    expect(await said()).toBe("ready");
    expect(await said({ slack: null, lark: null })).toBe("ready");
  });

  it("also where an app waits for its ticket or a clock is half a minute off, and says so", async () => {
    expect(
      await said({
        lark: {
          health: () => [
            { app: "cli_a", ready: true, state: "webhook", says: "waits for the ticket" },
          ],
        },
      }),
    ).toBe("ready\nwaits for the ticket");
    expect(await said({ pulse: () => ({ silentMs: 0, error: null, offsetMs: -31_000 }) })).toBe(
      "ready\nthis machine's clock is 31 s behind the database's: set both by NTP",
    );
    expect(await said({ pulse: () => ({ silentMs: 0, error: null, offsetMs: 29_000 }) })).toBe(
      "ready",
    );
  });
});

describe("a process is not ready", () => {
  it.each<[string, Partial<ReadinessParts>, string]>([
    [
      "where nothing can be written",
      {
        pulse: () => ({ silentMs: 0, error: "the database's disk is full (53100)", offsetMs: 0 }),
        migrations: never,
      },
      "the database's disk is full (53100)",
    ],
    [
      "where nothing was written for long",
      { pulse: () => ({ silentMs: 41_000, error: null, offsetMs: 0 }), migrations: never },
      "nothing was written to the database for 41 s",
    ],
    ["where the database hangs", { migrations: never }, "the database did not answer within 0 s"],
    [
      "where only the tokens cannot be asked for",
      { sealed: never },
      "the database did not answer within 0 s",
    ],
    [
      "where the database fails",
      { migrations: () => Promise.reject(new Error("params: secret words")) },
      "the database cannot be asked",
    ],
    [
      "where it is not migrated",
      { migrations: async () => ({ pending: ["0019"] }) },
      "1 migrations are to come",
    ],
    [
      "with another key",
      { sealed: async () => ({ workspaces: ["T2"], of: 2 }) },
      "ENCRYPTION_KEY opens the tokens of 1 workspace of 2: put back the key that sealed the others, or install the app there anew; what is for them waits (a key that is lost: npm run doctor -- --forget-sealed)",
    ],
    [
      "with a clock that is six minutes ahead",
      { pulse: () => ({ silentMs: 0, error: null, offsetMs: 360_000 }) },
      "this machine's clock is 360 s ahead of the database's: set both by NTP",
    ],
    [
      "where Slack cannot reach it",
      { slack: { isConnected: () => false } },
      "slack: the connection of Socket Mode is not open",
    ],
    [
      "where Lark cannot",
      { lark: { health: () => [{ app: "cli_a", ready: false, state: "failed" }] } },
      "lark cli_a: failed",
    ],
  ])("%s, and says why", async (_what, parts, why) => {
    expect(await said(parts)).toBe(`not ready\n${why}`);
  });

  it("for every reason at once, each in its line", async () => {
    expect(
      await said({
        pulse: () => ({ silentMs: 0, error: "the database cannot be reached", offsetMs: 400_000 }),
        slack: { isConnected: () => false },
      }),
    ).toBe(
      "not ready\nthe database cannot be reached\nthis machine's clock is 400 s ahead of the database's: set both by NTP\nslack: the connection of Socket Mode is not open",
    );
  });
});

it("a database that hangs is asked once, however often somebody asks whether all is well", async () => {
  let asked = 0;
  const readiness = createReadiness({
    ...well,
    migrations: () => {
      asked += 1;
      return never();
    },
  });
  for (let n = 0; n < 5; n++) expect((await readiness()).ready).toBe(false);
  expect(asked).toBe(1);
});
