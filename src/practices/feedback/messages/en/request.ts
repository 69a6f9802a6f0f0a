// Asking somebody for feedback.
import { localDateAt } from "#src/calendar/zones";
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export const request = (f: Formatter) => ({
  requestTitle: (name: string): Line => line`${said(name)} would like your feedback`,
  requestNote: (): Line => line`Two or three lines help. It stays between the two of you.`,
  give: (): Line => line`Give feedback`,
  notNow: (): Line => line`Not now`,
  putAside: (): Line => line`All right. ${typed("feedback @name")} works whenever you like.`,
  goneRequest: (): Line => line`This one was answered or put aside already.`,
  requested: (name: string): Line => line`${said(name)} was asked. What comes is for you alone.`,
  requestedAlready: (name: string, at: Date): Line =>
    line`You asked ${said(name)} on ${f.date(localDateAt(at, f.zone))} already. A week later you may ask again.`,
  helpAsk: () => ({
    does: line`Ask a colleague for feedback`,
    usage: "ask feedback @name [about ...]",
    example: "ask feedback @maya about my demo on Tuesday",
  }),
});

export type FeedbackRequestMessages = ReturnType<typeof request>;
