// A small believable sales centre for the playground: one manager, six reps in three cities, three weeks of history.
import { eq } from "drizzle-orm";
import { addDays, localDate, weekday, type LocalDate } from "#src/calendar/local-date";
import { calendarOf } from "#src/calendar/holidays";
import { periodOf } from "#src/calendar/periods";
import { defaultHours } from "#src/calendar/working-hours";
import { decimal, zero } from "#src/language/decimal";
import type { PlaceId } from "#src/people/place";
import type { OrganisationId, Person, PersonId, TeamId } from "#src/people/person";
import type { Entry, EntryId, GoalId } from "#src/practices/goals/model";
import type { MetricId } from "#src/practices/setup/model";
import type { Database, Tx } from "./client.ts";
import { inOrganisation } from "./organisation.ts";
import { chatIdentity, chatPlace, organisation, organisationProfile } from "./schema/kernel.ts";
import { createGoalStore } from "./stores/goals/goals.ts";
import { createPeopleStore } from "./stores/people/directory.ts";
import { createSetupStore } from "./stores/setup.ts";

/** The playground's organisation has a fixed id, so that a second start finds it. */
export const playgroundOrganisation = "00000000-0000-7000-8000-00000000c0de" as OrganisationId;
/** Wednesday 11 November 2026, 10:00 in Shanghai. */
export const playgroundStart = new Date("2026-11-11T02:00:00Z");

const numbered = (kind: string, n: number): string =>
  `00000000-0000-7000-8000-${kind}${String(n).padStart(8, "0")}`;

interface Cast {
  readonly user: string;
  readonly name: string;
  readonly locale: "zh" | "en";
  readonly zone: string;
  readonly country: string;
  readonly currency: string;
  readonly target: string;
  /** What comes in on a workday, in the person's currency; the pattern repeats. */
  readonly days: readonly string[];
}

const manager = {
  user: "zhoulan",
  name: "周岚",
  locale: "zh",
  zone: "Asia/Shanghai",
  country: "CN",
} as const;
const cast: readonly Cast[] = [
  {
    user: "linxiao",
    name: "林晓",
    locale: "zh",
    zone: "Asia/Shanghai",
    country: "CN",
    currency: "CNY",
    target: "1000000",
    days: ["0", "35000", "0", "68000", "22000"],
  },
  {
    user: "wanglei",
    name: "王磊",
    locale: "zh",
    zone: "Asia/Shanghai",
    country: "CN",
    currency: "CNY",
    target: "1200000",
    days: ["18000", "0", "42000", "0", "15000"],
  },
  {
    user: "chenjing",
    name: "陈静",
    locale: "zh",
    zone: "Asia/Shanghai",
    country: "CN",
    currency: "CNY",
    target: "800000",
    days: ["26000", "31000", "0", "19500", "24000"],
  },
  {
    user: "renke",
    name: "Renke Petersen",
    locale: "en",
    zone: "Europe/Berlin",
    country: "DE",
    currency: "EUR",
    target: "500000",
    days: ["12000", "0", "26000", "9500", "31000"],
  },
  {
    user: "anna",
    name: "Anna Weber",
    locale: "en",
    zone: "Europe/Berlin",
    country: "DE",
    currency: "EUR",
    target: "420000",
    days: ["0", "8000", "14000", "0", "11000"],
  },
  {
    user: "maya",
    name: "Maya Collins",
    locale: "en",
    zone: "America/New_York",
    country: "US",
    currency: "USD",
    target: "600000",
    days: ["21000", "17500", "0", "33000", "0"],
  },
];

const revenue = numbered("1001", 1) as MetricId;
const calls = numbered("1001", 2) as MetricId;
const visits = numbered("1001", 3) as MetricId;
/** The team's own place: everybody reads along, in both languages. */
const teamPlace = numbered("7001", 1) as PlaceId;
export const playgroundChannel = "team";
const centre = "华东 · Europe · US";
const managerId = numbered("2001", 0) as PersonId;

/** True when it was seeded just now. `visits`: with a goal for visits for everybody, so that README's lines all find their goal. */
export async function seedPlayground(
  database: Database,
  { visits: withVisits } = { visits: false },
): Promise<boolean> {
  const known = await database.db
    .select()
    .from(organisation)
    .where(eq(organisation.id, playgroundOrganisation));
  if (known.length > 0) return false;
  await inOrganisation(database, playgroundOrganisation, (tx) => seedCentre(tx, withVisits));
  const identities = [manager, ...cast].map((each, i) => ({
    platform: "web",
    workspace: "playground",
    user: each.user,
    organisationId: playgroundOrganisation,
    personId: numbered("2001", i),
  }));
  // Last: an organisation that is routed to is complete.
  await database.transaction(async (tx) => {
    await tx.insert(chatIdentity).values(identities).onConflictDoNothing();
    await tx
      .insert(chatPlace)
      .values({
        platform: "web",
        workspace: "playground",
        channel: playgroundChannel,
        organisationId: playgroundOrganisation,
        placeId: teamPlace,
      })
      .onConflictDoNothing();
    await tx.insert(organisation).values({ id: playgroundOrganisation });
  });
  return true;
}

async function seedCentre(tx: Tx, withVisits: boolean): Promise<void> {
  const organisationId = playgroundOrganisation;
  const there = await tx.select().from(organisationProfile);
  if (there.length > 0) return;
  await tx.insert(organisationProfile).values({
    organisationId,
    name: "远帆销售",
    locale: "zh",
    zone: "Asia/Shanghai",
    country: "CN",
    currency: "CNY",
    setUpAt: playgroundStart,
  });
  const people = createPeopleStore(tx, organisationId);
  const east = numbered("3001", 1) as TeamId;
  const done = { by: "operator", at: playgroundStart } as const;
  await people.saveTeam({ id: east, name: centre, managerId, switchedOnAt: playgroundStart }, done);
  await people.savePlace({ id: teamPlace, name: centre, reads: "both", teamId: east });
  const common = {
    placeFrom: "platform" as const,
    hours: defaultHours,
    workweek: [1, 2, 3, 4, 5] as const,
    assistant: false,
    teamId: east,
    leftOn: null,
    reports: 0,
  };
  const add = (
    each: Pick<Person, "name" | "locale" | "zone" | "country"> & { user: string },
    i: number,
  ) =>
    people.add(
      {
        ...common,
        id: numbered("2001", i) as PersonId,
        name: each.name,
        locale: each.locale,
        zone: each.zone,
        country: each.country,
        email: `${each.user}@example.com`,
        admin: i === 0,
        managerId: i === 0 ? null : managerId,
      },
      done,
    );
  for (const [i, each] of [manager, ...cast].entries()) await add(each, i);
  const setup = createSetupStore(tx, organisationId);
  await setup.saveMetric({
    id: revenue,
    nameEn: "collected revenue",
    nameZh: "回款",
    aliases: ["revenue", "回款额", "到账"],
    unit: { kind: "money", currency: "CNY" },
    adds: true,
  });
  await setup.saveMetric({
    id: calls,
    nameEn: "calls",
    nameZh: "电话",
    aliases: ["call", "通话", "电话量"],
    unit: { kind: "count", counter: "通" },
    adds: true,
  });
  await setup.saveMetric({
    id: visits,
    nameEn: "visits",
    nameZh: "拜访",
    aliases: ["visit", "拜访量", "demos", "demo"],
    unit: { kind: "count", counter: "次" },
    adds: true,
  });
  // They have worked with it for weeks.
  await setup.greet(
    [manager, ...cast].map((_, i) => numbered("2001", i) as PersonId),
    playgroundStart,
  );
  for (const [i, each] of cast.entries()) await seedGoals(tx, each, i + 1);
  if (withVisits) for (const [i, each] of cast.entries()) await seedVisits(tx, each, i + 1);
}

const goalOf = (n: number) =>
  ({
    ownerId: numbered("2001", n) as PersonId,
    teamId: null,
    direction: "up",
    adds: true,
    baseline: zero,
    parentId: null,
    reason: null,
    state: "active",
    proposedById: null,
    proposedOn: null,
    lesson: null,
    createdOn: localDate("2026-10-01"),
  }) as const;

/** Last, so that the goals before it keep their numbers; its month has begun, and nothing is logged on it yet. */
const seedVisits = (tx: Tx, rep: Cast, n: number): Promise<unknown> =>
  createGoalStore(tx, playgroundOrganisation).add(
    {
      ...goalOf(n),
      id: numbered("4003", n) as GoalId,
      title: rep.locale === "zh" ? "拜访" : "Visits",
      metricId: visits,
      unit: { kind: "count", counter: "次" },
      target: decimal("20"),
      period: periodOf("month", localDate("2026-11-11")),
      confidence: null,
      milestones: [],
      createdOn: localDate("2026-11-09"),
    },
    playgroundStart,
  );

/** A goal for the quarter's revenue and one for the month's calls, with what was logged on both. */
async function seedGoals(tx: Tx, rep: Cast, n: number): Promise<void> {
  const store = createGoalStore(tx, playgroundOrganisation);
  const today = localDate("2026-11-11");
  const base = goalOf(n);
  const words =
    rep.locale === "zh"
      ? { revenue: "回款", calls: "电话" }
      : { revenue: "Collected revenue", calls: "Calls" };
  const revenueGoal = numbered("4001", n) as GoalId;
  await store.add(
    {
      ...base,
      id: revenueGoal,
      title: words.revenue,
      metricId: revenue,
      unit: { kind: "money", currency: rep.currency },
      target: decimal(rep.target),
      period: periodOf("quarter", today),
      confidence: n % 2 === 0 ? 8 : null,
      milestones: [
        {
          id: numbered("5001", n),
          title: "80%",
          due: localDate("2026-11-30"),
          target: decimal(rep.target).times("0.8"),
          doneOn: null,
        },
      ],
    },
    playgroundStart,
  );
  const callGoal = numbered("4002", n) as GoalId;
  await store.add(
    {
      ...base,
      id: callGoal,
      title: words.calls,
      metricId: calls,
      unit: { kind: "count", counter: "通" },
      target: decimal("200"),
      period: periodOf("month", today),
      confidence: null,
      milestones: [],
    },
    playgroundStart,
  );
  await store.append(historyOf(rep, n, revenueGoal, callGoal, today));
}

/** What was logged: a good start of the quarter, and then workday by workday; calls since the month began. */
function historyOf(
  rep: Cast,
  n: number,
  revenueGoal: GoalId,
  callGoal: GoalId,
  today: LocalDate,
): readonly Entry[] {
  const start = decimal(rep.target).times("0.3").toFixed(0);
  const made = [
    { goal: revenueGoal, on: localDate("2026-10-16"), value: start },
    ...days(rep, today).map(({ on, value }) => ({ goal: revenueGoal, on, value })),
    ...days(rep, today)
      .filter(({ on }) => on >= "2026-11-01")
      .map(({ on }, i) => ({ goal: callGoal, on, value: String(6 + ((i * 5 + n * 3) % 9)) })),
  ];
  return made
    .filter((each) => each.value !== "0")
    .map((each, i): Entry => ({
      id: numbered("6001", n * 1000 + i) as EntryId,
      goalId: each.goal,
      kind: "add",
      value: decimal(each.value),
      on: each.on,
      note: "",
      source: "chat",
      byId: numbered("2001", n) as PersonId,
      at: new Date(`${each.on}T09:30:00Z`),
      batchId: numbered("6001", n * 1000 + i),
      replacesId: null,
    }));
}

/** The workdays of the last three weeks with what came in on them. */
function days(rep: Cast, today: LocalDate): { on: LocalDate; value: string }[] {
  const holidays = calendarOf(rep.country);
  const dates = Array.from({ length: 21 }, (_, i) => addDays(today, i - 21)).filter(
    (date) => weekday(date) <= 5 && !holidays.isHoliday(date),
  );
  return dates.map((on, i) => ({ on, value: rep.days[i % rep.days.length] ?? "0" }));
}
