// Buttons of away.
import { z } from "zod";
import { defineAction } from "#src/view/action";

export const comeBack = defineAction("away.back", 1, z.object({}));
export const askAway = defineAction("away.ask", 1, z.object({}));
export const saveAway = defineAction("away.save", 2, z.object({}));
