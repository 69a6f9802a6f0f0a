// 团队哪天写周报、谁能看。
import type { Weekday } from "#src/calendar/local-date";
import { line, said, typed } from "#src/view/line";
import type { CadenceMessages } from "../en/cadence.ts";

const weekdays: Readonly<Record<Weekday, string>> = {
  1: "周一",
  2: "周二",
  3: "周三",
  4: "周四",
  5: "周五",
  6: "周六",
  7: "周日",
};

export const cadence = (): CadenceMessages => ({
  rhythmTitle: () => line`团队的周报`,
  rhythmRow: (on, weekday, opens, visible) =>
    on
      ? line`${weekdays[weekday]} ${opens}，${visible === "team" ? "全团队可见" : "主管可见"}`
      : line`未开启`,
  dailyRow: () => line`另收日报`,
  team: (name) => line`${said(name)}`,
  change: () => line`修改`,
  noTeams: () => line`你还没有带团队。管理员可以在 ${typed("初始设置")} 里添加。`,
  rhythmForm: (name) => line`周报设置 · ${said(name)}`,
  fieldOn: () => line`每周写周报`,
  fieldWeekday: () => line`星期几`,
  fieldWeekdayHint: () => line`遇节假日顺延到下一个工作日`,
  weekday: (weekday) => line`${weekdays[weekday]}`,
  fieldOpens: () => line`几点开始`,
  fieldOpensHint: () => line`按各人当地时间，三小时后截止`,
  time: (time) => line`${time}`,
  fieldVisible: () => line`谁能看到`,
  visible: (visible) => line`${{ manager: "直属主管", team: "全团队" }[visible]}`,
  fieldVisibleHint: () => line`从下一次提交起生效，表单上会写明`,
  fieldDaily: () => line`另收日报`,
  fieldDailyHint: () => line`每个人都可以自己关掉`,
  rhythmSees: () => line`团队成员都看得到这项设置，周报表单上也会写明`,
  helpRhythm: () => ({
    does: line`设置团队周报的日子、时间和谁能看`,
    usage: "周报设置",
    example: "周报设置",
  }),
});
