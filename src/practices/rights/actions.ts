// Buttons of somebody's record of changes.
import { z } from "zod";
import { defineAction } from "#src/view/action";

/** What was changed before that line. */
export const showOlder = defineAction(
  "rights.older",
  1,
  z.object({ before: z.string().regex(/^\d{1,18}$/) }),
);
