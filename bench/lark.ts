// What `报5` in the bot's chat costs, encrypted and signed over the webhook, until it is stored and its answer lies in the outbox: by the
// program's own Lark adapter, beside (a) the SDK's EventDispatcher behind a bare HTTP server with one INSERT, and (a') the same with the
// act's own statements in one transaction. Ours acknowledges what it has kept and acts behind that, the bare ones answer when they are
// done. Rounds are interleaved, and who asks is another process.
import type { ChildProcess } from "node:child_process";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { EventDispatcher, adaptDefault } from "@larksuiteoapi/node-sdk";
import { createLarkAdapter } from "#adapters/lark/index";
import { createSecrets } from "#db/seal";
import { inPlayground } from "#test/support/story/playground-place";
import { larkStores } from "#src/app/lark";
import { createChance, systemClock } from "#src/app/system";
import type { Bot } from "#src/bot/api";
import {
  copies,
  duel,
  ended,
  insertOf,
  listening,
  milliseconds,
  rowOf,
  type Contender,
  type Round,
  type Took,
} from "./duel.ts";
import { print } from "./figures.ts";
import { onBoth, type Statement, type Subject } from "./subjects.ts";
import { hireTeam, type Recorded, type Team } from "./team.ts";

const keys = { encryptKey: "an encrypt key", verificationToken: "a verification token" };
const [app, tenant] = ["cli_a1b2c3d4e5f60718", "tenant-1"];
const path = "/lark/events";
/** So many events, so many at once. Their ids are `round.n`. */
export interface Call extends Round {
  readonly keys: typeof keys;
  readonly app: string;
  readonly tenant: string;
  /** Whether what is stored is told apart from the answer. */
  readonly tells: boolean;
}

export interface Stored {
  readonly stored: string;
}

/** Of single events in milliseconds: to the answer, and until it was stored as well (`took`). */
export interface Called extends Took {
  readonly answered: readonly number[];
}

interface Answering extends Contender {
  readonly tells: boolean;
}

export async function lark(): Promise<void> {
  print(
    [
      [
        "",
        "at once",
        "ours /s",
        "p50 ms",
        "p99",
        "ack p50",
        "p99",
        "(a) /s",
        "p50",
        "p99",
        "(a') /s",
        "p50",
        "p99",
        "ours/a",
        "ours/a'",
        "by p50",
        "rounds",
      ],
      ...(await onBoth(measure)),
    ],
    1,
  );
}

async function measure(subject: Subject): Promise<string[][]> {
  const team = await hireTeam(subject.database);
  const recorded = await team.record(() => "报5");
  const enter = async (caller: ChildProcess) => [
    await ours(subject, team, caller),
    await bare(recorded, (all) => subject.alone(insertOf(all))),
    await bare(recorded, (all) => subject.together(all)),
  ];
  const all = await duel<Answering, Called>(
    subject,
    "lark-caller.ts",
    enter,
    ({ tells }) => ({ keys, app, tenant, tells }),
    "inbox, inbox_head",
  );
  return all.map((series) =>
    rowOf(subject.name, series, ({ called }) =>
      milliseconds(called.flatMap(({ answered }) => answered)),
    ),
  );
}

/** As the program serves it: the adapter's routes on one HTTP server. Deliveries stay in the outbox. */
async function ours(
  { database }: Subject,
  { bot }: Team,
  caller: ChildProcess,
): Promise<Answering> {
  const chance = createChance();
  const workspace = `feishu/${app}/${tenant}`;
  await database.db.execute(
    `insert into chat_identity (platform, workspace, "user", organisation_id, person_id) select 'lark', '${workspace}', "user", organisation_id, person_id from chat_identity where "user" like 'bench-%' and platform = 'web'`,
  );
  await inPlayground(database, "lark", workspace);
  const complain = (fields: object, event: string): void => console.error(event, fields);
  const adapter = createLarkAdapter({
    apps: [
      {
        name: "LARK",
        brand: "feishu",
        baseUrl: "http://127.0.0.1:9",
        appId: app,
        appSecret: "x",
        ...keys,
        type: "self",
        events: "webhook",
        path,
      },
    ],
    wall: systemClock,
    chance,
    logger: { info: () => {}, warn: complain, error: complain },
    ...larkStores(database, createSecrets([Buffer.alloc(32, 7).toString("base64")]), chance),
    organisations: "many",
  });
  adapter.connect(telling(bot, (id) => void caller.send({ stored: id } satisfies Stored)));
  const server = createServer(getRequestListener(adapter.routes.fetch));
  return {
    url: `${await listening(server)}${path}`,
    tells: true,
    prepare: () => {},
    async close() {
      await adapter.close();
      await ended(server);
    },
  };
}

/** The same bot, which says of everything said when it was carried out. */
function telling(bot: Bot, done: (id: string) => void): Bot {
  return {
    ...bot,
    async accept(incoming) {
      const run = await bot.accept(incoming);
      if (run === null) throw new Error("somebody else carries it out");
      return async () => {
        const outcome = await run();
        if (outcome.outcome !== "delivered") throw new Error(JSON.stringify(outcome));
        done(("dedupeKey" in incoming ? incoming.dedupeKey : "").replace("lark:said:", ""));
        return outcome;
      };
    },
  };
}

/** The SDK as its documentation begins, which does this with the statements of one log. */
async function bare(
  recorded: readonly Recorded[],
  work: (statements: Statement[]) => Promise<unknown>,
): Promise<Answering> {
  let ready: Statement[][] = [];
  const dispatcher = new EventDispatcher({
    ...keys,
    logger: {
      error: console.error,
      warn: () => {},
      info: () => {},
      debug: () => {},
      trace: () => {},
    },
  }).register({
    "im.message.receive_v1": async ({ message }) =>
      void (await work(ready[Number(message.message_id.split(".")[1])]!)),
  });
  const handle = adaptDefault(path, dispatcher);
  const server = createServer((request, response) => void handle(request, response));
  return {
    url: `${await listening(server)}${path}`,
    tells: false,
    prepare: (count) => {
      ready = copies(recorded, count);
    },
    close: () => ended(server),
  };
}
