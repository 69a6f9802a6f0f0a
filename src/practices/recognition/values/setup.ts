// What an admin decides about praise: values and points. Whose place is whose stands in setup.
import { ask, correct, replan, show, committed, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields, type Fields } from "#src/bot/declare/fields";
import { normalise } from "#src/language/text";
import type { FormValues } from "#src/view/form";
import { allValues, rulesNow, type RecognitionContext } from "../context.ts";
import { rulesForm, valueForm } from "../praise/praise-form.ts";
import type { ValueId } from "../model.ts";
import { valueTagged } from "../rules.ts";
import { setupCard, valuesCard } from "./setup-card.ts";

const mostPlannedAtOnce = 100;
const sizes = { base: [1, 10_000], perReport: [0, 1_000] } as const;

export const showValues = async (_input: unknown, context: RecognitionContext): Promise<Answer> =>
  show(valuesCard(await allValues(context), context.person.admin, context.t));

export async function showSetup(_input: unknown, context: RecognitionContext): Promise<Answer> {
  return show(
    setupCard({ values: await allValues(context), rules: await rulesNow(context) }, context.t),
  );
}

export async function askForValue(
  { value: id }: { value: ValueId | null },
  context: RecognitionContext,
): Promise<Answer> {
  const known = (await allValues(context)).find((each) => each.id === id) ?? null;
  if (id !== null && known === null) throw new Refusal(context.house.oldCard());
  return ask(valueForm(known, context.t));
}

export async function valueSaved(
  { payload, values: filled }: { payload: { value: ValueId | null }; values: FormValues },
  context: RecognitionContext,
): Promise<Answer> {
  const fields = readFields(filled, context);
  const values = await allValues(context);
  if (payload.value !== null && !values.some((each) => each.id === payload.value))
    throw new Refusal(context.house.oldCard());
  const others = values
    .filter((each) => each.id !== payload.value)
    .map((each) => ({ ...each, active: true }));
  const name = (field: string): string => {
    const text = fields.neededText(field, 40);
    const taken = valueTagged(text, others);
    if (text !== "" && !/[\p{L}\p{N}]/u.test(text)) fields.refuse(field, context.t.valueNoTag());
    if (taken) fields.refuse(field, context.t.valueTaken(text));
    return text;
  };
  const [nameEn, nameZh] = [name("nameEn"), name("nameZh")];
  if (fields.wrong) return correct(fields.errors);
  await context.stores.recognition.saveValue({
    id: payload.value ?? (context.newId() as ValueId),
    nameEn,
    nameZh,
    active: fields.yes("active"),
  });
  return committed(await showSetup(null, context));
}

export const askForRules = async (
  _payload: unknown,
  context: RecognitionContext,
): Promise<Answer> => ask(rulesForm(await rulesNow(context), context.t));

export async function rulesSaved(
  { values }: { values: FormValues },
  context: RecognitionContext,
): Promise<Answer> {
  const fields = readFields(values, context);
  const base = wholeNumber("base", fields, context);
  const perReport = wholeNumber("perReport", fields, context);
  if (fields.wrong) return correct(fields.errors);
  const before = await rulesNow(context);
  const rules = {
    points: fields.yes("points"),
    base,
    perReport,
    valueRequired: fields.yes("valueRequired"),
  };
  await context.stores.recognition.saveRules(rules);
  const answer = committed(await showSetup(null, context));
  if (before.points === rules.points) return answer;
  // Their reminder of what lapses comes or goes; of a crowd the daily look over all plans takes care.
  const everybody = await context.stores.people.directory();
  return everybody.length > mostPlannedAtOnce
    ? answer
    : replan(answer, ...everybody.map((each) => each.id));
}

function wholeNumber(
  field: keyof typeof sizes,
  fields: Fields,
  context: RecognitionContext,
): number {
  const text = normalise(fields.neededText(field, 10));
  const [least, most] = sizes[field];
  const value = /^\d{1,6}$/.test(text) ? Number(text) : -1;
  if (text !== "" && (value < least || value > most))
    fields.refuse(field, context.t.rulesWrong(least, most));
  return value;
}
