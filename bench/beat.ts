// What a beat costs: (tick) with nothing due, for ten people and for a million; (ring) with a hundred thousand alarms due in one
// minute, beside the bare INSERT .. SELECT of as many rows.
import type { Clock } from "#src/ports/process/clock";
import { noMeter } from "#src/app/compose";
import { createAlarms } from "#db/stores/nudges/due-reminders";
import { tick } from "#jobs/tick";
import { alarmsFor, firstDue, minuteOf, rowsOf } from "./crowd.ts";
import { counted, print, quantile } from "./figures.ts";
import { embedded, postgresUrl, server, skipped, type Subject } from "./subjects.ts";

const ticks = 400;
const rings = 5;
const hour = 3_600_000;
const nothingDue: Clock = { now: () => new Date(firstDue.getTime() - 2 * hour) };
const minuteBegins = new Date(firstDue.getTime() - hour);
const minuteEnds = new Date(minuteBegins.getTime() + 60_000);

interface Kind {
  readonly open: () => Promise<Subject | null>;
  /** So many people have plans. */
  readonly sizes: readonly number[];
  /** So many alarms are due in one minute. */
  readonly ringing: number;
}

/** The embedded database takes minutes to write what PostgreSQL writes in seconds, and is not what a million people would use. */
const kinds: readonly Kind[] = [
  { open: embedded, sizes: [10, 10_000, 100_000], ringing: 10_000 },
  { open: () => server(postgresUrl), sizes: [10, 10_000, 1_000_000], ringing: 100_000 },
];

/** Opens so many databases, and drops them whatever happens. */
async function on(
  { open }: Kind,
  count: number,
  work: (subjects: readonly Subject[]) => Promise<string[][]>,
): Promise<string[][]> {
  const subjects: Subject[] = [];
  try {
    for (let n = 0; n < count; n++) {
      const subject = await open();
      if (!subject) {
        console.log(skipped);
        return [];
      }
      subjects.push(subject);
    }
    return await work(subjects);
  } finally {
    for (const subject of subjects) await subject.close();
  }
}

export async function tickOfMany(): Promise<void> {
  const rows: string[][] = [];
  for (const kind of kinds)
    rows.push(...(await on(kind, kind.sizes.length, (subjects) => tickRows(subjects, kind.sizes))));
  print(
    [
      ["nothing due", "people", "tick p50 ms", "p90", "mean", "to the smallest, p50", "mean"],
      ...rows,
    ],
    1,
  );
}

async function tickRows(
  subjects: readonly Subject[],
  sizes: readonly number[],
): Promise<string[][]> {
  for (const [n, subject] of subjects.entries()) {
    await alarmsFor(subject, sizes[n]!);
    console.log(
      `${subject.name}, ${counted(sizes[n]!)} people: ${await rowsOf(subject, ["schedule_head"])}`,
    );
  }
  const took = subjects.map((): number[] => []);
  // In turns, and every other time in the opposite order, so that noise and caches favour nobody.
  for (let round = -ticks / 10; round < ticks; round++) {
    const order = [...subjects.keys()];
    for (const n of round % 2 === 0 ? order : order.toReversed()) {
      const began = performance.now();
      const rang = await tick(createAlarms(subjects[n]!.database), nothingDue, noMeter, () => {});
      const ms = performance.now() - began;
      if (rang > 0) throw new Error(`${rang} alarms rang and none was due`);
      if (round >= 0) took[n]!.push(ms);
    }
  }
  const [smallest] = took;
  return subjects.map(({ name }, n) => [
    name,
    counted(sizes[n]!),
    quantile(took[n]!, 0.5).toFixed(3),
    quantile(took[n]!, 0.9).toFixed(3),
    mean(took[n]!).toFixed(3),
    (quantile(took[n]!, 0.5) / quantile(smallest!, 0.5)).toFixed(2),
    (mean(took[n]!) / mean(smallest!)).toFixed(2),
  ]);
}

export async function ring(): Promise<void> {
  const rows: string[][] = [];
  for (const kind of kinds)
    rows.push(...(await on(kind, 1, ([subject]) => ringRows(subject!, kind.ringing))));
  print(
    [
      [
        "due in one minute",
        "alarms",
        "ring p50 ms",
        "least",
        "raw p50 ms",
        "least",
        "ring / raw, p50",
        "least",
        "rounds",
      ],
      ...rows,
    ],
    1,
  );
}

async function ringRows(subject: Subject, ringing: number): Promise<string[][]> {
  await alarmsFor(subject, ringing);
  await minuteOf(subject, ringing, minuteBegins);
  console.log(
    `${subject.name}, before it rings: ${await rowsOf(subject, ["schedule_head", "outbox_head"])}`,
  );
  await subject.script(
    `create table bench_due as select * from schedule_head where due_at < '${minuteEnds.toISOString()}'`,
  );
  await subject.script("create table bench_raw (like outbox_head including all)");
  const alarms = createAlarms(subject.database);
  await alarms.ring(minuteEnds);
  await subject.script(
    "create table bench_ready as select * from outbox_head; analyze bench_ready",
  );
  console.log(
    `${subject.name}, after it rang: ${await rowsOf(subject, ["schedule_head", "outbox_head"])}`,
  );
  const took = { ring: [] as number[], raw: [] as number[] };
  const ways = {
    ring: () => alarms.ring(minuteEnds),
    raw: () => subject.script("insert into bench_raw select * from bench_ready"),
  };
  for (let round = 0; round < rings; round++) {
    for (const way of round % 2 === 0 ? (["ring", "raw"] as const) : (["raw", "ring"] as const)) {
      await again(subject);
      const began = performance.now();
      await ways[way]();
      took[way].push(performance.now() - began);
      const made = Number(
        await subject.value(`select count(*) from ${way === "ring" ? "outbox_head" : "bench_raw"}`),
      );
      if (made !== ringing) throw new Error(`${way} made ${made} rows of ${ringing}`);
    }
  }
  const [p50, least] = [
    (values: number[]) => quantile(values, 0.5),
    (values: number[]) => Math.min(...values),
  ];
  const { ring, raw } = took;
  return [
    [
      subject.name,
      counted(ringing),
      ...[p50(ring), least(ring), p50(raw), least(raw)].map((ms) => counted(ms)),
      (p50(ring) / p50(raw)).toFixed(2),
      (least(ring) / least(raw)).toFixed(2),
      String(rings),
    ],
  ];
}

/** Everything is due again, and both tables that are written to are empty. */
async function again(subject: Subject): Promise<void> {
  await subject.script("truncate outbox_head, bench_raw");
  await subject.script(
    "insert into schedule_head select * from bench_due on conflict (id) do nothing",
  );
  await subject.script("vacuum analyze schedule_head");
  await subject.script("checkpoint");
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / values.length;
