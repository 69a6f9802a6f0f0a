// Buttons and forms of settings.
import { z } from "zod";
import { defineAction } from "#src/view/action";

export const askSettings = defineAction("settings.ask", 1, z.object({}));
export const saveSettings = defineAction("settings.save", 1, z.object({}));
