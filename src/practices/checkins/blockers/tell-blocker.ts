// Whoever is to answer is told of a blocker; of several within the hour in one message.
import type { Notice } from "#src/bot/declare/answer";
import type { Person } from "#src/people/person";
import type { Line } from "#src/view/line";
import type { CheckinContext } from "../context.ts";
import type { CheckinMessages } from "../messages/en/index.ts";
import type { Blocker } from "../model.ts";
import { blockerCard } from "./blocker-card.ts";

const prefix = "blocker:";

/** The name of the message that asks whoever is to answer. */
export const blockerName = ({ id }: Pick<Blocker, "id">): string => `${prefix}${id}`;

export const tellBlocker = (
  blocker: Blocker,
  decider: Person,
  sees: (t: CheckinMessages) => Line,
  context: CheckinContext,
): Notice => ({
  ...context.notify(
    decider,
    `blocker-${blocker.id}`,
    (t) => blockerCard(blocker, context.person.name, sees(t), t),
    blockerName(blocker),
  ),
  gathers: prefix,
});
