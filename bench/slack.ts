// What a signed `/coach log 5` costs over HTTP until it is stored and answered: by the program's own Slack adapter, beside (a) a bare
// Bolt app on its own HTTP receiver with one INSERT, and (a') one with the act's own statements in one transaction. Rounds are
// interleaved, and who asks is another process.
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { App, HTTPReceiver } from "@slack/bolt";
import { createSlackAdapter } from "#adapters/slack/index";
import { createSecrets } from "#db/seal";
import { playgroundOrganisation } from "#db/seed";
import { createInstallations } from "#db/stores/installations";
import { createShelf } from "#db/stores/shelf";
import { shortcuts } from "#src/cli/shortcuts";
import { createChance, systemClock } from "#src/cli/system";
import { createLanguage } from "#src/language/catalogue";
import { print, quantile } from "./figures.ts";
import { embedded, postgresUrl, server as postgresServer, type Statement, type Subject } from "./subjects.ts";
import { hireTeam, people, type Recorded, type Team } from "./team.ts";

const secret = "8f742231b10e8888abcd99yyyzzz85a5";
const secondsEach = 30;
const mostRounds = 20;
const together = 16;

/** So many commands, so many at once. Their triggers are `round.n`. */
export interface Call {
  readonly url: string;
  readonly secret: string;
  readonly at: number;
  readonly count: number;
  readonly round: string;
  readonly people: number;
}

export interface Called {
  /** Of single commands, in milliseconds. */
  readonly took: readonly number[];
  readonly ms: number;
}

interface Contender {
  readonly url: string;
  /** Off the clock: what the coming round needs. */
  prepare(count: number): void;
  close(): Promise<void>;
}

export async function slack(): Promise<void> {
  const rows: string[][] = [];
  for (const open of [embedded, () => postgresServer(postgresUrl)]) {
    const subject = await open();
    if (!subject) {
      console.log(`PostgreSQL: skipped, nobody answers at ${postgresUrl} (BENCH_DATABASE_URL names another).`);
      continue;
    }
    try {
      rows.push(...(await measure(subject)));
    } finally {
      await subject.close();
    }
  }
  print([["", "at once", "ours /s", "p50 ms", "p99", "(a) /s", "p50", "p99", "(a') /s", "p50", "p99", "ours/a", "ours/a'", "by p50", "rounds"], ...rows], 1);
}

async function measure(subject: Subject): Promise<string[][]> {
  const team = await hireTeam(subject.database);
  const recorded = await team.record(() => "log 5", "command");
  const insert = (all: readonly Statement[]): Statement => all.find((each) => each.text.includes('into "goal_entry"'))!;
  const contenders = [await ours(subject, team), await bare(recorded, (all) => subject.alone(insert(all))), await bare(recorded, (all) => subject.together(all))];
  const caller = fork(fileURLToPath(new URL("caller.js", import.meta.url)));
  // Without who asks nothing is measured: `once` hears of it as an error.
  caller.on("exit", (code) => code && caller.emit("error", new Error("whoever asks has ended")));
  await once(caller, "message");
  await subject.script("create table bench_kept as select id from goal_entry; create unique index on bench_kept (id)");
  try {
    const sizes = [1, together];
    const series = sizes.flatMap((at) => contenders.map((contender) => ({ at, contender, took: [] as number[], rates: [] as number[] })));
    for (const each of series) await ask(caller, each.contender, each.at); // prepared statements, compiled code
    await tidy(subject);
    const until = performance.now() + secondsEach * 1000;
    let round = 0;
    for (; round === 0 || (round < mostRounds && performance.now() < until); round++) {
      for (const each of round % 2 === 0 ? series : series.toReversed()) {
        const count = countOf(each.at);
        const { took, ms } = await ask(caller, each.contender, each.at);
        each.took.push(...took);
        each.rates.push((count * 1000) / ms);
        const stored = Number(await subject.value("select count(*)::int from goal_entry where id not in (select id from bench_kept)"));
        if (stored !== count) throw new Error(`${count} commands stored ${stored} entries`);
        await tidy(subject);
      }
    }
    return sizes.map((at) =>
      rowOf(
        subject.name,
        at,
        series.filter((each) => each.at === at),
      ),
    );
  } finally {
    caller.kill();
    for (const each of contenders) await each.close();
  }
}

const countOf = (at: number): number => (at === 1 ? 3 : 12) * people;
let rounds = 0;

async function ask(caller: ChildProcess, contender: Contender, at: number): Promise<Called> {
  const count = countOf(at);
  contender.prepare(count);
  caller.send({ url: contender.url, secret, at, count, round: String((rounds += 1)), people } satisfies Call);
  const [called] = (await once(caller, "message")) as [Called];
  return called;
}

/** As the program serves it: the adapter's routes on one HTTP server. Deliveries stay in the outbox. */
async function ours({ database }: Subject, { bot }: Team): Promise<Contender> {
  const chance = createChance();
  const installations = createInstallations(database, createSecrets([Buffer.alloc(32, 7).toString("base64")]), chance);
  await installations.save({ platform: "slack", workspace: "T1" }, { name: "Team", token: "xoxb-1", botUser: "UBOT", scopes: [], installedBy: null }, new Date(), playgroundOrganisation);
  await database.db.execute(
    `insert into chat_identity (platform, workspace, "user", organisation_id, person_id) select 'slack', 'T1', "user", organisation_id, person_id from chat_identity where "user" like 'bench-%' and platform = 'web'`,
  );
  const logger = { info: () => {}, warn: () => {}, error: (fields: object, event: string) => console.error(event, fields) };
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
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `${addressOf(server)}/slack/events`,
    prepare: () => {},
    async close() {
      await adapter.close();
      await ended(server);
    },
  };
}

/** Bolt as its documentation begins, which does this with the statements of one log and says so. */
async function bare(recorded: readonly Recorded[], work: (statements: Statement[]) => Promise<unknown>): Promise<Contender> {
  let ready: Statement[][] = [];
  const receiver = new HTTPReceiver({ signingSecret: secret });
  const app = new App({ receiver, authorize: async () => ({ botToken: "xoxb-1", botId: "B1", botUserId: "UBOT" }) });
  app.command("/coach", async ({ body, ack }) => {
    await work(ready[Number(body.trigger_id.split(".")[1])]!);
    await ack({ response_type: "ephemeral", text: "Logged 5." });
  });
  const server = (await receiver.start({ port: 0, host: "127.0.0.1" })) as Server;
  return {
    url: `${addressOf(server)}/slack/events`,
    prepare: (count) => {
      ready = Array.from({ length: count }, (_, n) => recorded[n % people]!.copy());
    },
    close: () => ended(server),
  };
}

const addressOf = (server: Server): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const ended = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

async function tidy(subject: Subject): Promise<void> {
  await subject.script("delete from goal_entry where id not in (select id from bench_kept)");
  await subject.script("vacuum goal_entry");
  await subject.script("truncate act, outbox, outbox_head, shelf");
}

function rowOf(name: string, at: number, series: readonly { readonly took: readonly number[]; readonly rates: readonly number[] }[]): string[] {
  const rate = (rates: readonly number[]): number => rates.length / rates.reduce((sum, each) => sum + 1 / each, 0);
  const [own, one, same] = series.map(({ took, rates }) => ({ rate: rate(rates), p50: quantile(took, 0.5), p99: quantile(took, 0.99) })) as [Figure, Figure, Figure];
  const shown = ({ rate: each, p50, p99 }: Figure): string[] => [Math.round(each).toString(), p50.toFixed(2), p99.toFixed(2)];
  return [name, String(at), ...shown(own), ...shown(one), ...shown(same), (own.rate / one.rate).toFixed(2), (own.rate / same.rate).toFixed(2), (same.p50 / own.p50).toFixed(2), String(series[0]!.rates.length)];
}

interface Figure {
  readonly rate: number;
  readonly p50: number;
  readonly p99: number;
}
