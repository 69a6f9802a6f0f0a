// Weeks of a sales centre, lived by chance: people log, praise, check in, pause and go on leave, and the clock runs through every
// alarm in between. What came unasked is then held against the rules nobody may break.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { budget, nextMoment } from "#src/bot/remind/rules";
import { availabilityOf } from "#src/bot/remind/plan";
import { addDays, localDate, startOfWeek, type LocalDate } from "#src/calendar/local-date";
import { instantAt, localDateAt } from "#src/calendar/zones";
import type { Draw } from "#test/support/chance";
import type { System } from "./system.ts";

export interface Lived {
  readonly acts: number;
  /** Messages that nobody asked for. */
  readonly nudges: number;
  /** Reminders said in them. */
  readonly said: number;
  /** Rules that were broken, one line each. */
  readonly broken: readonly string[];
}

const users = ["zhoulan", "linxiao", "wanglei", "chenjing", "renke", "anna", "maya"];
/** What people do on an ordinary day; `{day}` is a day soon. */
const deeds: readonly string[] = [
  "calls 7",
  "电话12",
  "revenue 4k",
  "回款2万 仁济医院",
  "goals",
  "help",
  "checkin",
  "undo",
  "表扬@王磊 一个电话签下大单",
  "praise @anna closed it in one call",
  "卡住了 合同还没回来",
  "blocked waiting for the contract",
];
const rest: readonly string[] = [
  "away until {day}",
  "休假到{day}",
  "back",
  "pause reminders until {day}",
  "resume",
  "mute reminders",
  "settings",
];

export async function liveWeeks(system: System, weeks: number, draw: Draw): Promise<Lived> {
  const lived = { acts: 0, nudges: 0, said: 0, broken: [] as string[] };
  let heard = system.clock.now();
  /** Held against the hours and the leave that stand now: to be called before any of them changes. */
  const judgeHours = async (): Promise<void> => {
    lived.broken.push(...(await outOfHours(system, heard)));
    heard = system.clock.now();
  };
  let monday = startOfWeek(localDateAt(system.clock.now(), "Asia/Shanghai"));
  for (let week = 0; week < weeks; week++) {
    const moments = Array.from({ length: users.length * 2 }, () => ({
      user: draw.pick(users),
      at: new Date(
        instantAt(monday, "00:30", "Asia/Shanghai").getTime() + draw.below(6 * 24 * 60) * 60_000,
      ),
    }));
    for (const { user, at } of moments.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
      if (at > system.clock.now()) await system.clock.moveTo(at);
      const resting = draw.share() < 0.15;
      if (resting) await judgeHours();
      const text = draw
        .pick(resting ? rest : deeds)
        .replace("{day}", addDays(localDateAt(system.clock.now(), "UTC"), 2 + draw.below(6)));
      await system.house.bot.receive({
        kind: "said",
        dedupeKey: randomUUID(),
        from: { platform: "web", workspace: "playground", user },
        text,
      });
      lived.acts++;
    }
    const next = addDays(monday, 7);
    await system.clock.moveTo(instantAt(next, "00:00", "Asia/Shanghai"));
    await system.house.bot.lookOver(0, 1);
    await judgeHours();
    await judge(system, monday, lived);
    monday = next;
  }
  return lived;
}

interface Said {
  person_id: string;
  rule: string;
  subject_id: string;
  slot_at: Date;
  at: Date;
}

const query = <T extends object>(system: System, what: ReturnType<typeof sql>) =>
  inOrganisation(system.database, playgroundOrganisation, (tx) => execute<T>(tx, what));

/** What was said from an instant on, in the order it was said. */
const saidSince = (system: System, since: Date): Promise<readonly Said[]> =>
  query<Said>(
    system,
    sql`select person_id, rule, subject_id, slot_at, at from nudge_log where outcome = 'said' and at >= ${since.toISOString()}::timestamptz order by at`,
  );

async function judge(
  system: System,
  monday: LocalDate,
  lived: { nudges: number; said: number; broken: string[] },
): Promise<void> {
  const slots = await query<{ person_id: string; date: string }>(
    system,
    sql`select person_id, date::text from nudge_slot where date >= ${monday}::date - 7`,
  );
  const said = await saidSince(system, instantAt(addDays(monday, -1), "00:00", "Asia/Shanghai"));
  const names = await system.stores.inOrganisation(playgroundOrganisation, ({ people }) =>
    people.directory(),
  );
  for (const { id, name } of names)
    lived.broken.push(
      ...overspent(
        name,
        slots.filter((each) => each.person_id === id).map((each) => localDate(each.date)),
      ),
    );
  lived.broken.push(...twice(said));
  lived.nudges += slots.filter((each) => each.date >= monday).length;
  lived.said += said.length;
}

async function outOfHours(system: System, since: Date): Promise<string[]> {
  const said = await saidSince(system, since);
  return system.stores.inOrganisation(playgroundOrganisation, async ({ people }) => {
    const broken: string[] = [];
    for (const { id, name } of await people.directory()) {
      const known = await people.acting(id);
      if (!known) continue;
      const who = availabilityOf(known);
      const late = said.filter(
        (each) => each.person_id === id && nextMoment(each.at, who).getTime() !== each.at.getTime(),
      );
      broken.push(
        ...late.map(
          (each) => `${name} got ${each.rule} at ${each.at.toISOString()}, outside their hours`,
        ),
      );
    }
    return broken;
  });
}

function overspent(name: string, dates: readonly LocalDate[]): string[] {
  const counts = (key: (date: LocalDate) => string, most: number): string[] =>
    crowded(dates, key, most).map(([when, count]) => `${name} got ${count} in ${when}`);
  return [
    ...counts((date) => date, budget.aDay),
    ...counts((date) => `the week of ${startOfWeek(date)}`, budget.aWeek),
  ];
}

function twice(said: readonly Said[]): string[] {
  return crowded(
    said,
    (each) => `${each.person_id} ${each.rule} ${each.subject_id} ${each.slot_at.toISOString()}`,
    1,
  ).map(([what]) => `said twice: ${what}`);
}

/** The keys that more than `most` have, with how many they are. */
function crowded<T>(all: readonly T[], key: (each: T) => string, most: number): [string, number][] {
  const counts = new Map<string, number>();
  for (const each of all) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > most);
}
