// A pasted list before and after it is stored.
import type { LocalDate } from "#src/calendar/local-date";
import { button, card, softText, table, text, type Card } from "#src/view/card";
import { joinLines, said, type Line } from "#src/view/line";
import { storeList, undoBatch, type ListedEntry } from "../actions.ts";
import type { Written } from "./record-entries.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { Figure, GoalProgress, WhyNotListed } from "../model.ts";
import type { LoggedAmount } from "./reading/reading.ts";

/** One entry of the list with its goal, or why it cannot be taken. */
export type Listed =
  | {
      readonly name: string;
      readonly goal: GoalProgress;
      readonly amount: LoggedAmount;
      readonly on: LocalDate;
      readonly note: string;
    }
  | { readonly name: string; readonly why: WhyNotListed };

export function listCard(
  listed: readonly Listed[],
  payload: readonly ListedEntry[],
  leftOut: { readonly rows: number; readonly sums: readonly string[] },
  today: LocalDate,
  t: GoalMessages,
): Card {
  const good = payload.length;
  return card({
    title: t.listTitle(good, listed.length),
    tone: good === listed.length && leftOut.rows === 0 ? "info" : "warning",
    body: [
      table(
        [t.splitPerson(), t.listGoal(), t.fieldAmount(), t.listRemark()],
        listed.map((each) => listRow(each, today, t)),
      ),
      leftOut.rows > 0 ? text(t.listLeftOut(leftOut.rows)) : undefined,
      leftOut.sums.length > 0
        ? softText(t.leftOut(leftOut.sums.map((row) => ({ why: "table", text: row }))))
        : undefined,
      good === 0 ? text(t.listNothing()) : softText(t.listNotYet()),
    ],
    buttons:
      good === 0
        ? []
        : [button(t.listStore(good), storeList({ on: today, list: [...payload] }), "primary")],
  });
}

function listRow(each: Listed, today: LocalDate, t: GoalMessages): Line[] {
  if ("why" in each) return [[said(each.name)], [], [], t.listWhy(each.why)];
  const figure: Figure = {
    value: each.amount.amount.value,
    of: each.amount.of ?? null,
    unit: each.goal.unit,
  };
  const remark = joinLines(
    [t.listDay(each.on, today), each.note === "" ? [] : t.note(each.note)],
    " · ",
  );
  return [
    [said(each.name)],
    t.titled(each.goal.number, each.goal),
    each.amount.total ? t.listTotal(figure) : t.figure(figure),
    remark,
  ];
}

export function storedListCard(
  { batchId, views }: Pick<Written, "batchId" | "views">,
  t: GoalMessages,
): Card {
  return card({
    title: t.listStored(views.length),
    tone: "good",
    body: [
      table(
        [t.splitPerson(), t.listGoal(), t.fieldAmount(), t.soFar()],
        views.map(({ owner, paced: { goal, pace }, entry }) => [
          [said(owner.name)],
          t.titled(goal.number, goal),
          t.figure({ ...entry, unit: goal.unit }),
          t.listDone(pace.done),
        ]),
      ),
      softText(t.listTold()),
    ],
    buttons: [button(t.undo(), undoBatch({ batch: batchId }))],
  });
}
