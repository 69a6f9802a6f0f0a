// 设置的中文。
import { zoneCity } from "#src/calendar/cities";
import { unknownCountry } from "#src/calendar/countries";
import { writtenZone } from "#src/calendar/zones";
import type { Formatter } from "#src/language/format";
import { workweekWords } from "#src/calendar/workweek";
import { countryName } from "#src/language/country-names";
import { line, said } from "#src/view/line";
import type { SettingsMessages } from "./en.ts";

export const zh = (_f: Formatter): SettingsMessages => ({
  title: () => line`我的设置`,
  language: () => line`语言`,
  languageName: (locale) => (locale === "zh" ? line`中文` : line`English`),
  zone: () => line`时区`,
  zoneText: (zone) => writtenZone(zone, "zh"),
  zoneIs: (zone) => line`${said(zoneCity(zone, "zh"))}`,
  hours: () => line`工作时间`,
  hoursAre: (start, end) => line`${start} 到 ${end}`,
  why: () => line`工作时间以外，不会有消息打扰你。`,
  change: () => line`修改`,
  save: () => line`保存`,
  saved: () => line`已保存。`,
  zoneHint: () => line`写城市名，比如 上海、柏林、纽约`,
  hoursHint: () => line`比如 9:00-18:00`,
  badZone: () => line`没认出这个地方，请写同一时区的大城市，比如 上海，或者写 UTC+5:30。`,
  overMidnight: () => line`工作时间要在同一天之内，请写主要的那一段，比如 16:00-24:00。`,
  badHours: () => line`没看懂这个时间，请写成 9:00-18:00 这样。`,
  workweek: () => line`工作日`,
  week: (week) => line`${workweekWords(week, "zh")}`,
  workweekHint: () => line`比如 周一到周五、周日到周四`,
  badWorkweek: () => line`没看懂这几天，请写成 周一到周五 这样。`,
  holidays: () => line`公共假期`,
  holidaysOf: (country, known) => {
    if (country === unknownCountry) return line`还没选，只按周末休息算`;
    const name = countryName(country, "zh");
    if (known === "known") return line`${name}`;
    return known === "none"
      ? line`${name}（那边的假期我还没有，只按周末休息算）`
      : line`${name}（${String(known.openYear)}年放假安排还没确认）`;
  },
  holidaysHint: () => line`按哪里的假期：写国家或地区，比如 中国、德国，也可以写到州：DE-BY`,
  badCountry: () => line`没认出这个国家或地区，请写名称或代码，比如 德国 或 DE。`,
  sees: () => line`仅你可见，提醒时间随之调整`,
  help: () => ({ does: line`语言、时区、工作日和工作时间、假期`, usage: "设置", example: "设置" }),
});
