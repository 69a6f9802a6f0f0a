// 公司的语言、时区、假期和币种。
import { zoneCity } from "#src/calendar/cities";
import { unknownCountry, unknownCurrency } from "#src/calendar/countries";
import { writtenZone } from "#src/calendar/zones";
import { countryName } from "#src/language/country-names";
import { line, said } from "#src/view/line";
import type { OrganisationMessages } from "../en/organisation.ts";

export const organisation = (): OrganisationMessages => ({
  organisation: () => line`语言、国家和时区`,
  organisationForm: () => line`语言、国家和时区`,
  organisationIntro: () => line`用在群里的消息，也是没有单独设置的人的默认值。`,
  organisationIs: ({ locale, zone, country, currency }) =>
    country === unknownCountry || currency === unknownCurrency
      ? line`公司在哪个国家或地区？按哪里的假期、金额默认什么币种，都看它。`
      : line`${locale === "zh" ? "中文" : "English"} · ${said(zoneCity(zone, "zh"))} · ${countryName(country, "zh")} · ${currency}`,
  helpWhere: () => ({
    does: line`公司在哪里：国家、时区、货币`,
    usage: "公司设置",
    example: "公司设置",
  }),
  organisationKept: () => line`记下了，以后随时可以在初始设置里改。`,
  goOn: () => line`继续设置`,
  language: () => line`语言`,
  zone: () => line`时区`,
  zoneText: (zone) => writtenZone(zone, "zh"),
  zoneHint: () => line`写城市名，比如 上海、柏林、纽约`,
  badZone: () => line`没认出这个地方，请写同一时区的大城市，比如 上海，或者写 UTC+5:30。`,
  holidays: () => line`公共假期`,
  holidaysHint: () => line`没有单独设置的人按哪里的假期：写国家或地区，比如 中国、德国、DE-BY`,
  badCountry: () => line`没认出这个国家或地区，请写名称或代码，比如 德国 或 DE。`,
  workweek: () => line`工作日`,
  workweekHint: () => line`比如 周一到周五、周日到周四`,
  badWorkweek: () => line`没看懂这几天，请写成 周一到周五 这样。`,
  daysOff: () => line`假期和调休`,
  daysOffAre: (open) =>
    open.length === 0
      ? line`都有了；可以加公司自己的放假和调休`
      : line`还没确认：${open.map(({ country, year }) => `${countryName(country, "zh")} ${String(year)}年`).join("、")}`,
  notConfirmed: () => line`待确认`,
  daysOffWords: () => "假期",
  ownCurrencyHint: () => line`金额没写币种时按它算，比如 CNY；已有的目标不变`,
});
