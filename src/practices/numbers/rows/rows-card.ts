// The rows behind two figures: those only reported, those only imported, and how many are in both.
import { sum } from "#src/language/decimal";
import type { GoalProgress, KnownEntry } from "#src/practices/goals/api";
import {
  button,
  card,
  chip,
  heading,
  rows,
  softText,
  text,
  type Card,
  type Element,
} from "#src/view/card";
import { askWrong } from "../actions.ts";
import type { NumberMessages } from "../messages/en.ts";
import type { Fact } from "../model.ts";
import type { Matched } from "./match.ts";

type Entry = Pick<KnownEntry, "on" | "value" | "note">;
type Figure = Pick<Fact, "id" | "number" | "on" | "value" | "source" | "isDisputed">;

/** Of each kind so many are shown, the newest. */
const mostShown = 12;

export interface RowsShown extends Matched<Entry, Figure> {
  readonly goal: Pick<GoalProgress, "number" | "title" | "names" | "unit">;
  /** Null: the reader's own. */
  readonly owner: string | null;
  /** Entries that say a total and are no single sale. */
  readonly totals: readonly Entry[];
}

export function rowsCard(
  { goal, owner, both, onlyFirst, onlySecond, totals }: RowsShown,
  t: NumberMessages,
): Card {
  const total = (all: readonly { readonly value: Entry["value"] }[]) =>
    t.rowsSum(all.length, sum(all.map((each) => each.value)), goal.unit);
  const entryRows = (entries: readonly Entry[]): Element =>
    rows(
      newest(entries).map((each) => ({
        line: t.entryRow(each.value, goal.unit, each.on),
        ...(each.note === "" ? {} : { soft: t.owner(each.note) }),
      })),
    );
  const factRows = (figures: readonly Figure[]): Element =>
    rows(
      newest(figures).map((each) => ({
        line: t.factRow(each.number, each.value, goal.unit, each.on),
        soft: t.fromSource(each.source),
        ...(each.isDisputed ? { chip: chip(t.isAskedAbout(), "warning") } : {}),
        menu: true,
        buttons: each.isDisputed ? [] : [button(t.wrongButton(), askWrong({ fact: each.id }))],
      })),
    );
  const none = onlyFirst.length + onlySecond.length + both.length + totals.length === 0;
  return card({
    title: t.rowsTitle(),
    context: t.goalOf(goal, owner),
    body: [
      none ? text(t.noRows()) : undefined,
      ...(onlyFirst.length === 0
        ? []
        : [heading(t.onlyReported(), { soft: total(onlyFirst) }), entryRows(onlyFirst)]),
      ...(onlySecond.length === 0
        ? []
        : [heading(t.onlyImported(), { soft: total(onlySecond) }), factRows(onlySecond)]),
      ...(totals.length === 0 ? [] : [heading(t.saidAsTotal()), entryRows(totals)]),
      ...(both.length === 0
        ? []
        : [
            heading(t.inBoth(), { soft: total(both.map(([, each]) => each)) }),
            factRows(both.map(([, each]) => each)),
          ]),
      [onlyFirst, onlySecond, totals, both].some((each) => each.length > mostShown)
        ? softText(t.newestShown(mostShown))
        : undefined,
    ],
    sees: owner === null ? t.seenByOwn() : t.seenByLead(),
  });
}

const newest = <T extends { readonly on: string }>(all: readonly T[]): readonly T[] =>
  all.toSorted((a, b) => (a.on < b.on ? 1 : -Number(a.on > b.on))).slice(0, mostShown);
