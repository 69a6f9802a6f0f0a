// Buttons of the house itself.
import { z } from "zod";
import { defineAction } from "#src/view/action";

/** Says a line in the person's name: a chosen name, a "did you mean", a suggestion of the help. */
export const say = defineAction("house.say", 1, z.object({ text: z.string().max(5000) }));
