// What holds for the whole organisation: its name, language and zone, how late an entry may come, when a goal is at risk.
import { ask, correct, committed, replace, replan, type Answer } from "#src/bot/declare/answer";
import { readFields, type Fields } from "#src/bot/declare/fields";
import { countryOf, currencyOf, unknownCountry, unknownCurrency } from "#src/calendar/countries";
import { readWorkweek, sameWeek, workweekOf, type Workweek } from "#src/calendar/workweek";
import { isOffset } from "#src/calendar/zones";
import { findCountry, findPlaceZone } from "#src/language/country-names";
import { toText } from "#src/language/decimal";
import { locales } from "#src/language/text";
import type { FormValues } from "#src/view/form";
import { changed, type SetupContext } from "./context.ts";
import { isCurrencyCode } from "./metrics/currency.ts";
import { graceForm, organisationForm, paceForm, weekOf } from "./setup-forms.ts";
import { showSetup } from "./overview.ts";
import { showSetup as showSetupPage } from "./actions.ts";
import { button, card, text } from "#src/view/card";

export const askForOrganisation = (_payload: unknown, context: SetupContext): Answer =>
  ask(organisationForm(context.organisation, context.person.locale, context.t));

/** As it was taken to be: nothing changes but that an admin said so. */
export async function keepOrganisation(_payload: unknown, context: SetupContext): Promise<Answer> {
  const { organisation, t } = await changed({}, context);
  return committed(
    replace(
      card({
        title: t.organisationKept(),
        tone: "good",
        body: [text(t.organisationIs(organisation))],
        buttons: [button(t.goOn(), showSetupPage({}))],
      }),
    ),
  );
}

export async function saveOrganisation(
  { values }: { values: FormValues },
  context: SetupContext,
): Promise<Answer> {
  const fields = readFields(values, context);
  const name = fields.neededText("name", 60);
  const locale = fields.chosen("locale", locales);
  const zoneText = fields.neededText("zone", 60);
  const zone = findPlaceZone(zoneText);
  if (zoneText !== "" && !zone) fields.refuse("zone", context.t.badZone());
  const moved = zone !== context.organisation.zone && !isOffset(zoneText);
  const country = readCountry(fields, values, moved ? zone : null, context);
  const workweek = readWeek(fields, values, country, context);
  const currency = readCurrency(fields, values, country, context);
  if (fields.wrong || !locale || !zone || !country || !workweek || !currency)
    return correct(fields.errors);
  const isUsual = sameWeek(workweek, workweekOf(country));
  const before = context.organisation;
  const change = { name, locale, zone, country, workweek: isUsual ? null : workweek, currency };
  const now = await changed(change, context);
  const isElsewhere =
    zone !== before.zone || country !== before.country || !sameWeek(workweek, weekOf(before));
  const followers = isElsewhere
    ? await context.stores.people.followOrganisation({ zone, country, workweek })
    : [];
  const shown = committed(await showSetup({}, now));
  return replan(shown, ...followers.slice(0, mostPlanned));
}

/** Whose reminders are planned anew at once; everybody's are within a day. */
const mostPlanned = 50;

/** The country of a place that was just named, where the field was left as it was. */
function readCountry(
  fields: Fields,
  values: FormValues,
  movedTo: string | null,
  { organisation, house, t }: SetupContext,
): string | null {
  // A form that was opened before there was this field.
  if (values["country"] === undefined) return organisation.country;
  const text = fields.text("country", 60);
  const country = text === "" ? organisation.country : findCountry(text);
  if (!country) fields.refuse("country", t.badCountry());
  const moves = movedTo !== null && country === organisation.country;
  const now = (moves ? countryOf(movedTo)?.country : null) ?? country;
  // Left open, and the zone does not say.
  if (now === unknownCountry) fields.refuse("country", house.fieldNeeded());
  return now;
}

/** The usual week of a country that changed, where the field was left as it was. */
function readWeek(
  fields: Fields,
  values: FormValues,
  country: string | null,
  { organisation, t }: SetupContext,
): Workweek | null {
  const text = values["workweek"] === undefined ? "" : fields.text("workweek", 60);
  const week = text === "" ? weekOf(organisation) : readWorkweek(text);
  if (!week) fields.refuse("workweek", t.badWorkweek());
  const stays = week !== null && sameWeek(week, weekOf(organisation));
  return stays && country !== null && country !== organisation.country ? workweekOf(country) : week;
}

/** The currency of a country that changed, where the field was left as it was. */
function readCurrency(
  fields: Fields,
  values: FormValues,
  country: string | null,
  { organisation, house, t }: SetupContext,
): string | null {
  if (values["currency"] === undefined) return organisation.currency;
  const typed = fields.text("currency", 10).toUpperCase();
  const code = typed === "" ? organisation.currency : typed;
  if (typed !== "" && !isCurrencyCode(typed)) fields.refuse("currency", t.unknownCurrency(typed));
  const stays = code === organisation.currency && country !== organisation.country;
  const now = (stays && country !== null ? currencyOf(country) : null) ?? code;
  if (now === unknownCurrency) fields.refuse("currency", house.fieldNeeded());
  return now;
}

export const askForGrace = (_payload: unknown, context: SetupContext): Answer =>
  ask(graceForm(context.organisation, context.t));

export async function saveGrace(
  { values }: { values: FormValues },
  context: SetupContext,
): Promise<Answer> {
  const fields = readFields(values, context);
  const graceWorkdays = wholeNumber("days", 0, 10, fields, context);
  if (fields.wrong || graceWorkdays === null) return correct(fields.errors);
  return committed(await showSetup({}, await changed({ graceWorkdays }, context)));
}

export const askForPace = (_payload: unknown, context: SetupContext): Answer =>
  ask(paceForm(context.organisation, context.t));

export async function savePace(
  { values }: { values: FormValues },
  context: SetupContext,
): Promise<Answer> {
  const fields = readFields(values, context);
  const paceOnTrack = wholeNumber("onTrack", 1, 100, fields, context);
  const paceAtRisk = wholeNumber("atRisk", 1, 100, fields, context);
  if (paceOnTrack !== null && paceAtRisk !== null && paceAtRisk >= paceOnTrack)
    fields.refuse("atRisk", context.t.paceOrder());
  if (fields.wrong || paceOnTrack === null || paceAtRisk === null) return correct(fields.errors);
  return committed(await showSetup({}, await changed({ paceOnTrack, paceAtRisk }, context)));
}

function wholeNumber(
  name: string,
  least: number,
  most: number,
  fields: Fields,
  context: SetupContext,
): number | null {
  const amount = fields.amount(name);
  if (!amount) return null;
  const value = Number(toText(amount.value));
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  fields.refuse(name, context.t.wholeNumber(least, most));
  return null;
}
