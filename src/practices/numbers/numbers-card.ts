// What numbers looks like: reported and imported beside each other; names nobody is known under yet.
import type { LocalDate } from "#src/calendar/local-date";
import { zero } from "#src/language/decimal";
import type { Unit } from "#src/language/units";
import type { GoalProgress } from "#src/practices/goals/api";
import {
  button,
  card,
  fact,
  facts,
  heading,
  rows,
  softText,
  text,
  type Card,
  type Element,
} from "#src/view/card";
import { joinLines, type Line } from "#src/view/line";
import type { NumberMessages } from "./messages/en.ts";
import { askWho, countFrom, showRows, showUnmatched, unlink } from "./actions.ts";
import type { Counts, Way } from "./counting/ways.ts";
import type { FactSum, UnmatchedOwner } from "./model.ts";

export interface Compared {
  readonly goal: Pick<
    GoalProgress,
    "id" | "number" | "title" | "names" | "actual" | "reported" | "unit" | "countedSource"
  >;
  readonly imported: readonly (Pick<FactSum, "source" | "value" | "facts" | "lastOn"> & {
    readonly on: LocalDate;
    /** It is pulled by itself, and was not for a day. */
    readonly isOld: boolean;
  })[];
  /** Since when it counts a source; null where it counts what is reported and always did. */
  readonly counting: Counts | null;
  /** What else it could count. */
  readonly ways: readonly Way[];
}

function comparedElements(
  { goal, imported, counting, ways }: Compared,
  t: NumberMessages,
): readonly Element[] {
  const reported = goal.reported ?? goal.actual;
  // What two sources say may be the same sales: they are never added up, and each has its own difference.
  const differs = imported.filter(
    ({ source }) => !goal.countedSource || source === goal.countedSource,
  );
  const difference = ({ value }: (typeof imported)[number]) => {
    const apart = reported.minus(value);
    return apart.eq(zero) ? t.same() : t.amount(apart, goal.unit);
  };
  return [
    heading(t.goal(goal)),
    facts(
      fact(t.reported(), t.amount(reported, goal.unit)),
      ...imported.map((each) => fact(t.imported(each.source), t.amount(each.value, goal.unit))),
      ...differs.map((each) =>
        fact(differs.length === 1 ? t.difference() : t.differenceTo(each.source), difference(each)),
      ),
    ),
    ...imported.map((each) => softText(t.importedOn(each.facts, each.lastOn, each.on))),
    ...imported
      .filter((each) => each.isOld)
      .map((each) => softText(t.oldNumber(each.source, each.on))),
    imported.length === 0 && !goal.countedSource
      ? undefined
      : rows([
          {
            line: t.paceCounts(goal.countedSource ?? null),
            ...(counting ? { soft: t.countsSince(counting.since, counting.by) } : {}),
            buttons: [
              button(t.rowsButton(), showRows({ goal: goal.id })),
              ...ways.map((way) =>
                button(
                  way.asked === null ? t.countIt(way.source) : t.askToCount(way.asked, way.source),
                  countFrom({ goal: goal.id, source: way.source }),
                  "quiet",
                ),
              ),
            ],
          },
        ]),
  ].filter((each) => each !== undefined);
}

interface NumbersShown {
  /** Null: the reader's own. */
  readonly name: string | null;
  readonly goals: readonly Compared[];
  readonly isAdmin: boolean;
}

export function numbersCard({ name, goals, isAdmin }: NumbersShown, t: NumberMessages): Card {
  const isImported = goals.some((each) => each.imported.length > 0);
  return card({
    title: name === null ? t.title() : t.titleOf(name),
    body: [
      ...goals.flatMap((each) => comparedElements(each, t)),
      goals.length === 0 ? text(t.noGoals()) : undefined,
      isImported ? softText(t.whatCounts()) : undefined,
      isImported ? undefined : softText(t.howToImport()),
    ],
    buttons: [isAdmin ? button(t.unmatchedButton(), showUnmatched({}), "quiet") : undefined],
    sees: name === null ? t.seenByOwn() : t.seenByLead(),
  });
}

/** How files come in, and whose rows one may bring. */
export const importCard = (t: NumberMessages): Card =>
  card({
    title: t.importTitle(),
    tone: "info",
    body: [text(t.importHow()), softText(t.importWhose())],
  });

export interface NamedSums extends UnmatchedOwner {
  readonly named: readonly {
    readonly metric: string;
    readonly unit: Unit;
    readonly value: UnmatchedOwner["sums"][number]["value"];
  }[];
}

const sumsLine = ({ named }: NamedSums, t: NumberMessages): Line =>
  joinLines(
    named.map((each) => t.metricSum(each.metric, each.value, each.unit)),
    " · ",
  );

export function unmatchedCard(owners: readonly NamedSums[], t: NumberMessages): Card {
  if (owners.length === 0) return card({ title: t.allMatched(), tone: "good" });
  return card({
    title: t.unmatchedTitle(owners.length),
    tone: "warning",
    body: [
      softText(t.unmatchedMore()),
      rows(
        owners.map((each) => ({
          line: t.owner(each.said),
          soft: joinLines([t.ownerRows(each.facts, each.source), sumsLine(each, t)], " · "),
          buttons: [button(t.whoIs(), askWho({ owner: each.id }))],
        })),
      ),
    ],
  });
}

export const linkedCard = (owner: UnmatchedOwner, person: string, t: NumberMessages): Card =>
  card({
    title: t.linked(owner.said, person),
    tone: "good",
    buttons: [button(t.takeBack(), unlink({ owner: owner.id }), "quiet")],
  });
