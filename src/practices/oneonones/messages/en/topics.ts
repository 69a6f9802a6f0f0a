// What there is to talk about, and where it was found.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import { titleFor, type Titled } from "#src/practices/goals/api";
import { line, said, typed, type Line } from "#src/view/line";
import type { TopicSource } from "../../model.ts";

const from: Readonly<Record<TopicSource, string>> = {
  self: "",
  goal: "from a goal",
  blocker: "from a blocker",
  feedback: "from feedback",
};

export type TalkTopicsMessages = ReturnType<typeof topics>;

export const topics = (f: Formatter) => ({
  topics: (): Line => line`To talk about`,
  noTopics: (): Line => line`Nothing yet. Add what you want to talk about.`,
  topicBy: (name: string, source: TopicSource): Line =>
    source === "self" ? line`${said(name)}` : line`${said(name)} · ${from[source]}`,
  moreTopics: (count: number): Line => line`and ${String(count)} more`,
  topicOver: (): Line => line`Talked about`,
  found: (): Line => line`Found for you`,
  goalRow: (goal: Titled & { readonly number: number }): Line =>
    line`G${String(goal.number)} ${said(titleFor(goal, "en"))}`,
  goalBehind: (done: Decimal, timeGone: Decimal): Line =>
    line`goal behind pace · ${f.percent(done)} done, ${f.percent(timeGone)} of time elapsed`,
  goalReached: (): Line => line`win · goal reached`,
  blockerRow: (words: string): Line => line`${said(words)}`,
  blockerSince: (since: LocalDate): Line => line`open blocker · since ${f.date(since)}`,
  praiseRow: (words: string): Line => line`${said(words)}`,
  praisedBy: (name: string): Line => line`win · praise from ${said(name)}`,
  stepsTitle: (): Line => line`Steps`,
  stepRow: (number: number, words: string): Line => line`A${String(number)} ${said(words)}`,
  stepBy: (name: string, due: LocalDate): Line => line`${said(name)} · by ${f.date(due)}`,
  stepDue: (due: LocalDate): Line => line`by ${f.date(due)}`,
  overdue: (): Line => line`overdue`,
  done: (): Line => line`Done`,
  carry: (): Line => line`Carry`,
  addTopic: (): Line => line`Add a topic`,
  addStep: (): Line => line`Add a step`,
  questionsButton: (): Line => line`Questions`,
  notesButton: (): Line => line`My notes`,
  heldButton: (): Line => line`We talked`,
  otherwiseButton: (): Line => line`Move or skip`,
  topicForm: (name: string): Line => line`To talk about with ${said(name)}`,
  topicField: (): Line => line`What do you want to talk about?`,
  topicHint: (): Line => line`How to win back the two clients who went quiet`,
  topicKept: (name: string): Line => line`It is on the list for your one-on-one with ${said(name)}`,
  topicTooLong: (most: number): Line =>
    line`Please keep a topic under ${String(most)} characters; details belong into the talk.`,
  topicWhat: (): Line =>
    line`Say what you want to talk about, for example ${typed("topic the discount for large orders")}.`,
  topicTooMany: (most: number): Line =>
    line`There are ${String(most)} topics already. Close some in ${typed("1on1")} first.`,
  topicWhose: (name: string): Line =>
    line`You have no one-on-one with ${said(name)}, so nothing was noted. A topic goes to somebody you talk with.`,
  topicWithWhom: (): Line => line`Whom do you want to talk about it with?`,
  topicNoPair: (name: string): Line =>
    line`You have no one-on-one with ${said(name)} yet. Set it up, and the topic goes with it.`,
  topicClosed: (): Line => line`Talked about.`,
  topicWasClosed: (): Line => line`It was closed already.`,
  talkAboutIt: (): Line => line`Talk about it`,
  aboutGoal: (goal: Titled & { readonly number: number }): string =>
    `G${String(goal.number)} ${titleFor(goal, "en")}: `,
  aboutFeedback: (name: string): string => `Feedback from ${name}: `,
});
