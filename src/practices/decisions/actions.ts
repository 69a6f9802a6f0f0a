// The buttons and forms of decisions.
import { z } from "zod";
import { defineAction } from "#src/view/action";
import type { DecisionId } from "./model.ts";

const decision = z.object({ decision: z.uuid().transform((text) => text as DecisionId) });

/** `what` and `why` as far as they were typed; `goal`: a number, 0 for none. */
export const askDecision = defineAction(
  "decisions.ask",
  1,
  z.object({ what: z.string().max(300), why: z.string().max(300), goal: z.int().min(0) }),
);
export const saveDecision = defineAction("decisions.save", 1, z.object({}));
export const showDecision = defineAction("decisions.show", 1, decision);
export const askSeen = defineAction("decisions.ask-seen", 1, decision);
export const saveSeen = defineAction("decisions.seen", 1, decision);
export const lookLater = defineAction("decisions.later", 1, decision);
