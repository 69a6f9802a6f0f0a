// What comes by itself about check-ins, and why.
import type { Formatter } from "#src/language/format";
import type { PartOfWeek } from "../../rules.ts";
import { line, said } from "#src/view/line";

export const nudges = (f: Formatter) => ({
  inviteTitle: (part: PartOfWeek) =>
    line`${
      {
        begins: "New week: what are your top three?",
        "goes on": "Your weekly check-in: what are your top three?",
        ends: "The week is nearly done: how did it go, and what comes next?",
      }[part]
    }`,
  inviteBody: (due: Date | null) =>
    due
      ? line`Log your numbers here, then check in by ${f.time(due)}.`
      : line`Log your numbers here, then check in today.`,
  inviteBodyPlain: (due: Date | null) =>
    due
      ? line`Check in by ${f.time(due)}; it takes three minutes.`
      : line`Check in today; it takes three minutes.`,
  carriedSoFar: (texts: readonly string[]) => line`From last time: ${said(f.list(texts))}`,
  remindTitle: (due: Date) => line`Your check-in is due at ${f.time(due)}`,
  remindBody: () => line`Three lines are enough.`,
  nudgeOpen: () => line`Weekly check-in`,
  whyOpen: () => line`Your team checks in every week.`,
  nudgeRemind: () => line`Check-in reminder`,
  whyRemind: () => line`You get this once, and only if yours is missing.`,
  nudgeDigest: () => line`Team check-in summary`,
  whyDigest: () => line`Once a week, after the deadline.`,
  nudgeRest: () => line`Check-ins from later time zones`,
  whyRest: () => line`Once, after the last deadline in your team.`,
  nudgeDaily: () => line`Daily note`,
  whyDaily: () => line`You or your team turned on the daily note.`,
});

export type CheckinNudgeMessages = ReturnType<typeof nudges>;
