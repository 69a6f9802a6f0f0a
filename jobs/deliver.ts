// From the outbox to people: woken after a commit, or by its own poll, which is the truth. One message at a time per
// person, in order, at the platform's pace; what failed comes again later, what cannot succeed is laid aside with its reason.
import type { Bot } from "#src/bot/api";
import type { Chat } from "#src/ports/chat/chat";
import { inTime, type Chance } from "#src/ports/process/clock";
import type { Logger } from "#src/ports/process/logger";
import type { Meter } from "#src/ports/process/meter";
import type { Claimed, Outbox } from "#src/ports/delivery/outbox";
import { attemptDelivery } from "./attempt-delivery.ts";
import { createInHand, type DeliveriesInHand } from "./deliveries-in-hand.ts";
import { mostAttempts, settleDelivery } from "./settle-delivery.ts";

export { retryAfterMs, mostAttempts } from "./settle-delivery.ts";

const inHandAtMost = 20;
const usualLeaseMs = 30_000;
const pollMs = 1_000;
const gatherMs = 5;
const unlimited = { destination: null, installation: null };

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
  readonly bot: Pick<Bot, "compose" | "askAdmins" | "toTell">;
  readonly chance: Chance;
  readonly logger: Logger;
  readonly meter: Meter;
  /** For how long a claim holds without being extended; so long after a crash somebody else takes it. 30 seconds unless told. */
  readonly leaseMs?: number;
}

export function createDeliverLoop(ports: DeliverPorts): DeliverLoop {
  const { outbox, logger, leaseMs = usualLeaseMs } = ports;
  const inHand = createInHand(outbox);
  const alarm = createAlarm(wake);
  let running: Promise<void> | null = null;
  let rounds: Promise<boolean> = Promise.resolve(false);
  let again = false;
  let started = false;
  let stopped = false;
  let poll: NodeJS.Timeout | undefined;

  /** One after the other: what another round is about to take is neither there for this one nor in hand yet. */
  function round(): Promise<boolean> {
    const mine = rounds.then(async () => {
      const { some, nextMs } = await claimSome(ports, inHand, () => stopped);
      if (nextMs !== null) alarm.ringIn(nextMs);
      return some;
    });
    rounds = mine.catch(() => false);
    return mine;
  }

  async function loop(): Promise<void> {
    do {
      again = false;
      while (!stopped && inHand.count() < inHandAtMost && (await round())) again = true;
      if (inHand.count() >= inHandAtMost && !stopped) {
        await Promise.race(inHand.works());
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
        for (const work of inHand.works()) void work.then(() => alarm.ringIn(gatherMs));
      });
  }

  const keep = setInterval(() => {
    inHand.extend(leaseMs).catch((error: unknown) => logger.error({ error }, "lease not extended"));
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
        const busy = inHand.count() > 0;
        more = (await round()) || busy || inHand.count() > 0;
        await Promise.all(inHand.works());
      }
    },
    async stop(withinMs = 9_000) {
      stopped = true;
      clearInterval(poll);
      alarm.stop();
      // The loop itself waits for a free hand where all are full, so it is under the same limit.
      const done = (async () => {
        await running;
        await Promise.all(inHand.works());
      })();
      await inTime(done, withinMs, null);
      clearInterval(keep);
    },
  };
}

interface Alarm {
  /** The earliest one counts. */
  ringIn(ms: number): void;
  stop(): void;
}

/** Rings at the latest when a poll would. */
function createAlarm(ring: () => void): Alarm {
  let timer: { readonly at: number; readonly timeout: NodeJS.Timeout } | null = null;
  return {
    ringIn(ms) {
      const at = performance.now() + Math.min(ms, pollMs);
      if (timer && timer.at <= at) return;
      if (timer) clearTimeout(timer.timeout);
      const timeout = setTimeout(() => {
        timer = null;
        ring();
      }, at - performance.now());
      timeout.unref();
      timer = { at, timeout };
    },
    stop() {
      if (timer) clearTimeout(timer.timeout);
    },
  };
}

/** Claims as many as hands are free. `some`: something was due; `nextMs`: after so long there is more. */
async function claimSome(
  ports: DeliverPorts,
  inHand: DeliveriesInHand,
  isStopped: () => boolean,
): Promise<{ readonly some: boolean; readonly nextMs: number | null }> {
  const { outbox, chats, logger, meter, leaseMs = usualLeaseMs } = ports;
  if (inHand.count() >= inHandAtMost) return { some: false, nextMs: null };
  const chatOf = (platform: string) => chats.find((known) => known.platform === platform);
  const leasedUntil = performance.now() + leaseMs;
  const { claimed, dead, merged, nextMs } = await outbox.claim({
    most: inHandAtMost - inHand.count(),
    leaseMs,
    mostAttempts,
    pace: (platform) => chatOf(platform)?.pace ?? unlimited,
  });
  meter.count("claimed", claimed.length);
  meter.count("dead", dead);
  meter.count("merged", merged);
  if (dead > 0) logger.warn({ dead }, "deliveries given up");
  const contents = readContents(outbox, claimed);
  for (const each of claimed)
    inHand.take(
      each,
      leasedUntil,
      deliver(each).catch((error: unknown) =>
        logger.error({ delivery: each.id, error }, "delivery failed"),
      ),
    );
  return { some: claimed.length > 0 || dead > 0 || merged > 0, nextMs };

  async function deliver(each: Claimed): Promise<void> {
    const { composed, person } = each;
    const isKnown = chatOf(each.to.platform) !== undefined;
    if (isKnown && !composed && person !== null && !(await ports.bot.compose({ ...each, person })))
      return;
    const attempted = await attemptDelivery(
      { chatOf, isHeld: inHand.isHeld, bot: ports.bot, logger },
      each,
      () => (composed ? contents(each) : outbox.contents([each])),
    );
    return settleDelivery({ ...ports, isStopped }, each, attempted);
  }
}

/** One transaction for all of an organisation's; what has no words yet is read when it has. */
function readContents(
  outbox: Outbox,
  claimed: readonly Claimed[],
): (of: Claimed) => ReturnType<Outbox["contents"]> {
  const contents = new Map(
    [...new Set(claimed.map((each) => each.organisation))].map((organisation) => [
      organisation,
      outbox.contents(
        claimed.filter((each) => each.composed && each.organisation === organisation),
      ),
    ]),
  );
  for (const reading of contents.values()) reading.catch(() => {}); // heard by each of them
  return ({ organisation }) => contents.get(organisation) ?? Promise.resolve(new Map());
}
