// Step 6, after the commit: what a person gets for an error, and what the adapter puts on the screen. Errors end here and nowhere else.
import { inBoth } from "#src/language/catalogue";
import type { ActingPerson } from "#src/people/store";
import { StoresBusy, StoresUnreached } from "#src/ports/stores";
import { card, type Card } from "#src/view/card";
import type { Line } from "#src/view/line";
import type { BotPorts } from "../bot-ports.ts";
import type { Reply } from "../declare/answer.ts";
import { Incomplete, Refusal } from "../declare/errors.ts";
import type { Outcome, UserEvent } from "../declare/incoming.ts";
import { houseMessages, type HouseMessages } from "../messages/index.ts";
import { isInPlace } from "./meaning/channel-rules.ts";

/** What a person gets for an error: never a stack, never silence. */
export function createExcuses(ports: Pick<BotPorts, "language" | "chance" | "logger">) {
  function wentWrong(error: unknown, t: HouseMessages): Line {
    const code = ports.chance.code();
    ports.logger.error({ code, error }, "act failed");
    return t.wentWrong(code);
  }

  /** Nobody's mistake, and over in a moment. */
  function withoutCode(error: StoresBusy | StoresUnreached): (t: HouseMessages) => Line {
    ports.logger.warn({ error }, "act not carried out");
    return (t) => (error instanceof StoresBusy ? t.busy() : t.unsure());
  }

  /** The same where not even their language could be read. What was kept is carried out later, and so is not answered now. */
  function excuseInBoth(error: unknown, event: UserEvent): Outcome {
    if (!(error instanceof StoresBusy || error instanceof StoresUnreached) || isDelivered(event))
      throw error;
    const saying = withoutCode(error);
    const says = inBoth((locale) =>
      saying(ports.language.speak(houseMessages, { locale, zone: "UTC", currency: "CNY" })),
    );
    return { outcome: "toast", line: [...says.zh, " ", ...says.en], locale: "zh", tone: "bad" };
  }

  function excuse(error: unknown, t: HouseMessages, kind: UserEvent["kind"]): Reply {
    const asCard = (shown: Card): Reply => ({ reply: "show", cards: [shown] });
    if (error instanceof Incomplete && error.shows) return asCard(error.shows);
    if (error instanceof Refusal) {
      if (kind === "said" || error.buttons.length > 0)
        return asCard(card({ title: error.says, tone: "warning", buttons: error.buttons }));
      return { reply: "toast", line: error.says };
    }
    const line =
      error instanceof StoresBusy || error instanceof StoresUnreached
        ? withoutCode(error)(t)
        : wentWrong(error, t);
    return kind === "said" ? asCard(card({ title: line, tone: "bad" })) : { reply: "toast", line };
  }

  return { excuse, excuseInBoth };
}

/** A spoken reply travels as a delivery, unless the platform takes it back with the event; so does what is said of a changed message, and what answers a press where others read along. */
export function isDelivered(event: UserEvent): boolean {
  if (event.kind === "messageChanged") return true;
  return event.kind === "said" ? event.direct !== true : isInPlace(event);
}

export function outcomeOf(
  event: UserEvent,
  reply: Reply,
  { person: { locale } }: Pick<ActingPerson, "person">,
  failed: boolean,
): Outcome {
  const delivered: Outcome = { outcome: "delivered", ...(failed ? { refused: true } : {}) };
  switch (reply.reply) {
    case "show":
    case "replace":
      return isDelivered(event) ? delivered : { outcome: reply.reply, cards: reply.cards, locale };
    case "ask":
      return { outcome: "ask", form: reply.form, locale };
    case "correct":
      return { outcome: "correct", errors: reply.errors, locale };
    case "toast":
      return isDelivered(event) && event.kind === "said"
        ? delivered
        : { outcome: "toast", line: reply.line, locale, tone: failed ? "bad" : "info" };
    case "nothing":
      return { outcome: "ignored" };
  }
}
