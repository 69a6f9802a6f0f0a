// What acts cost the database. One log: seven statements apart from BEGIN and COMMIT, with the lock of its goal among them.
import { expect, it } from "vitest";
import { playgroundStart } from "#db/seed";
import { composeHouse, noMeter } from "#src/app/compose";
import { createChance } from "#src/app/system";
import { createLanguage } from "#src/language/catalogue";
import type { Database } from "#db/client";
import { seededDatabase } from "#test/support/database/database";

/** Through drizzle's own logger, which transactions inherit from the session's options. */
function listenTo(database: Database) {
  const heard: string[] = [];
  const { session } = database.db as unknown as {
    session: { logger: object; options: { logger?: object | undefined } };
  };
  const before = { logger: session.logger, inherited: session.options.logger };
  session.logger = { logQuery: (text: string) => void heard.push(text) };
  session.options.logger = session.logger;
  return {
    heard,
    stop: () => {
      session.logger = before.logger;
      session.options.logger = before.inherited;
    },
  };
}

/** What that line of theirs asks of the database the second time it is said, apart from savepoints. */
async function heardOf(user: string, text: string): Promise<readonly string[]> {
  const database = await seededDatabase();
  const errors: unknown[] = [];
  const logger = {
    info: () => {},
    warn: () => {},
    error: (...said: unknown[]) => void errors.push(said),
  };
  const { bot } = composeHouse({
    database,
    clock: { now: () => playgroundStart },
    chance: createChance(),
    logger,
    language: createLanguage(),
    chats: [],
    meter: noMeter,
  });
  const say = (key: string) =>
    bot.receive({
      kind: "said",
      dedupeKey: key,
      from: { platform: "web", workspace: "playground", user },
      text,
    });
  // Which account somebody uses is written down once in a while, not with every act.
  await say(`first ${text}`);
  const { heard, stop } = listenTo(database);
  expect(await say(`second ${text}`)).toEqual({ outcome: "delivered" });
  stop();

  expect(errors).toEqual([]);
  // Behind the commit, other processes are told that something is to be delivered.
  return heard.filter((each) => !/^begin|^commit|pg_notify|savepoint/i.test(each));
}

it("log 5 takes seven statements", async () => {
  const heard = await heardOf("linxiao", "log 5 G2");
  expect(heard).toHaveLength(7);
  expect(heard.filter((each) => each.includes("for update"))).toHaveLength(2);
});

it("a manager's home asks for everybody at once, whatever its parts want to know of them", async () => {
  const heard = await heardOf("zhoulan", "首页");
  expect(heard.length).toBeLessThanOrEqual(30);
  expect(heard.filter((each) => each.includes('from "person_leave"')).length).toBeLessThanOrEqual(
    4,
  );
});
