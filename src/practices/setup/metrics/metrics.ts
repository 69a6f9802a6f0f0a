// A metric as an admin fills it in: its names, what it is measured in, and what it divides when it is a ratio.
import { ask, correct, type Answer, replace } from "#src/bot/declare/answer";
import { readFields, type Fields } from "#src/bot/declare/fields";
import { unknownCurrency } from "#src/calendar/countries";
import { foldCase, locales, normalise, type Locale } from "#src/language/text";
import type { Unit } from "#src/language/units";
import type { Form, FormValues } from "#src/view/form";
import { gone, saved, type SetupContext } from "../context.ts";
import { isCurrencyCode } from "./currency.ts";
import { metricForm, metricKindForm } from "./metric-forms.ts";
import {
  metricKinds,
  metricNames,
  type Metric,
  type MetricId,
  type MetricKind,
  type Ratio,
  type RatioPart,
} from "../model.ts";
import { metricsCard } from "../setup-card.ts";

export async function showMetrics(_input: unknown, context: SetupContext): Promise<Answer> {
  return replace(
    metricsCard(await context.stores.setup.metrics(), context.person.locale, context.t),
  );
}

/** What a new one is measured in is asked first. */
export async function askForMetric(
  { metric: id }: { metric: string | null },
  context: SetupContext,
): Promise<Answer> {
  if (id === null) return ask(metricKindForm(context.t));
  const metrics = await context.stores.setup.metrics();
  const metric = metrics.find((each) => each.id === id) ?? gone(context);
  return ask(await metricFormOf({ metric, kind: metric.unit.kind }, metrics, context));
}

export async function askOfKind(
  { values }: { values: FormValues },
  context: SetupContext,
): Promise<Answer> {
  const fields = readFields(values, context);
  const kind = fields.chosen("unit", metricKinds);
  if (kind === null) return correct(fields.errors);
  return ask(
    await metricFormOf({ metric: null, kind }, await context.stores.setup.metrics(), context),
  );
}

async function metricFormOf(
  asked: Parameters<typeof metricForm>[0],
  metrics: readonly Metric[],
  context: SetupContext,
): Promise<Form> {
  const { organisation, person, t } = context;
  const reads = await languagesRead(asked.metric, context);
  return metricForm(asked, metrics, { ...organisation, reads }, person.locale, t);
}

/** The organisation's own, those of its people and places, and one in which the metric has a name of its own already. */
async function languagesRead(
  metric: Metric | null,
  { organisation, stores }: SetupContext,
): Promise<readonly Locale[]> {
  const people = await stores.people.directory();
  const places = await stores.people.places();
  const has = metric !== null && metric.nameEn !== metric.nameZh;
  return locales.filter(
    (each) =>
      has ||
      each === organisation.locale ||
      people.some(({ locale }) => locale === each) ||
      places.some(({ reads }) => reads === each || reads === "both"),
  );
}

export async function saveMetric(
  { payload, values }: { payload: { metric: string | null; kind: MetricKind }; values: FormValues },
  context: SetupContext,
): Promise<Answer> {
  const metrics = await context.stores.setup.metrics();
  const known =
    payload.metric === null
      ? null
      : (metrics.find((each) => each.id === payload.metric) ?? gone(context));
  const kind =
    known === null ? payload.kind : readFields(values, context).chosen("unit", metricKinds);
  // Another kind has other fields: they are asked next, and nothing is kept before.
  if (known !== null && kind !== null && kind !== payload.kind)
    return ask(await metricFormOf({ metric: known, kind }, metrics, context));
  const read = readMetric(known, kind ?? payload.kind, values, metrics, context);
  if ("answer" in read) return read.answer;
  await context.stores.setup.saveMetric(read.metric);
  return saved(await showMetrics({}, context), context);
}

/** The answer to what was filled in, or the metric to keep. */
function readMetric(
  known: Metric | null,
  kind: MetricKind,
  values: FormValues,
  metrics: readonly Metric[],
  context: SetupContext,
): { metric: Metric } | { answer: Answer } {
  const fields = readFields(values, context);
  const others = metrics.filter((each) => each.id !== known?.id);
  const [en, zh] = [fields.text("nameEn", 40), fields.text("nameZh", 40)];
  if (en === "" && zh === "")
    fields.refuse(context.organisation.locale === "zh" ? "nameZh" : "nameEn", context.t.oneName());
  const [nameEn, nameZh] = [en === "" ? zh : en, zh === "" ? en : zh];
  const aliases = listed(fields.text("aliases", 200));
  refuseTaken({ nameEn: [nameEn], nameZh: [nameZh], aliases }, others, fields, context);
  const ratio = kind === "percent" ? readRatio(fields, others, context) : null;
  const unit = readUnit(kind, known, fields, context);
  if (fields.wrong || !unit) return { answer: correct(fields.errors) };
  return {
    metric: {
      id: known?.id ?? (context.newId() as MetricId),
      nameEn,
      nameZh,
      aliases,
      unit,
      adds: kind !== "percent" && fields.yes("adds"),
      ratio,
    },
  };
}

const listed = (text: string): string[] =>
  text
    .split(/[,，、;；]/u)
    .map((each) => each.trim())
    .filter((each) => each !== "");

function refuseTaken(
  names: Readonly<Record<string, readonly string[]>>,
  others: readonly Metric[],
  fields: Fields,
  context: SetupContext,
): void {
  const words = new Set(others.flatMap(metricNames).map(foldCase));
  for (const [field, list] of Object.entries(names)) {
    const clash = list.find((each) => words.has(foldCase(each)));
    if (clash) fields.refuse(field, context.t.taken(clash));
  }
}

/** Both sides or neither; a side is never a ratio itself, nor the same as the other. */
function readRatio(fields: Fields, others: readonly Metric[], context: SetupContext): Ratio | null {
  const [num, den] = [fields.text("num", 80), fields.text("den", 80)];
  if (num === "" && den === "") return null;
  if (num === "") fields.refuse("num", context.house.fieldNeeded());
  if (den === "") fields.refuse("den", context.house.fieldNeeded());
  if (foldCase(num) === foldCase(den)) fields.refuse("den", context.t.ratioOfItself());
  return {
    num: readPart("num", num, others, fields, context),
    den: readPart("den", den, others, fields, context),
  };
}

/** A metric by any of its names, or names of its own: "deals, 成交". */
function readPart(
  field: string,
  text: string,
  others: readonly Metric[],
  fields: Fields,
  context: SetupContext,
): RatioPart {
  const metric = others.find((each) =>
    metricNames(each).some((name) => foldCase(name) === foldCase(text)),
  );
  if (metric?.ratio) fields.refuse(field, context.t.ratioOfRatio());
  const [nameEn = "", nameZh = nameEn] = listed(text);
  return metric ? { metric: metric.id } : { nameEn, nameZh };
}

/** Money is in the organisation's currency unless another is named; the counter word of what is counted stays. */
function readUnit(
  kind: MetricKind,
  known: Metric | null,
  fields: Fields,
  context: SetupContext,
): Unit | null {
  if (kind !== "money") return known?.unit.kind === kind ? known.unit : { kind };
  const code = normalise(fields.text("currency", 10)).trim().toUpperCase();
  if (code !== "" && !isCurrencyCode(code))
    fields.refuse("currency", context.t.unknownCurrency(code));
  if (code === "" && context.organisation.currency === unknownCurrency)
    fields.refuse("currency", context.house.fieldNeeded());
  return { kind, currency: code === "" ? context.organisation.currency : code };
}
