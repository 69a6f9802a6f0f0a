// What linking accounts says in English.
import type { Formatter } from "#src/language/format";
import { line, said, typed, type Line } from "#src/view/line";
import type { Rights } from "../rules.ts";

export type AccountMessages = ReturnType<typeof en>;

export const en = (f: Formatter) => ({
  codeTitle: (): Line => line`Your code for your other chat`,
  codeHow: (code: string): Line =>
    line`Send me ${typed(`link ${code}`)} in your other chat app. I will ask you here before anything is linked.`,
  codeKeep: (): Line =>
    line`Whoever sends it is asking to become you: to see your goals, check-ins and feedback, and to act in your name. Don't give it to anyone. Nobody from our side will ever ask you for it.`,
  codeHolds: (minutes: number): Line => line`Good for ${String(minutes)} minutes, and only once.`,
  isIn: (workspace: string): Line => line`in ${said(workspace)}`,
  means: (): Line =>
    line`Goals, check-ins, praise, feedback and reminders of both accounts become one person's, and both chats show all of it.`,
  reaches: (name: string, rights: Rights): Line =>
    line`${said(name)}'s account could then do what you can do here: ${yours(rights, f)}.`,
  brings: (name: string, rights: Rights): Line =>
    line`You could then do what ${said(name)} can do here: ${theirs(rights, f)}.`,
  ledBy: (manager: string): Line =>
    line`${said(manager)} would be the manager of both, and see the goals and check-ins of both.`,
  sureTitle: (name: string): Line => line`Are you ${said(name)} as well?`,
  sureTrap: (): Line =>
    line`Did someone else give you this code? Then say no: they would become you.`,
  yes: (): Line => line`Yes, that's me`,
  sureNo: (): Line => line`No, that's someone else`,
  waiting: (): Line => line`Waiting for you to confirm in your other chat`,
  waitingWhat: (name: string, minutes: number): Line =>
    line`I have asked ${said(name)} there. Nothing is linked until you say yes there, within ${String(minutes)} minutes.`,
  holderTitle: (name: string): Line => line`Is ${said(name)} you as well?`,
  holderWhat: (): Line =>
    line`That account has just sent me the code you got here, and wants to be linked with you.`,
  holderTrap: (minutes: number): Line =>
    line`If that was not you, say no: nothing is linked, and the code stops working. The question stands for ${String(minutes)} minutes.`,
  holderNo: (): Line => line`No, that's not me`,
  joined: (): Line => line`Linked. You are one person here now.`,
  joinedWhat: (platforms: number): Line =>
    platforms > 1
      ? line`I write to you where you were last; an answer on either side counts for both.`
      : line`An answer from either account counts for both.`,
  joinedUndo: (until: Date): Line =>
    line`Wasn't that you? Until ${f.dateTime(until)} one press separates them again, and everything goes back to where it was.`,
  notMe: (): Line => line`That wasn't me`,
  parted: (name: string): Line => line`Separated: you and ${said(name)} are two people here again.`,
  partedWhat: (stays: string): Line =>
    line`Each has their own again: goals, check-ins, praise, feedback, rights. Anything added since stays with ${said(stays)}.`,
  partedNext: (): Line =>
    line`If someone else has used one of your accounts, please tell an admin now.`,
  partOver: (): Line =>
    line`They can no longer be separated: the day for it is over, or it's already done.`,
  refused: (name: string): Line =>
    line`Nothing was linked. ${said(name)} has been told, and the code no longer works.`,
  refusedThere: (): Line =>
    line`The answer in the other chat was no. Nothing was linked, and the code no longer works.`,
  dropped: (): Line =>
    line`Nothing was linked, and the code no longer works. Its owner has been told.`,
  codeTyped: (name: string): Line =>
    line`${said(name)} sent me the code you got here. Nothing was linked, and the code no longer works. If you gave it away, please don't do that again.`,
  sameWorkspace: (): Line =>
    line`That code comes from an account in this same workspace. Linking is for one person in two chat apps, so two accounts of one workspace are never linked.`,
  joinedLately: (from: Date): Line =>
    line`One of the two was linked with another account less than a day ago. You can link the next one from ${f.dateTime(from)}.`,
  over: (): Line =>
    line`This question is over, and nothing was linked by it. Send ${typed("link")} for a new code.`,
  wrong: (): Line =>
    line`That code is wrong, used or expired. Get a new one in your other chat with ${typed("link")}.`,
  own: (): Line => line`That's the code from this chat. Send it to me in your other one.`,
  tooMany: (minutes: number): Line =>
    line`That was a few too many tries. Please wait ${String(minutes)} minutes and get a new code.`,
  twinTitle: (name: string): Line => line`Is ${said(name)} you as well?`,
  twinWhat: (): Line =>
    line`Someone here already has your e-mail address. If that's you in another chat, link the two; if not, ignore this.`,
  twinYes: (): Line => line`Get a code`,
  onlyYou: (): Line => line`Visible only to you`,
  help: () => ({
    does: line`Connect your accounts in two chat apps`,
    usage: "link [code]",
    example: "link",
  }),
});

const people = (count: number): string => (count === 1 ? "1 person" : `${count} people`);

const yours = ({ admin, leads, assistant }: Rights, f: Formatter): string =>
  f.list([
    ...(admin ? ["you are an admin"] : []),
    ...(leads > 0 ? [`you lead ${people(leads)}`] : []),
    ...(assistant ? ["you log for your team"] : []),
  ]);

const theirs = ({ admin, leads, assistant }: Rights, f: Formatter): string =>
  f.list([
    ...(admin ? ["they are an admin"] : []),
    ...(leads > 0 ? [`they lead ${people(leads)}`] : []),
    ...(assistant ? ["they log for their team"] : []),
  ]);
