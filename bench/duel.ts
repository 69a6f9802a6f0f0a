// Ours beside bare ones over HTTP: rounds in turns, asked by another process, what each stored counted and removed.
import { runner } from "#test/support/processes/processes";
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { quantile } from "./figures.ts";
import type { Statement, Subject } from "./subjects.ts";
import { people, type Recorded } from "./team.ts";

const secondsEach = 30;
const mostRounds = 20;
const sizes = [1, 16];

export interface Contender {
  readonly url: string;
  /** Off the clock: what the coming round needs. */
  prepare(count: number): void;
  close(): Promise<void>;
}

/** What one round is asked: so many, so many at once, under ids that begin with `round`. */
export interface Round {
  readonly url: string;
  readonly at: number;
  readonly count: number;
  readonly round: string;
  readonly people: number;
}

/** Of single requests, in milliseconds. */
export interface Took {
  readonly took: readonly number[];
  readonly ms: number;
}

export interface Series<Called extends Took> {
  readonly at: number;
  readonly called: readonly Called[];
  readonly count: number;
}

/** The contenders' series, for each number at once. The process beside this file that asks says when it is ready, and answers each call. */
export async function duel<C extends Contender, Called extends Took>(
  subject: Subject,
  asker: string,
  enter: (caller: ChildProcess) => Promise<readonly C[]>,
  more: (contender: C) => object,
  alsoEmpty: string,
): Promise<readonly (readonly Series<Called>[])[]> {
  const caller = fork(runner, [fileURLToPath(new URL(asker, import.meta.url))]);
  await once(caller, "message");
  caller.setMaxListeners(0); // each round waits for its end as well
  const contenders = await enter(caller);
  const tidy = async (): Promise<void> => {
    await subject.script("delete from goal_entry where id not in (select id from bench_kept)");
    await subject.script("vacuum goal_entry");
    await subject.script(`truncate act, outbox, outbox_head, ${alsoEmpty}`);
  };
  let rounds = 0;
  const ask = async (contender: C, at: number): Promise<Called> => {
    const count = countOf(at);
    contender.prepare(count);
    caller.send({
      url: contender.url,
      at,
      count,
      round: String((rounds += 1)),
      people,
      ...more(contender),
    });
    const ended = once(caller, "exit").then(() =>
      Promise.reject(new Error("whoever asks has ended")),
    );
    const [called] = (await Promise.race([once(caller, "message"), ended])) as [Called];
    return called;
  };
  await subject.script(
    "create table bench_kept as select id from goal_entry; create unique index on bench_kept (id)",
  );
  try {
    const series = sizes.flatMap((at) =>
      contenders.map((contender) => ({
        at,
        contender,
        count: countOf(at),
        called: [] as Called[],
      })),
    );
    for (const each of series) await ask(each.contender, each.at); // prepared statements, compiled code
    await tidy();
    const until = performance.now() + secondsEach * 1000;
    for (let round = 0; round === 0 || (round < mostRounds && performance.now() < until); round++) {
      for (const each of round % 2 === 0 ? series : series.toReversed()) {
        each.called.push(await ask(each.contender, each.at));
        const stored = Number(
          await subject.value(
            "select count(*)::int from goal_entry where id not in (select id from bench_kept)",
          ),
        );
        if (stored !== each.count)
          throw new Error(`${each.count} requests stored ${stored} entries`);
        await tidy();
      }
    }
    return sizes.map((at) => series.filter((each) => each.at === at));
  } finally {
    caller.removeAllListeners("exit");
    caller.kill();
    for (const each of contenders) await each.close();
  }
}

const countOf = (at: number): number => (at === 1 ? 3 : 12) * people;

/** A row: ours, (a) and (a') with rate, p50, p99; then the ratios. `beside`: what stands behind ours. */
export function rowOf<Called extends Took>(
  name: string,
  series: readonly Series<Called>[],
  beside: (own: Series<Called>) => readonly string[] = () => [],
): string[] {
  const figures: Figure[] = series.map((each) => ({
    rate: rateOf(each),
    took: each.called.flatMap(({ took }) => took),
  }));
  const [own, one, same] = figures as [Figure, Figure, Figure];
  const shown = ({ rate, took }: Figure): string[] => [
    Math.round(rate).toString(),
    ...milliseconds(took),
  ];
  const medians = (quantile(same.took, 0.5) / quantile(own.took, 0.5)).toFixed(2);
  const [first] = series as [Series<Called>];
  return [
    name,
    String(first.at),
    ...shown(own),
    ...beside(first),
    ...shown(one),
    ...shown(same),
    (own.rate / one.rate).toFixed(2),
    (own.rate / same.rate).toFixed(2),
    medians,
    String(first.called.length),
  ];
}

interface Figure {
  readonly rate: number;
  readonly took: readonly number[];
}

/** p50 and p99. */
export const milliseconds = (values: readonly number[]): string[] => [
  quantile(values, 0.5).toFixed(2),
  quantile(values, 0.99).toFixed(2),
];

/** All rounds are equally long. */
const rateOf = ({ called, count }: Series<Took>): number =>
  (called.length * count * 1000) / called.reduce((sum, { ms }) => sum + ms, 0);

export const insertOf = (all: readonly Statement[]): Statement =>
  all.find((each) => each.text.includes('into "goal_entry"'))!;

/** The statements of so many acts with fresh ids, one after the other. */
export const copies = (recorded: readonly Recorded[], count: number): Statement[][] =>
  Array.from({ length: count }, (_, n) => recorded[n % people]!.copy());

export async function listening(server: Server): Promise<string> {
  if (!server.listening)
    await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export const ended = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
