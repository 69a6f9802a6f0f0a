// Buttons of linking accounts.
import { z } from "zod";
import { defineAction } from "#src/view/action";

const ask = z.object({ ask: z.uuid() });

/** Shows a new code. */
export const showCode = defineAction("accounts.code", 1, z.object({}));
/** Whoever typed the code says that its holder is them as well: now the holder is asked. */
export const askHolder = defineAction("accounts.ask", 1, ask);
/** Whoever typed it: no, it is somebody else's. */
export const dropAsk = defineAction("accounts.drop", 1, ask);
/** The holder: yes, that is me. The two are joined. */
export const joinBy = defineAction("accounts.join", 2, ask);
/** The holder: no. */
export const refuseAsk = defineAction("accounts.refuse", 1, ask);
/** One of the two, within a day: that was not me. */
export const partAgain = defineAction("accounts.part", 1, z.object({ join: z.uuid() }));
