// What holds for the whole organisation: its name, language and zone, how late an entry may come, when a goal is at risk.
import { ask, correct, committed, type Answer } from "#src/bot/declare/answer";
import { readFields, type Fields } from "#src/bot/declare/fields";
import { countryOf, currencyOf } from "#src/calendar/countries";
import { isOffset } from "#src/calendar/zones";
import { findCountry, findPlaceZone } from "#src/language/country-names";
import { toText } from "#src/language/decimal";
import { locales } from "#src/language/text";
import type { FormValues } from "#src/view/form";
import { changed, type SetupContext } from "./context.ts";
import { isCurrencyCode } from "./metrics/currency.ts";
import { graceForm, organisationForm, paceForm } from "./setup-forms.ts";
import { showSetup } from "./overview.ts";

export const askForOrganisation = (_payload: unknown, context: SetupContext): Answer =>
  ask(organisationForm(context.organisation, context.person.locale, context.t));

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
  const currency = readCurrency(fields, values, country, context);
  if (fields.wrong || !locale || !zone || !country || !currency) return correct(fields.errors);
  const change = { name, locale, zone, country, currency };
  return committed(await showSetup({}, await changed(change, context)));
}

/** The country of a place that was just named, where the field was left as it was. */
function readCountry(
  fields: Fields,
  values: FormValues,
  movedTo: string | null,
  { organisation, t }: SetupContext,
): string | null {
  // A form that was opened before there was this field.
  if (values["country"] === undefined) return organisation.country;
  const text = fields.neededText("country", 60);
  const country = findCountry(text);
  if (text !== "" && !country) fields.refuse("country", t.badCountry());
  const moves = movedTo !== null && country === organisation.country;
  return (moves ? countryOf(movedTo)?.country : null) ?? country;
}

/** The currency of a country that changed, where the field was left as it was. */
function readCurrency(
  fields: Fields,
  values: FormValues,
  country: string | null,
  { organisation, t }: SetupContext,
): string | null {
  if (values["currency"] === undefined) return organisation.currency;
  const code = fields.neededText("currency", 10).toUpperCase();
  if (code !== "" && !isCurrencyCode(code)) fields.refuse("currency", t.unknownCurrency(code));
  const stays = code === organisation.currency && country !== organisation.country;
  return (stays && country !== null ? currencyOf(country) : null) ?? code;
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
