// Buttons of linking accounts.
import { z } from "zod";
import { defineAction } from "#src/view/action";

/** Shows a new code. */
export const showCode = defineAction("accounts.code", 1, z.object({}));
/** Yes, that is me: the code is looked at again. */
export const joinBy = defineAction("accounts.join", 1, z.object({ code: z.string().regex(/^\d{6}$/) }));
