// What counts of a CRM, as it is proposed: by what its own description says, never by a word.
import type { CrmField, CrmObject } from "#src/ports/crm";
import type { Metric } from "#src/practices/setup/api";
import type { Choice, ReadObject } from "../model.ts";

const first = (fields: readonly CrmField[]): CrmField | undefined =>
  fields.find(({ proposed }) => proposed) ?? fields[0];

/** Null where it has no amount or no day that may be read. */
export function readObject(
  object: CrmObject,
  said: { readonly amount?: string; readonly day?: string } = {},
): ReadObject | null {
  const amount = object.amounts.find(({ id }) => id === said.amount) ?? first(object.amounts);
  const day = object.days.find(({ id }) => id === said.day) ?? first(object.days);
  if (!amount || !day) return null;
  const of = (outcome: "won" | "lost") =>
    object.stages.filter((stage) => stage.outcome === outcome).map(({ id }) => id);
  return {
    object: object.id,
    said: object.said,
    kind: object.kind,
    amount: amount.id,
    day: day.id,
    hasStages: object.stages.length > 0,
    won: of("won"),
    lost: of("lost"),
  };
}

/** Deals that are used and say which of their stages are won; else whatever is used. */
function objectOf(objects: readonly CrmObject[]): CrmObject | undefined {
  const used = objects.filter(({ active }) => active);
  return (
    used.find(
      ({ kind, stages }) => kind === "deal" && stages.some(({ outcome }) => outcome === "won"),
    ) ??
    used.find(({ kind }) => kind === "payment") ??
    used.find(({ kind }) => kind === "order") ??
    used[0]
  );
}

export function proposalOf(
  objects: readonly CrmObject[],
  metrics: readonly Metric[],
  currency: string,
  chosen: { readonly object?: string; readonly amount?: string; readonly day?: string } = {},
): Choice | null {
  const object = objects.find(({ id }) => id === chosen.object) ?? objectOf(objects);
  const counts = object ? readObject(object, chosen) : null;
  const money = metrics.filter(({ unit, adds }) => unit.kind === "money" && adds);
  const metric =
    money.find(({ unit }) => unit.kind === "money" && unit.currency === currency) ?? money[0];
  if (!counts || !metric) return null;
  return { counts, deals: beside(counts, objects), metric: metric.id, unit: "1" };
}

/** Deals that are looked after, where what counts is orders or payments. */
export function beside(counts: ReadObject, objects: readonly CrmObject[]): ReadObject | null {
  const deals = objects.find(({ kind, active }) => kind === "deal" && active);
  return counts.kind === "deal" || !deals ? null : readObject(deals);
}
