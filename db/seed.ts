// A small believable sales centre for the playground: one manager, six reps in three cities, three weeks of history. Whoever tries it gets
// a second, small team led in English beside it, or a centre that nobody has set up yet.
import { eq } from "drizzle-orm";
import { localDate } from "#src/calendar/local-date";
import { defaultHours } from "#src/calendar/working-hours";
import type { PlaceId } from "#src/people/place";
import type { OrganisationId, PersonId, TeamId } from "#src/people/person";
import type { Database, Tx } from "./client.ts";
import { inOrganisation } from "./organisation.ts";
import { chatIdentity, chatPlace, organisation, organisationProfile } from "./schema/kernel.ts";
import {
  londonManager,
  londonReps,
  manager,
  numbered,
  personId,
  reps,
  type Rep,
  type Staff,
} from "./seed/cast.ts";
import { seedDeals } from "./seed/deals.ts";
import { seedGoals, seedVisits } from "./seed/goals.ts";
import { seedImports } from "./seed/imported.ts";
import { metrics } from "./seed/metrics.ts";
import { createDealStore } from "./stores/deals.ts";
import { createNumberStore } from "./stores/numbers/numbers.ts";
import { createGoalStore } from "./stores/goals/goals.ts";
import { createPeopleStore } from "./stores/people/directory.ts";
import { createSetupStore } from "./stores/setup.ts";

/** The playground's organisation has a fixed id, so that a second start finds it. */
export const playgroundOrganisation = "00000000-0000-7000-8000-00000000c0de" as OrganisationId;
/** Wednesday 11 November 2026, 10:00 in Shanghai. */
export const playgroundStart = new Date("2026-11-11T02:00:00Z");

/** The team's own place: everybody reads along, in both languages. */
const teamPlace = numbered("7001", 1) as PlaceId;
export const playgroundChannel = "team";
const shanghaiTeam = { id: numbered("3001", 1) as TeamId, name: "华东 · Europe · US" };
const londonTeam = { id: numbered("3001", 2) as TeamId, name: "UK & Ireland" };
/** The evening before. */
const importedAt = new Date("2026-11-10T10:00:00Z");
/** What is off until an admin switches it on, and is there to be tried in the playground. */
const tried = { oneonones: { on: true, at: playgroundStart.toISOString() } };
const done = { by: "operator", at: playgroundStart } as const;

/**
 * What stands there at first: `team` one team; `whole` a second one led in English as well, and a goal for visits for everybody, so that
 * README's lines all find theirs; `empty` people who said hello and nothing that anybody set up.
 */
export type Centre = "team" | "whole" | "empty";

/** True when it was seeded just now. */
export async function seedPlayground(
  database: Database,
  centre: Centre = "team",
): Promise<boolean> {
  const known = await database.db
    .select()
    .from(organisation)
    .where(eq(organisation.id, playgroundOrganisation));
  if (known.length > 0) return false;
  await inOrganisation(database, playgroundOrganisation, (tx) => seedCentre(tx, centre));
  const here = [manager, ...reps, ...(centre === "team" ? [] : [londonManager, ...londonReps])];
  const identities = here.map((each, i) => ({
    platform: "web",
    workspace: "playground",
    user: each.user,
    organisationId: playgroundOrganisation,
    personId: personId(i),
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

async function seedCentre(tx: Tx, centre: Centre): Promise<void> {
  const there = await tx.select().from(organisationProfile);
  if (there.length > 0) return;
  await tx.insert(organisationProfile).values({
    organisationId: playgroundOrganisation,
    name: "远帆销售",
    locale: "zh",
    zone: "Asia/Shanghai",
    country: "CN",
    currency: "CNY",
    setUpAt: centre === "empty" ? null : playgroundStart,
    practices: centre === "empty" ? {} : tried,
  });
  if (centre === "empty") {
    await seedPeople(tx, null, [manager, ...reps, londonManager, ...londonReps], 0);
    await createPeopleStore(tx, playgroundOrganisation).savePlace({
      id: teamPlace,
      name: "Sales",
      reads: "both",
      teamId: null,
    });
    return;
  }
  const setup = createSetupStore(tx, playgroundOrganisation);
  for (const metric of metrics) await setup.saveMetric(metric);
  await seedTeam(tx, shanghaiTeam, [manager, ...reps], 0);
  await createPeopleStore(tx, playgroundOrganisation).savePlace({
    id: teamPlace,
    name: shanghaiTeam.name,
    reads: "both",
    teamId: shanghaiTeam.id,
  });
  const goals = createGoalStore(tx, playgroundOrganisation);
  for (const [rep, n] of numberedFrom(1, reps)) await seedGoals(goals, rep, n, playgroundStart);
  if (centre === "team") return;
  const first = reps.length + 1;
  await seedTeam(tx, londonTeam, [londonManager, ...londonReps], first);
  for (const [rep, n] of numberedFrom(first + 1, londonReps))
    await seedGoals(goals, rep, n, playgroundStart);
  // Last, so that the goals before them keep their numbers.
  for (const [rep, n] of [...numberedFrom(1, reps), ...numberedFrom(first + 1, londonReps)])
    await seedVisits(goals, rep, n, playgroundStart);
  await seedDeals(createDealStore(tx, playgroundOrganisation), playgroundStart);
  await importedFor(tx, [...reps, ...londonReps]);
}

/** A month of imported figures for the first team, where that stands there alone. */
export const seedImported = (database: Database): Promise<void> =>
  inOrganisation(database, playgroundOrganisation, (tx) => importedFor(tx, reps));

const importedFor = (tx: Tx, theirs: readonly Rep[]): Promise<void> =>
  seedImports(
    createNumberStore(tx, playgroundOrganisation),
    theirs,
    localDate("2026-11-11"),
    importedAt,
  );

const numberedFrom = (first: number, list: readonly Rep[]): readonly (readonly [Rep, number])[] =>
  list.map((each, i) => [each, first + i]);

/** The first of them leads the others. They have worked with the bot for weeks. */
async function seedTeam(
  tx: Tx,
  team: { readonly id: TeamId; readonly name: string },
  staff: readonly Staff[],
  first: number,
): Promise<void> {
  const people = createPeopleStore(tx, playgroundOrganisation);
  const led = { ...team, managerId: personId(first), switchedOnAt: playgroundStart };
  await people.saveTeam(led, done);
  await seedPeople(tx, team.id, staff, first);
  await createSetupStore(tx, playgroundOrganisation).greet(
    staff.map((_, i) => personId(first + i)),
    playgroundStart,
  );
}

async function seedPeople(
  tx: Tx,
  teamId: TeamId | null,
  staff: readonly Staff[],
  first: number,
): Promise<void> {
  const people = createPeopleStore(tx, playgroundOrganisation);
  const managerOf = (i: number): PersonId | null =>
    teamId === null || i === 0 ? null : personId(first);
  for (const [i, { user, ...each }] of staff.entries())
    await people.add(
      {
        id: personId(first + i),
        name: each.name,
        locale: each.locale,
        zone: each.zone,
        country: each.country,
        email: `${user}@example.com`,
        admin: user === manager.user || user === londonManager.user,
        managerId: managerOf(i),
        teamId,
        placeFrom: "platform",
        hours: defaultHours,
        workweek: [1, 2, 3, 4, 5],
        assistant: false,
        leftOn: null,
        reports: 0,
      },
      done,
    );
}
