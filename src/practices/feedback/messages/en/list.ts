// Everything one was given, gave, drafted and was asked for.
import { localDateAt } from "#src/calendar/zones";
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";

export const list = (f: Formatter) => ({
  mineTitle: (): Line => line`Feedback`,
  received: (): Line => line`Received`,
  given: (): Line => line`Given`,
  shownToYou: (): Line => line`Shown to you`,
  drafts: (): Line => line`Not sent yet`,
  askedYou: (): Line => line`You were asked`,
  youAsked: (): Line => line`You asked`,
  rowFrom: (name: string, at: Date): Line =>
    line`${said(name)} · ${f.date(localDateAt(at, f.zone))}`,
  rowPair: (from: string, to: string, at: Date): Line =>
    line`${said(from)} for ${said(to)} · ${f.date(localDateAt(at, f.zone))}`,
  open: (): Line => line`Open`,
  goOn: (): Line => line`Continue`,
  noneYet: (): Line =>
    line`Nothing yet. ${typed("ask feedback @name")} asks a colleague for feedback, ${typed("feedback @name")} gives some.`,
  andMore: (): Line => line`Only the latest are listed.`,
  seesMine: (): Line => line`Visible only to you`,
  news: (count: number): Line =>
    line`You got feedback ${count === 1 ? "" : `${String(count)} times `}this week`,
  waitingDrafts: (count: number): Line =>
    line`${count === 1 ? "1 not sent yet" : `${String(count)} not sent yet`}`,
  showAll: (): Line => line`Feedback`,
  helpMine: () => ({
    does: line`Feedback received and given`,
    usage: "my feedback",
    example: "my feedback",
  }),
});

export type FeedbackListMessages = ReturnType<typeof list>;
