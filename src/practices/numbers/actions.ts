// The buttons and the form of numbers.
import { z } from "zod";
import { defineAction } from "#src/view/action";
import type { SourceOwnerId } from "./model.ts";

const owner = z.object({ owner: z.uuid().transform((text) => text as SourceOwnerId) });

export const showUnmatched = defineAction("numbers.unmatched", 1, z.object({}));
export const askWho = defineAction("numbers.ask-who", 1, owner);
export const saveWho = defineAction("numbers.who", 1, owner);
export const unlink = defineAction("numbers.unlink", 1, owner);
