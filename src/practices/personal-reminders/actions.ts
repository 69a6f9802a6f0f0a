// Buttons of personal reminders.
import { z } from "zod";
import { defineAction } from "#src/view/action";
import type { PersonalReminderId } from "./model.ts";

const which = z.object({
  id: z.uuid().transform((id) => id as PersonalReminderId),
});

export const markDone = defineAction("personal-reminders.done", 1, which);
export const putToTomorrow = defineAction("personal-reminders.tomorrow", 1, which);
/** `listed`: pressed in the list, which then stands there without it. */
export const cancel = defineAction(
  "personal-reminders.cancel",
  1,
  which.extend({ listed: z.boolean() }),
);
