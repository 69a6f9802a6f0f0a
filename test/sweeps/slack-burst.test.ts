// A hundred shout-outs at once into one channel on Slack. Everything goes 25 times as fast as Slack lets it: what the bot may send in a second,
// and what the fake Slack takes in one. Three hundred at Slack's own pace, with the real program, which is killed: test/long/slack-burst.test.ts.
import { afterEach, expect, it } from "vitest";
import { createBurst } from "#test/support/slack/burst";
import { untilDelivered } from "#test/support/processes/swarm";
import { startSlackSystem, type SlackSystem } from "#test/support/slack/system";

const many = 100;
const faster = 25;

let system: SlackSystem;
afterEach(async () => {
  await system.stop();
  // A receipt that a busy machine gave up loses nothing.
  expect(system.errors.filter(({ event }) => event !== "slack.receipt_failed")).toEqual([]);
});

it(
  "a burst of shout-outs loses none, doubles none, and meets no 429",
  { timeout: 120_000 },
  async () => {
    system = await startSlackSystem({ faster });
    const { slack, house, wire } = system;
    slack.limit(faster);
    const burst = createBurst(slack, "T1", "Asia/Shanghai");
    await system.entered("T1");
    house.deliveries.start();
    await burst.meet(wire);
    const again = await burst.tell(wire, many);
    await expect.poll(() => burst.there, { timeout: 100_000, interval: 100 }).toBe(many);
    expect(await untilDelivered(system.database, 60_000)).toBe(0);
    expect({ again, ...burst.count(many) }).toEqual({
      again: 0,
      missing: 0,
      twice: 0,
      tooFast: 0,
      refused: [],
    });
  },
);
