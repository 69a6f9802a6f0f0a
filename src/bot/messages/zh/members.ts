// 刚加入的同事：语言、初始设置、管理权限。
import type { Formatter } from "#src/language/format";
import { zoneCity } from "#src/calendar/cities";
import { unknownCountry, unknownCurrency } from "#src/calendar/countries";
import { countryName } from "#src/language/country-names";
import { line, said, typed } from "#src/view/line";
import type { MemberMessages } from "../en/members.ts";

export const members = (f: Formatter): MemberMessages => ({
  defaultTeam: () => "销售团队",
  whichLanguage: () => line`想用中文还是英文？Chinese or English?`,
  speaking: () => line`好的，以后用中文。发 ${typed("设置")} 可以改。`,
  maySetUp: () => line`初始设置由你来做`,
  maySetUpMore: () =>
    line`几分钟就好：语言、时区、团队和指标。大家不用等，现在就能报数、定目标；在你开启团队之前，我不会主动打扰任何人。`,
  invitedTo: (place) => line`谢谢把我拉进${said(place)}`,
  invitedAdmin: () =>
    line`我不会在群里主动发消息。在初始设置里把它设为团队的群，团队的表扬和喜报就会发在那里。`,
  invitedMember: () =>
    line`我不会在群里主动发消息。管理员把它设为团队的群之后，团队的表扬和喜报就会发在那里。`,
  whereRight: () => line`没错`,
  whereIsIt: () => line`公司在哪里？`,
  whereTaken: ({ country, zone, currency }) =>
    country === unknownCountry || currency === unknownCurrency
      ? line`放哪国的假、没写币种的金额是什么钱，都看这里。我还不知道，请先选一下。`
      : line`我先按${countryName(country, "zh")}来：时区 ${said(zoneCity(zone, "zh"))}，货币 ${currency}。放哪国的假、没写币种的金额是什么钱，都看这里。`,
  sayWhere: () => line`设置国家和货币`,
  beginSetUp: () => line`开始设置`,
  noAdminNow: () => line`你的账号已没有这里的管理权限，以后由其他管理员来设置。`,
  whoIsAdmin: (names) =>
    names.length === 0
      ? line`目前没有管理员，可以请维护服务器的同事指定一位。`
      : line`现在的管理员：${said(f.list(names))}，需要的话可以请他们再给你开通。`,
});
