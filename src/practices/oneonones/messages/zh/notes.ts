// 笔记、提纲，谈得怎么样。
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";
import type { GrowPart } from "../../model.ts";
import { whenOf } from "./when.ts";
import type { TalkNotesMessages } from "../en/notes.ts";

const questions: Readonly<Record<GrowPart, readonly [string, string]>> = {
  goal: ["想达到什么？", "到月底，或者谈完这次"],
  reality: ["现在到哪一步了，试过什么？", "什么有用，什么没用"],
  options: ["还有哪些办法？", "再想一个？谁能帮上忙？"],
  will: ["接下来做什么，什么时候做完？", "先走哪一步；顺手记成待办"],
};

export const notes = (f: Formatter): TalkNotesMessages => ({
  growTitle: () => line`谈话提纲`,
  growIntro: () => line`只是个方向，不用按顺序；没谈到的空着就行。`,
  question: (part) => line`${questions[part][0]}`,
  questionHint: (part) => line`${questions[part][1]}`,
  growSees: (one, other) =>
    line`只有${said(one)}和${said(other)}看得到，管理员也看不到。保留一年。`,
  notesTitle: () => line`我的笔记`,
  notesField: () => line`写给自己`,
  notesSees: () => line`只有你自己看得到，管理员也看不到。保留一年。`,
  notesKept: () => line`已保存。`,
  held: (name) => line`记下了：你和${said(name)}谈过了`,
  heldNote: () => line`没聊完的留到下次。`,
  outcomeTitle: (name) => line`和${said(name)}的一对一`,
  outcomeField: () => line`这次怎么安排`,
  outcome: (state) =>
    ({
      moved: line`改到别的时间`,
      skipped: line`这次跳过`,
      excused: line`有人不在，这次不算`,
    })[state],
  moveDay: () => line`改到哪天（改期才填）`,
  moveTime: () => line`改到几点（按你的时间）`,
  outcomeSaved: (state, name) =>
    state === "skipped"
      ? line`这次跳过，议题留到下次和${said(name)}聊。`
      : line`这次不算，议题留到下次和${said(name)}聊。`,
  movedTo: (name, at) => line`和${said(name)}的一对一改到 ${whenOf(at, f)}`,
  movedBy: (name, at) => line`${said(name)}把你们的一对一改到 ${whenOf(at, f)}`,
  skippedBy: (name) => line`${said(name)}取消了这次一对一`,
  settledAlready: () => line`这次的结果已经记下了。`,
});
