// From the outbox to people: woken after a commit, or by its own poll, which is the truth. One message at a time per
// person, in order, at the platform's pace; what failed comes again later, what cannot succeed is laid aside with its reason.
import type { Bot } from "#src/bot/api";
import type { Chat, PostResult } from "#src/ports/chat";
import type { Chance } from "#src/ports/clock";
import type { Logger } from "#src/ports/logger";
import type { Meter } from "#src/ports/meter";
import type { Claimed, Content, Outbox } from "#src/ports/outbox";

const inHandAtMost = 20;
const usualLeaseMs = 30_000;
const pollMs = 1_000;
const gatherMs = 5;
const longestPostMs = 120_000;
const mostTries = 12;
const triesToRead = 4;
/** The last of them comes about an hour after the first. */
export const mostAttempts = 12;

export interface DeliverLoop {
  /** From now on it polls, and may be woken. Until then it delivers only where `drain` asks for it: a tool sends nothing by being opened. */
  start(): void;
  /** Something new may be due. */
  wake(): void;
  /** Delivers until nothing is due; for tests and for the clock of the playground. */
  drain(): Promise<void>;
  /** Finishes what is in hand, for at most so long: what is left comes again when its lease is over. */
  stop(withinMs?: number): Promise<void>;
}

export interface DeliverPorts {
  readonly outbox: Outbox;
  readonly chats: readonly Chat[];
  readonly bot: Pick<Bot, "compose" | "askAdmins">;
  readonly chance: Chance;
  readonly logger: Logger;
  readonly meter: Meter;
  /** For how long a claim holds without being extended; so long after a crash somebody else takes it. 30 seconds unless told. */
  readonly leaseMs?: number;
}

interface InHand {
  readonly claimed: Claimed;
  readonly work: Promise<void>;
  /** By this process's own steady clock, and never later than by the database's. */
  leasedUntil: number;
}

/** Nothing was sent: its content could not be read. */
interface NotTried {
  readonly result: "not tried";
}

/** Whether an earlier attempt arrived is not to be asked just now. */
interface NotLooked {
  readonly result: "not looked";
  readonly afterMs: number;
}

export function createDeliverLoop({
  outbox,
  chats,
  bot,
  chance,
  logger,
  meter,
  leaseMs = usualLeaseMs,
}: DeliverPorts): DeliverLoop {
  const inHand = new Map<string, InHand>();
  const works = (): Promise<void>[] => [...inHand.values()].map((each) => each.work);
  let running: Promise<void> | null = null;
  let rounds: Promise<boolean> = Promise.resolve(false);
  let again = false;
  let started = false;
  let stopped = false;
  let poll: NodeJS.Timeout | undefined;
  let timer: { readonly at: number; readonly timeout: NodeJS.Timeout } | null = null;
  const chatOf = (platform: string) => chats.find((known) => known.platform === platform);
  const unlimited = { destination: null, installation: null };

  /** One after the other: what another round is about to take is neither there for this one nor in hand yet. */
  function round(): Promise<boolean> {
    const mine = rounds.then(claimSome);
    rounds = mine.catch(() => false);
    return mine;
  }

  /** Claims as many as hands are free; false when nothing was due. */
  async function claimSome(): Promise<boolean> {
    if (inHand.size >= inHandAtMost) return false;
    const leasedUntil = performance.now() + leaseMs;
    const { claimed, dead, merged, nextMs } = await outbox.claim({
      most: inHandAtMost - inHand.size,
      leaseMs,
      mostAttempts,
      pace: (platform) => chatOf(platform)?.pace ?? unlimited,
    });
    meter.count("claimed", claimed.length);
    meter.count("dead", dead);
    meter.count("merged", merged);
    if (dead > 0) logger.warn({ dead }, "deliveries given up");
    // One transaction for all of an organisation's; what has no words yet is read when it has.
    const contents = new Map(
      [...new Set(claimed.map((each) => each.organisation))].map((id) => [
        id,
        outbox.contents(claimed.filter((each) => each.composed && each.organisation === id)),
      ]),
    );
    for (const reading of contents.values()) reading.catch(() => {}); // heard by each of them
    for (const each of claimed) {
      const work = deliver(each, contents.get(each.organisation)!)
        .catch((error: unknown) => logger.error({ delivery: each.id, error }, "delivery failed"))
        .finally(() => inHand.delete(each.id));
      inHand.set(each.id, { claimed: each, work, leasedUntil });
    }
    if (nextMs !== null) wakeIn(nextMs);
    return claimed.length > 0 || dead > 0 || merged > 0;
  }

  async function deliver(each: Claimed, contents: ReturnType<Outbox["contents"]>): Promise<void> {
    const chat = chatOf(each.to.platform);
    if (!chat) return giveUp(each, "content", `no chat for ${each.to.platform}`, each.unsure);
    if (
      !each.composed &&
      each.person !== null &&
      !(await bot.compose({ ...each, person: each.person }))
    )
      return;
    return settle(
      each,
      await attempt(each, each.composed ? contents : outbox.contents([each]), chat),
    );
  }

  async function attempt(
    each: Claimed,
    contents: ReturnType<Outbox["contents"]>,
    chat: Chat,
  ): Promise<PostResult | NotTried | NotLooked> {
    let content: Content | undefined;
    try {
      content = (await contents).get(each.id);
    } catch (error) {
      logger.error({ delivery: each.id, error }, "content not read");
      return { result: "not tried" };
    }
    // Written and deleted together with its head, so where it is missing something is wrong with the reading (a connection that broke): read again.
    if (!content)
      return each.attempt < triesToRead
        ? { result: "not tried" }
        : { result: "final", stops: "content", why: "its content is gone" };
    try {
      return await inTime(post(each, content, chat));
    } catch (error) {
      logger.error({ delivery: each.id, error }, "post failed");
      return { result: "unknown" };
    }
  }

  async function post(
    each: Claimed,
    content: Content,
    chat: Chat,
  ): Promise<PostResult | NotLooked> {
    const message = { deliveryId: each.id, ...content };
    if (each.edits !== null) return chat.edit(each.to, each.edits, message);
    // After an attempt nobody heard the end of: look before sending again.
    const found = each.unsure ? await chat.find(each.to, each.id) : { found: "absent" as const };
    if (found.found === "later") return { result: "not looked", afterMs: found.afterMs };
    if (found.found === "there") return { result: "sent", messageId: found.messageId };
    if (found.found === "unknowable")
      return { result: "final", stops: "content", why: mayHaveArrived };
    // This process stood still for so long that another may have taken it: whoever has it now looks, and so it must not appear afterwards.
    if ((inHand.get(each.id)?.leasedUntil ?? 0) < performance.now()) return { result: "unknown" };
    return chat.post(each.to, message);
  }

  async function settle(each: Claimed, result: PostResult | NotTried | NotLooked): Promise<void> {
    const afterMs = backoffMs(each.attempt, chance.share());
    switch (result.result) {
      case "sent":
        meter.count(each.edits === null ? "sent" : "edited");
        return insist(() => outbox.sent(each, result.messageId));
      case "final":
        return giveUp(each, result.stops, result.why, each.unsure);
      case "later":
        return outbox.later(each, result.afterMs, "asked to wait", { all: result.all === true });
      case "not looked":
        return outbox.later(each, result.afterMs, "asked to wait before it is looked for", {
          maybeThere: true,
        });
      case "unknown":
        return each.attempt >= mostAttempts
          ? giveUp(each, "content", "gave up", true)
          : outbox.unknown(each, afterMs);
      case "not tried":
        return each.attempt >= mostAttempts
          ? giveUp(each, "content", "its content was not read", each.unsure)
          : outbox.failed(each, afterMs, "its content was not read");
    }
  }

  /** What is known to have arrived is written down though the database is away for a while: nobody should have to look for it. */
  async function insist(work: () => Promise<void>): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        return await work();
      } catch (error) {
        if (tries === mostTries || stopped) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.min(5_000, 100 * 2 ** tries)));
      }
    }
  }

  async function giveUp(
    each: Claimed,
    stops: "person" | "content" | "installation",
    why: string,
    unsure = false,
  ): Promise<void> {
    logger.warn({ delivery: each.id, stops, why }, "delivery cannot succeed");
    if (stops === "person") return outbox.stopPerson(each, why);
    if (stops === "installation") return outbox.stopInstallation(each, why);
    // Asked first: a crash in between asks nobody twice, and forgets nobody.
    if (why === mayHaveArrived) await bot.askAdmins(each);
    // Whoever wants that one sent again has read that nobody may look.
    await outbox.dead(each, why, unsure && why !== mayHaveArrived);
    meter.count("dead");
  }

  async function loop(): Promise<void> {
    do {
      again = false;
      while (!stopped && inHand.size < inHandAtMost && (await round())) again = true;
      if (inHand.size >= inHandAtMost && !stopped) {
        await Promise.race(works());
        // Others end at nearly the same moment: one claim for all of them.
        await new Promise((resolve) => setTimeout(resolve, gatherMs));
        again = true;
      }
    } while (again && !stopped);
  }

  function wake(): void {
    again = true;
    if (!started || stopped || running) return;
    running = loop()
      .catch((error: unknown) => logger.error({ error }, "deliver loop failed"))
      .finally(() => {
        running = null;
        // A person's next message waits until this one is settled.
        for (const work of works()) void work.then(() => wakeIn(gatherMs));
      });
  }

  async function extend(): Promise<void> {
    const leasedUntil = performance.now() + leaseMs;
    const held = [...inHand.values()];
    const kept = new Set(
      await outbox.extend(
        held.map((each) => each.claimed),
        leaseMs,
      ),
    );
    for (const each of held) if (kept.has(each.claimed.id)) each.leasedUntil = leasedUntil;
  }

  /** The earliest one counts. */
  function wakeIn(ms: number): void {
    const at = performance.now() + Math.min(ms, pollMs);
    if (timer && timer.at <= at) return;
    if (timer) clearTimeout(timer.timeout);
    const timeout = setTimeout(() => {
      timer = null;
      wake();
    }, at - performance.now());
    timeout.unref();
    timer = { at, timeout };
  }

  const keep = setInterval(() => {
    if (inHand.size > 0)
      extend().catch((error: unknown) => logger.error({ error }, "lease not extended"));
  }, leaseMs / 3);
  keep.unref();
  return {
    start() {
      started = true;
      poll ??= setInterval(wake, pollMs).unref();
      wake();
    },
    wake,
    async drain() {
      for (let more = true; more;) {
        while (running) await running;
        // What was in hand when the round began held back what comes behind it, though it be settled by the end.
        const busy = inHand.size > 0;
        more = (await round()) || busy || inHand.size > 0;
        await Promise.all(works());
      }
    },
    async stop(withinMs = 9_000) {
      stopped = true;
      clearInterval(poll);
      if (timer) clearTimeout(timer.timeout);
      // The loop itself waits for a free hand where all are full, so it is under the same limit.
      const done = (async () => {
        await running;
        await Promise.all(works());
      })();
      await Promise.race([
        done,
        new Promise<void>((resolve) => setTimeout(resolve, withinMs).unref()),
      ]);
      clearInterval(keep);
    },
  };
}

/** A platform that never answers must not keep a hand for ever: what became of it is unknown then. */
function inTime<T>(posting: Promise<PostResult | T>): Promise<PostResult | T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<PostResult>((resolve) => {
    timer = setTimeout(resolve, longestPostMs, { result: "unknown" });
    timer.unref();
  });
  return Promise.race([posting, late]).finally(() => clearTimeout(timer));
}

const mayHaveArrived = "it may have arrived, and here nobody may look";

/** Doubles from one second to ten minutes, by a share from a half to the whole of it. */
export const backoffMs = (attempt: number, share: number): number =>
  Math.min(600_000, 1_000 * 2 ** (attempt - 1)) * (0.5 + share / 2);
