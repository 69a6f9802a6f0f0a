// Settings 设置: the language, the zone, the working days and hours, and whose holidays count: everything else follows them.
import { ask, correct, replan, show, committed, type Answer } from "#src/bot/declare/answer";
import { atHand } from "#src/practices/help/api";
import { readFields, type Fields } from "#src/bot/declare/fields";
import { practiceOf, type Context } from "#src/bot/declare/practice";
import { readHours } from "#src/calendar/working-hours";
import { countryOf, unknownCountry } from "#src/calendar/countries";
import { calendarOf } from "#src/calendar/holidays";
import { noOwnDays, ownOf, yearsInSight } from "#src/calendar/own-days";
import {
  readWorkweek,
  sameWeek,
  workweekOf,
  workweekWords,
  type Workweek,
} from "#src/calendar/workweek";
import { isOffset } from "#src/calendar/zones";
import { countryName, findCountry, findPlaceZone } from "#src/language/country-names";
import { locales } from "#src/language/text";
import { movedTo, remindedBy, type Person } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import { button, card, fact, facts, softText, type Card } from "#src/view/card";
import { choiceField, form, option, textField, type Form, type FormValues } from "#src/view/form";
import { askSettings, saveSettings } from "./actions.ts";
import type { HolidaysKnown } from "./holidays-known.ts";
import { en, type SettingsMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

type Shown = Pick<Person, "locale" | "zone" | "hours" | "country" | "workweek">;
type SettingsContext = Context<SettingsMessages, { readonly people: PeopleStore }>;

const { practice, command, press, submit, contributes } = practiceOf<
  SettingsMessages,
  { readonly people: PeopleStore }
>();

export const settings = practice({
  name: "settings",
  group: "own",
  switched: "always on",
  messages: { en, zh },
  stores: { people: true },
  needs: ["help"],
  commands: [
    command({
      name: "settings.show",
      first: 3,
      words: { en: ["settings", "prefs"], zh: ["设置", "偏好"] },
      help: (t) => t.help(),
      handle: async (_input, context) =>
        show(settingsCard(context.person, await holidaysOf(context.person, context), context.t)),
    }),
  ],
  actions: [
    press(askSettings, "everyone", (_payload, context) =>
      ask(settingsForm(context.person, context.t)),
    ),
  ],
  forms: [submit(saveSettings, "everyone", save)],
  contributions: [
    contributes(atHand, async (_what, { t }) => [
      { rank: 5, button: button(t.title(), askSettings({})) },
    ]),
  ],
  home: [],
  upkeep: [],
  nudges: [],
  samples: [
    { name: "settings", view: (t) => settingsCard(sample, "known", t) },
    {
      name: "settings where next year is not confirmed",
      view: (t) => settingsCard(sample, { openYear: 2027 }, t),
    },
    {
      name: "settings of somebody who may be anywhere",
      view: (t) => settingsCard({ ...sample, zone: "UTC", country: unknownCountry }, "none", t),
    },
    {
      name: "settings where no holidays are known",
      view: (t) => settingsCard({ ...sample, country: "NP", workweek: [7, 1, 3] }, "none", t),
    },
    { name: "settings form", view: (t) => settingsForm(sample, t) },
  ],
});

const sample: Shown = {
  locale: "zh",
  zone: "Asia/Shanghai",
  hours: { start: "09:00", end: "18:00", breaks: [] },
  country: "CN",
  workweek: [1, 2, 3, 4, 5],
};

async function holidaysOf(
  { country }: Pick<Person, "country">,
  { person, stores, today }: SettingsContext,
): Promise<HolidaysKnown> {
  const own = (await stores.people.acting(person.id))?.ownDays ?? noOwnDays;
  const { overrides, confirmed } = ownOf(own, country);
  const calendar = calendarOf(country, overrides, confirmed);
  const open = yearsInSight(today).find((year) => !calendar.knows(year));
  if (open === undefined) return "known";
  return calendar.hasDays(open) ? { openYear: open } : "none";
}

function settingsCard(person: Shown, holidaysKnown: HolidaysKnown, t: SettingsMessages): Card {
  return card({
    title: t.title(),
    body: [
      facts(
        fact(t.language(), t.languageName(person.locale)),
        fact(t.zone(), t.zoneIs(person.zone)),
        fact(t.hours(), t.hoursAre(person.hours.start, person.hours.end)),
        fact(t.workweek(), t.week(person.workweek)),
        fact(t.holidays(), t.holidaysOf(person.country, holidaysKnown)),
      ),
      softText(t.why()),
    ],
    buttons: [button(t.change(), askSettings({}))],
  });
}

function settingsForm(person: Shown, t: SettingsMessages): Form {
  return form({
    title: t.title(),
    fields: [
      choiceField(
        "choice",
        "locale",
        t.language(),
        locales.map((locale) => option(locale, t.languageName(locale))),
        { required: true, initial: person.locale },
      ),
      textField("zone", t.zone(), {
        required: true,
        initial: t.zoneText(person.zone),
        hint: t.zoneHint(),
        max: 60,
      }),
      textField("hours", t.hours(), {
        required: true,
        initial: `${person.hours.start}-${person.hours.end}`,
        hint: t.hoursHint(),
        max: 40,
      }),
      textField("workweek", t.workweek(), {
        required: true,
        initial: workweekWords(person.workweek, person.locale),
        hint: t.workweekHint(),
        max: 60,
      }),
      textField("country", t.holidays(), {
        required: person.country !== unknownCountry,
        initial:
          person.country === unknownCountry ? "" : countryName(person.country, person.locale),
        hint: t.holidaysHint(),
        max: 60,
      }),
    ],
    submit: t.save(),
    act: saveSettings({}),
    sees: t.sees(),
  });
}

async function save({ values }: { values: FormValues }, context: SettingsContext): Promise<Answer> {
  const { person, t } = context;
  const fields = readFields(values, context);
  const locale = fields.chosen("locale", locales);
  const zoneText = fields.neededText("zone", 60);
  const hoursText = fields.neededText("hours", 40);
  const zone = findPlaceZone(zoneText);
  const read = readHours(hoursText);
  const hours = read === "over midnight" ? null : read;
  if (zoneText !== "" && !zone) fields.refuse("zone", t.badZone());
  if (read === "over midnight") fields.refuse("hours", t.overMidnight());
  if (hoursText !== "" && !hours) fields.refuse("hours", t.badHours());
  const moved = zone !== person.zone && !isOffset(zoneText);
  const country = readCountry(fields, values, moved ? zone : null, context);
  const workweek = readWeek(fields, values, country ?? person.country, context);
  if (fields.wrong || !locale || !zone || !hours || !country || !workweek)
    return correct(fields.errors);
  const change = {
    locale,
    zone,
    ...movedTo(zone, person, context.now),
    hours: { ...hours, breaks: person.hours.breaks },
    country,
    workweek,
    placeFrom:
      zone === person.zone && country === person.country && sameWeek(workweek, person.workweek)
        ? person.placeFrom
        : ("person" as const),
  };
  await context.stores.people.change(person.id, { ...change, localeGuess: null });
  // In the words of the language that was just chosen.
  const shown = settingsCard(change, await holidaysOf(change, context), context.inLanguage(locale));
  return replan(committed(show(shown)), ...remindedBy(zone, person));
}

/** Whoever moved and left the field as it was works by the holidays of where they are now. */
function readCountry(
  fields: Fields,
  values: FormValues,
  movedTo: string | null,
  context: SettingsContext,
): string | null {
  const { person, t } = context;
  // A form that was opened before there was this field.
  if (values["country"] === undefined) return person.country;
  const text = fields.text("country", 60);
  const country = text === "" ? person.country : findCountry(text);
  if (!country) fields.refuse("country", t.badCountry());
  const moves = movedTo !== null && country === person.country;
  const now = (moves ? countryOf(movedTo)?.country : null) ?? country;
  // Left open, and the zone does not say.
  if (text === "" && now === unknownCountry) fields.refuse("country", context.house.fieldNeeded());
  return now;
}

/** The usual week of a country that changed, where the field was left as it was. */
function readWeek(
  fields: Fields,
  values: FormValues,
  country: string,
  { person, t }: SettingsContext,
): Workweek | null {
  const text = values["workweek"] === undefined ? null : fields.neededText("workweek", 60);
  const week = text === null ? person.workweek : readWorkweek(text);
  if (text !== "" && !week) fields.refuse("workweek", t.badWorkweek());
  const stays = week !== null && sameWeek(week, person.workweek);
  return stays && country !== person.country ? workweekOf(country) : week;
}
