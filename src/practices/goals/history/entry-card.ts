// What an entry looks like: logged, corrected, taken back, in the history, or waiting for its goal.
import { say } from "#src/bot/declare/actions";
import { onlyOne } from "#src/language/lists";
import type { LocalDate } from "#src/calendar/local-date";
import type { Metric } from "#src/practices/setup/api";
import { button, card, rows, softText, text, type Button, type Card } from "#src/view/card";
import { joinLines, type Line } from "#src/view/line";
import {
  askCorrection,
  askDispute,
  askGoal,
  carried,
  logOthers,
  logTo,
  undoBatch,
  type PendingAmount,
} from "../actions.ts";
import type { PacedGoal } from "../context.ts";
import { unitMarked } from "../log/parse/unit-marks.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import { goalOf, type Entry, type Figure, type GoalProgress, type KnownEntry } from "../model.ts";
import { progress, progressInShort, rowSays, statusChip, tones } from "../goal-card.ts";

export interface LoggedView {
  readonly paced: PacedGoal;
  readonly entry: Pick<Entry, "id" | "kind" | "value" | "of" | "on" | "note" | "batchId">;
  readonly today: LocalDate;
  /** Whom it was logged for, when not for oneself. */
  readonly forName: string | null;
  /** A total said for a later day covers it: the standing did not move. */
  readonly covered?: boolean;
  /** Its owner's own entry brought the goal to its target. */
  readonly hasJustReached?: boolean;
}

export function loggedCard(
  { paced, entry, today, forName, covered, hasJustReached = false }: LoggedView,
  t: GoalMessages,
  beside: readonly Button[] = [],
): Card {
  const { goal, pace } = paced;
  return card({
    title: t.titled(goal.number, goal),
    notice: t.loggedNotice(goal, figureOf(entry, goal), entry.kind === "set", pace.done),
    joy: pace.status === "reached" && hasJustReached ? "reached" : undefined,
    tone: tones[pace.status],
    chip: statusChip(pace.status, t),
    context: joinLines(
      [
        forName === null ? [] : t.ownedBy(forName),
        whatHappened(entry, goal, today, t),
        entry.note === "" ? [] : t.note(entry.note),
      ],
      " · ",
    ),
    body: [
      ...(pace.status === "reached" && hasJustReached ? [text(t.reachedWarm())] : []),
      ...(covered ? [softText(t.coveredByTotal())] : []),
      ...(goal.countedSource ? [softText(t.countsElsewhere(goal.countedSource))] : []),
      ...progressInShort(paced, t),
    ],
    buttons: [
      ...beside,
      button(t.undo(), undoBatch({ batch: entry.batchId })),
      button(t.correct(), askCorrection({ entry: entry.id })),
      button(t.more(), say({ text: `G${String(goal.number)}` }), "quiet"),
    ],
    sees: forName === null ? t.seenByManager(paced.goal.managerName) : t.seenByOwner(forName),
  });
}

/** A card after a correction: what it was and is stands first. */
export const correctedCard = (says: Line, shown: Card): Card => ({
  ...shown,
  body: [text(says), ...shown.body],
});

/** What was taken back, and where its goals stand now. */
export function undoneCard(
  entries: readonly KnownEntry[],
  goals: readonly PacedGoal[],
  t: GoalMessages,
): Card {
  const [only, onlyGoal] = [onlyOne(entries), onlyOne(goals)];
  return card({
    title: only ? t.undoneOne(only, only.on) : t.undone(entries.length),
    tone: "info",
    body: [
      only
        ? undefined
        : rows(
            entries.map((each) => ({
              line: t.entryIs(each.goalNumber, each, each.kind === "set"),
              soft: t.entryOn(each.on, goalOf(each), each.note),
            })),
          ),
      ...(onlyGoal
        ? progress(onlyGoal, t)
        : [
            rows(
              goals.map((each) => ({
                line: t.titled(each.goal.number, each.goal),
                soft: rowSays(each, t),
              })),
            ),
          ]),
      softText(t.undoneStays()),
    ],
  });
}

const figureOf = (
  { value, of }: Pick<Entry, "value" | "of">,
  { unit }: Pick<GoalProgress, "unit">,
): Figure => ({ value, of: of ?? null, unit });

function whatHappened(
  entry: Pick<Entry, "kind" | "value" | "of" | "on">,
  goal: GoalProgress,
  today: LocalDate,
  t: GoalMessages,
): Line {
  const said = figureOf(entry, goal);
  const figure: Figure = entry.kind === "set" ? said : { ...said, value: said.value.abs() };
  if (entry.kind === "set") return t.set(figure, entry.on, today);
  return entry.value.lt("0")
    ? t.returned(figure, entry.on, today)
    : t.added(figure, entry.on, today);
}

/** For the rep, when somebody else logged. */
export function loggedForYouCard(view: LoggedView, by: string, t: GoalMessages): Card {
  const entry = { entry: view.entry.id };
  return {
    ...loggedCard({ ...view, forName: null }, t),
    body: [text(t.loggedForYou(by)), ...progress(view.paced, t)],
    buttons: [button(t.correct(), askCorrection(entry)), button(t.notRight(), askDispute(entry))],
  };
}

/** Before its goal is known, a figure has the unit that was said, or its metric's. */
const bareFigure = ({ value, of, as }: PendingAmount, metric: Metric | null): Figure => ({
  value,
  of,
  unit: unitMarked(as) ?? (metric?.unit.kind === "count" ? metric.unit : { kind: "count" }),
});

const waitingText = ({ rest }: PendingAmount, t: GoalMessages) =>
  rest.length === 0 ? undefined : softText(t.othersWait(rest.length));

export function whichGoalCard(
  waiting: PendingAmount,
  metric: Metric | null,
  goals: readonly GoalProgress[],
  t: GoalMessages,
): Card {
  const alike = (goal: GoalProgress): boolean =>
    goals.some((each) => each !== goal && each.title === goal.title);
  return card({
    title: t.whichGoal(bareFigure(waiting, metric)),
    body: [waitingText(waiting, t)],
    buttons: goals
      .slice(0, 5)
      .map((goal, i) =>
        button(
          alike(goal) ? t.titledIn(goal.number, goal, goal.period) : t.titled(goal.number, goal),
          logTo({ ...carried(waiting), goal: goal.id }),
          i === 0 ? "primary" : "plain",
        ),
      ),
  });
}

export function noGoalCard(waiting: PendingAmount, metric: Metric | null, t: GoalMessages): Card {
  return card({
    title: t.noGoalFits(bareFigure(waiting, metric), metric),
    body: [waitingText(waiting, t)],
    buttons: [
      button(
        t.newGoal(),
        askGoal({
          goal: null,
          title: metric === null ? "" : t.metricName(metric),
          waiting: carried(waiting),
        }),
        "primary",
      ),
      waiting.rest.length === 0
        ? undefined
        : button(t.onlyOthers(waiting.rest.length), logOthers(carried(waiting))),
    ],
  });
}
