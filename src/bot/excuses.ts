// What a person gets for an error: never a stack, never silence.
import { inBoth, type Language, type Reader } from "#src/language/catalogue";
import type { Chance } from "#src/ports/clock";
import type { Logger } from "#src/ports/logger";
import { StoresBusy, StoresUnreached } from "#src/ports/stores";
import { card, type Card } from "#src/view/card";
import type { Line } from "#src/view/line";
import type { Reply } from "./declare/answer.ts";
import { Incomplete, Refusal } from "./declare/errors.ts";
import { houseMessages } from "./house.ts";
import type { UserEvent, Outcome } from "./declare/incoming.ts";
import type { HouseMessages } from "./messages/en.ts";
import { isDelivered } from "./act/outcome.ts";

export function createExcuses(ports: {
  readonly language: Language;
  readonly chance: Chance;
  readonly logger: Logger;
}) {
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
  function excuseInBoth(error: unknown, incoming: UserEvent): Outcome {
    if (!(error instanceof StoresBusy || error instanceof StoresUnreached) || isDelivered(incoming))
      throw error;
    const saying = withoutCode(error);
    const says = inBoth((locale) =>
      saying(ports.language.speak(houseMessages, { locale, zone: "UTC", currency: "CNY" })),
    );
    return { outcome: "toast", line: [...says.zh, " ", ...says.en], locale: "zh", tone: "bad" };
  }

  function excuse(error: unknown, reader: Reader, kind: UserEvent["kind"]): Reply {
    const t = ports.language.speak(houseMessages, reader);
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
