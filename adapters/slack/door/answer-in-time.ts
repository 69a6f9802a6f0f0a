// What the bot makes of an act, within the three seconds that Slack waits; what is not ready by then is answered afterwards.
import type { Incoming, Outcome } from "#src/bot/declare/incoming";
import { inTime } from "#src/ports/process/clock";
import type { Acting } from "../send/answer.ts";
import { caught } from "../send/errors.ts";
import { messageIdOf } from "../send/message-id.ts";
import { arrive } from "../people/people.ts";
import { wordsIn, type Slack } from "../slack.ts";

/** Slack shows an error after three seconds; the way there and back takes its part. */
const patienceMs = 2_300;

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
  const outcome = await slack.bot().receive(incoming);
  return outcome.outcome === "stranger"
    ? afterArrival(slack, workspace, user, () => incoming)
    : outcome;
}

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
  return slack.bot().receive(await incoming());
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
