// Buttons and forms of feedback.
import { z } from "zod";
import { personId, teamId } from "#src/people/person";
import { defineAction } from "#src/view/action";
import { feedbackId, requestId } from "./model.ts";

const one = z.object({ feedback: feedbackId });

/** Opens the form; with nobody named it asks for whom. */
export const askFeedback = defineAction(
  "feedback.ask-form",
  1,
  z.object({ to: personId.nullable(), request: requestId.nullable() }),
);
export const notNow = defineAction("feedback.not-now", 1, z.object({ request: requestId }));
export const changeDraft = defineAction("feedback.change", 1, one);
export const saveFeedback = defineAction(
  "feedback.save",
  1,
  z.object({
    draft: feedbackId.nullable(),
    to: personId.nullable(),
    request: requestId.nullable(),
  }),
);
export const sendDraft = defineAction("feedback.send", 1, one);
export const dropDraft = defineAction("feedback.drop", 1, one);
export const openFeedback = defineAction("feedback.open", 1, one);
export const thankFor = defineAction("feedback.thank", 1, one);
export const shareWithManager = defineAction("feedback.share", 1, one);
export const showMine = defineAction("feedback.mine", 1, z.object({}));
export const turnPrompts = defineAction(
  "feedback.prompts",
  1,
  z.object({ team: teamId, on: z.boolean() }),
);
