// 功能开关：哪些功能在用，谁改的。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { SetupSwitchMessages } from "../en/switches.ts";

export const switches = (f: Formatter): SetupSwitchMessages => ({
  switches: () => line`功能开关`,
  switchesIntro: () =>
    line`这里用哪些功能。关掉的不再提醒，也不再显示；已有的记录都保留，重新打开就能看到。`,
  switchesAre: (off) => line`${off === 0 ? "都开着" : `关了 ${String(off)} 项`}`,
  switchIs: (called) => line`${called}`,
  switchState: (on) => line`${on ? "已开" : "已关"}`,
  switchBegan: (on) => line`${on ? "一直开着" : "还没打开过"}`,
  switchedBy: (on, at, by) =>
    line`${f.dateTime(at)} 由${by === null ? "已离职的同事" : said(by)}${on ? "打开" : "关闭"}`,
  turnOn: () => line`打开`,
  turnOff: () => line`关闭`,
  turnOffSure: (called) => line`要为所有人关闭“${called}”吗？记录都会保留。`,
  switchedNow: (called, on) => line`${on ? "已打开" : "已关闭"}：${called}`,
  switchedAlready: (called, on) => line`“${called}”本来就${on ? "开着" : "关着"}`,
  switchUnclear: () =>
    line`没有这项功能。发 ${typed("功能开关")} 看全部，发 ${typed("功能开关 表扬 关")} 可以关掉一项。`,
  helpSwitches: () => ({
    does: line`大家用哪些功能`,
    usage: "功能开关 [哪一项 开 | 关]",
    example: "功能开关",
  }),
});
