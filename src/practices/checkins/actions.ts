// Buttons and forms of check-ins.
import { z } from "zod";
import { localDateSchema } from "#src/calendar/local-date";
import { personId, teamId } from "#src/people/person";
import { defineAction } from "#src/view/action";
import { blockerId, checkinId } from "./model.ts";

export const askCheckin = defineAction("checkins.ask", 1, z.object({}));
export const saveCheckin = defineAction("checkins.save", 1, z.object({ week: localDateSchema, before: checkinId.nullable() }));
export const readCheckin = defineAction("checkins.read", 1, z.object({ person: personId }));
export const tickPriority = defineAction("checkins.tick", 1, z.object({ checkin: checkinId, index: z.int().min(0).max(9) }));

export const askAnswer = defineAction("checkins.ask-answer", 1, z.object({ blocker: blockerId }));
export const sendAnswer = defineAction("checkins.answer", 1, z.object({ blocker: blockerId }));
export const takeBlocker = defineAction("checkins.take", 1, z.object({ blocker: blockerId }));
export const askTalk = defineAction("checkins.ask-talk", 1, z.object({ blocker: blockerId }));
export const sendTalk = defineAction("checkins.talk", 1, z.object({ blocker: blockerId }));
export const solveBlocker = defineAction("checkins.solved", 1, z.object({ blocker: blockerId }));

export const askRhythm = defineAction("checkins.ask-rhythm", 1, z.object({ team: teamId }));
export const saveRhythm = defineAction("checkins.rhythm", 1, z.object({ team: teamId }));

export const askDaily = defineAction("checkins.ask-daily", 1, z.object({}));
export const saveDaily = defineAction("checkins.daily", 1, z.object({ on: localDateSchema }));
export const chooseDaily = defineAction("checkins.choose-daily", 1, z.object({ on: z.boolean() }));
