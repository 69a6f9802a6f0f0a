// What counts of a source, asked: first which object and what it counts as, then its fields and stages, each with what the CRM itself proposes.
import { readFields } from "#src/bot/declare/fields";
import type { Locale } from "#src/language/text";
import type { CrmObject } from "#src/ports/crm";
import type { Metric } from "#src/practices/setup/api";
import {
  choiceField,
  choicesField,
  form,
  option,
  type FieldErrors,
  type Form,
  type FormValues,
} from "#src/view/form";
import * as act from "../actions.ts";
import type { SyncContext } from "../context.ts";
import type { SyncMessages } from "../messages/en.ts";
import { units, type AmountUnit, type Choice, type SourceState } from "../model.ts";
import { beside, proposalOf, readObject } from "../rules/propose.ts";

/** A menu of a chat holds a hundred. */
const mostOptions = 99;
/** How often it is pulled, in minutes. */
const intervals = ["15", "30", "60"] as const;

interface Parts {
  readonly metrics: readonly Metric[];
  readonly locale: Locale;
  readonly currency: string;
}

const objectsOf = (state: SourceState | null): readonly CrmObject[] =>
  (state?.found?.objects ?? []).filter(
    ({ amounts, days }) => amounts.length > 0 && days.length > 0,
  );
const countable = (metrics: readonly Metric[]): readonly Metric[] =>
  metrics.filter(({ adds, ratio, unit }) => adds && !ratio && unit.kind !== "percent");

/** Null before a test found what there is. */
export function countsForm(
  source: string,
  state: SourceState | null,
  { metrics, locale, currency }: Parts,
  t: SyncMessages,
): Form | null {
  const objects = objectsOf(state);
  if (objects.length === 0) return null;
  const proposed = state?.choice ?? proposalOf(objects, metrics, currency);
  return form({
    title: t.countsFormTitle(),
    intro: t.countsFormIntro(),
    fields: [
      choiceField(
        "choice",
        "object",
        t.countsWhat(),
        objects
          .slice(0, mostOptions)
          .map((each) => option(each.id, t.object(each.said, each.active))),
        { required: true, ...(proposed && { initial: proposed.counts.object }) },
      ),
      choiceField(
        "choice",
        "metric",
        t.countsAs(),
        countable(metrics)
          .slice(0, mostOptions)
          .map((each) =>
            option(each.id, t.inItsWords(locale === "zh" ? each.nameZh : each.nameEn)),
          ),
        { required: true, ...(proposed && { initial: proposed.metric }) },
      ),
      choiceField(
        "choice",
        "unit",
        t.unitField(),
        units.map((each) => option(each, t.unit(each))),
        { required: true, initial: proposed?.unit ?? "1" },
      ),
      choiceField(
        "choice",
        "every",
        t.everyField(),
        intervals.map((each) => option(each, t.every(each))),
        { required: true, initial: String(state?.everyMinutes ?? 30) },
      ),
    ],
    submit: t.save(),
    act: act.saveWhatCounts({ source }),
    sees: t.seenByAdmins(),
  });
}

export function chosenIn(
  state: SourceState,
  values: FormValues,
  { metrics, currency }: Parts,
  context: SyncContext,
): { readonly choice: Choice; readonly every: number } | { readonly errors: FieldErrors } {
  const objects = objectsOf(state);
  const fields = readFields(values, context);
  const object = fields.chosen(
    "object",
    objects.map(({ id }) => id),
  );
  const metric = countable(metrics).find(({ id }) => id === values["metric"]);
  const unit = fields.chosen("unit", units);
  const every = fields.chosen("every", intervals);
  if (!metric) fields.refuse("metric", context.house.fieldNeeded());
  // The same object keeps what was said of its fields and stages.
  const before = state.choice?.counts.object === object ? state.choice : null;
  const choice =
    before ?? (object === null ? null : proposalOf(objects, metrics, currency, { object }));
  if (!choice || !metric || unit === null || every === null) return { errors: fields.errors };
  return {
    choice: { ...choice, metric: metric.id, unit: unit satisfies AmountUnit },
    every: Number(every),
  };
}

const chosenObject = (state: SourceState | null): CrmObject | undefined =>
  objectsOf(state).find(({ id }) => id === state?.choice?.counts.object);

/** Null before an object was chosen. */
export function detailsForm(
  source: string,
  state: SourceState | null,
  t: SyncMessages,
): Form | null {
  const object = chosenObject(state);
  const counts = state?.choice?.counts;
  if (!object || !counts) return null;
  const stages = object.stages
    .slice(0, mostOptions)
    .map(({ id, said, pipeline }) => option(id, t.stage(said, pipeline)));
  return form({
    title: t.detailsFormTitle(),
    fields: [
      ...(stages.length === 0
        ? []
        : [
            choicesField("choices", "won", t.wonStages(), stages, {
              required: true,
              initial: counts.won,
            }),
            choicesField("choices", "lost", t.lostStages(), stages, { initial: counts.lost }),
          ]),
      choiceField(
        "choice",
        "amount",
        t.amountField(),
        object.amounts
          .slice(0, mostOptions)
          .map((each) => option(each.id, t.inItsWords(each.said))),
        { required: true, initial: counts.amount },
      ),
      choiceField(
        "choice",
        "day",
        t.dayField(),
        object.days.slice(0, mostOptions).map((each) => option(each.id, t.inItsWords(each.said))),
        { required: true, initial: counts.day },
      ),
    ],
    submit: t.save(),
    act: act.saveDetails({ source }),
    sees: t.seenByAdmins(),
  });
}

export function detailedIn(
  state: SourceState,
  values: FormValues,
  context: SyncContext,
): { readonly choice: Choice } | { readonly errors: FieldErrors } {
  const object = chosenObject(state);
  const fields = readFields(values, context);
  if (!object || !state.choice) return { errors: { won: context.t.testFirst() } };
  const ids = object.stages.map(({ id }) => id);
  const won = fields.many("won", ids);
  const lost = fields.many("lost", ids);
  const amount = fields.chosen(
    "amount",
    object.amounts.map(({ id }) => id),
  );
  const day = fields.chosen(
    "day",
    object.days.map(({ id }) => id),
  );
  if (ids.length > 0 && won.length === 0) fields.refuse("won", context.t.needsWon());
  if (won.some((id) => lost.includes(id))) fields.refuse("lost", context.t.wonAndLost());
  const counts = amount !== null && day !== null ? readObject(object, { amount, day }) : null;
  if (fields.wrong || !counts) return { errors: fields.errors };
  const chosen = { ...counts, won, lost };
  return {
    choice: { ...state.choice, counts: chosen, deals: beside(chosen, objectsOf(state)) },
  };
}
