// The bot on Slack: the contract of every surface, against a Slack of our own.
import { afterEach, expect, test } from "vitest";
import { elements, fields } from "#adapters/slack/render/degradation";
import { limits } from "#adapters/slack/render/limits";
import { piecesIn } from "#test/support/slack/platform/blocks";
import { createSlackFixture, team, type SlackFixture } from "#test/support/slack/fixture";
import { dmOf } from "#test/support/slack/platform/workspace";
import { adapterContract } from "#test/adapters/contract/contract";
import type { Made } from "#test/adapters/contract/made";

const open: SlackFixture[] = [];
afterEach(async () => {
  const refused = open.flatMap((each) =>
    each.slack.calls.filter(
      (call) =>
        call.error !== null &&
        !["user_not_found", "channel_not_found", "missing_scope"].includes(call.error),
    ),
  );
  const errors = open.flatMap((each) =>
    each.logged.filter(({ event }) => !["slack.library", "slack.socket_open"].includes(event)),
  );
  await Promise.all(open.splice(0).map((each) => each.close()));
  expect({ refused, errors }).toEqual({ refused: [], errors: [] });
});

async function fixture(
  options: Parameters<typeof createSlackFixture>[0] = {},
): Promise<SlackFixture> {
  const made = await createSlackFixture(options);
  open.push(made);
  return made;
}

/** Slack closes what somebody's words opened: a direction left open ends where their words end. */
const isJust = (shown: string, words: string): boolean =>
  shown.startsWith(words) && /^[\u202C\u2069]*$/.test(shown.slice(words.length));

async function make(options: Parameters<typeof createSlackFixture>[0]): Promise<Made> {
  const made = await fixture(options);
  const room = made.inRoom("C1");
  return {
    place: {
      address: { platform: "slack", workspace: team, channel: "C1" },
      other: "U2",
      // Without the optional history scopes Slack tells of nothing that does not mention the bot.
      hearsTalk: false,
      toBot: (words) => `@Pacer ${words}`,
      say: (user, words) => room.say(user, words),
      sees: async (user) => (await room.screen(user)).messages.map((each) => ({ ...each })),
      press: (user, label) => room.press(user, label),
    },
    surface: made.surface,
    bot: made.bot,
    chat: made.adapter.chat,
    user: "U1",
    address: { platform: "slack", workspace: team, user: "U1" },
    async shownAs(user, words) {
      const workspace = made.slack.workspaceOf(team);
      const last = workspace.messages.findLast(
        (each) => each.channel === dmOf(workspace, user) && each.by === workspace.botUser,
      );
      const found = piecesIn(last?.blocks ?? []).filter((each) => isJust(each.text, words));
      if (found.length === 0) return "absent";
      return found.every((each) => !each.markup) ? "text" : "markup";
    },
    async stranger() {
      made.bot.strangers.add("U3");
      await made.surface.say("U3", "log 12k");
      return (await made.surface.screen("U3")).messages.at(-1)?.text ?? "";
    },
  };
}

adapterContract("slack over http", {
  make: () => make({}),
  elements,
  fields,
  longestText: limits.text,
});
adapterContract("slack over its socket", {
  make: () => make({ socket: true }),
  elements,
  fields,
  longestText: limits.text,
});

test("is made without asking Slack anything", async () => {
  expect((await fixture()).slack.calls).toEqual([]);
});
