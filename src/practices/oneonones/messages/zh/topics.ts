// 想聊的，从哪里来的。
import type { Formatter } from "#src/language/format";
import { titleFor } from "#src/practices/goals/api";
import { line, said, typed } from "#src/view/line";
import type { TopicSource } from "../../model.ts";
import type { TalkTopicsMessages } from "../en/topics.ts";

const from: Readonly<Record<TopicSource, string>> = {
  self: "",
  goal: "来自目标",
  blocker: "来自卡点",
  feedback: "来自反馈",
};

export const topics = (f: Formatter): TalkTopicsMessages => ({
  topics: () => line`想聊的`,
  noTopics: () => line`还没有，先加上你想聊的。`,
  topicBy: (name, source) =>
    source === "self" ? line`${said(name)}` : line`${said(name)} · ${from[source]}`,
  moreTopics: (count) => line`还有 ${String(count)} 个`,
  topicOver: () => line`聊过了`,
  found: () => line`替你们找到的`,
  goalRow: (goal) => line`G${String(goal.number)} ${said(titleFor(goal, "zh"))}`,
  goalBehind: (done, timeGone) =>
    line`落后的目标 · 完成 ${f.percent(done)}，时间过了 ${f.percent(timeGone)}`,
  goalReached: () => line`好消息 · 目标达成`,
  blockerRow: (words) => line`${said(words)}`,
  blockerSince: (since) => line`卡住的事 · ${f.date(since)}起`,
  praiseRow: (words) => line`${said(words)}`,
  praisedBy: (name) => line`好消息 · ${said(name)}的表扬`,
  stepsTitle: () => line`待办`,
  stepRow: (number, words) => line`A${String(number)} ${said(words)}`,
  stepBy: (name, due) => line`${said(name)} · ${f.date(due)}前`,
  stepDue: (due) => line`${f.date(due)}前`,
  overdue: () => line`已过期`,
  done: () => line`完成`,
  carry: () => line`顺延`,
  addTopic: () => line`加议题`,
  addStep: () => line`加待办`,
  questionsButton: () => line`谈话提纲`,
  notesButton: () => line`我的笔记`,
  heldButton: () => line`已经谈过`,
  otherwiseButton: () => line`改期或跳过`,
  topicForm: (name) => line`想和${said(name)}聊的`,
  topicField: () => line`想聊什么？`,
  topicHint: () => line`两家没回音的客户怎么跟`,
  topicKept: (name) => line`已加到和${said(name)}的一对一里`,
  topicTooLong: (most) => line`一个议题请控制在 ${String(most)} 个字以内，细节当面聊。`,
  topicWhat: () => line`写上想聊什么，比如${typed("加议题 大单的折扣怎么定")}。`,
  topicTooMany: (most) => line`已经有 ${String(most)} 个议题了，先在${typed("一对一")}里关掉几个。`,
  topicWhose: (name) => line`你和${said(name)}没有一对一，所以没有记下。议题要加给和你一对一的人。`,
  topicWithWhom: () => line`想和谁聊这件事？`,
  topicNoPair: (name) => line`你和${said(name)}还没有约一对一。约好之后，这个议题会一起带上。`,
  topicClosed: () => line`聊过了。`,
  topicWasClosed: () => line`这一条已经关掉了。`,
  talkAboutIt: () => line`一对一时聊`,
  aboutGoal: (goal) => `G${String(goal.number)} ${titleFor(goal, "zh")}：`,
  aboutFeedback: (name) => `反馈（${name}）：`,
});
