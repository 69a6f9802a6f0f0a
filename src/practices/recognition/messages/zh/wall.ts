// 荣誉墙，和首页上的表扬。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { WallMessages } from "../en/wall.ts";

export const wall = (f: Formatter): WallMessages => ({
  wallTitle: () => line`荣誉墙`,
  wallEmpty: () => line`还没有内容，发 ${typed("表扬@姓名 做了什么")} 开个头吧。`,
  wallRow: (by, people) => line`${said(by)} → ${said(f.list(people.map((each) => each.name)))}`,
  winAlone: () => line`报喜`,
  wallWin: (by) => line`${said(by)}报喜`,
  wallDay: (on) => line`${f.date(on)}`,
  wallWords: (reason) => (reason === "" ? [] : line`“${said(reason)}”`),
  wallMonth: () => line`最近 30 天`,
  wallMonthIs: (count, pairs) => line`${String(count)} 条表扬，在 ${String(pairs)} 对同事之间`,
  wallValues: () => line`体现的价值观`,
  wallValuesAre: (mix) =>
    line`${said(mix.map(([{ nameZh }, count]) => `${nameZh} ${String(count)}`).join(" · "))}`,
  wallMore: (count) => line`还有 ${String(count)} 条`,
  wallButton: () => line`荣誉墙`,
  lastPraise: () => line`最近一次表扬`,
  lastPraiseIs: ({ byName, reason, givenAt }) =>
    line`${givenAt ? `${f.dateTime(givenAt)}，` : ""}${said(byName)}${reason === "" ? "" : "："}${said(reason)}`,
  noPraiseLately: () => line`最近 90 天还没有`,
  praisedLastWeek: (praised, people) =>
    praised === 0
      ? line`上周团队里还没有人被表扬。`
      : line`上周有 ${String(praised)} 人被表扬（团队 ${String(people)} 人）`,
  praiseSomebody: () => line`表扬同事`,
  praiseNow: () => line`表扬一下`,
  homeTitle: () => line`表扬`,
  homeGot: (count) =>
    count === 0
      ? line`一句话就够：${typed("表扬@姓名 做了什么")}`
      : line`最近 30 天收到 ${String(count)} 次表扬`,
  helpWall: () => ({ does: line`最近的表扬和喜报`, usage: "荣誉墙", example: "荣誉墙" }),
});
