// What `报5` in the bot's chat costs, encrypted and signed over the webhook, until it is stored and its answer lies in the outbox: by the
// program's own Lark adapter, beside (a) the SDK's EventDispatcher behind a bare HTTP server with one INSERT, and (a') the same with the
// act's own statements in one transaction. Ours acknowledges what it has kept and acts behind that, the bare ones answer when they are
// done. Rounds are interleaved, and who asks is another process.
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import { EventDispatcher, adaptDefault } from "@larksuiteoapi/node-sdk";
import { createLarkAdapter } from "#adapters/lark/index";
import { createSecrets } from "#db/seal";
import { playgroundOrganisation } from "#db/seed";
import { larkStores } from "#src/cli/lark";
import { createChance, systemClock } from "#src/cli/system";
import type { Bot } from "#src/bot/api";
import { print, quantile } from "./figures.ts";
import { embedded, postgresUrl, server as postgresServer, type Statement, type Subject } from "./subjects.ts";
import { hireTeam, people, type Recorded, type Team } from "./team.ts";

const keys = { encryptKey: "an encrypt key", verificationToken: "a verification token" };
const [app, tenant] = ["cli_a1b2c3d4e5f60718", "tenant-1"];
const path = "/lark/events";
const secondsEach = 30;
const mostRounds = 20;
const together = 16;

/** So many events, so many at once. Their ids are `round.n`. */
export interface Call {
  readonly url: string;
  readonly keys: typeof keys;
  readonly app: string;
  readonly tenant: string;
  readonly at: number;
  readonly count: number;
  readonly round: string;
  readonly people: number;
  /** Whether what is stored is told apart from the answer. */
  readonly tells: boolean;
}

export interface Stored {
  readonly stored: string;
}

/** Of single events in milliseconds: to the answer, and until it was stored as well. */
export interface Called {
  readonly answered: readonly number[];
  readonly took: readonly number[];
  readonly ms: number;
}

interface Contender {
  readonly url: string;
  readonly tells: boolean;
  /** Off the clock: what the coming round needs. */
  prepare(count: number): void;
  close(): Promise<void>;
}

export async function lark(): Promise<void> {
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
  print([["", "at once", "ours /s", "p50 ms", "p99", "ack p50", "p99", "(a) /s", "p50", "p99", "(a') /s", "p50", "p99", "ours/a", "ours/a'", "by p50", "rounds"], ...rows], 1);
}

async function measure(subject: Subject): Promise<string[][]> {
  const team = await hireTeam(subject.database);
  const recorded = await team.record(() => "报5");
  const insert = (all: readonly Statement[]): Statement => all.find((each) => each.text.includes('into "goal_entry"'))!;
  const caller = fork(fileURLToPath(new URL("lark-caller.js", import.meta.url)));
  await once(caller, "message");
  caller.setMaxListeners(0); // each round waits for its end as well
  const contenders = [await ours(subject, team, caller), await bare(recorded, (all) => subject.alone(insert(all))), await bare(recorded, (all) => subject.together(all))];
  await subject.script("create table bench_kept as select id from goal_entry; create unique index on bench_kept (id)");
  try {
    const sizes = [1, together];
    const series = sizes.flatMap((at) => contenders.map((contender) => ({ at, contender, answered: [] as number[], took: [] as number[], rates: [] as number[] })));
    for (const each of series) await ask(caller, each.contender, each.at); // prepared statements, compiled code
    await tidy(subject);
    const until = performance.now() + secondsEach * 1000;
    for (let round = 0; round === 0 || (round < mostRounds && performance.now() < until); round++) {
      for (const each of round % 2 === 0 ? series : series.toReversed()) {
        const count = countOf(each.at);
        const { answered, took, ms } = await ask(caller, each.contender, each.at);
        each.answered.push(...answered);
        each.took.push(...took);
        each.rates.push((count * 1000) / ms);
        const stored = Number(await subject.value("select count(*)::int from goal_entry where id not in (select id from bench_kept)"));
        if (stored !== count) throw new Error(`${count} events stored ${stored} entries`);
        await tidy(subject);
      }
    }
    const ofSize = (at: number) => series.filter((each) => each.at === at);
    return sizes.map((at) => rowOf(subject.name, at, ofSize(at)));
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
  caller.send({ url: contender.url, keys, app, tenant, at, count, round: String((rounds += 1)), people, tells: contender.tells } satisfies Call);
  const ended = once(caller, "exit").then(() => Promise.reject(new Error("whoever asks has ended")));
  const [called] = (await Promise.race([once(caller, "message"), ended])) as [Called];
  return called;
}

/** As the program serves it: the adapter's routes on one HTTP server. Deliveries stay in the outbox. */
async function ours({ database }: Subject, { bot }: Team, caller: ChildProcess): Promise<Contender> {
  const chance = createChance();
  const workspace = `feishu/${app}/${tenant}`;
  await database.db.execute(
    `insert into chat_identity (platform, workspace, "user", organisation_id, person_id) select 'lark', '${workspace}', "user", organisation_id, person_id from chat_identity where "user" like 'bench-%' and platform = 'web'`,
  );
  const complain = (fields: object, event: string): void => console.error(event, fields);
  const adapter = createLarkAdapter({
    apps: [{ name: "LARK", brand: "feishu", baseUrl: "http://127.0.0.1:9", appId: app, appSecret: "x", ...keys, events: "webhook", path }],
    wall: systemClock,
    chance,
    logger: { info: () => {}, warn: complain, error: complain },
    ...larkStores(database, createSecrets([Buffer.alloc(32, 7).toString("base64")]), chance),
    joins: async () => playgroundOrganisation,
  });
  adapter.connect(telling(bot, (id) => void caller.send({ stored: id } satisfies Stored)));
  const server = createServer(getRequestListener(adapter.routes.fetch));
  return {
    url: await listening(server),
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
async function bare(recorded: readonly Recorded[], work: (statements: Statement[]) => Promise<unknown>): Promise<Contender> {
  let ready: Statement[][] = [];
  const dispatcher = new EventDispatcher({ ...keys, logger: { error: console.error, warn: () => {}, info: () => {}, debug: () => {}, trace: () => {} } }).register({
    "im.message.receive_v1": async ({ message }) => void (await work(ready[Number(message.message_id.split(".")[1])]!)),
  });
  const handle = adaptDefault(path, dispatcher);
  const server = createServer((request, response) => void handle(request, response));
  return {
    url: await listening(server),
    tells: false,
    prepare: (count) => {
      ready = Array.from({ length: count }, (_, n) => recorded[n % people]!.copy());
    },
    close: () => ended(server),
  };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
}

const ended = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

async function tidy(subject: Subject): Promise<void> {
  await subject.script("delete from goal_entry where id not in (select id from bench_kept)");
  await subject.script("vacuum goal_entry");
  await subject.script("truncate act, outbox, outbox_head, inbox, inbox_head");
}

interface Series {
  readonly answered: readonly number[];
  readonly took: readonly number[];
  readonly rates: readonly number[];
}

function rowOf(name: string, at: number, series: readonly Series[]): string[] {
  const rate = ({ rates }: Series): number => rates.length / rates.reduce((sum, each) => sum + 1 / each, 0); // all rounds are equally long
  const ms = (values: readonly number[]): string[] => [quantile(values, 0.5).toFixed(2), quantile(values, 0.99).toFixed(2)];
  const [own, one, same] = series as [Series, Series, Series];
  const shown = (each: Series): string[] => [Math.round(rate(each)).toString(), ...ms(each.took)];
  const medians = (quantile(same.took, 0.5) / quantile(own.took, 0.5)).toFixed(2);
  return [name, String(at), ...shown(own), ...ms(own.answered), ...shown(one), ...shown(same), (rate(own) / rate(one)).toFixed(2), (rate(own) / rate(same)).toFixed(2), medians, String(own.rates.length)];
}
