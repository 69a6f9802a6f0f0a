// 设置的中文。
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";
import type { SettingsMessages } from "./en.ts";

export const zh = (_f: Formatter): SettingsMessages => ({
  title: () => line`我的设置`,
  language: () => line`语言`,
  languageName: (locale) => (locale === "zh" ? line`中文` : line`English`),
  zone: () => line`时区`,
  zoneIs: (zone) => line`${said(zone)}`,
  hours: () => line`工作时间`,
  hoursAre: (start, end) => line`${start} 到 ${end}`,
  why: () => line`工作时间以外，不会有消息打扰你。`,
  change: () => line`修改`,
  save: () => line`保存`,
  saved: () => line`已保存。`,
  zoneHint: () => line`写城市名，比如 上海、柏林、纽约`,
  hoursHint: () => line`比如 9:00-18:00`,
  badZone: () => line`这个地方我不认识，写一个附近的大城市，比如 上海。`,
  badHours: () => line`这个时间我读不懂，请写成 9:00-18:00 这样。`,
  sees: () => line`仅自己可见，提醒时间跟着它走`,
  help: () => ({ does: line`语言、时区、工作时间`, usage: "设置", example: "设置" }),
});
