// Feedback that was received: thanked for, shared with the manager.
import { localDateAt } from "#src/calendar/zones";
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export const received = (f: Formatter) => ({
  receivedTitle: (name: string): Line => line`${said(name)} has feedback for you`,
  sharedTitle: (name: string, from: string): Line =>
    line`${said(name)} shared feedback from ${said(from)} with you`,
  givenTitle: (name: string): Line => line`Your feedback for ${said(name)}`,
  on: (at: Date): Line => line`${f.date(localDateAt(at, f.zone))}`,
  words: (text: string): Line => line`${said(text)}`,
  thank: (): Line => line`Say thanks`,
  share: (): Line => line`Share with my manager`,
  shareSure: (): Line => line`Your manager will be able to read all of it. This can't be undone.`,
  thankedAlready: (): Line => line`You've already said thanks for this.`,
  thankedYou: (name: string): Line => line`${said(name)} thanks you for your feedback.`,
  sharedAlready: (name: string): Line => line`${said(name)} can already read it.`,
  noManager: (): Line => line`You don't have a manager here yet. An admin can set one.`,
  managerWroteIt: (): Line => line`Your manager wrote this, so there's no need to share it.`,
  marks: (thanked: boolean, shown: string | null): Line => {
    const thanks = thanked ? "thanked" : "";
    if (shown === null) return line`${thanks}`;
    return thanks === ""
      ? line`shared with ${said(shown)}`
      : line`${thanks} · shared with ${said(shown)}`;
  },
  onlyYouTwo: (name: string): Line => line`Visible only to you and ${said(name)}`,
  youThree: (from: string, to: string, manager: string): Line =>
    line`Visible to ${said(from)}, ${said(to)} and ${said(manager)}`,
  notYours: (): Line =>
    line`There's nothing here for you to read. ${typed("my feedback")} shows what there is.`,
});

export type ReceivedFeedbackMessages = ReturnType<typeof received>;
