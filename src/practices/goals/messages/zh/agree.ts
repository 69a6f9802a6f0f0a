// 目标的提出、确认、回复和调整。
import { localDateAt } from "#src/calendar/zones";
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";
import type { AgreeMessages } from "../en/agree.ts";

export const agree = (f: Formatter): AgreeMessages => ({
  propose: (name) => line`提给${said(name)}确认`,
  proposedTo: (name) => line`已提给${said(name)}，确认后告诉你。`,
  proposalTitle: (by) => line`${said(by)}给你提了一个目标`,
  confirm: () => line`确认`,
  confirmedTitle: (name) => line`${said(name)}确认了目标`,
  alreadyConfirmed: () => line`这个目标已经确认过了。`,
  confirmedMeanwhile: (name, number) =>
    line`${said(name)}刚刚确认了 G${String(number)}，目标已经开始。不做了的话可以结束它。`,
  answer: () => line`回复`,
  answerForm: () => line`回复这个目标`,
  answerField: () => line`你想怎么调整？`,
  answerSent: () => line`已发送。`,
  answeredTitle: (name) => line`${said(name)}回复了你提的目标`,
  answerInstead: () => line`这个目标是提给你的：可以确认，也可以回复想怎么调整。`,
  withdraw: () => line`撤回`,
  withdrawSure: () => line`确定撤回这个提议？对方会收到通知。`,
  withdrawn: () => line`这个提议已撤回。`,
  withdrawnMeanwhile: (number) => line`G${String(number)} 这个提议已经撤回，不用再确认了。`,
  aimIs: (target, unit, due) => line`${f.date(due)}前 ${f.amount(target, unit)}`,
  changeTitle: (by) => line`${said(by)}想调整一个目标`,
  changeFrom: () => line`原来`,
  changeTo: () => line`想改为`,
  changeAgree: () => line`同意`,
  changeDecline: () => line`维持原样`,
  changeOpen: (target, unit, due) => line`等对方确认：${f.date(due)}前 ${f.amount(target, unit)}`,
  changeWas: (target, unit, due, on, reason) =>
    line`${f.date(localDateAt(on, f.zone))}${f.time(on)} 调整过，原来是 ${f.date(due)}前 ${f.amount(target, unit)}（原因：${said(reason)}）`,
  changeOwn: () => line`这是你自己提的调整，等对方决定。`,
  changeAnswered: (by, state) =>
    state === "agreed" ? line`${said(by)}同意了这次调整` : line`${said(by)}希望目标维持原样`,
  changeDecided: () => line`这次调整已经定了，打开目标看最新的就行。`,
  runsMeanwhile: (number) => line`G${String(number)} 已经在进行了，不做了的话可以结束它。`,
  helpConfirm: () => ({ does: line`确认收到的目标`, usage: "确认目标 G7", example: "确认目标 G1" }),
});
