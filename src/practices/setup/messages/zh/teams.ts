// 团队，以及谁向谁汇报。
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";
import type { TeamMessages } from "../en/teams.ts";

export const teams = (f: Formatter): TeamMessages => ({
  teamIs: (name) => line`${said(name)}`,
  teamManager: (name, on) =>
    line`${name === null ? "还没有主管" : line`主管：${said(name)}`} · ${on ? "提醒已开启" : "提醒未开启"}`,
  addTeam: () => line`加团队`,
  editTeam: () => line`改团队`,
  teamTitle: () => line`团队`,
  teamTaken: (name) => line`已经有一个团队叫“${said(name)}”了，换个名字吧。`,
  name: () => line`名称`,
  manager: () => line`主管`,
  leaderHint: () => line`团队里的人之后都向这位主管汇报`,
  joining: () => line`加入的人`,
  joiningHint: () => line`可以一次选多位，主管跟着团队走。`,
  joinHint: () => line`换团队后主管默认跟着换，下面可以另选`,
  fromPlace: () => line`按群建团队`,
  fromPlaceIntro: () =>
    line`选一个群，群里的人一次都进团队，不该进的可以去掉。把我拉进群，它就会出现在这里。`,
  everybodyIn: () => line`全员进团队`,
  nobodyInPlace: () => line`暂时看不到这个群里有谁，请确认我在群里，再试一次。`,
  teamOfIntro: (place, people, elsewhere) =>
    line`${said(place)}里有 ${String(people)} 人，不该进团队的请去掉。${elsewhere.length === 0 ? [] : line`已在别的团队、没有选上：${said(f.list(elsewhere))}。`}`,
  leaderOfHint: () => line`其他人之后都向这位主管汇报，也可以以后再设`,
  untickHint: () => line`开启团队之前，不会给任何人发消息`,
  placeHint: () => line`一个团队一个群，选了这个就不用原来的了`,
  editPerson: () => line`调整人员`,
  personTitle: () => line`要调整哪一位？`,
  person: () => line`人员`,
  personIs: (name) => line`${said(name)}`,
  team: () => line`团队`,
  noTeam: () => line`不在团队`,
  placeOfNone: () => line`暂不归到团队`,
  assistant: () => line`团队内勤`,
  assistantHint: () => line`可以替团队里的人报数`,
  admin: () => line`管理员`,
  ownManager: () => line`自己不能做自己的主管，换一位吧。`,
  circle: () => line`这样两个人就互为主管了，换一位吧。`,
  lastAdmin: () => line`至少要有一位管理员，请先把别人设为管理员。`,
});
