// What an admin decides about praise: values, points, whose place is whose.
import { ask, correct, planning, show, stored, type Answer } from "#src/bot/answer";
import { Refusal } from "#src/bot/errors";
import { readFields, type Fields } from "#src/bot/fields";
import { normalise } from "#src/language/text";
import type { PersonId, TeamId } from "#src/people/person";
import type { Place, PlaceId } from "#src/people/place";
import type { FormValues } from "#src/view/form";
import { allValues, rulesNow, type RecognitionContext } from "./context.ts";
import { noTeam, placeForm, reads, rulesForm, valueForm } from "./forms.ts";
import type { ValueId } from "./model.ts";
import { valueTagged } from "./rules.ts";
import { setupCard, valuesCard } from "./setup-views.ts";

const sizes = { base: [1, 10_000], perReport: [0, 1_000] } as const;

export const showValues = async (_input: unknown, context: RecognitionContext): Promise<Answer> => show(valuesCard(await allValues(context), context.person.admin, context.t));

export async function showSetup(_input: unknown, context: RecognitionContext): Promise<Answer> {
  const { people } = context.stores;
  return show(setupCard({ values: await allValues(context), rules: await rulesNow(context), places: await people.places(), teams: await people.teams() }, context.t));
}

export async function askForValue({ value: id }: { value: ValueId | null }, context: RecognitionContext): Promise<Answer> {
  const known = (await allValues(context)).find((each) => each.id === id) ?? null;
  if (id !== null && known === null) throw new Refusal(context.house.oldCard());
  return ask(valueForm(known, context.t));
}

export async function valueSaved({ payload, values: filled }: { payload: { value: ValueId | null }; values: FormValues }, context: RecognitionContext): Promise<Answer> {
  const fields = readFields(filled, context);
  const values = await allValues(context);
  if (payload.value !== null && !values.some((each) => each.id === payload.value)) throw new Refusal(context.house.oldCard());
  const others = values.filter((each) => each.id !== payload.value).map((each) => ({ ...each, active: true }));
  const name = (field: string): string => {
    const text = fields.neededText(field, 40);
    const taken = valueTagged(text, others);
    if (text !== "" && !/[\p{L}\p{N}]/u.test(text)) fields.refuse(field, context.t.valueNoTag());
    if (taken) fields.refuse(field, context.t.valueTaken(text));
    return text;
  };
  const [nameEn, nameZh] = [name("nameEn"), name("nameZh")];
  if (fields.wrong) return correct(fields.errors);
  await context.stores.recognition.saveValue({ id: payload.value ?? (context.newId() as ValueId), nameEn, nameZh, active: fields.yes("active") });
  return stored(await showSetup(null, context));
}

export const askForRules = async (_payload: unknown, context: RecognitionContext): Promise<Answer> => ask(rulesForm(await rulesNow(context), context.t));

export async function rulesSaved({ values }: { values: FormValues }, context: RecognitionContext): Promise<Answer> {
  const fields = readFields(values, context);
  const base = wholeNumber("base", fields, context);
  const perReport = wholeNumber("perReport", fields, context);
  if (fields.wrong) return correct(fields.errors);
  await context.stores.recognition.saveRules({ points: fields.yes("points"), base, perReport, valueRequired: fields.yes("valueRequired") });
  return stored(await showSetup(null, context));
}

function wholeNumber(field: keyof typeof sizes, fields: Fields, context: RecognitionContext): number {
  const text = normalise(fields.neededText(field, 10));
  const [least, most] = sizes[field];
  const value = /^\d{1,6}$/.test(text) ? Number(text) : -1;
  if (text !== "" && (value < least || value > most)) fields.refuse(field, context.t.rulesWrong(least, most));
  return value;
}

async function placeWith(id: PlaceId, context: RecognitionContext): Promise<Place> {
  const place = (await context.stores.people.places()).find((each) => each.id === id);
  if (!place) throw new Refusal(context.t.placeGone());
  return place;
}

export async function askForPlace({ place }: { place: PlaceId }, context: RecognitionContext): Promise<Answer> {
  return ask(placeForm(await placeWith(place, context), await context.stores.people.teams(), context.t));
}

/** A team has one place: choosing a second gives up the first. */
export async function placeSaved({ payload, values }: { payload: { place: PlaceId }; values: FormValues }, context: RecognitionContext): Promise<Answer> {
  const { people } = context.stores;
  const place = await placeWith(payload.place, context);
  const teams = await people.teams();
  const fields = readFields(values, context);
  const chosen = fields.chosen("team", [noTeam, ...teams.map((each) => each.id)]);
  const language = fields.chosen("reads", reads);
  if (fields.wrong || language === null) return correct(fields.errors);
  const team = teams.find((each) => each.id === chosen) ?? null;
  for (const other of await people.places()) if (team && other.teamId === team.id && other.id !== place.id) await people.savePlace({ ...other, teamId: null });
  await people.savePlace({ ...place, teamId: (team?.id ?? null) as TeamId | null, reads: language });
  const managers = teams.filter((each) => each.id === team?.id || each.id === place.teamId).flatMap((each): PersonId[] => (each.managerId === null ? [] : [each.managerId]));
  return planning(stored(await showSetup(null, context)), ...managers);
}
