// The buttons and forms of goals. No handlers here, since views import this file.
import { z } from "zod";
import { localDateSchema } from "#src/calendar/local-date";
import { decimalText } from "#src/language/decimal";
import { personId } from "#src/people/person";
import { defineAction } from "#src/view/action";
import { entryId, goalId } from "./model.ts";

/** An amount waiting for its goal. */
const waiting = z.object({ value: decimalText, total: z.boolean(), on: localDateSchema, note: z.string().max(500), for: personId.nullable() });
export type Waiting = z.output<typeof waiting>;

export const undoBatch = defineAction("goals.undo", 1, z.object({ batch: z.uuid() }));
export const logTo = defineAction("goals.log-to", 1, waiting.extend({ goal: goalId }));
export const askCorrection = defineAction("goals.ask-correction", 1, z.object({ entry: entryId }));
export const saveCorrection = defineAction("goals.correct", 1, z.object({ entry: entryId }));
export const dropEntry = defineAction("goals.drop-entry", 1, z.object({ entry: entryId }));
export const askGoal = defineAction("goals.ask", 1, z.object({ goal: goalId.nullable(), title: z.string().max(200), waiting: waiting.nullable() }));
export const saveGoal = defineAction("goals.save", 1, z.object({ goal: goalId.nullable(), waiting: waiting.nullable() }));
export const startGoal = defineAction("goals.start", 1, z.object({ goal: goalId }));
export const confirmGoal = defineAction("goals.confirm", 1, z.object({ goal: goalId }));
export const askAnswer = defineAction("goals.ask-answer", 1, z.object({ goal: goalId }));
export const sendAnswer = defineAction("goals.answer", 1, z.object({ goal: goalId }));
export const askProgress = defineAction("goals.ask-progress", 1, z.object({ goal: goalId }));
export const saveProgress = defineAction("goals.progress", 1, z.object({ goal: goalId }));
export const dropGoal = defineAction("goals.drop", 1, z.object({ goal: goalId }));
export const doneMilestone = defineAction("goals.milestone-done", 1, z.object({ goal: goalId, milestone: z.uuid() }));
export const saveSplit = defineAction("goals.split", 1, z.object({ goal: goalId, over: decimalText }));
export const askNextPeriod = defineAction("goals.ask-next", 1, z.object({ due: localDateSchema }));
export const saveNextPeriod = defineAction("goals.next", 1, z.object({ goals: z.array(goalId).max(30) }));
export const askClose = defineAction("goals.ask-close", 1, z.object({ goal: goalId }));
export const closeGoal = defineAction("goals.close", 1, z.object({ goal: goalId }));
