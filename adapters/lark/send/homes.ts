// Lark has no tab for a home: whoever asks for it gets a card in their own chat, and that card is changed after what they do, and for a while
// when others changed what it shows. As Slack's tab, but each change is a call that counts. Which card it is stands in the database, so that it
// is followed whichever process is at work.
import { createHash } from "node:crypto";
import { z } from "zod";
import { plainLine } from "#src/view/line";
import { withPage, type Card } from "#src/view/card";
import { wordsIn } from "../messages/index.ts";
import { appOf, identity, platform, type Lark } from "../lark.ts";
import { renderCards } from "../render/card.ts";
import type { Homes } from "./home-cards.ts";
import { patchCard } from "./send.ts";

const pinned = z.object({
  user: z.string(),
  /** Null: it was asked for, and is on its way. */
  message: z.string().nullable(),
  /** A print of what it shows, so that nothing is changed that is so already. */
  shows: z.string(),
});
type Home = z.output<typeof pinned> & { readonly workspace: string; readonly at: Date };

/** So long their own acts change it: the day they asked for it. Each is one call more beside its answer. */
const followMs = 12 * 3_600_000;
/** So long they may be looking at it when others act. */
const lookMs = 30 * 60_000;
/** So long an answer may be on its way. */
const expectMs = 30_000;
/** Of one company at a time; those asked for longest ago give way. */
const mostLookedAt = 500;

export function createHomes(lark: Lark, gatherMs: number): Homes {
  const stale = new Map<string, { readonly workspace: string; readonly but: string }>();
  let timer: NodeJS.Timeout | null = null;
  let late: Promise<void> = Promise.resolve();
  const before = (ms: number): Date => new Date(lark.wall.now().getTime() - ms);

  async function changeStale(): Promise<void> {
    timer = null;
    const told = [...stale.values()];
    stale.clear();
    for (const { workspace, but } of told)
      for (const home of await lookedAt(lark, workspace, before(lookMs)))
        if (home.user !== but) await again(lark, home);
  }
  const gathered = (): Promise<void> =>
    (late = late.then(changeStale).catch((error: unknown) => {
      lark.logger.warn({ error }, "lark.home_failed");
    }));

  return {
    expects: (workspace, user) =>
      pin(lark, { workspace, user, message: null, shows: "", at: lark.wall.now() }),
    async posted(workspace, user, message, cards) {
      const asked = await homeOf(lark, workspace, user);
      if (asked === null || asked.message !== null || asked.at < before(expectMs)) return;
      const home = await lark.bot().home(identity(workspace, user));
      if (home.length === 0 || titlesOf(home) !== titlesOf(cards)) return;
      await pin(lark, { workspace, user, message, shows: printOf(home), at: lark.wall.now() });
    },
    async left(workspace, user, message) {
      const home = await homeOf(lark, workspace, user);
      // Far enough back that nobody follows it.
      if (home?.message === message) await pin(lark, { ...home, at: new Date(0) });
    },
    async acted(workspace, user) {
      const own = await homeOf(lark, workspace, user).catch(() => null);
      if (own !== null && own.at >= before(followMs)) await again(lark, own);
      // Whoever acted alone has seen their own.
      const alone = (stale.get(workspace)?.but ?? user) === user;
      stale.set(workspace, { workspace, but: alone ? user : "" });
      if (timer !== null) return;
      timer = setTimeout(() => void gathered(), gatherMs);
      timer.unref();
    },
    async settled() {
      if (timer === null) return late;
      clearTimeout(timer);
      return gathered();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      stale.clear();
    },
  };
}

const begins = "home:";

const pin = (lark: Lark, { workspace, at, ...what }: Home): Promise<void> =>
  lark.board.pin({ platform, workspace }, `${begins}${what.user}`, what, at);

async function homeOf(lark: Lark, workspace: string, user: string): Promise<Home | null> {
  const found = await lark.board.pinned({ platform, workspace }, `${begins}${user}`);
  const read = pinned.safeParse(found?.what);
  return found !== null && read.success ? { ...read.data, workspace, at: found.at } : null;
}

async function lookedAt(lark: Lark, workspace: string, since: Date): Promise<readonly Home[]> {
  const found = await lark.board.since({ platform, workspace }, begins, since, mostLookedAt);
  return found.flatMap(({ what, at }) => {
    const read = pinned.safeParse(what);
    return read.success ? [{ ...read.data, workspace, at }] : [];
  });
}

/** As it is now, where that is something else. Never throws. */
async function again(lark: Lark, home: Home): Promise<void> {
  const { workspace, user, message } = home;
  try {
    if (message === null) return;
    const cards = await lark.bot().home(identity(workspace, user));
    const shows = printOf(cards);
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
    const now = await homeOf(lark, workspace, user);
    if (now?.message !== message || now.at < home.at) return;
    const done = await patchCard(app, message, card);
    if (done?.result === "sent") await pin(lark, { ...home, shows });
    else if (done === null || done.result === "final")
      await pin(lark, { ...home, at: new Date(0) });
  } catch (error) {
    lark.logger.warn({ error }, "lark.home_failed");
  }
}

const printOf = (cards: readonly Card[]): string =>
  createHash("sha256").update(JSON.stringify(cards)).digest("base64url");

/** What came through the outbox is the same in another order of its parts. */
const titlesOf = (cards: readonly Card[]): string =>
  cards.map((each) => plainLine(each.title)).join("\n");
