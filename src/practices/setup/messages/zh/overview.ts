// 设置首页：哪些已经设好，下一步是什么。
import { line, said, typed } from "#src/view/line";
import type { SetupOverviewMessages } from "../en/overview.ts";

export const overview = (): SetupOverviewMessages => ({
  title: (name) => line`${said(name)}的初始设置`,
  setUp: () => line`初始设置`,
  setUpTyped: () => "初始设置",
  stepsDone: (done, all) => line`${String(all)} 步完成了 ${String(done)} 步`,
  intro: (isDone) =>
    isDone
      ? line`这里随时可以改。`
      : line`不设也能先用：大家现在就可以报数、定目标。这里随时可以改。`,
  metrics: () => line`指标`,
  metricsAre: (count) => line`${String(count)} 个指标`,
  teams: () => line`团队`,
  teamsAre: (teams, people) => line`${String(teams)} 个团队，${String(people)} 人`,
  peopleCount: (count) => line`${String(count)} 人`,
  places: () => line`团队的群`,
  placesAre: (linked, all) => line`${String(all)} 个群，${String(linked)} 个已归到团队`,
  checkins: () => line`团队周报`,
  checkinsAre: () => line`每个团队星期几、几点、谁能看`,
  checkinWords: () => "周报设置",
  praise: () => line`表扬`,
  praiseIs: () => line`价值观、积分和规则`,
  praiseWords: () => "表扬设置",
  feedback: () => line`反馈`,
  feedbackIs: () => line`两周提醒一次，团队开启才发`,
  feedbackWords: () => "团队反馈",
  nextStep: () => line`下一步`,
  stepState: (done) => line`${done ? "已完成" : "稍后"}`,
  toOrganisation: () => line`改公司设置`,
  toTeams: () => line`管理团队`,
  toPlaces: () => line`管理群`,
  toMetrics: () => line`管理指标`,
  toPilots: () => line`选试点团队`,
  toCheckins: () => line`设置周报`,
  toPraise: () => line`设置表扬`,
  toFeedback: () => line`设置反馈`,
  toDaysOff: () => line`查看假期`,
  toSwitches: () => line`开关功能`,
  allDone: () => line`都设好了。已开启的团队会收到提醒，其他人不会被打扰。`,
  toSetup: () => line`回到初始设置`,
  save: () => line`保存`,
  next: () => line`下一步`,
  sees: () => line`组织里所有人可见`,
  noSuch: () => line`这一项已经没有了，发 ${typed("初始设置")} 看现在的。`,
  nobody: () => line`暂无`,
  help: () => ({
    does: line`语言、团队、群、指标、规则、试点团队`,
    usage: "初始设置",
    example: "初始设置",
  }),
});
