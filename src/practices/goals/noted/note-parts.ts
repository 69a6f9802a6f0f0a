// What is said below a daily note of its figures, and the button that counts them.
import type { LocalDate } from "#src/calendar/local-date";
import { toText } from "#src/language/decimal";
import {
  button,
  heading,
  rows,
  softText,
  type Button,
  type Element,
  type Row,
} from "#src/view/card";
import { countNoted } from "../actions.ts";
import { markOf } from "../log/parse/unit-marks.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { Figure } from "../model.ts";
import type { NotedFigure, ReadNote } from "./read-note.ts";

export const figureSaid = ({ goal, amount }: NotedFigure): Figure => ({
  value: amount.amount.value,
  of: amount.of ?? null,
  unit: goal.unit,
});

/** Whether what counts says the same as the note. */
export const isCounted = ({ amount, counted }: NotedFigure): boolean =>
  counted !== null &&
  counted.value.eq(amount.amount.value) &&
  ((counted.of ?? null) === null) === ((amount.of ?? null) === null) &&
  (!counted.of || !amount.of || counted.of.eq(amount.of));

export function noteParts(
  { figures, gone, homeless }: Pick<ReadNote, "figures" | "gone" | "homeless">,
  on: LocalDate,
  t: GoalMessages,
): { readonly elements: readonly Element[]; readonly buttons: readonly Button[] } {
  const open = figures.filter((each) => !isCounted(each));
  const isNew = open.every((each) => each.counted === null) && gone.length === 0;
  const shown: Row[] = [
    ...figures.map((each) => ({
      line: t.notedFigure(each.goal, figureSaid(each), each.amount.total),
      soft: t.notedState(isCounted(each) ? "counted" : "open", each.counted),
    })),
    ...gone.map((each) => ({
      line: t.entryIs(each.goalNumber, each, each.kind === "set"),
      soft: t.notedState("gone", each),
    })),
  ];
  return {
    elements: [
      ...(shown.length === 0 ? [] : [heading(t.notedFigures()), rows(shown)]),
      ...(homeless.length === 0 ? [] : [softText(t.notedHomeless(homeless))]),
    ],
    buttons:
      open.length + gone.length === 0
        ? []
        : [
            button(
              isNew ? t.countNoted() : t.recountNoted(),
              countNoted({
                on,
                list: open.map(({ goal, amount, counted }) => ({
                  goal: goal.id,
                  value: toText(amount.amount.value),
                  of: amount.of ? toText(amount.of) : null,
                  total: amount.total,
                  as: markOf(amount.amount),
                  was: counted?.id ?? null,
                })),
                gone: gone.map((each) => each.id),
              }),
              "primary",
            ),
          ],
  };
}
