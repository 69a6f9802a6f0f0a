// npm run test:long: a year of a sales centre lived by chance, and very many lines that nobody would write. Both print their seed;
// SEED repeats them, WEEKS and LINES bound them; FROM is a day of the week the year begins in (FROM=2027-01-25 WEEKS=4: Spring Festival).
import { expect, it } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { drawing } from "#test/support/chance";
import { startSystem } from "#test/support/story/system";
import { talkNonsense } from "#test/support/lines/babble";
import { liveWeeks } from "#test/support/story/weeks";

const number = (name: string, usual: number): number => Number(process.env[name] ?? usual);
const seed = number("SEED", Math.floor(Math.random() * 1_000_000));

it("in a year nobody hears too much, at the wrong hour, on leave, or the same thing twice", async () => {
  const weeks = number("WEEKS", 52);
  const system = await startSystem();
  await system.house.bot.lookOver(0, 1);
  const from = process.env["FROM"];
  const lived = await liveWeeks(
    system,
    weeks,
    drawing(seed),
    from === undefined ? null : localDate(from),
  );
  await system.stop();
  console.log(
    `seed ${seed}: ${weeks} weeks, ${lived.acts} acts, ${lived.nudges} unasked messages with ${lived.said} reminders, ${lived.broken.length} rules broken, ${system.errors.length} errors`,
  );
  expect(lived.broken).toEqual([]);
  expect(system.errors).toEqual([]);
});

it("every line gets an answer in a sentence, and none an apology", async () => {
  const lines = number("LINES", 3000);
  const system = await startSystem();
  const bad = await talkNonsense(system, lines, drawing(seed));
  await system.stop();
  console.log(`seed ${seed}: ${lines} lines, ${bad.length} without an answer`);
  expect(bad).toEqual([]);
});
