// Settings 设置: the language, the zone, the working days and hours, and whose holidays count: everything else follows them.
import { ask, correct, replan, show, committed, type Answer } from "#src/bot/declare/answer";
import { readFields, type Fields } from "#src/bot/declare/fields";
import { practiceOf, type Context } from "#src/bot/declare/practice";
import { readHours } from "#src/calendar/working-hours";
import { countryOf } from "#src/calendar/countries";
import { calendarOf } from "#src/calendar/holidays";
import { yearOf } from "#src/calendar/local-date";
import { readWorkweek, runOf, sameWeek, workweekOf, type Workweek } from "#src/calendar/workweek";
import { isOffset } from "#src/calendar/zones";
import { countryName, findCountry, findPlaceZone } from "#src/language/country-names";
import { locales } from "#src/language/text";
import type { Person } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import { button, card, fact, facts, softText, type Card } from "#src/view/card";
import { choiceField, form, option, textField, type Form, type FormValues } from "#src/view/form";
import { plainLine, type Line } from "#src/view/line";
import { askSettings, saveSettings } from "./actions.ts";
import { en, type SettingsMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

type Shown = Pick<Person, "locale" | "zone" | "hours" | "country" | "workweek">;
type SettingsContext = Context<SettingsMessages, { readonly people: PeopleStore }>;

const { practice, command, press, submit } = practiceOf<
  SettingsMessages,
  { readonly people: PeopleStore }
>();

export const settings = practice({
  name: "settings",
  switched: "always on",
  messages: { en, zh },
  stores: { people: true },
  needs: [],
  commands: [
    command({
      name: "settings.show",
      words: { en: ["settings", "prefs"], zh: ["设置", "偏好"] },
      help: (t) => t.help(),
      handle: (_input, context) =>
        show(settingsCard(context.person, knowsHolidays(context.person, context), context.t)),
    }),
  ],
  actions: [
    press(askSettings, "everyone", (_payload, context) =>
      ask(settingsForm(context.person, context.t)),
    ),
  ],
  forms: [submit(saveSettings, "everyone", save)],
  home: [],
  upkeep: [],
  nudges: [],
  samples: [
    { name: "settings", view: (t) => settingsCard(sample, true, t) },
    {
      name: "settings where no holidays are known",
      view: (t) => settingsCard({ ...sample, country: "NP", workweek: [7, 1, 3] }, false, t),
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

const knowsHolidays = ({ country }: Pick<Person, "country">, { today }: SettingsContext): boolean =>
  calendarOf(country).knows(yearOf(today));

const weekText = (week: Workweek, t: SettingsMessages): Line => {
  const run = runOf(week);
  return run ? t.weekFromTo(run.from, run.to) : t.weekOf(week);
};

function settingsCard(person: Shown, holidaysKnown: boolean, t: SettingsMessages): Card {
  return card({
    title: t.title(),
    body: [
      facts(
        fact(t.language(), t.languageName(person.locale)),
        fact(t.zone(), t.zoneIs(person.zone)),
        fact(t.hours(), t.hoursAre(person.hours.start, person.hours.end)),
        fact(t.workweek(), weekText(person.workweek, t)),
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
        initial: person.zone,
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
        initial: plainLine(weekText(person.workweek, t)),
        hint: t.workweekHint(),
        max: 60,
      }),
      textField("country", t.holidays(), {
        required: true,
        initial: countryName(person.country, person.locale),
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
  const hours = readHours(hoursText);
  if (zoneText !== "" && !zone) fields.refuse("zone", t.badZone());
  if (hoursText !== "" && !hours) fields.refuse("hours", t.badHours());
  const moved = zone !== person.zone && !isOffset(zoneText);
  const country = readCountry(fields, values, moved ? zone : null, context);
  const workweek = readWeek(fields, values, country ?? person.country, context);
  if (fields.wrong || !locale || !zone || !hours || !country || !workweek)
    return correct(fields.errors);
  const change = {
    locale,
    zone,
    hours: { ...hours, breaks: person.hours.breaks },
    country,
    workweek,
  };
  await context.stores.people.change(person.id, { ...change, localeGuess: null });
  // In the words of the language that was just chosen.
  const shown = settingsCard(change, knowsHolidays(change, context), context.inLanguage(locale));
  return replan(committed(show(shown)), person.id);
}

/** Whoever moved and left the field as it was works by the holidays of where they are now. */
function readCountry(
  fields: Fields,
  values: FormValues,
  movedTo: string | null,
  { person, t }: SettingsContext,
): string | null {
  // A form that was opened before there was this field.
  if (values["country"] === undefined) return person.country;
  const text = fields.neededText("country", 60);
  const country = findCountry(text);
  if (text !== "" && !country) fields.refuse("country", t.badCountry());
  const moves = movedTo !== null && country === person.country;
  return (moves ? countryOf(movedTo)?.country : null) ?? country;
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
