// The buttons and forms of goals. No handlers here, since views import this file.
import { z } from "zod";
import { localDateSchema } from "#src/calendar/local-date";
import { decimalText, toText } from "#src/language/decimal";
import { fitting } from "#src/language/text";
import { personId } from "#src/people/person";
import { defineAction } from "#src/view/action";
import { entryId, goalId } from "./model.ts";

/** "120000", or "3/10" for a part of a ratio. */
const listFigure = z
  .string()
  .max(50)
  .transform((text) => text.split("/"))
  .pipe(z.union([z.tuple([decimalText]), z.tuple([decimalText, decimalText])]));

/** What stood beside a figure: a currency's code, "¥" (yen or yuan), "%" (per cent or points), "#" (a counter), "" for nothing. */
const mark = z.string().max(4);
/**
 * One of several amounts: figure, metric ("" for none), mark, whether it is a total, and its goal's number (0: not known yet); then,
 * where they are its own and not those of the whole line, the days before the line's day, its note and whose it is.
 */
const beside = z.tuple([
  listFigure,
  z.string().max(36),
  mark,
  z.union([z.literal(0), z.literal(1)]),
  z.int().min(0),
  z.int().min(-3660).max(3660).optional(),
  z.string().max(200).optional(),
  personId.nullable().optional(),
]);
export type Beside = z.output<typeof beside>;
export type CarriedBeside = z.input<typeof beside>;
/** An amount waiting for its goal, with the others of its line. */
const waiting = z.object({
  value: decimalText,
  of: decimalText.nullable().default(null),
  total: z.boolean(),
  as: mark.default(""),
  on: localDateSchema,
  note: z.string().max(500),
  for: personId.nullable(),
  rest: z.array(beside).max(10).default([]),
});
export type PendingAmount = z.output<typeof waiting>;

/** What a note may take of a button's value: the strictest platform takes 2,000 characters in all. */
const longestCarried = 400;

/** As it travels on a button. */
export const carried = (each: PendingAmount): z.input<typeof waiting> => ({
  ...each,
  value: toText(each.value),
  of: each.of && toText(each.of),
  note: fitting(each.note, longestCarried),
  rest: each.rest.map(carriedBeside),
});

export const carriedBeside = ([[value, of], ...more]: Beside): CarriedBeside => [
  of ? `${toText(value)}/${toText(of)}` : toText(value),
  ...more,
];

export const logOthers = defineAction("goals.log-others", 1, waiting, true);
/** One way to understand a line, or what was asked about once (`sure`): written when it is pressed. */
export const takeReading = defineAction(
  "goals.take",
  1,
  z.object({ on: localDateSchema, sure: z.boolean(), list: z.array(beside).min(1).max(10) }),
  true,
);
export type TakenReading = z.output<typeof takeReading.schema>;
/** The draft of a goal starts to count, and the amount that waits for it is logged. */
export const startAndLog = defineAction(
  "goals.start-and-log",
  1,
  waiting.extend({ goal: goalId }),
  true,
);
export const undoBatch = defineAction("goals.undo", 1, z.object({ batch: z.uuid() }));
/** The figures of a daily note, one a goal, and what counted of it before and stands in it no more. */
export const countNoted = defineAction(
  "goals.count-noted",
  1,
  z.object({
    on: localDateSchema,
    list: z
      .array(
        z.object({
          goal: goalId,
          value: decimalText,
          of: decimalText.nullable(),
          total: z.boolean(),
          as: mark,
          /** What counted when it was shown. */
          was: entryId.nullable(),
        }),
      )
      .max(8),
    gone: z.array(entryId).max(8),
  }),
);
export const logTo = defineAction("goals.log-to", 1, waiting.extend({ goal: goalId }), true);
/** On which page of a list it stands, by the last entry of the page before. */
const entryPlace = z.object({ on: localDateSchema, seq: z.int().positive() });
/** So many goals are picked out of a list at most. */
export const mostOnly = 5;
/** Which list of entries it is: the page, and the goals it was asked of; null for all. */
const page = {
  behind: entryPlace.nullable().default(null),
  only: z.array(goalId).min(1).max(mostOnly).readonly().nullable().default(null),
};
/** `list`: asked for in the history, which is then shown again. */
const ofList = { list: z.boolean().default(false), ...page };
export const askCorrection = defineAction(
  "goals.ask-correction",
  1,
  z.object({ entry: entryId, ...ofList }),
);
export const correctTo = defineAction(
  "goals.correct-to",
  1,
  z.object({ entry: entryId, value: z.string().max(60) }),
);
export const saveCorrection = defineAction(
  "goals.correct",
  1,
  z.object({ entry: entryId, ...ofList }),
);
export const askDispute = defineAction("goals.ask-dispute", 1, z.object({ entry: entryId }));
export const sendDispute = defineAction("goals.dispute", 1, z.object({ entry: entryId }));
export const showDispute = defineAction("goals.show-dispute", 1, z.object({ entry: entryId }));
export const askStands = defineAction("goals.ask-stands", 1, z.object({ entry: entryId }));
export const sendStands = defineAction("goals.stands", 1, z.object({ entry: entryId }));
export const dropEntry = defineAction("goals.drop-entry", 1, z.object({ entry: entryId, ...page }));
export const moreEntries = defineAction(
  "goals.more-entries",
  1,
  z.object({ of: personId, ...page }),
);
export const mostListed = 50;
/** Goal's number, figure, whether it is a total, days before `on`, note: short, since a button carries 2,000 characters at most. */
const listed = z.tuple([
  z.int().positive(),
  listFigure,
  z.union([z.literal(0), z.literal(1)]),
  z.int().min(0).max(3660),
  z.string().max(200),
]);
export const storeList = defineAction(
  "goals.store-list",
  1,
  z.object({ on: localDateSchema, list: z.array(listed).min(1).max(mostListed) }),
  true,
);
export type ListedEntry = z.input<typeof listed>;
export type StoredList = z.output<typeof storeList.schema>;

export const askGoal = defineAction(
  "goals.ask",
  1,
  z.object({ goal: goalId.nullable(), title: z.string().max(200), waiting: waiting.nullable() }),
  true,
);
/** `owner`: for whom a new one is, when not for oneself. */
export const saveGoal = defineAction(
  "goals.save",
  1,
  z.object({
    goal: goalId.nullable(),
    waiting: waiting.nullable(),
    owner: personId.nullable().default(null),
  }),
  true,
);
export const startGoal = defineAction("goals.start", 1, z.object({ goal: goalId }));
export const confirmGoal = defineAction("goals.confirm", 1, z.object({ goal: goalId }));
export const agreeChange = defineAction(
  "goals.agree-change",
  1,
  z.object({ goal: goalId, change: z.uuid() }),
);
export const declineChange = defineAction(
  "goals.decline-change",
  1,
  z.object({ goal: goalId, change: z.uuid() }),
);
export const askAnswer = defineAction("goals.ask-answer", 1, z.object({ goal: goalId }));
export const sendAnswer = defineAction("goals.answer", 1, z.object({ goal: goalId }));
export const askProgress = defineAction("goals.ask-progress", 1, z.object({ goal: goalId }));
/** Whichever goal it is for: the only one opens its form, of several one is chosen. */
export const askLog = defineAction("goals.ask-log", 1, z.object({}));
export const saveLog = defineAction("goals.log-form", 1, z.object({}));
export const saveProgress = defineAction("goals.progress", 1, z.object({ goal: goalId }));
export const dropGoal = defineAction("goals.drop", 1, z.object({ goal: goalId }));
export const doneMilestone = defineAction(
  "goals.milestone-done",
  1,
  z.object({ goal: goalId, milestone: z.uuid() }),
);
/** A big team; what is too long for a button is kept beside it by the surface. */
export const mostWeights = 100;
const weighed = z.object({
  goal: goalId,
  over: decimalText,
  weights: z.array(z.tuple([personId, decimalText])).max(mostWeights),
});
export const saveSplit = defineAction("goals.split", 2, weighed);
export const askWeights = defineAction("goals.ask-weights", 1, weighed);
/** A page of people at a time: `from` whom on, and what the pages before gave, each with whether it is a share. */
export const saveWeights = defineAction(
  "goals.weights",
  2,
  z.object({
    goal: goalId,
    from: z.int().min(0).max(mostWeights),
    over: decimalText,
    weights: z.array(z.tuple([personId, decimalText])).max(mostWeights),
    given: z.array(z.tuple([personId, decimalText, z.boolean()])).max(mostWeights),
  }),
);
export const askStatus = defineAction("goals.ask-status", 1, z.object({ goal: goalId }));
export const saveStatus = defineAction("goals.status", 1, z.object({ goal: goalId }));
export const clearStatus = defineAction("goals.clear-status", 1, z.object({ goal: goalId }));
export const askNextPeriod = defineAction("goals.ask-next", 1, z.object({ due: localDateSchema }));
export const saveNextPeriod = defineAction(
  "goals.next",
  1,
  z.object({ goals: z.array(goalId).max(30) }),
);
/** The same for everybody who reports to whoever presses it, as proposals. */
export const askNextForTeam = defineAction(
  "goals.ask-next-team",
  1,
  z.object({ due: localDateSchema }),
);
export const proposeNext = defineAction(
  "goals.next-team",
  1,
  z.object({ goals: z.array(goalId).max(30) }),
);
/** Of somebody who left. */
export const askPassOn = defineAction("goals.ask-pass-on", 1, z.object({ goal: goalId }));
export const savePassOn = defineAction("goals.pass-on", 1, z.object({ goal: goalId }));
export const askClose = defineAction("goals.ask-close", 1, z.object({ goal: goalId }));
export const closeGoal = defineAction("goals.close", 1, z.object({ goal: goalId }));

/** An amount in a line without a verb was no result. */
export const notMeant = defineAction("goals.not-meant", 1, z.object({}));
