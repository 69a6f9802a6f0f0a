// Very many shout-outs into one channel at once, told to the bot as Slack tells it: what is not taken comes again under the same id,
// three times at most (design/platforms.md A1; sooner than there, where it is a minute and five).
import { sendEvent, type Wire } from "#test/support/slack/platform/client";
import { dmOf, type FakeSlack, type FakeWorkspace } from "#test/support/slack/platform/workspace";
import { readBlocks } from "#test/support/slack/platform/blocks";

const channel = "CBURST";
const people = 30;
const atOnce = 12;
const againMs = [0, 10_000, 30_000];
const user = (n: number): string => `U${n % people}`;
const reason = (n: number): string => `closed deal number ${n} with a hospital`;

export interface Burst {
  readonly workspace: FakeWorkspace;
  /** Everybody says hello, so that they are known. */
  meet(wire: Wire): Promise<void>;
  /** Resolves when all were taken, and returns how often one had to be told again. */
  tell(wire: Wire, many: number): Promise<number>;
  /** How many different ones stand in the channel. */
  readonly there: number;
  /** Resolves when the next one has come to the channel and nobody has heard so yet: there a kill hurts. */
  underWay(): Promise<void>;
  /** How often the one admin was asked about a message that may have arrived. */
  readonly asked: number;
  count(many: number): {
    readonly missing: number;
    readonly twice: number;
    readonly tooFast: number;
    readonly refused: readonly string[];
  };
}

/** A workspace with thirty people, all of whose zone is the one given, in one channel with the bot. */
export function createBurst(slack: FakeSlack, team: string, zone: string): Burst {
  const workspace = slack.workspace(
    team,
    `xoxb-${team}`,
    Array.from({ length: people }, (_, n) => ({
      id: user(n),
      name: `Rep ${n}`,
      tz: zone,
      admin: n === 0,
    })),
  );
  workspace.channels.set(channel, {
    name: "wins",
    members: new Set([workspace.botUser, ...workspace.users.keys()]),
    archived: false,
    im: null,
  });

  async function tellOne(
    wire: Wire,
    event: { readonly type: string; readonly ts: string },
  ): Promise<number> {
    for (let retry = 0; ; retry++) {
      const taken = await sendEvent(wire, team, workspace.botUser, event, {
        eventId: `Ev${event.ts}`,
        ...(retry > 0 ? { retry } : {}),
      }).then(
        ({ status }) => status === 200,
        () => false,
      );
      if (taken) return retry;
      if (retry === againMs.length) throw new Error("Slack gives up after its third retry");
      await new Promise((resolve) => setTimeout(resolve, againMs[retry]));
    }
  }

  async function inTurns(many: number, work: (n: number) => Promise<void>): Promise<void> {
    let next = 0;
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        while (next < many) await work(next++);
      }),
    );
  }

  const shoutsThere = (): string[] =>
    workspace.messages
      .filter((each) => each.channel === channel && each.by === workspace.botUser)
      .flatMap((each) => /deal number (\d+) with/.exec(readBlocks(each.blocks))?.[1] ?? []);

  return {
    workspace,
    meet: (wire) =>
      inTurns(people, async (n) => {
        await tellOne(wire, {
          type: "message",
          channel: `D${user(n)}`,
          channel_type: "im",
          user: user(n),
          text: "help",
          ts: `1796000000.${String(n).padStart(6, "0")}`,
        } as never);
      }),
    async tell(wire, many) {
      let again = 0;
      await inTurns(many, async (n) => {
        const ts = `1797000000.${String(n).padStart(6, "0")}`;
        workspace.messages.push({
          channel,
          ts,
          by: user(n),
          text: "",
          blocks: [],
          metadata: null,
          ephemeralTo: null,
          reactions: [],
          edits: 0,
        });
        again += await tellOne(wire, {
          type: "app_mention",
          channel,
          user: user(n),
          text: `<@${workspace.botUser}> praise <@${user(n + 1)}> ${reason(n)}`,
          ts,
        } as never);
      });
      return again;
    },
    get there() {
      return new Set(shoutsThere()).size;
    },
    async underWay() {
      const came = (): number => shoutsThere().length;
      for (const before = came(); came() === before;)
        await new Promise((resolve) => setTimeout(resolve, 5));
    },
    get asked() {
      return workspace.messages.filter(
        (each) =>
          each.channel === dmOf(workspace, user(0)) &&
          /may not have arrived/.test(readBlocks(each.blocks)),
      ).length;
    },
    count(many) {
      const there = shoutsThere();
      const calls = slack.calls.filter(
        (each) => each.token === workspace.token && each.error !== null,
      );
      return {
        missing: many - new Set(there).size,
        twice: there.length - new Set(there).size,
        tooFast: calls.filter((each) => each.error === "ratelimited").length,
        refused: [
          ...new Set(
            calls
              .filter((each) => each.error !== "ratelimited")
              .map((each) => `${each.method} ${each.error}`),
          ),
        ],
      };
    },
  };
}
