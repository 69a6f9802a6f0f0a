// A metric as an admin fills it in: its names, what it is measured in, and what it divides when it is a ratio.
import { ask, correct, show, type Answer } from "#src/bot/declare/answer";
import { readFields, type Fields } from "#src/bot/declare/fields";
import { unknownCurrency } from "#src/calendar/countries";
import { foldCase, normalise } from "#src/language/text";
import type { Unit } from "#src/language/units";
import type { FormValues } from "#src/view/form";
import { gone, saved, type SetupContext } from "../context.ts";
import { isCurrencyCode } from "./currency.ts";
import { metricForm } from "../setup-forms.ts";
import { metricNames, type Metric, type MetricId, type Ratio, type RatioPart } from "../model.ts";
import { metricsCard } from "../setup-card.ts";

export async function showMetrics(_input: unknown, context: SetupContext): Promise<Answer> {
  return show(metricsCard(await context.stores.setup.metrics(), context.person.locale, context.t));
}

export async function askForMetric(
  { metric: id }: { metric: string | null },
  context: SetupContext,
): Promise<Answer> {
  const metrics = await context.stores.setup.metrics();
  const metric = id === null ? null : (metrics.find((each) => each.id === id) ?? gone(context));
  return ask(
    metricForm(metric, metrics, context.organisation.currency, context.person.locale, context.t),
  );
}

export async function saveMetric(
  { payload, values }: { payload: { metric: string | null }; values: FormValues },
  context: SetupContext,
): Promise<Answer> {
  const read = await readMetric(payload.metric as MetricId | null, values, context);
  if ("answer" in read) return read.answer;
  await context.stores.setup.saveMetric(read.metric);
  return saved(await showMetrics({}, context), context);
}

/** The answer to what was filled in, or the metric to keep. */
async function readMetric(
  id: MetricId | null,
  values: FormValues,
  context: SetupContext,
): Promise<{ metric: Metric } | { answer: Answer }> {
  const fields = readFields(values, context);
  const others = (await context.stores.setup.metrics()).filter((each) => each.id !== id);
  const nameEn = fields.neededText("nameEn", 40);
  const nameZh = fields.neededText("nameZh", 40);
  const aliases = listed(fields.text("aliases", 200));
  refuseTaken({ nameEn: [nameEn], nameZh: [nameZh], aliases }, others, fields, context);
  const ratio = readRatio(fields, others, context);
  const unit = readUnit(fields, ratio, context);
  if (fields.wrong || !unit) return { answer: correct(fields.errors) };
  return {
    metric: {
      id: id ?? (context.newId() as MetricId),
      nameEn,
      nameZh,
      aliases,
      unit,
      adds: ratio === null && fields.yes("adds"),
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

/** A ratio is per cent, whatever was chosen; money is in the organisation's currency unless another is named. */
function readUnit(fields: Fields, ratio: Ratio | null, context: SetupContext): Unit | null {
  const kind = fields.chosen("unit", ["money", "count", "percent"]);
  const code = normalise(fields.text("currency", 10)).trim().toUpperCase();
  if (code !== "" && !isCurrencyCode(code))
    fields.refuse("currency", context.t.unknownCurrency(code));
  if (ratio) return { kind: "percent" };
  if (kind === "money" && code === "" && context.organisation.currency === unknownCurrency)
    fields.refuse("currency", context.house.fieldNeeded());
  if (kind === "money")
    return { kind, currency: code === "" ? context.organisation.currency : code };
  return kind && { kind };
}
