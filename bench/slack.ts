// What a signed `/coach log 5` costs over HTTP until it is stored and answered: by the program's own Slack adapter, beside (a) a bare
// Bolt app on its own HTTP receiver with one INSERT, and (a') one with the act's own statements in one transaction. Rounds are
// interleaved, and who asks is another process.
import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { App, HTTPReceiver } from "@slack/bolt";
import { createSlackAdapter } from "#adapters/slack/index";
import { createSecrets } from "#db/seal";
import { inPlayground } from "#test/support/story/playground-place";
import { createInstallations } from "#db/stores/installations/installations";
import { createShelf } from "#db/stores/delivery/overflow";
import { shortcuts } from "#src/app/shortcuts";
import { createChance, systemClock } from "#src/app/system";
import { createLanguage } from "#src/language/catalogue";
import {
  copies,
  duel,
  ended,
  insertOf,
  listening,
  rowOf,
  type Contender,
  type Round,
  type Took,
} from "./duel.ts";
import { print } from "./figures.ts";
import { onBoth, type Statement, type Subject } from "./subjects.ts";
import { hireTeam, type Recorded, type Team } from "./team.ts";

const secret = "8f742231b10e8888abcd99yyyzzz85a5";
/** So many commands, so many at once. Their triggers are `round.n`. */
export interface Call extends Round {
  readonly secret: string;
}

export async function slack(): Promise<void> {
  print(
    [
      [
        "",
        "at once",
        "ours /s",
        "p50 ms",
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
  const recorded = await team.record(() => "log 5", "command");
  const enter = async () => [
    await ours(subject, team),
    await bare(recorded, (all) => subject.alone(insertOf(all))),
    await bare(recorded, (all) => subject.together(all)),
  ];
  return (
    await duel<Contender, Took>(subject, "slack-caller.ts", enter, () => ({ secret }), "shelf")
  ).map((series) => rowOf(subject.name, series));
}

/** As the program serves it: the adapter's routes on one HTTP server. Deliveries stay in the outbox. */
async function ours({ database }: Subject, { bot }: Team): Promise<Contender> {
  const chance = createChance();
  const installations = createInstallations(
    database,
    createSecrets([Buffer.alloc(32, 7).toString("base64")]),
    chance,
  );
  await inPlayground(database, "slack", "T1");
  await installations.save(
    { platform: "slack", workspace: "T1" },
    { name: "Team", token: "xoxb-1", botUser: "UBOT", scopes: [], installedBy: null },
    new Date(),
    { way: "configured", organisations: "many" },
  );
  await database.db.execute(
    `insert into chat_identity (platform, workspace, "user", organisation_id, person_id) select 'slack', 'T1', "user", organisation_id, person_id from chat_identity where "user" like 'bench-%' and platform = 'web'`,
  );
  const logger = {
    info: () => {},
    warn: () => {},
    error: (fields: object, event: string) => console.error(event, fields),
  };
  const adapter = createSlackAdapter({
    installations,
    shelf: createShelf(database),
    clock: systemClock,
    chance,
    logger,
    language: createLanguage(),
    apiUrl: "http://127.0.0.1:9/",
    signingSecret: secret,
    shortcuts,
    called: ["coach"],
  });
  adapter.connect(bot);
  const server = createServer(getRequestListener(adapter.routes.fetch));
  return {
    url: `${await listening(server)}/slack/events`,
    prepare: () => {},
    async close() {
      await adapter.close();
      await ended(server);
    },
  };
}

/** Bolt as its documentation begins, which does this with the statements of one log and says so. */
async function bare(
  recorded: readonly Recorded[],
  work: (statements: Statement[]) => Promise<unknown>,
): Promise<Contender> {
  let ready: Statement[][] = [];
  const receiver = new HTTPReceiver({ signingSecret: secret });
  const app = new App({
    receiver,
    authorize: async () => ({ botToken: "xoxb-1", botId: "B1", botUserId: "UBOT" }),
  });
  app.command("/coach", async ({ body, ack }) => {
    await work(ready[Number(body.trigger_id.split(".")[1])]!);
    await ack({ response_type: "ephemeral", text: "Logged 5." });
  });
  const server = (await receiver.start({ port: 0, host: "127.0.0.1" })) as Server;
  return {
    url: `${await listening(server)}/slack/events`,
    prepare: (count) => {
      ready = copies(recorded, count);
    },
    close: () => ended(server),
  };
}
