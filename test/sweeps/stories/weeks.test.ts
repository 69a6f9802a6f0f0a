// A fortnight lived by chance; test/long lives a year of it.
import { expect, it } from "vitest";
import { drawing } from "#test/support/chance";
import { startSystem } from "#test/support/story/system";
import { liveWeeks } from "#test/support/story/weeks";

it(
  "nobody hears more than two a day or six a week unasked, outside their hours, on leave, or the same thing twice",
  { timeout: 240_000 },
  async () => {
    const system = await startSystem();
    await system.house.bot.lookOver(0, 1);
    const lived = await liveWeeks(system, 2, drawing(20_261_111));
    await system.stop();
    expect(lived.broken).toEqual([]);
    expect(system.errors).toEqual([]);
    expect(lived.nudges).toBeGreaterThan(5);
    expect(lived.said).toBeGreaterThanOrEqual(lived.nudges);
  },
);
