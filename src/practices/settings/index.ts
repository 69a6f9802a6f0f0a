// Settings 设置: the language, the zone and the working hours everything else follows.
import { ask, correct, replan, show, committed, type Answer } from "#src/bot/declare/answer";
import { readFields } from "#src/bot/declare/fields";
import { practiceOf, type Context } from "#src/bot/declare/practice";
import { readHours } from "#src/calendar/working-hours";
import { findZone } from "#src/calendar/zones";
import { locales } from "#src/language/text";
import type { Person } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import { button, card, fact, facts, softText, type Card } from "#src/view/card";
import { choiceField, form, option, textField, type Form, type FormValues } from "#src/view/form";
import { askSettings, saveSettings } from "./actions.ts";
import { en, type SettingsMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";

type Shown = Pick<Person, "locale" | "zone" | "hours">;
type SettingsContext = Context<SettingsMessages, { readonly people: PeopleStore }>;

const { practice, command, press, submit } = practiceOf<
  SettingsMessages,
  { readonly people: PeopleStore }
>();

export const settings = practice({
  name: "settings",
  messages: { en, zh },
  stores: { people: true },
  needs: [],
  commands: [
    command({
      name: "settings.show",
      words: { en: ["settings", "prefs"], zh: ["设置", "偏好"] },
      help: (t) => t.help(),
      handle: (_input, context) => show(settingsCard(context.person, context.t)),
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
    { name: "settings", view: (t) => settingsCard(sample, t) },
    { name: "settings form", view: (t) => settingsForm(sample, t) },
  ],
});

const sample: Shown = {
  locale: "zh",
  zone: "Asia/Shanghai",
  hours: { start: "09:00", end: "18:00", breaks: [] },
};

function settingsCard(person: Shown, t: SettingsMessages): Card {
  return card({
    title: t.title(),
    body: [
      facts(
        fact(t.language(), t.languageName(person.locale)),
        fact(t.zone(), t.zoneIs(person.zone)),
        fact(t.hours(), t.hoursAre(person.hours.start, person.hours.end)),
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
    ],
    submit: t.save(),
    act: saveSettings({}),
    sees: t.sees(),
  });
}

async function save({ values }: { values: FormValues }, context: SettingsContext): Promise<Answer> {
  const fields = readFields(values, context);
  const locale = fields.chosen("locale", locales);
  const zoneText = fields.neededText("zone", 60);
  const hoursText = fields.neededText("hours", 40);
  const zone = findZone(zoneText);
  const hours = readHours(hoursText);
  if (zoneText !== "" && !zone) fields.refuse("zone", context.t.badZone());
  if (hoursText !== "" && !hours) fields.refuse("hours", context.t.badHours());
  if (fields.wrong || !locale || !zone || !hours) return correct(fields.errors);
  await context.stores.people.change(context.person.id, {
    locale,
    localeGuess: null,
    zone,
    hours: { ...hours, breaks: context.person.hours.breaks },
  });
  // In the words of the language that was just chosen.
  return replan(
    committed(show(settingsCard({ locale, zone, hours }, context.inLanguage(locale)))),
    context.person.id,
  );
}
