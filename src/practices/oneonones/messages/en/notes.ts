// Notes and questions, and what became of a talk.
import type { Formatter } from "#src/language/format";
import { line, said, type Line } from "#src/view/line";
import type { GrowPart } from "../../model.ts";
import { whenOf } from "./when.ts";

const questions: Readonly<Record<GrowPart, readonly [string, string]>> = {
  goal: ["What do you want to reach?", "By the end of the month, or by the end of this talk"],
  reality: ["Where do you stand, and what have you tried?", "What works, what does not"],
  options: ["What could you do?", "And what else? Who could help?"],
  will: ["What will you do, and by when?", "The first step: add it as a step too"],
};

export type TalkNotesMessages = ReturnType<typeof notes>;

export const notes = (f: Formatter) => ({
  growTitle: (): Line => line`Questions for the talk`,
  growIntro: (): Line => line`A compass, in no fixed order. Leave open what you did not get to.`,
  question: (part: GrowPart): Line => line`${questions[part][0]}`,
  questionHint: (part: GrowPart): Line => line`${questions[part][1]}`,
  growSees: (one: string, other: string): Line =>
    line`Seen by ${said(one)} and ${said(other)}, nobody else, no admin either. Kept for a year.`,
  notesTitle: (): Line => line`My notes`,
  notesField: (): Line => line`For yourself`,
  notesSees: (): Line => line`Seen by you alone, no admin either. Kept for a year.`,
  notesKept: (): Line => line`Saved.`,
  held: (name: string): Line => line`Noted: you talked with ${said(name)}`,
  heldNote: (): Line => line`What is still open is on the list for the next time.`,
  outcomeTitle: (name: string): Line => line`Your one-on-one with ${said(name)}`,
  outcomeField: (): Line => line`What happens with it`,
  outcome: (state: "moved" | "skipped" | "excused"): Line =>
    ({
      moved: line`Move it to another time`,
      skipped: line`Skip it this time`,
      excused: line`Excused: one of you is away`,
    })[state],
  moveDay: (): Line => line`New day, if you move it`,
  moveTime: (): Line => line`New time (your clock)`,
  outcomeSaved: (state: "skipped" | "excused", name: string): Line =>
    state === "skipped"
      ? line`Skipped. The list stays for the next one-on-one with ${said(name)}.`
      : line`Excused. The list stays for the next one-on-one with ${said(name)}.`,
  movedTo: (name: string, at: Date): Line =>
    line`Your one-on-one with ${said(name)} is now ${whenOf(at, f)}`,
  movedBy: (name: string, at: Date): Line =>
    line`${said(name)} moved your one-on-one to ${whenOf(at, f)}`,
  skippedBy: (name: string): Line => line`${said(name)} called off this one-on-one`,
  settledAlready: (): Line => line`What became of it is noted already.`,
});
