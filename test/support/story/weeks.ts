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
import type { Person } from "#src/people/person";
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
  "我的目标",
  "team goals",
  "团队目标 有风险",
  "G1",
  "首页",
  "revenue total 40k",
  "定目标 拜访 20 下个月",
  "goal new demos 12 next quarter",
  "goal new calls 90 next month for @renke",
  "拆目标 G1",
  "confidence G7 6",
];

/**
 * Days on which nobody of that country works, by law, known long before: written down here a second time, so that a calendar that
 * guesses is found out. China's make-up days of 2027 are in no data yet.
 */
const daysOff: Readonly<Record<string, readonly string[]>> = {
  CN: "2027-01-01 2027-02-05 2027-02-08 2027-04-05 2027-06-09 2027-09-15 2027-10-01".split(" "),
  DE: "2026-12-25 2027-01-01 2027-03-26 2027-03-29 2027-05-06 2027-05-17".split(" "),
  US: "2026-11-26 2026-12-25 2027-01-01 2027-05-31 2027-07-05 2027-09-06".split(" "),
};
const rest: readonly string[] = [
  "away until {day}",
  "休假到{day}",
  "back",
  "pause reminders until {day}",
  "resume",
  "mute reminders",
  "settings",
];

/** `from`: the week that is lived first, where it is not the playground's own. */
export async function liveWeeks(
  system: System,
  weeks: number,
  draw: Draw,
  from: LocalDate | null = null,
): Promise<Lived> {
  if (from !== null) await system.leapTo(instantAt(startOfWeek(from), "00:00", "Asia/Shanghai"));
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
  lived.broken.push(...twice(said), ...summedUpTwice(said), ...onDaysOff(said, names));
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

/** A manager reads one summary a week of each team. */
const summedUpTwice = (said: readonly Said[]): string[] =>
  crowded(
    said.filter((each) => each.rule === "checkins.digest"),
    (each) =>
      `${each.person_id} ${each.subject_id} ${startOfWeek(localDateAt(each.at, "Asia/Shanghai"))}`,
    1,
  ).map(([what]) => `two summaries in a week: ${what}`);

const onDaysOff = (
  said: readonly Said[],
  people: readonly Pick<Person, "id" | "name" | "zone" | "country">[],
): string[] =>
  said.flatMap(({ person_id, rule, at }) => {
    const who = people.find((each) => each.id === person_id);
    const day = who && localDateAt(at, who.zone);
    return day !== undefined && daysOff[who?.country ?? ""]?.includes(day)
      ? [`${who?.name} got ${rule} on ${day}, a public holiday`]
      : [];
  });

/** The keys that more than `most` have, with how many they are. */
function crowded<T>(all: readonly T[], key: (each: T) => string, most: number): [string, number][] {
  const counts = new Map<string, number>();
  for (const each of all) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > most);
}
