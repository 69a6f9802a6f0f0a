// What is asked of a metric: what it is measured in, and then only what such a metric has.
import type { Locale } from "#src/language/text";
import type { Organisation } from "#src/people/person";
import {
  choiceField,
  form,
  option,
  textField,
  yesNoField,
  type Field,
  type Form,
} from "#src/view/form";
import { chosenKind, saveMetric } from "../actions.ts";
import type { SetupMessages } from "../messages/en/index.ts";
import { metricKinds, partName, type Metric, type MetricKind, type RatioPart } from "../model.ts";

/** A side as it was typed: both of its own names, or its metric's. */
function partText(part: RatioPart | undefined, metrics: readonly Metric[], locale: Locale): string {
  if (part === undefined) return "";
  return "metric" in part
    ? (partName(part, metrics, locale) ?? "")
    : [...new Set([part.nameEn, part.nameZh])].join(", ");
}

/** What is asked first of a metric that is new: the rest depends on it. */
export function metricKindForm(t: SetupMessages): Form {
  return form({
    title: t.addMetric(),
    fields: [kindField("money", t)],
    submit: t.next(),
    act: chosenKind({}),
    sees: t.sees(),
  });
}

const kindField = (kind: MetricKind, t: SetupMessages): Field =>
  choiceField(
    "choice",
    "unit",
    t.unit(),
    metricKinds.map((each) => option(each, t.unitIs(each))),
    { required: true, initial: kind },
  );

/** Only what a metric of that kind has. One name is enough: in the organisation's own language. */
export function metricForm(
  { metric, kind }: { readonly metric: Metric | null; readonly kind: MetricKind },
  metrics: readonly Metric[],
  organisation: Pick<Organisation, "currency" | "locale"> & {
    /** What is read here: a metric needs no other names. */
    readonly reads: readonly Locale[];
  },
  locale: Locale,
  t: SetupMessages,
): Form {
  const currency = metric?.unit.kind === "money" ? metric.unit.currency : "";
  const isOwn = (each: Locale): boolean => organisation.locale === each;
  const side = (part: RatioPart | undefined): string => partText(part, metrics, locale);
  const ofKind: Readonly<Record<MetricKind, readonly Field[]>> = {
    money: [
      textField("currency", t.currency(), {
        hint: t.currencyHint(organisation.currency),
        initial: currency,
        max: 10,
      }),
      addsField(metric, t),
    ],
    count: [addsField(metric, t)],
    percent: [
      textField("num", t.ratioNum(), {
        hint: t.ratioHint(),
        initial: side(metric?.ratio?.num),
        max: 80,
      }),
      textField("den", t.ratioDen(), { initial: side(metric?.ratio?.den), max: 80 }),
    ],
  };
  return form({
    title: t.metricTitle(),
    fields: [
      ...(metric === null ? [] : [kindField(kind, t)]),
      ...organisation.reads.map((read) => nameField(read, isOwn(read), metric, t)),
      textField("aliases", t.aliases(), {
        hint: t.aliasesHint(),
        initial: metric?.aliases.join(", "),
        max: 200,
      }),
      ...ofKind[kind],
    ],
    submit: t.save(),
    act: saveMetric({ metric: metric?.id ?? null, kind }),
    sees: t.sees(),
  });
}

const nameField = (
  read: Locale,
  required: boolean,
  metric: Metric | null,
  t: SetupMessages,
): Field =>
  read === "en"
    ? textField("nameEn", t.nameEn(), { required, initial: metric?.nameEn, max: 40 })
    : textField("nameZh", t.nameZh(), { required, initial: metric?.nameZh, max: 40 });

const addsField = (metric: Metric | null, t: SetupMessages): Field =>
  yesNoField("adds", t.adds(), { hint: t.addsHint(), initial: metric?.adds ?? true });
