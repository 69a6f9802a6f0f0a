// What the bot makes of an act, within the three seconds that Slack waits; what is not ready by then is answered afterwards.
import type { Incoming, Outcome, Stranger } from "#src/bot/declare/incoming";
import type { Acting } from "../send/answer.ts";
import { caught } from "../send/errors.ts";
import { messageIdOf } from "../send/message-id.ts";
import { arrive, NotReached } from "../people/people.ts";
import { identity, wordsIn, type Slack } from "../slack.ts";
import type { Receipt } from "#src/ports/process/receipt";

export const late = Symbol("late");

export interface SlackReceipt extends Receipt {
  /** It is not taken, and nothing but Slack's own error can say so. */
  readonly refuse: () => void;
}

/** Answers Slack itself, within its three seconds. */
export type Ack = (response?: unknown) => Promise<void>;

/** What the bot makes of it, or that it is not ready in time. Never throws: whatever goes wrong is said, with a code for the log. */
export async function answered(
  slack: Slack,
  receipt: Receipt,
  work: Promise<Outcome>,
): Promise<{ readonly now: Outcome | typeof late; readonly done: Promise<Outcome> }> {
  const safe = work.catch((error: unknown): Outcome => {
    const code = slack.chance.code();
    slack.logger.error({ code, ...caught(error) }, "slack.act_failed");
    return {
      outcome: "toast",
      line: [wordsIn(slack, "en").broken(code)],
      locale: "en",
      tone: "bad",
    };
  });
  return { now: await receipt.answering(safe, late), done: safe };
}

/** Looks up whom it names, once it is kept; returns who of them is nobody of our directory, by account. */
export type MeetNamed = () => Promise<ReadonlyMap<string, Stranger>>;

/** Who nobody knows yet is met, and heard then. Nearly everybody is known, and nobody else is asked of first. */
export async function received(
  slack: Slack,
  receipt: Receipt,
  incoming: Acted,
  meets?: MeetNamed,
): Promise<Outcome> {
  const { workspace, user } = incoming.from;
  const knows =
    meets === undefined ||
    (await inTimeOrNull(slack, receipt, () => slack.bot().knows(identity(workspace, user))));
  if (knows === null) return notTaken(slack);
  const outcome = knows ? await keptAndDone(slack, receipt, incoming, meets) : null;
  return outcome === null || outcome.outcome === "stranger"
    ? afterArrival(slack, receipt, incoming, meets)
    : outcome;
}

type Acted = Extract<Incoming, { kind: "said" | "pressed" | "submitted" }>;

/**
 * Slack does not send it again, so it is kept before it is carried out. What the database does not keep in time is not taken: whoever acted
 * is told so and acts again, and if it was kept after all, it is forgotten.
 */
async function keptAndDone(
  slack: Slack,
  receipt: Receipt,
  incoming: Acted,
  meets?: MeetNamed,
): Promise<Outcome> {
  if (receipt.isOver()) return notTaken(slack);
  const keeping = slack.bot().accept(incoming);
  const kept = await inTimeOrNull(slack, receipt, () => keeping.then((carryOut) => ({ carryOut })));
  if (kept === null) {
    // Where it was refused that was logged, and there is nothing to forget.
    keeping
      .then(
        (late) => late?.forget?.(),
        () => {},
      )
      .catch((error: unknown) => slack.logger.error({ error }, "slack.not_forgotten"));
    return notTaken(slack);
  }
  const { carryOut } = kept;
  // Somebody carries out this very act already.
  if (carryOut === null) return { outcome: "delivered" };
  try {
    return await carryOut(await meets?.());
  } catch (error) {
    if (!(error instanceof NotReached)) throw error;
    await carryOut.forget?.();
    return bad(wordsIn(slack, "en").someNotReached());
  }
}

const bad = (sentence: string): Outcome => ({
  outcome: "toast",
  line: [sentence],
  locale: "en",
  tone: "bad",
});

/** What was pressed, sent or typed is not carried out. */
export function notTaken(slack: Slack): Outcome {
  const outcome = bad(wordsIn(slack, "en").notTaken());
  refusals.add(outcome);
  return outcome;
}

const refusals = new WeakSet<Outcome>();

/**
 * Acknowledges what was taken. What was not is said by Slack's own error, unless it has an address to be answered at: without one the
 * database would have to say where.
 */
export async function acknowledge(
  receipt: SlackReceipt,
  ack: Ack,
  outcome: Outcome | typeof late,
  address: string | undefined,
): Promise<void> {
  if (outcome !== late && refusals.has(outcome) && address === undefined) receipt.refuse();
  else await ack();
}

/** What is looked up before it is known what was meant; null where that is not known in time. */
export const inTimeOrNull = async <T>(
  slack: Slack,
  receipt: Receipt,
  work: () => Promise<T>,
): Promise<T | null> =>
  receipt.isOver()
    ? null
    : receipt.taking(
        work().catch((error: unknown) => {
          slack.logger.error({ error }, "slack.not_taken");
          return null;
        }),
      );

/** Who is not known yet is met before anything else is done in their name. */
async function afterArrival(
  slack: Slack,
  receipt: Receipt,
  incoming: Acted,
  meets?: MeetNamed,
): Promise<Outcome> {
  const { workspace, user } = incoming.from;
  const arrived = await inTimeOrNull(slack, receipt, () => arrive(slack, workspace, user));
  if (arrived === null) return notTaken(slack);
  if (arrived === "stranger") return { outcome: "stranger" };
  if (arrived === "unreachable") return bad(wordsIn(slack, "en").notReached());
  return keptAndDone(slack, receipt, incoming, meets);
}

/** The answer to what is not kept any more. */
export const gone = (slack: Slack): Outcome => bad(wordsIn(slack, "en").gone());

/** The answer to a shortcut on the message of an app, or of somebody who is not in our directory. */
export const nobodyWrote = (slack: Slack): Outcome => bad(wordsIn(slack, "en").nobodyWrote());

/** The message it was pressed on, in somebody's own chat. */
export const messageOf = ({ channel, ts }: Acting["origin"]): { readonly messageId?: string } =>
  channel?.startsWith("D") && ts !== undefined ? { messageId: messageIdOf(channel, ts) } : {};
