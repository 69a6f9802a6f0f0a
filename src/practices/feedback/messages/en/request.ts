// Asking somebody for feedback.
import { localDateAt } from "#src/calendar/zones";
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export const request = (f: Formatter) => ({
  requestTitle: (name: string): Line => line`${said(name)} would like your feedback`,
  requestNote: (): Line => line`Two or three lines are plenty. It stays between the two of you.`,
  give: (): Line => line`Give feedback`,
  notNow: (): Line => line`Not now`,
  putAside: (): Line => line`No problem. ${typed("feedback @name")} works any time.`,
  goneRequest: (): Line => line`This one has already been dealt with.`,
  requested: (name: string): Line => line`I've asked ${said(name)}. The answer is for you alone.`,
  requestedAlready: (name: string, at: Date): Line =>
    line`You already asked ${said(name)} on ${f.date(localDateAt(at, f.zone))}. You can ask again after a week.`,
  helpAsk: () => ({
    does: line`Ask a colleague for feedback`,
    usage: "ask feedback @name [about ...]",
    example: "ask feedback @maya about my demo on Tuesday",
  }),
});

export type FeedbackRequestMessages = ReturnType<typeof request>;
