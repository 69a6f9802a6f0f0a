// Buttons and forms of privacy.
import { z } from "zod";
import { defineAction } from "#src/view/action";
import type { RequestId } from "./model.ts";

const request = z.uuid().transform((text) => text as RequestId);

export const askErase = defineAction("privacy.ask-erase", 1, z.object({}));
export const takeEraseBack = defineAction("privacy.take-back", 1, z.object({}));
export const agreeErase = defineAction("privacy.agree", 1, z.object({ request }));
export const declineErase = defineAction("privacy.decline", 1, z.object({ request }));
export const sendDecline = defineAction("privacy.send-decline", 1, z.object({ request }));
