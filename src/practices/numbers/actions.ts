// The buttons and forms of numbers.
import { z } from "zod";
import { goalId } from "#src/practices/goals/api";
import { defineAction } from "#src/view/action";
import { verdicts, type DisputeId, type FactId, type SourceOwnerId } from "./model.ts";

const owner = z.object({ owner: z.uuid().transform((text) => text as SourceOwnerId) });

export const showUnmatched = defineAction("numbers.unmatched", 1, z.object({}));
export const askWho = defineAction("numbers.ask-who", 1, owner);
export const saveWho = defineAction("numbers.who", 1, owner);
export const unlink = defineAction("numbers.unlink", 1, owner);

const goal = z.object({ goal: goalId });
/** Null: what people report. */
const source = z.string().max(100).nullable();

export const showRows = defineAction("numbers.rows", 1, goal);
export const countFrom = defineAction("numbers.count-from", 1, goal.extend({ source }));
export const declineCounting = defineAction("numbers.not-now", 1, goal.extend({ source }));
export const countAllFrom = defineAction("numbers.count-all", 1, goal.extend({ source }));

const fact = z.object({ fact: z.uuid().transform((text) => text as FactId) });
const dispute = z.object({ dispute: z.uuid().transform((text) => text as DisputeId) });
const verdict = dispute.extend({ verdict: z.enum(verdicts) });

export const askWrong = defineAction("numbers.ask-wrong", 1, fact);
export const sendWrong = defineAction("numbers.wrong", 1, fact);
export const showFactDispute = defineAction("numbers.dispute", 1, dispute);
export const askVerdict = defineAction("numbers.ask-verdict", 1, verdict);
export const sendVerdict = defineAction("numbers.verdict", 1, verdict);
export const countAgain = defineAction("numbers.count-again", 1, dispute);
export const leaveOut = defineAction("numbers.leave-out", 1, dispute);
