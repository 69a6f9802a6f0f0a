// The organisation's own language, time zone, holidays and currency.
import { zoneCity } from "#src/calendar/cities";
import { unknownCountry, unknownCurrency } from "#src/calendar/countries";
import { writtenZone } from "#src/calendar/zones";
import { countryName } from "#src/language/country-names";
import type { Organisation } from "#src/people/person";
import type { OpenYear } from "#src/practices/holidays/api";
import { line, said, type Line } from "#src/view/line";

type Settled = Pick<Organisation, "locale" | "zone" | "country" | "currency">;

export const organisation = () => ({
  organisation: (): Line => line`Language, country and time zone`,
  organisationForm: (): Line => line`Country, language, zone`,
  organisationIntro: (): Line =>
    line`For posts in channels, and the default for people who haven't chosen for themselves.`,
  organisationIs: ({ locale, zone, country, currency }: Settled): Line =>
    country === unknownCountry || currency === unknownCurrency
      ? line`Where is your company? Its country decides whose holidays count and what a bare amount means.`
      : line`${locale === "zh" ? "中文" : "English"} · ${said(zoneCity(zone, "en"))} · ${countryName(country, "en")} · ${currency}`,
  helpWhere: () => ({
    does: line`Where your company is: country, time zone, currency`,
    usage: "company settings",
    example: "company settings",
  }),
  organisationKept: (): Line => line`Noted. You can change it in setup at any time.`,
  goOn: (): Line => line`Continue setup`,
  language: (): Line => line`Language`,
  zone: (): Line => line`Time zone`,
  zoneText: (zone: string): string => writtenZone(zone, "en"),
  zoneHint: (): Line => line`A city, e.g. Berlin, 上海, New York`,
  badZone: (): Line =>
    line`I don't know this place. Write a larger city in the same time zone, e.g. Berlin, or UTC+5:30.`,
  holidays: (): Line => line`Public holidays`,
  holidaysHint: (): Line =>
    line`For people who haven't chosen their own: a country, e.g. Germany, or DE-BY`,
  badCountry: (): Line =>
    line`I don't know this country. Write its name or its code, e.g. Germany or DE.`,
  workweek: (): Line => line`Working days`,
  workweekHint: (): Line => line`e.g. Mon to Fri, Sun to Thu`,
  badWorkweek: (): Line => line`I can't read these days. Write them like Mon to Fri.`,
  daysOff: (): Line => line`Public holidays and own days off`,
  daysOffAre: (open: readonly OpenYear[]): Line =>
    open.length === 0
      ? line`all known; add your own days and workdays`
      : line`not confirmed yet: ${open.map(({ country, year }) => `${countryName(country, "en")} ${String(year)}`).join(", ")}`,
  notConfirmed: (): Line => line`to confirm`,
  daysOffWords: (): string => "holidays",
  ownCurrencyHint: (): Line => line`What a bare amount means, e.g. EUR; existing goals keep theirs`,
});

export type OrganisationMessages = ReturnType<typeof organisation>;
