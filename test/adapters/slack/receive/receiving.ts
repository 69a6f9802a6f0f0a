// Requests as Slack sends them to an adapter with a scripted bot.
import { afterEach, beforeEach, vi } from "vitest";
import type { Outcome } from "#src/bot/declare/incoming";
import { card } from "#src/view/card";
import { readBlocks } from "#test/support/slack/platform/blocks";
import { createSlackFixture, team, type SlackFixture } from "#test/support/slack/fixture";
import { dmOf } from "#test/support/slack/platform/workspace";
import { until } from "#test/support/until";

export let made: SlackFixture;
/** A Slack of our own before each test of a file. */
export function receiving(): void {
  beforeEach(async () => {
    made = await createSlackFixture();
  });
  afterEach(() => made.close());
}

export const now = new Date("2026-11-11T02:00:00Z");
export const workspace = () => made.slack.workspaceOf(team);
export const bot = () => workspace().botUser;
export const shown = (title: string) =>
  ({ outcome: "show", cards: [card({ title })], locale: "en" }) as const;
export const inDm = (text: string, more: object = {}) => ({
  type: "message",
  channel: dmOf(workspace(), "U1"),
  channel_type: "im",
  user: "U1",
  text,
  ts: "1795000000.000100",
  ...more,
});
export const asked = (text: string, more: object = {}) => ({
  command: "/coach",
  text,
  team_id: team,
  user_id: "U1",
  channel_id: "C1",
  channel_name: "sales",
  trigger_id: made.slack.trigger(team, "U1"),
  response_url: made.slack.responseUrl(team, "U1", "C1", null),
  ...more,
});
export const post = (raw: string, headers: Record<string, string>) =>
  made.adapter.routes.request("http://pacer.test/slack/events", {
    method: "POST",
    body: raw,
    headers: { "content-type": "application/json", ...headers },
  });
export const ownChat = () =>
  workspace()
    .messages.filter((each) => each.channel === dmOf(workspace(), "U1"))
    .map((each) => readBlocks(each.blocks));

/** What comes back when the bot works on what it hears for longer than Slack waits, and then comes to this. */
export async function outlasting<Answer>(
  outcome: Outcome,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  let finish = (_: Outcome): void => {};
  const work = new Promise<Outcome>((resolve) => (finish = resolve));
  const before = made.bot.received.length;
  made.bot.next(() => work);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let answer: Promise<Answer>;
  try {
    answer = ask();
    await until(() => made.bot.received.length > before);
    await vi.advanceTimersByTimeAsync(2_300);
  } finally {
    vi.useRealTimers();
  }
  finish(outcome);
  return answer;
}
