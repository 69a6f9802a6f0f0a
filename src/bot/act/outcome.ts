// From the answer of an act to what the adapter puts on the screen.
import type { ActingPerson } from "#src/people/store";
import type { Reply } from "../declare/answer.ts";
import type { UserEvent, Outcome } from "../declare/incoming.ts";
import { isInPlace } from "./channel-rules.ts";

/** A spoken reply travels as a delivery, unless the platform takes it back with the event; so does what answers a press where others read along. */
export const isDelivered = (incoming: UserEvent): boolean =>
  incoming.kind === "said" ? incoming.direct !== true : isInPlace(incoming);

export function outcomeOf(
  incoming: UserEvent,
  reply: Reply,
  acting: ActingPerson,
  failed: boolean,
): Outcome {
  const locale = acting.person.locale;
  const delivered: Outcome = { outcome: "delivered", ...(failed ? { refused: true } : {}) };
  switch (reply.reply) {
    case "show":
    case "replace":
      return isDelivered(incoming)
        ? delivered
        : { outcome: reply.reply, cards: reply.cards, locale };
    case "ask":
      return { outcome: "ask", form: reply.form, locale };
    case "correct":
      return { outcome: "correct", errors: reply.errors, locale };
    case "toast":
      return isDelivered(incoming) && incoming.kind === "said"
        ? delivered
        : { outcome: "toast", line: reply.line, locale, tone: failed ? "bad" : "info" };
    case "nothing":
      return { outcome: "ignored" };
  }
}
