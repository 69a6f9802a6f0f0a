// How much of what a platform permits the deliver loop uses: one process, and three on one PostgreSQL. The platform is this
// process: it takes a while to answer, counts what came, and refuses what comes too fast.
import { runner } from "#test/support/processes/processes";
import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Pace, PostResult } from "#src/ports/chat/chat";
import { counted, print } from "./figures.ts";
import { createPermit } from "./permit.ts";
import { postgresUrl, server, skipped, type Subject } from "./subjects.ts";

export type ToSender =
  | { readonly does: "begin" | "stop" }
  | { readonly does: "answer"; readonly id: string; readonly result: PostResult };
export type FromSender =
  | { readonly does: "ready" }
  | { readonly does: "post"; readonly id: string; readonly user: string }
  | { readonly does: "complain"; readonly what: string }
  | { readonly does: "end"; readonly cpuMs: number };

interface Setting {
  readonly name: string;
  readonly people: number;
  readonly each: number;
  /** What may leave a second with so many people. */
  readonly perSecond: number;
}

/** What the platform permits, and what its adapter says: a smaller burst, since what was claimed in order may arrive in a bunch. */
const permits = {
  installation: { perSecond: 50, burst: 20 },
  destination: { perSecond: 1, burst: 3 },
};
const says: Pace = {
  installation: { perSecond: 50, burst: 10 },
  destination: { perSecond: 1, burst: 2 },
};
const settings: readonly Setting[] = [
  { name: "installation", people: 2_000, each: 5, perSecond: permits.installation.perSecond },
  { name: "destinations", people: 20, each: 100, perSecond: 20 * permits.destination.perSecond },
];
const warmMs = 5_000;
const measuredMs = 16_000;
const organisation = "00000000-0000-7000-8000-00000000be02";

export async function rate(): Promise<void> {
  const subject = await server(postgresUrl);
  if (!subject) return console.log(skipped);
  const rows: string[][] = [];
  try {
    for (const setting of settings)
      for (const processes of [1, 3]) rows.push(await deliver(subject, setting, processes));
  } finally {
    await subject.close();
  }
  print(
    [
      [
        "limited by",
        "processes",
        "permitted /s",
        "sent /s",
        "share",
        "rate errors",
        "twice",
        "most in one second",
        "CPU ms a message",
      ],
      ...rows,
    ],
    1,
  );
}

async function deliver(subject: Subject, setting: Setting, processes: number): Promise<string[]> {
  await fill(subject, setting);
  const waiting = Number(
    await subject.value("select count(*) from outbox_head where state = 'waiting'"),
  );
  console.log(
    `${setting.name}, ${processes} process${processes > 1 ? "es" : ""}: ${counted(waiting)} waiting for ${counted(setting.people)} people`,
  );
  const platform = createPlatform();
  const senders = await Promise.all(
    Array.from({ length: processes }, () => start(subject.url!, platform)),
  );
  for (const { child } of senders) tell(child, { does: "begin" });
  await pause(warmMs);
  const [from, began] = [platform.sent.length, performance.now()];
  await pause(measuredMs);
  const perSecond = ((platform.sent.length - from) * 1000) / (performance.now() - began);
  for (const { child } of senders) tell(child, { does: "stop" });
  const cpuMs = (await Promise.all(senders.map(({ ended }) => ended))).reduce(
    (sum, each) => sum + each,
    0,
  );
  return [
    setting.name,
    String(processes),
    String(setting.perSecond),
    perSecond.toFixed(1),
    `${((perSecond * 100) / setting.perSecond).toFixed(1)} %`,
    String(platform.refused()),
    String(platform.sent.length - new Set(platform.sent.map(({ id }) => id)).size),
    String(mostInOneSecond(platform.sent.map(({ at }) => at))),
    (cpuMs / platform.sent.length).toFixed(1),
  ];
}

interface Platform {
  readonly sent: readonly { readonly id: string; readonly at: number }[];
  refused(): number;
  receive(id: string, user: string, answer: (result: PostResult) => void): void;
}

function createPlatform(): Platform {
  const permit = createPermit();
  const sent: { id: string; at: number }[] = [];
  let refused = 0;
  return {
    sent,
    refused: () => refused,
    receive(id, user, answer) {
      const at = performance.now();
      const fine =
        permit.take(`@${user}`, permits.destination, at) &&
        permit.take("", permits.installation, at);
      if (fine) sent.push({ id, at });
      else refused += 1;
      // From 40 to 120 ms, as a platform takes: by the id, so that it is the same for the same message.
      const ms = 40 + (Number.parseInt(id.slice(-4), 16) % 80);
      setTimeout(
        () =>
          answer(
            fine ? { result: "sent", messageId: `m-${id}` } : { result: "later", afterMs: 1_000 },
          ),
        ms,
      );
    },
  };
}

interface Sender {
  readonly child: ChildProcess;
  /** Resolves to the CPU time it took. */
  readonly ended: Promise<number>;
}

/** Resolves when it is ready. */
function start(url: string, platform: Platform): Promise<Sender> {
  const child = fork(runner, [
    fileURLToPath(new URL("./sender.ts", import.meta.url)),
    url,
    JSON.stringify(says),
  ]);
  return new Promise((resolve, reject) => {
    const { promise: ended, resolve: end, reject: fail } = promised<number>();
    child.on("exit", (code) => {
      const error = new Error(`a sender ended with ${code}`);
      reject(error);
      fail(error);
    });
    child.on("message", (message: FromSender) => {
      if (message.does === "ready") resolve({ child, ended });
      else if (message.does === "post")
        platform.receive(message.id, message.user, (result) =>
          tell(child, { does: "answer", id: message.id, result }),
        );
      else if (message.does === "complain") console.log(message.what);
      else end(message.cpuMs);
    });
  });
}

function promised<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (error: Error) => void;
} {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => {}); // whoever waits for it hears of it; nobody may
  return { promise, resolve, reject };
}

const tell = (child: ChildProcess, message: ToSender): void =>
  void (child.connected && child.send(message));
const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

/** So many messages for each of so many people, all due at once, as when everybody's morning begins. */
async function fill(subject: Subject, { people, each }: Setting): Promise<void> {
  await subject.script("truncate outbox, outbox_head, pace_bucket, chat_identity, person");
  const person = "md5('bench ' || i)::uuid";
  await subject.script(`insert into person (organisation_id, id, name, locale, zone, country, hours, workweek, admin, assistant)
    select '${organisation}', ${person}, 'Rep ' || i, 'en', 'Europe/Berlin', 'DE', '{}', '[1, 2, 3, 4, 5]', false, false from generate_series(1, ${people}) i`);
  await subject.script(`insert into chat_identity (platform, workspace, "user", organisation_id, person_id)
    select 'bench', 'bench', 'user-' || i, '${organisation}', ${person} from generate_series(1, ${people}) i`);
  const cards = JSON.stringify({
    en: [
      {
        title: ["Your week"],
        tone: "plain",
        elements: [{ element: "text", line: ["Log your numbers of last week: two minutes."] }],
        buttons: [],
      },
    ],
  });
  await subject.script(`insert into outbox (organisation_id, id, key, person_id, kind, cards, at)
    select '${organisation}', md5('message ' || n || ' ' || i)::uuid, n || ' ' || i, ${person}, 'notice', '${cards}', '2026-11-16 09:00Z'
    from generate_series(1, ${each}) n cross join generate_series(1, ${people}) i`);
  for (const table of ["person", "chat_identity", "outbox", "outbox_head", "pace_bucket"])
    await subject.script(`vacuum analyze ${table}`);
}

function mostInOneSecond(times: readonly number[]): number {
  let [most, from] = [0, 0];
  for (const [n, at] of times.entries()) {
    while (times[from]! <= at - 1000) from += 1;
    most = Math.max(most, n - from + 1);
  }
  return most;
}
