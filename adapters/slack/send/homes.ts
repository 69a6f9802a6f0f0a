// The Home tabs of those who look at theirs: published anew after what they do, and when others changed what they show. Slack tells when a
// tab is opened and asks again each time, so only those that were opened lately are kept up to date.
import { card, type Card } from "#src/view/card";
import { plainLine } from "#src/view/line";
import type { Arrived } from "../people/people.ts";
import { limits } from "../render/limits.ts";
import { identity, wordsIn } from "../slack.ts";
import { caught } from "./errors.ts";
import { blocksOf } from "./send.ts";
import { clientOf, renderAndKeep, type AnswerPorts } from "./show-cards.ts";

export interface Homes {
  /** Who may not use the bot here, or could not be looked up, reads that on the tab. */
  publish(workspace: string, user: string, arrived?: Arrived): Promise<void>;
  /** The same after something was done from it; what came of that stands above it until the next time. */
  answer(workspace: string, user: string, cards: readonly Card[]): Promise<void>;
  /** Somebody did something: their own tab at once, unless that is where they did it; those of the others a little later. Never throws. */
  acted(workspace: string, user: string, atHome?: boolean): Promise<void>;
  /** Waits for those that are published late. */
  settled(): Promise<void>;
  stop(): void;
}

export interface HomesOptions {
  /** Others' acts of so long are one publishing: a channel that reports together is one change. */
  readonly gatherMs: number;
}

interface OpenHome {
  readonly workspace: string;
  readonly user: string;
  readonly openedAt: number;
  /** What it shows, so that nothing is published that is there already. */
  readonly shows: string;
}

/** As long somebody may look at a tab they opened. */
const lookMs = 30 * 60_000;
/** Of all workspaces together; those opened longest ago give way. */
const mostOpen = 500;

export function createHomes(ports: AnswerPorts, { gatherMs }: HomesOptions): Homes {
  const { slack } = ports;
  const open = new Map<string, OpenHome>();
  const stale = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let late: Promise<void> = Promise.resolve();
  const keyOf = (workspace: string, user: string): string => `${workspace}/${user}`;

  async function publish(
    workspace: string,
    user: string,
    cards: readonly Card[],
    mayStand: boolean,
  ): Promise<void> {
    const key = keyOf(workspace, user);
    const known = open.get(key);
    const shows = JSON.stringify(cards);
    stale.delete(key);
    if (mayStand && known?.shows === shows) return;
    const { locale } = (await slack.bot().vocabulary(identity(workspace, user))) ?? {
      locale: "en" as const,
    };
    const made = await renderAndKeep(ports, workspace, cards, locale, {
      most: limits.viewBlocks,
    });
    const client = await clientOf(ports, workspace);
    await client.views.publish({
      user_id: user,
      // Blocks are what render/ makes, held to Slack's own limits by its tests; the library's types know fewer kinds of them.
      view: { type: "home", blocks: blocksOf(made.blocks) } as never,
    });
    open.delete(key);
    const openedAt = mayStand && known ? known.openedAt : slack.clock.now().getTime();
    open.set(key, { workspace, user, openedAt, shows });
    for (const [oldest] of open) {
      if (open.size <= mostOpen) break;
      open.delete(oldest);
    }
  }

  /** What it is stands first for who did nothing yet. */
  async function homeOf(workspace: string, user: string): Promise<readonly Card[]> {
    const viewer = identity(workspace, user);
    const first = await slack.bot().firstWords(viewer);
    return [...(first === null ? [] : [first]), ...(await slack.bot().home(viewer))];
  }

  const isLookedAt = ({ openedAt }: OpenHome): boolean =>
    slack.clock.now().getTime() - openedAt < lookMs;

  async function again({ workspace, user }: OpenHome): Promise<void> {
    try {
      await publish(workspace, user, await homeOf(workspace, user), true);
    } catch (error) {
      slack.logger.warn(caught(error), "slack.home_failed");
    }
  }

  /** One after the other: nobody waits for it, and Slack takes a hundred a minute. */
  async function publishStale(): Promise<void> {
    timer = null;
    for (const key of stale) {
      const home = open.get(key);
      if (home && isLookedAt(home)) await again(home);
      stale.delete(key);
    }
  }

  return {
    async publish(workspace, user, arrived = "known") {
      const t = wordsIn(slack, "en");
      const cards =
        arrived === "known"
          ? await homeOf(workspace, user)
          : [card({ title: arrived === "stranger" ? t.stranger() : t.notReached() })];
      await publish(workspace, user, cards, false);
    },
    async answer(workspace, user, cards) {
      const [first] = cards.filter((each) => plainLine(each.title) !== "");
      const said = first ? [card({ title: first.title, tone: first.tone, quiet: true })] : [];
      await publish(workspace, user, [...said, ...(await homeOf(workspace, user))], false);
    },
    async acted(workspace, user, atHome = false) {
      const own = atHome ? undefined : open.get(keyOf(workspace, user));
      if (own && isLookedAt(own)) await again(own);
      for (const [key, home] of open) {
        if (!isLookedAt(home)) open.delete(key);
        else if (home.workspace === workspace && home.user !== user) stale.add(key);
      }
      if (stale.size === 0 || timer !== null) return;
      timer = setTimeout(() => {
        late = late.then(publishStale);
      }, gatherMs);
      timer.unref();
    },
    async settled() {
      if (timer === null) return late;
      clearTimeout(timer);
      late = late.then(publishStale);
      return late;
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      stale.clear();
    },
  };
}
