// A home is composed of parts: one that fails does not take the others with it.
import { beforeEach, expect, it } from "vitest";
import { seededDatabase } from "#test/support/database/database";
import { errorsInto, type LogLine } from "#test/support/log";
import { playgroundStart } from "#db/seed";
import { createInbox } from "#db/stores/delivery/inbox";
import { createStores } from "#db/stores/index";
import { createBot } from "#src/bot/index";
import { practiceOf } from "#src/bot/declare/practice";
import { noMeter } from "#src/app/compose";
import { createChance } from "#src/app/system";
import { createLanguage } from "#src/language/catalogue";
import type { PeopleStore } from "#src/people/store";
import { practices } from "#src/practices/index";
import { plainCard } from "#src/view/plain";
import type { Database } from "#db/client";

let database: Database;
beforeEach(async () => {
  database = await seededDatabase();
});

it("shows the other parts when one of them fails in the database, and says a code that the log has with the cause", async () => {
  const words = () => ({});
  const broken = practiceOf<object, { readonly people: PeopleStore }>().practice({
    name: "broken",
    group: "own",
    switched: "always on",
    messages: { en: words, zh: words },
    stores: { people: true },
    needs: [],
    commands: [],
    actions: [],
    forms: [],
    home: [
      {
        rank: 1,
        who: "everyone",
        say: async ({ stores }) =>
          [await stores.people.person("no uuid" as never)].map(() =>
            expect.fail("it did not fail"),
          ),
      },
    ],
    upkeep: [],
    nudges: [],
    samples: [],
  });
  const logged: LogLine[] = [];
  const chance = createChance();
  const bot = createBot([...practices, broken], {
    stores: createStores(database),
    clock: { now: () => playgroundStart },
    chance,
    logger: errorsInto(logged),
    language: createLanguage(),
    inbox: createInbox(database, chance),
    meter: noMeter,
    wake: () => {},
  });
  const cards = (await bot.home({ platform: "web", workspace: "playground", user: "linxiao" })).map(
    plainCard,
  );
  const code = /编号 ([0-9A-F]{6})/.exec(cards.join("\n"))?.[1];
  expect(code).toBeDefined();
  expect(logged).toMatchObject([{ fields: { code, error: expect.stringContaining("22P02") } }]);
  expect(cards.join("\n")).toContain("我的目标");
});
