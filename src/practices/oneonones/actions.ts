// Buttons and forms of one-on-ones. No payload carries a note.
import { z } from "zod";
import { localDateSchema } from "#src/calendar/local-date";
import { personId } from "#src/people/person";
import { defineAction } from "#src/view/action";
import { pairId, sources, stepId, topicId } from "./model.ts";

const pair = z.object({ pair: pairId });
const talk = z.object({ pair: pairId, week: localDateSchema });

export const listTalks = defineAction("oneonones.list", 1, z.object({}));
export const openTalk = defineAction("oneonones.open", 1, pair);

/** `topic`: what was to be talked about before there was a pair; "" for none. */
const wanted = z.object({ with: personId, topic: z.string().max(500) });
export const askPair = defineAction("oneonones.ask-pair", 1, wanted);
export const savePair = defineAction("oneonones.pair", 1, wanted);
export const endPair = defineAction("oneonones.end", 1, pair);

export const takeCalendar = defineAction("oneonones.calendar", 1, pair);

export const askTopic = defineAction("oneonones.ask-topic", 1, pair);
export const saveTopic = defineAction("oneonones.topic", 1, pair);
/** Typed, and then whose list it goes to was chosen. */
export const keepTopic = defineAction(
  "oneonones.keep-topic",
  1,
  z.object({ pair: pairId, words: z.string().max(500) }),
  true,
);
/** From a goal, a blocker or feedback: the words to begin with, and whom it is about to be talked over with. */
export const askAbout = defineAction(
  "oneonones.ask-about",
  1,
  z.object({ with: personId, source: z.enum(sources), words: z.string().max(500) }),
);
export const saveAbout = defineAction(
  "oneonones.about",
  1,
  z.object({ pair: pairId, source: z.enum(sources) }),
);
export const closeTopic = defineAction(
  "oneonones.topic-over",
  1,
  z.object({ pair: pairId, topic: topicId }),
);

export const askStep = defineAction("oneonones.ask-step", 1, pair);
export const saveStep = defineAction("oneonones.step", 1, pair);
/** Where its button stands: by itself, in a talk, in the list of one's own. */
export const stepStands = ["card", "talk", "list"] as const;
export type StepStand = (typeof stepStands)[number];
export const doneStep = defineAction(
  "oneonones.step-done",
  1,
  z.object({ step: stepId, at: z.enum(stepStands) }),
);
export const askCarry = defineAction("oneonones.ask-carry", 1, z.object({ step: stepId }));
export const saveCarry = defineAction("oneonones.carry", 1, z.object({ step: stepId }));
export const showSteps = defineAction("oneonones.steps", 1, z.object({}));

export const askGrow = defineAction("oneonones.ask-grow", 1, talk);
export const saveGrow = defineAction("oneonones.grow", 1, talk);
export const askNotes = defineAction("oneonones.ask-notes", 1, talk);
export const saveNotes = defineAction("oneonones.notes", 1, talk);

export const tookPlace = defineAction("oneonones.held", 1, talk);
export const askOutcome = defineAction("oneonones.ask-outcome", 1, talk);
export const saveOutcome = defineAction("oneonones.outcome", 1, talk);
