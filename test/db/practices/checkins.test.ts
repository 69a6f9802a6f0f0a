// What check-ins keep in the database: exact amounts, one a week, an end only once, and gone when its time is over.
import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "#db/client";
import { playgroundOrganisation, seedPlayground } from "#db/seed";
import { createHousekeeping } from "#db/stores/housekeeping";
import { createStores, type AllStores } from "#db/stores/index";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { Blocker, BlockerId, Checkin, CheckinId } from "#src/practices/checkins/model";
import { emptyTables, testDatabase } from "#test/support/database/database";

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
  await emptyTables(database);
  await seedPlayground(database);
});

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const person = id(1) as PersonId;
const at = new Date("2026-11-16T02:00:00Z");
const checkin: Checkin = {
  id: id(2) as CheckinId,
  personId: person,
  week: localDate("2026-11-16"),
  ahead: true,
  priorities: [{ text: "a", state: "open", carried: false }],
  commits: [
    { number: 1, title: "x", value: decimal("123456789012345678.654321"), currency: "CNY" },
  ],
  wentWell: "",
  visible: "manager",
  sentAt: at,
  onTime: true,
};
const blocker: Blocker = {
  id: id(3) as BlockerId,
  personId: person,
  text: "x",
  raisedAt: at,
  checkinId: null,
  state: "open",
  answer: null,
  talkOn: null,
  byId: null,
  at: null,
  askedId: null,
};
const inStores = <T>(work: (stores: AllStores) => Promise<T>): Promise<T> =>
  createStores(database).inOrganisation(playgroundOrganisation, work);

describe("the store of check-ins", () => {
  it("keeps amounts exactly and one check-in a week", async () => {
    await inStores(async ({ checkins }) => {
      await checkins.save(checkin);
      await checkins.save({ ...checkin, wentWell: "more" });
      expect(await checkins.of(person, 5)).toEqual([{ ...checkin, wentWell: "more" }]);
    });
    await expect(
      inStores(({ checkins }) => checkins.save({ ...checkin, id: id(9) as CheckinId })),
    ).rejects.toThrow();
  });

  it("ends a blocker once", async () => {
    await inStores(async ({ checkins }) => {
      await checkins.raise([blocker]);
      const end = {
        state: "taken" as const,
        answer: null,
        talkOn: null,
        byId: id(5) as PersonId,
        at,
      };
      expect(await checkins.endBlocker(blocker.id, end)).toBe(true);
      expect(await checkins.endBlocker(blocker.id, { ...end, state: "closed" })).toBe(false);
      expect(await checkins.openBlockers([person])).toEqual([]);
      expect((await checkins.blocker(blocker.id))?.state).toBe("taken");
    });
  });

  it("forgets check-ins and blockers after 400 days, daily notes after 90, and nothing before", async () => {
    await inStores(async ({ checkins }) => {
      await checkins.save(checkin);
      await checkins.raise([blocker]);
      await checkins.saveDailyNote({
        id: id(7),
        personId: person,
        on: localDate("2026-11-16"),
        done: "x",
        next: "",
        visible: "manager",
        at,
      });
    });
    const left = () =>
      inStores(async ({ checkins }) => [
        (await checkins.of(person, 5)).length,
        (await checkins.openBlockers([person])).length,
        (await checkins.dailyNote(person, null)) === null ? 0 : 1,
      ]);
    const later = (days: number) => new Date(at.getTime() + days * 24 * 3_600_000);
    const housekeeping = createHousekeeping(database);
    await housekeeping.prune(later(89));
    expect(await left()).toEqual([1, 1, 1]);
    await housekeeping.prune(later(91));
    expect(await left()).toEqual([1, 1, 0]);
    await housekeeping.prune(later(401));
    expect(await left()).toEqual([0, 0, 0]);
  });

  it("keeps the newest leave only", async () => {
    await inStores(async ({ people }) => {
      const [first] = await people.directory();
      const spans = [
        { from: localDate("2026-11-16"), to: localDate("2026-11-17") },
        { from: localDate("2026-12-01"), to: localDate("2026-12-01") },
      ];
      await people.saveLeave(first!.id, spans);
      await people.saveLeave(first!.id, spans.slice(1));
      expect(await people.leave(first!.id)).toEqual(spans.slice(1));
      expect((await people.acting(first!.id))?.leave).toEqual(spans.slice(1));
    });
  });
});
