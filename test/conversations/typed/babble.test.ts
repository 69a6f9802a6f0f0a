// What nobody would write, written: every line gets an answer, none an apology. test/long says many more.
import { expect, it } from "vitest";
import { drawing } from "#test/support/chance";
import { startSystem } from "#test/support/story/system";
import { talkNonsense } from "#test/support/lines/babble";

it("every line gets an answer in a sentence, and none an apology", async () => {
  const system = await startSystem();
  const bad = await talkNonsense(system, 60, drawing(7));
  await system.stop();
  expect(bad).toEqual([]);
});
