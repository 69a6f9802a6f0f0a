// Writing feedback: the form, the draft, and what would make it clearer.
import { line, said, typed, type Line } from "#src/view/line";
import type { FeedbackKind } from "../../model.ts";

export const write = () => ({
  isOff: (): Line =>
    line`Feedback is switched off in this workspace. An admin can turn it on in setup.`,
  formTitle: (name: string | null): Line =>
    name === null ? line`Feedback` : line`Feedback for ${said(name)}`,
  formIntro: (): Line => line`One moment, as you saw it. Two or three lines are plenty.`,
  formAsked: (name: string, about: string): Line =>
    about === ""
      ? line`${said(name)} would like your feedback.`
      : line`${said(name)} asked you about: ${said(about)}`,
  toWhom: (): Line => line`For`,
  feedbackIsSigned: (): Line =>
    line`Feedback here always carries your name: whoever gets it can ask back and thank you.`,
  writeWithMyName: (): Line => line`Write it under my name`,
  personIs: (name: string): Line => line`${said(name)}`,
  kind: (): Line => line`This is something to`,
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
  nextHint: (): Line => line`What to try next time`,
  question: (): Line => line`A question`,
  questionHint: (): Line => line`For example: what did you want to achieve?`,
  send: (): Line => line`Send`,
  sees: (name: string | null): Line =>
    line`Visible only to ${name === null ? "the person you write to" : said(name)}, who may share it with their manager`,
  sent: (name: string): Line => line`Sent to ${said(name)}.`,
  sentNote: (): Line =>
    line`It stays between the two of you. They may share it with their manager.`,
  draftTitle: (name: string): Line => line`Not sent yet: your feedback for ${said(name)}`,
  draftIntro: (): Line => line`It may land better with a small change. You decide.`,
  adviseSituation: (): Line => line`When or where was it? Then both of you see the same moment.`,
  adviseBehaviour: (labels: readonly string[]): Line =>
    line`“${said(labels.join("”, “"))}” sounds like a verdict. What exactly did you see or hear?`,
  adviseNext: (): Line =>
    line`What could be tried next time? One next step makes it easier to use.`,
  change: (): Line => line`Edit`,
  sendAnyway: (): Line => line`Send as is`,
  discard: (): Line => line`Discard`,
  discardSure: (): Line => line`Discard what you wrote?`,
  discarded: (): Line => line`Discarded. Nobody has seen it.`,
  hereTitle: (name: string | null): Line =>
    name === null
      ? line`Feedback is written here, not in the group`
      : line`Your feedback for ${said(name)} is written here, not in the group`,
  hereNote: (): Line => line`I posted nothing there.`,
  write: (): Line => line`Write it`,
  notYourself: (): Line =>
    line`Feedback goes to somebody else. Name a colleague, e.g. ${typed("feedback @name")}.`,
  gonePerson: (): Line => line`This colleague is no longer in the directory.`,
  goneDraft: (): Line =>
    line`This draft has already been sent or discarded. ${typed("my feedback")} shows what there is.`,
  helpGive: () => ({
    does: line`Private feedback for a colleague`,
    usage: "feedback @name",
    example: "feedback @maya",
  }),
});

export type FeedbackFormMessages = ReturnType<typeof write>;
