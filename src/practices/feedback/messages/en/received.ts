// Feedback that was received: thanked for, shared with the manager.
import { localDateAt } from "#src/calendar/zones";
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export const received = (f: Formatter) => ({
  receivedTitle: (name: string): Line => line`${said(name)} has feedback for you`,
  sharedTitle: (name: string, from: string): Line =>
    line`${said(name)} shows you feedback from ${said(from)}`,
  givenTitle: (name: string): Line => line`Your feedback for ${said(name)}`,
  on: (at: Date): Line => line`${f.date(localDateAt(at, f.zone))}`,
  words: (text: string): Line => line`${said(text)}`,
  thank: (): Line => line`Say thanks`,
  share: (): Line => line`Show my manager`,
  shareSure: (): Line => line`Your manager can then read all of it. This cannot be taken back.`,
  thankedAlready: (): Line => line`You have said thanks for this already.`,
  thankedYou: (name: string): Line => line`${said(name)} thanks you for your feedback.`,
  sharedAlready: (name: string): Line => line`${said(name)} can read it already.`,
  noManager: (): Line => line`Nobody is set as your manager here. An admin can change that.`,
  managerWroteIt: (): Line => line`Your manager wrote it, so they know it.`,
  marks: (thanked: boolean, shown: string | null): Line => {
    const thanks = thanked ? "thanked" : "";
    if (shown === null) return line`${thanks}`;
    return thanks === ""
      ? line`shown to ${said(shown)}`
      : line`${thanks} · shown to ${said(shown)}`;
  },
  onlyYouTwo: (name: string): Line => line`Only you and ${said(name)} can read this`,
  youThree: (from: string, to: string, manager: string): Line =>
    line`${said(from)}, ${said(to)} and ${said(manager)} can read this`,
  notYours: (): Line =>
    line`There is nothing here that you can read. ${typed("my feedback")} shows what there is.`,
});

export type ReceivedFeedbackMessages = ReturnType<typeof received>;
