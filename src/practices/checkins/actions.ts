// Buttons and forms of check-ins.
import { z } from "zod";
import { localDateSchema } from "#src/calendar/local-date";
import { personId, teamId } from "#src/people/person";
import { defineAction } from "#src/view/action";
import { blockerId, checkinId, visibilities } from "./model.ts";

export const askCheckin = defineAction("checkins.ask", 1, z.object({}));
/** `visible`: who reads it, as the form said. `open`: the blockers that stood in it. */
export const saveCheckin = defineAction(
  "checkins.save",
  2,
  z.object({
    week: localDateSchema,
    before: checkinId.nullable(),
    visible: z.enum(visibilities),
    open: z.array(blockerId).max(20),
  }),
);
export const showTeamPage = defineAction("checkins.team", 1, z.object({}));
/** Those who are missing, as the manager saw them. */
export const chaseNow = defineAction(
  "checkins.chase",
  1,
  z.object({ people: z.array(personId).min(1).max(60) }),
);
export const askChase = defineAction("checkins.ask-chase", 1, z.object({}));
export const readCheckin = defineAction("checkins.read", 1, z.object({ person: personId }));
export const tickPriority = defineAction(
  "checkins.tick",
  1,
  z.object({ checkin: checkinId, index: z.int().min(0).max(9) }),
);

/** Where a blocker's buttons stand: on a card of its own, in the team's page, in Monday's message. */
export const stands = ["card", "team", "summary"] as const;
export type Stand = (typeof stands)[number];
const standing = z.object({ blocker: blockerId, at: z.enum(stands) });

export const askAnswer = defineAction("checkins.ask-answer", 2, standing);
export const sendAnswer = defineAction("checkins.answer", 2, standing);
export const takeBlocker = defineAction("checkins.take", 2, standing);
export const askTalk = defineAction("checkins.ask-talk", 2, standing);
export const sendTalk = defineAction("checkins.talk", 2, standing);
export const solveBlocker = defineAction("checkins.solved", 1, z.object({ blocker: blockerId }));

export const askRhythm = defineAction("checkins.ask-rhythm", 1, z.object({ team: teamId }));
export const saveRhythm = defineAction("checkins.rhythm", 1, z.object({ team: teamId }));

/** The figures of the day as their manager saw them before. */
export const postUpdate = defineAction(
  "checkins.post-update",
  1,
  z.object({ team: teamId, on: localDateSchema }),
);

export const askDaily = defineAction("checkins.ask-daily", 1, z.object({}));
export const saveDaily = defineAction(
  "checkins.daily",
  2,
  z.object({ on: localDateSchema, visible: z.enum(visibilities) }),
);
export const chooseDaily = defineAction("checkins.choose-daily", 1, z.object({ on: z.boolean() }));
