// The playground's clock on a long way: house is kept at each midnight passed, and not only where it arrives.
import { afterEach, expect, it } from "vitest";
import { playing } from "#src/app/compose";
import type { House } from "#src/app/compose";
import { startSystem, type System } from "#test/support/story/system";

let system: System;
afterEach(() => system.stop());

it("keeps house at every midnight of its people, looks over all plans each week, and still stops at every alarm", async () => {
  system = await startSystem();
  const kept: string[] = [];
  let looked = 0;
  let now = new Date("2026-11-12T09:00:00Z");
  const alarms = [new Date("2026-11-13T01:00:00Z")];
  const house = {
    ...system.house,
    bot: {
      ...system.house.bot,
      keepHouse: async () => void kept.push(now.toISOString().slice(5, 16)),
      lookOver: async () => ++looked,
    },
    alarms: {
      ...system.house.alarms,
      next: async (until: Date) => alarms.find((each) => each <= until) ?? null,
    },
    beat: async () => {
      kept.push(`beat ${now.toISOString().slice(5, 16)}`);
      return alarms.splice(0, 1).length;
    },
  } satisfies House;
  const clock = playing({ now: () => now, moveTo: async (to) => ((now = to), true) }, () => house);
  await clock.moveTo(new Date("2026-11-13T08:00:00Z"));
  expect(kept).toEqual([
    "11-12T16:00",
    "11-12T23:00",
    "beat 11-13T01:00",
    "11-13T05:00",
    "11-13T08:00",
  ]);
  await clock.moveTo(new Date("2026-11-27T08:00:00Z"));
  expect(looked).toBe(2);
  expect(await clock.moveTo(new Date("2026-11-20T08:00:00Z"))).toBe(false);
});
