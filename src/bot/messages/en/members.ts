// What newcomers are asked and told: their language, setting up, and rights that ended.
import type { Formatter } from "#src/language/format";
import type { Organisation } from "#src/people/person";
import { zoneCity } from "#src/calendar/cities";
import { unknownCountry, unknownCurrency } from "#src/calendar/countries";
import { countryName } from "#src/language/country-names";
import { line, said, typed, type Line } from "#src/view/line";

type Located = Pick<Organisation, "country" | "zone" | "currency">;

export const members = (f: Formatter) => ({
  defaultTeam: (): string => "Sales",
  whichLanguage: (): Line => line`English or Chinese? 想用英文还是中文？`,
  speaking: (): Line => line`OK, I'll use English. ${typed("settings")} changes it.`,
  maySetUp: (): Line => line`You can set me up`,
  maySetUpMore: (): Line =>
    line`It takes a few minutes: language, time zone, teams and metrics. Nobody has to wait: people can already log and set goals, and I message no one unasked until you switch their team on.`,
  invitedTo: (place: string): Line => line`Thanks for inviting me to ${said(place)}`,
  invitedAdmin: (): Line =>
    line`I post nothing there by myself. Make it a team's channel in setup, and the team's shout-outs and wins appear there.`,
  invitedMember: (): Line =>
    line`I post nothing there by myself. Once an admin makes it a team's channel, the team's shout-outs and wins appear there.`,
  whereRight: (): Line => line`That's right`,
  whereIsIt: (): Line => line`Where is your company?`,
  whereTaken: ({ country, zone, currency }: Located): Line =>
    country === unknownCountry || currency === unknownCurrency
      ? line`Its country decides whose public holidays count, and what a bare amount means. I don't know it yet.`
      : line`I take it to be in ${countryName(country, "en")}: ${said(zoneCity(zone, "en"))} time, ${currency}. That decides whose public holidays count, and what a bare amount means.`,
  sayWhere: (): Line => line`Set country and currency`,
  beginSetUp: (): Line => line`Start setup`,
  noAdminNow: (): Line =>
    line`You can no longer change the setup here: your account lost its admin role.`,
  whoIsAdmin: (names: readonly string[]): Line =>
    names.length === 0
      ? line`There is no admin right now. Whoever runs the server can appoint one.`
      : line`Current admins: ${said(f.list(names))}. They can give you access again.`,
});

export type MemberMessages = ReturnType<typeof members>;
