// The buttons and the form of a dropped file.
import { z } from "zod";
import { encodings } from "#src/ports/tables";
import { defineAction } from "#src/view/action";
import type { DropId } from "./model.ts";

const drop = z.uuid().transform((text) => text as DropId);

export const storeFile = defineAction(
  "numbers.store-file",
  1,
  z.object({ drop, rows: z.enum(["all", "good"]) }),
);
export const leaveFile = defineAction("numbers.leave-file", 1, z.object({ drop }));
export const readAs = defineAction(
  "numbers.read-as",
  1,
  z.object({ drop, encoding: z.enum(encodings) }),
);
export const askColumns = defineAction("numbers.ask-columns", 1, z.object({ drop }));
export const saveColumns = defineAction("numbers.columns", 1, z.object({ drop }));
