// What one `log 5` costs up to its commit, beside what the database itself asks for it: (a) the act through bot.receive, (b) one
// bare INSERT, (c) the act's own statements replayed in one bare transaction. Rounds are interleaved, so that noise hits all
// alike, and what a round wrote is taken away again, so that goals stay as long as goals are. `--list` prints the statements.
import { print, quantile } from "./figures.ts";
import { onBoth, type Statement, type Subject } from "./subjects.ts";
import { hireTeam, people, type Line, type Team } from "./team.ts";

// Of each person about their own goal, in (a) and (c) alike: no two share a row that is locked.
const lines: Readonly<Record<string, Line>> = {
  "log 5": () => "log 5",
  "log 5 G13": (goal) => `log 5 G${goal}`,
  "log 12k": () => "log 12k",
};
const secondsEach = 24;
const mostRounds = 30;

interface Series {
  readonly name: string;
  readonly text: string;
  readonly at: number;
  /** Times of single operations in milliseconds, and operations a second of each round. */
  readonly took: number[];
  readonly rates: number[];
  readonly prepare: (count: number) => (n: number) => Promise<unknown>;
}

export async function log(): Promise<void> {
  print(
    [
      [
        "",
        "",
        "at once",
        "(a) act /s",
        "p50 ms",
        "p99 ms",
        "(b) INSERT /s",
        "p99",
        "(c) replay /s",
        "p50",
        "p99",
        "a/b",
        "a/c",
        "a/c p50",
        "rounds",
      ],
      ...(await onBoth(measure)),
    ],
    2,
  );
}

async function measure(subject: Subject): Promise<string[][]> {
  const team = await hireTeam(subject.database);
  const acts = Object.keys(lines);
  const series: Series[] = [];
  for (const at of [1, people])
    for (const text of at === 1 ? acts : acts.slice(0, 1))
      series.push(...(await seriesOf(subject, team, text, at)));
  await subject.script(
    "create table bench_kept as select id from goal_entry; create unique index on bench_kept (id)",
  );
  const until = performance.now() + secondsEach * 1000;
  for (const each of series) await run(each, null); // prepared statements, compiled code
  for (let round = 0; round === 0 || (round < mostRounds && performance.now() < until); round++) {
    for (const each of round % 2 === 0 ? series : series.toReversed()) {
      await tidy(subject);
      await run(each, each);
    }
  }
  return acts.flatMap((text) => [1, people].flatMap((at) => rowOf(subject, series, text, at)));
}

async function seriesOf(subject: Subject, team: Team, text: string, at: number): Promise<Series[]> {
  const line = lines[text]!;
  const recorded = await team.record(line);
  if (at === 1) list(subject.name, text, recorded[0]!.statements);
  const insert = (all: Statement[]): Statement =>
    all.find((each) => each.text.includes('into "goal_entry"'))!;
  const copies = <T>(count: number, of: (all: Statement[]) => T): T[] =>
    Array.from({ length: count }, (_, n) => of(recorded[n % people]!.copy()));
  const one = (name: string, prepare: Series["prepare"]): Series => ({
    name,
    text,
    at,
    took: [],
    rates: [],
    prepare,
  });
  return [
    one("a", () => (n) => team.log(line, n)),
    one("b", (count) => {
      const ready = copies(count, insert);
      return (n) => subject.alone(ready[n]!);
    }),
    one("c", (count) => {
      const ready = copies(count, (all) => all);
      return (n) => subject.together(ready[n]!);
    }),
  ];
}

/** Everything but the operation itself (copies with fresh ids) is made before the clock starts. */
async function run(series: Series, into: Series | null): Promise<void> {
  const count = (series.at === 1 ? 3 : 6) * people;
  const operation = series.prepare(count);
  let next = 0;
  async function worker(): Promise<void> {
    while (next < count) {
      const n = next++;
      const began = performance.now();
      await operation(n);
      into?.took.push(performance.now() - began);
    }
  }
  const began = performance.now();
  await Promise.all(Array.from({ length: series.at }, worker));
  into?.rates.push((count * 1000) / (performance.now() - began));
}

async function tidy(subject: Subject): Promise<void> {
  await subject.script("delete from goal_entry where id not in (select id from bench_kept)");
  await subject.script("vacuum goal_entry");
  await subject.script("truncate act, outbox, outbox_head");
}

function rowOf(subject: Subject, series: readonly Series[], text: string, at: number): string[][] {
  const [a, b, c] = ["a", "b", "c"].map((name) =>
    series.find((each) => each.name === name && each.text === text && each.at === at),
  );
  if (!a || !b || !c) return [];
  const rate = ({ rates }: Series): number =>
    rates.length / rates.reduce((sum, each) => sum + 1 / each, 0); // all rounds are equally long
  const whole = (value: number): string => Math.round(value).toString();
  const ms = (each: Series, share: number): string => quantile(each.took, share).toFixed(2);
  const medians = (quantile(c.took, 0.5) / quantile(a.took, 0.5)).toFixed(2);
  return [
    [
      subject.name,
      text,
      String(at),
      whole(rate(a)),
      ms(a, 0.5),
      ms(a, 0.99),
      whole(rate(b)),
      ms(b, 0.99),
      whole(rate(c)),
      ms(c, 0.5),
      ms(c, 0.99),
      (rate(a) / rate(b)).toFixed(2),
      (rate(a) / rate(c)).toFixed(2),
      medians,
      String(a.rates.length),
    ],
  ];
}

function list(subject: string, text: string, statements: readonly Statement[]): void {
  console.log(`${subject}: ${text}: ${statements.length} statements apart from BEGIN and COMMIT`);
  if (!process.argv.includes("--list")) return;
  for (const [i, each] of statements.entries())
    console.log(
      `  ${i + 1}. ${each.text.replace(/\s+/g, " ")}\n     ${JSON.stringify(each.parameters).slice(0, 200)}`,
    );
}
