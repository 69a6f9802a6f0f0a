// What feedback says in English.
import { localDateAt } from "#src/calendar/zones";
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";
import type { FeedbackKind } from "../model.ts";

export const en = (f: Formatter) => ({
  isOff: (): Line =>
    line`Feedback is switched off in this workspace. An admin can turn it on in setup.`,
  formTitle: (name: string | null): Line =>
    name === null ? line`Feedback` : line`Feedback for ${said(name)}`,
  formIntro: (): Line => line`One moment, as you saw it. Two or three lines are plenty.`,
  formAsked: (name: string, about: string): Line =>
    about === ""
      ? line`${said(name)} asked you for it.`
      : line`${said(name)} asked you about: ${said(about)}`,
  toWhom: (): Line => line`For`,
  feedbackIsSigned: (): Line =>
    line`Feedback here always carries your name: whoever gets it can ask back and thank you.`,
  writeWithMyName: (): Line => line`Write it with my name`,
  personIs: (name: string): Line => line`${said(name)}`,
  kind: (): Line => line`It is something to`,
  kindIs: (kind: FeedbackKind): Line =>
    line`${{ keep: "keep doing", change: "do differently" }[kind]}`,
  situation: (): Line => line`Situation`,
  situationHint: (): Line => line`When and where: Tuesday's call with Charité`,
  behaviour: (): Line => line`Behaviour`,
  behaviourHint: (): Line =>
    line`What you saw or heard, without judging: “you let him finish before you answered”`,
  impact: (): Line => line`Impact`,
  impactHint: (): Line => line`What it did: for you, the team or the customer`,
  next: (): Line => line`Next step`,
  nextHint: (): Line => line`Optional: what to try next time`,
  question: (): Line => line`A question`,
  questionHint: (): Line => line`Optional: what did you want to achieve?`,
  send: (): Line => line`Send`,
  sees: (name: string | null): Line =>
    line`Only ${name === null ? "the person you write to" : said(name)} gets this, and may show it to their manager`,
  sent: (name: string): Line => line`Sent to ${said(name)}.`,
  sentNote: (): Line => line`It stays between the two of you. They may show it to their manager.`,
  draftTitle: (name: string): Line => line`Not sent yet: your feedback for ${said(name)}`,
  draftIntro: (): Line => line`It may land better with a small change. You decide.`,
  adviseSituation: (): Line => line`When or where was it? Then both of you see the same moment.`,
  adviseBehaviour: (labels: readonly string[]): Line =>
    line`“${said(labels.join("”, “"))}” sounds like a verdict. What exactly did you see or hear?`,
  adviseNext: (): Line =>
    line`What could be tried next time? One next step makes it easier to use.`,
  change: (): Line => line`Change it`,
  sendAnyway: (): Line => line`Send as it is`,
  discard: (): Line => line`Discard`,
  discardSure: (): Line => line`Discard what you wrote?`,
  discarded: (): Line => line`Discarded. Nobody has seen it.`,
  hereTitle: (name: string | null): Line =>
    name === null
      ? line`Feedback is written here, not in the group`
      : line`Your feedback for ${said(name)} is written here, not in the group`,
  hereNote: (): Line => line`I said nothing there.`,
  write: (): Line => line`Write it`,
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
  goOn: (): Line => line`Go on`,
  noneYet: (): Line =>
    line`Nothing yet. ${typed("ask feedback @name")} asks a colleague, ${typed("feedback @name")} gives some.`,
  andMore: (): Line => line`The latest ones are shown.`,
  seesMine: (): Line => line`Only you see this list`,
  news: (count: number): Line =>
    line`${count === 1 ? "Feedback came" : `Feedback came ${String(count)} times`} for you this week`,
  waitingDrafts: (count: number): Line =>
    line`${count === 1 ? "1 not sent yet" : `${String(count)} not sent yet`}`,
  showAll: (): Line => line`Feedback`,
  requestTitle: (name: string): Line => line`${said(name)} would like your feedback`,
  requestNote: (): Line => line`Two or three lines help. It stays between the two of you.`,
  give: (): Line => line`Give feedback`,
  notNow: (): Line => line`Not now`,
  putAside: (): Line => line`All right. ${typed("feedback @name")} works whenever you like.`,
  goneRequest: (): Line => line`This one was answered or put aside already.`,
  requested: (name: string): Line => line`${said(name)} was asked. What comes is for you alone.`,
  requestedAlready: (name: string, at: Date): Line =>
    line`You asked ${said(name)} on ${f.date(localDateAt(at, f.zone))} already. A week later you may ask again.`,
  notYourself: (): Line =>
    line`Feedback goes to somebody else. Name a colleague, e.g. ${typed("feedback @name")}.`,
  gonePerson: (): Line => line`This colleague is no longer here.`,
  goneDraft: (): Line =>
    line`It was sent or discarded already. ${typed("my feedback")} shows what there is.`,
  notYours: (): Line =>
    line`There is nothing here that you can read. ${typed("my feedback")} shows what there is.`,
  teamTitle: (): Line => line`Reminders to give feedback`,
  teamIntro: (): Line =>
    line`Every second Wednesday each person is reminded of one teammate they gave no feedback for eight weeks. Not in somebody's first 30 days. What they write stays with them.`,
  teamIs: (name: string): Line => line`${said(name)}`,
  teamState: (on: boolean): Line => line`${on ? "on" : "off"}`,
  turnOn: (): Line => line`Turn on`,
  turnOff: (): Line => line`Turn off`,
  noTeam: (): Line => line`You don't lead a team yet. An admin can change that.`,
  seesTeam: (): Line => line`You see on or off, never who gave feedback`,
  nudgeTitle: (name: string): Line => line`A few words for ${said(name)}?`,
  nudgeBody: (name: string): Line =>
    line`You have given ${said(name)} no feedback lately. What did they do that you would like to see again?`,
  nudgeLabel: (): Line => line`Feedback for a teammate`,
  nudgeWhy: (): Line => line`Your team chose a reminder every second week.`,
  helpGive: () => ({
    does: line`Private feedback for a colleague`,
    usage: "feedback @name",
    example: "feedback @maya",
  }),
  helpAsk: () => ({
    does: line`Ask a colleague for feedback`,
    usage: "ask feedback @name [about ...]",
    example: "ask feedback @maya about my demo on Tuesday",
  }),
  helpMine: () => ({
    does: line`Feedback received and given`,
    usage: "my feedback",
    example: "my feedback",
  }),
  helpTeam: () => ({
    does: line`Remind a team to give feedback`,
    usage: "team feedback",
    example: "team feedback",
  }),
});

export type FeedbackMessages = ReturnType<typeof en>;
