// What the bot makes of an act, within the three seconds that Slack waits; what is not ready by then is answered afterwards.
import type { Incoming, Outcome } from "#src/bot/declare/incoming";
import { inTime } from "#src/ports/process/clock";
import type { Acting } from "../send/answer.ts";
import { caught } from "../send/errors.ts";
import { messageIdOf } from "../send/message-id.ts";
import { arrive } from "../people/people.ts";
import { wordsIn, type Slack } from "../slack.ts";

/** Slack shows an error after three seconds; people are answered within two, and the way there and back takes its part. */
const patienceMs = 1_900;
/** By then it is kept, or it is not taken at all: before it would be said that it is still worked on. */
const usualTakenWithinMs = 1_700;

export const late = Symbol("late");

/** Answers Slack itself, within its three seconds. */
export type Ack = (response?: unknown) => Promise<void>;

/** What the bot makes of it, or that it is not ready in time. Never throws: whatever goes wrong is said, with a code for the log. */
export async function answered(
  slack: Slack,
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
  return { now: await inTime(safe, patienceMs, late), done: safe };
}

/** Who nobody knows yet is met, and heard then. Nearly everybody is known, and nobody else is asked of first. */
export async function received(
  slack: Slack,
  workspace: string,
  user: string,
  incoming: Incoming,
): Promise<Outcome> {
  const outcome = await keptAndDone(slack, incoming);
  return outcome.outcome === "stranger"
    ? afterArrival(slack, workspace, user, () => incoming)
    : outcome;
}

/**
 * Slack does not send it again, so it is kept before it is carried out. What the database does not keep in time is not taken: whoever acted
 * is told so and acts again, and if it was kept after all, it is forgotten.
 */
async function keptAndDone(slack: Slack, incoming: Incoming): Promise<Outcome> {
  const keeping = slack.bot().accept(incoming);
  const kept = await inTimeOrNull(
    slack,
    keeping.then((carryOut) => ({ carryOut })),
  );
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
  // Somebody carries out this very act already.
  return kept.carryOut === null ? { outcome: "delivered" } : kept.carryOut();
}

/** What was pressed, sent or typed is not carried out. */
export const notTaken = (slack: Slack): Outcome => ({
  outcome: "toast",
  line: [wordsIn(slack, "en").notTaken()],
  locale: "en",
  tone: "bad",
});

/** What is looked up before it is known what was meant; null where the database does not say in time. */
export const inTimeOrNull = <T>(slack: Slack, work: Promise<T>): Promise<T | null> =>
  inTime(
    work.catch((error: unknown) => {
      slack.logger.error({ error }, "slack.not_taken");
      return null;
    }),
    slack.takenWithinMs ?? usualTakenWithinMs,
    null,
  );

/** Who is not known yet is met before anything else is done in their name. */
export async function afterArrival(
  slack: Slack,
  workspace: string,
  user: string,
  incoming: () => Promise<Incoming> | Incoming,
): Promise<Outcome> {
  const arrived = await arrive(slack, workspace, user);
  if (arrived === "stranger") return { outcome: "stranger" };
  if (arrived === "unreachable")
    return {
      outcome: "toast",
      line: [wordsIn(slack, "en").notReached()],
      locale: "en",
      tone: "bad",
    };
  return keptAndDone(slack, await incoming());
}

/** The answer to what is not kept any more. */
export const gone = (slack: Slack): Outcome => ({
  outcome: "toast",
  line: [wordsIn(slack, "en").gone()],
  locale: "en",
  tone: "bad",
});

/** The message it was pressed on, in somebody's own chat. */
export const messageOf = ({ channel, ts }: Acting["origin"]): { readonly messageId?: string } =>
  channel?.startsWith("D") && ts !== undefined ? { messageId: messageIdOf(channel, ts) } : {};
