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
  type Button,
  type Card,
  type Element,
  type Row,
} from "#src/view/card";
import { joinLines, type Line } from "#src/view/line";
import { askCorrection, askStands, dropEntry, moreEntries } from "../actions.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import {
  goalOf,
  isUnderWay,
  type EntryPlace,
  type GoalId,
  type GoalProgress,
  type ListedEntry,
  type Titled,
} from "../model.ts";

export interface HistoryView {
  readonly of: Pick<Person, "id" | "name">;
  /** They decide about what others dispute, never about their own. */
  readonly viewer: PersonId;
  readonly today: LocalDate;
  /** One page of them, the newest first. */
  readonly entries: readonly ListedEntry[];
  /** Goals it can be narrowed to. */
  readonly goals: readonly ListedGoal[];
  /** Those it was narrowed to; null for all. */
  readonly only: readonly ListedGoal[] | null;
  /** The last of the page before; null on the first one. */
  readonly behind: EntryPlace | null;
  /** The first of the page that follows. */
  readonly next: EntryPlace | null;
}

export type ListedGoal = Pick<GoalProgress, "id" | "number"> & Titled;

/** More than these are asked for in words. */
const mostGoals = 4;

export function historyCard(view: HistoryView, t: GoalMessages): Card {
  const { of, viewer, entries, only, behind, next } = view;
  const title = of.id === viewer ? t.historyTitle() : t.historyOf(of.name);
  const last = entries.at(-1);
  if (!last)
    return card({
      title,
      context: only ? t.historyOnly(only) : undefined,
      body: [text(only ? t.historyNone() : t.historyEmpty())],
      buttons: narrowing(view, t),
    });
  return card({
    title,
    context: joinLines(
      [only ? t.historyOnly(only) : [], behind === null ? [] : t.historyEarlier(behind.on)],
      " · ",
    ),
    body: [...new Set(entries.map((each) => each.on))].flatMap((on) => dayElements(on, view, t)),
    buttons: [
      ...(next === null
        ? []
        : [
            button(
              t.earlierEntries(),
              moreEntries({
                of: of.id,
                behind: { on: last.on, seq: last.seq },
                only: idsOf(only),
              }),
            ),
          ]),
      ...narrowing(view, t),
    ],
    sees: of.id === viewer ? t.seenByManager(last.managerName) : t.seenByOwner(of.name),
  });
}

const idsOf = (goals: HistoryView["only"]): GoalId[] | null => goals?.map(({ id }) => id) ?? null;

/** One goal of several alone, and all of them again. */
function narrowing({ of, goals, only }: HistoryView, t: GoalMessages): Button[] {
  if (only !== null)
    return [button(t.historyAll(), moreEntries({ of: of.id, behind: null }), "quiet")];
  return goals.length < 2
    ? []
    : goals
        .slice(0, mostGoals)
        .map((goal) =>
          button(
            t.historyJust(goal.number, goal),
            moreEntries({ of: of.id, behind: null, only: [goal.id] }),
            "quiet",
          ),
        );
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

function historyRow(
  entry: ListedEntry,
  { of, viewer, behind, only }: HistoryView,
  t: GoalMessages,
): Row {
  const page = { behind, only: idsOf(only) };
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
            button(t.correct(), askCorrection({ entry: entry.id, list: true, ...page })),
            button(t.undo(), dropEntry({ entry: entry.id, ...page }), "quiet"),
          ]
        : []),
      ...(disputed && others ? [button(t.stands(), askStands({ entry: entry.id }), "quiet")] : []),
    ],
  };
}
