// Lark has no tab for a home: whoever asks for it gets a card in their own chat, and while they may still look at it that card is changed after
// what they do, and when others changed what it shows. As Slack's tab, but each change is a call that counts.
import { plainLine } from "#src/view/line";
import { withPage, type Card } from "#src/view/card";
import { wordsIn } from "../messages/index.ts";
import { appOf, identity, platform, type Lark } from "../lark.ts";
import { renderCards } from "../render/card.ts";
import type { Homes } from "./home-cards.ts";
import { patchCard } from "./send.ts";

interface StandingHome {
  readonly workspace: string;
  readonly user: string;
  readonly message: string;
  readonly since: number;
  /** What it shows, so that nothing is changed that is so already. */
  readonly shows: string;
}

/** So long somebody may look at a card they asked for. */
const lookMs = 30 * 60_000;
/** So long an answer may be on its way. */
const expectMs = 30_000;
/** In this process; those asked for longest ago give way. */
const mostStanding = 500;

export function createHomes(lark: Lark, gatherMs: number): Homes {
  const standing = new Map<string, StandingHome>();
  const expected = new Map<string, number>();
  const stale = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let late: Promise<void> = Promise.resolve();
  const now = (): number => lark.wall.now().getTime();
  const isLookedAt = ({ since }: StandingHome): boolean => now() - since < lookMs;

  async function changeStale(): Promise<void> {
    timer = null;
    for (const key of stale) {
      stale.delete(key);
      const home = standing.get(key);
      if (home !== undefined && isLookedAt(home)) await again(lark, standing, home);
    }
  }

  return {
    expects: (workspace, user) => void expected.set(keyOf(workspace, user), now() + expectMs),
    async posted(workspace, user, message, cards) {
      const key = keyOf(workspace, user);
      const until = expected.get(key);
      if (until === undefined) return;
      if (until < now()) return void expected.delete(key);
      const home = await lark.bot().home(identity(workspace, user));
      if (home.length === 0 || titlesOf(home) !== titlesOf(cards)) return;
      expected.delete(key);
      standing.delete(key);
      standing.set(key, { workspace, user, message, since: now(), shows: JSON.stringify(home) });
      for (const [oldest] of standing) {
        if (standing.size <= mostStanding) break;
        standing.delete(oldest);
      }
    },
    left(message) {
      for (const [key, home] of standing) if (home.message === message) standing.delete(key);
    },
    async acted(workspace, user) {
      const own = standing.get(keyOf(workspace, user));
      if (own !== undefined && isLookedAt(own)) await again(lark, standing, own);
      for (const [key, home] of standing) {
        if (!isLookedAt(home)) standing.delete(key);
        else if (home.workspace === workspace && home.user !== user) stale.add(key);
      }
      if (stale.size === 0 || timer !== null) return;
      timer = setTimeout(() => {
        late = late.then(changeStale);
      }, gatherMs);
      timer.unref();
    },
    async settled() {
      if (timer === null) return late;
      clearTimeout(timer);
      late = late.then(changeStale);
      return late;
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      stale.clear();
    },
  };
}

const keyOf = (workspace: string, user: string): string => `${workspace}/${user}`;

/** As it is now, where that is something else. Never throws. */
async function again(
  lark: Lark,
  standing: Map<string, StandingHome>,
  home: StandingHome,
): Promise<void> {
  const { workspace, user, message } = home;
  const key = keyOf(workspace, user);
  try {
    const cards = await lark.bot().home(identity(workspace, user));
    const shows = JSON.stringify(cards);
    const app = appOf(lark, workspace);
    if (app === null || shows === home.shows || cards.length === 0) return;
    const reads = await lark.bot().vocabulary(identity(workspace, user));
    const card = renderCards(
      cards.map((each) => withPage(each, lark.bot().hrefOf)),
      { rendering: lark.chance.id(), group: false },
      wordsIn(reads?.locale ?? "zh"),
    );
    // Nobody waits for it: where the chat was written to just now, it waits its turn.
    const wait = await lark.turn({ platform, workspace, user });
    if (wait > 0) await new Promise((resolve) => void setTimeout(resolve, wait).unref());
    await lark.holding.free(message);
    if (standing.get(key)?.message !== message) return;
    const done = await patchCard(app, message, card);
    if (done?.result === "sent") standing.set(key, { ...home, shows });
    else if (done === null || done.result === "final") standing.delete(key);
  } catch (error) {
    lark.logger.warn({ error }, "lark.home_failed");
  }
}

/** What came through the outbox is the same in another order of its parts. */
const titlesOf = (cards: readonly Card[]): string =>
  cards.map((each) => plainLine(each.title)).join("\n");
