// What was logged, day by day: a quiet list, each row with what can be done to it behind one sign.
import { sum } from "#src/language/decimal";
import type { LocalDate } from "#src/calendar/local-date";
import type { Person, PersonId } from "#src/people/person";
import {
  button,
  card,
  chip,
  heading,
  rows,
  text,
  type Card,
  type Element,
  type Row,
} from "#src/view/card";
import { joinLines, type Line } from "#src/view/line";
import { askCorrection, askStands, dropEntry, moreEntries } from "../actions.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import { goalOf, isUnderWay, type EntryPlace, type ListedEntry } from "../model.ts";

export interface HistoryView {
  readonly of: Pick<Person, "id" | "name">;
  /** They decide about what others dispute, never about their own. */
  readonly viewer: PersonId;
  readonly today: LocalDate;
  /** One page of them, the newest first. */
  readonly entries: readonly ListedEntry[];
  /** The last of the page before; null on the first one. */
  readonly behind: EntryPlace | null;
  /** The first of the page that follows. */
  readonly next: EntryPlace | null;
}

export function historyCard(view: HistoryView, t: GoalMessages): Card {
  const { of, viewer, entries, behind, next } = view;
  const title = of.id === viewer ? t.historyTitle() : t.historyOf(of.name);
  const last = entries.at(-1);
  if (!last) return card({ title, body: [text(t.historyEmpty())] });
  return card({
    title,
    context: behind === null ? undefined : t.historyEarlier(behind.on),
    body: [...new Set(entries.map((each) => each.on))].flatMap((on) => dayElements(on, view, t)),
    buttons:
      next === null
        ? []
        : [
            button(
              t.earlierEntries(),
              moreEntries({ of: of.id, behind: { on: last.on, seq: last.seq } }),
            ),
          ],
    sees: of.id === viewer ? t.seenByManager(last.managerName) : t.seenByOwner(of.name),
  });
}

function dayElements(on: LocalDate, view: HistoryView, t: GoalMessages): Element[] {
  const entries = view.entries.filter((each) => each.on === on);
  // Part of a day has no sum.
  const isWhole = view.behind?.on !== on && view.next?.on !== on;
  return [
    heading(t.historyDay(on, view.today), { soft: isWhole ? sumsOf(entries, t) : [] }),
    rows(entries.map((entry) => historyRow(entry, view, t))),
  ];
}

/** What came in on that day for each goal, where there is something to be added up: totals, ratios and per cents are not. */
function sumsOf(entries: readonly ListedEntry[], t: GoalMessages): Line {
  const added = entries.filter(
    (each) =>
      each.takenBack === null && each.kind === "add" && !each.of && each.unit.kind !== "percent",
  );
  if (added.length < 2) return [];
  const firsts = new Map(added.map((each) => [each.goalId, each]));
  return joinLines(
    [...firsts].map(([goal, first]) => {
      const values = added.filter((each) => each.goalId === goal).map((each) => each.value);
      return t.daySum(goalOf(first), { value: sum(values), of: null, unit: first.unit });
    }),
    " · ",
  );
}

function historyRow(entry: ListedEntry, { of, viewer, behind }: HistoryView, t: GoalMessages): Row {
  const { takenBack } = entry;
  const others = entry.ownerId !== viewer;
  const disputed = takenBack === null && entry.disputed === "open";
  const soft = joinLines(
    [
      entry.note === "" ? [] : t.note(entry.note),
      entry.ownerId !== of.id ? t.ownedBy(entry.ownerName) : [],
      entry.byId !== entry.ownerId && entry.byId !== viewer ? t.loggedBy(entry.byName) : [],
      takenBack && takenBack.byId !== viewer ? t.undoneBy(takenBack.byName) : [],
    ],
    " · ",
  );
  return {
    line: t.historyRow(entry.goalNumber, goalOf(entry), entry, entry.kind === "set"),
    ...(soft.length > 0 ? { soft } : {}),
    ...(disputed ? { chip: chip(t.disputed(), "warning") } : {}),
    ...(takenBack ? { chip: chip(t.isUndone(), "plain") } : {}),
    menu: true,
    buttons: [
      ...(takenBack === null && isUnderWay(entry)
        ? [
            button(t.correct(), askCorrection({ entry: entry.id, list: true, behind })),
            button(t.undo(), dropEntry({ entry: entry.id, behind }), "quiet"),
          ]
        : []),
      ...(disputed && others ? [button(t.stands(), askStands({ entry: entry.id }), "quiet")] : []),
    ],
  };
}
