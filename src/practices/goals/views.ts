// What goals look like: pure functions from data and sentences to cards.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import { decimal, roundTo } from "#src/language/decimal";
import { bar, button, card, chip, fact, facts, rows, softText, text, type Button, type Card, type Chip, type Element, type Row, type Tone } from "#src/view/card";
import type { PersonId } from "#src/people/person";
import { joinLines, said, type Line } from "#src/view/line";
import {
  carried,
  askAnswer,
  askClose,
  askCorrection,
  askDispute,
  askGoal,
  askNextPeriod,
  askProgress,
  askStands,
  confirmGoal,
  doneMilestone,
  dropEntry,
  dropGoal,
  logTo,
  startGoal,
  undoBatch,
  type Waiting,
} from "./actions.ts";
import type { PacedGoal } from "./context.ts";
import type { GoalMessages } from "./messages/en.ts";
import type { Entry, Figure, GoalStanding, KnownEntry } from "./model.ts";
import { confidenceClass, doneOf, type SmartFinding, type Status } from "./rules.ts";

const tones: Record<Status, Tone> = { "too-early": "info", "on-track": "good", "at-risk": "warning", "off-track": "bad", reached: "good" };

export const statusChip = (status: Status, t: GoalMessages): Chip => chip(t.status(status), tones[status]);

/** Where it stands, in words: steps, what was counted of what, a way from one value to another, or so much of so much. */
function standsAt(goal: GoalStanding, done: Decimal, t: GoalMessages): Line {
  if (goal.direction === "milestones") return t.steps(goal.milestones.filter((each) => each.doneOn).length, goal.milestones.length);
  if (goal.ratio) return t.soFarRatio(goal.ratio, roundTo(goal.actual, 1), goal.target);
  if (!goal.baseline.eq("0")) return t.way(goal.actual, goal.baseline, goal.target, goal.unit);
  return t.soFarIs(goal.actual, goal.target, goal.unit, done);
}

/** What is to be reached, with where it starts when that is not nothing. */
const aim = (goal: GoalStanding, t: GoalMessages): Line => (goal.baseline.eq("0") ? t.draftTargetIs(goal.target, goal.unit) : t.draftWay(goal.baseline, goal.target, goal.unit));

/** For drawing only; the words beside it are exact. */
const share = (value: Decimal): number => Math.max(0, Math.min(1.5, Number(value.toFixed(4))));

function progress({ goal, pace }: PacedGoal, t: GoalMessages): Element[] {
  return [
    bar({ done: share(pace.done), mark: share(pace.timeGone), markLabel: t.timeGone(), says: t.barSays(pace.done, pace.timeGone) }),
    facts(
      fact(t.soFar(), standsAt(goal, pace.done, t)),
      fact(t.timeGone(), t.timeGoneIs(pace.timeGone, pace.workdaysLeft)),
      goal.direction === "keep" ? fact(t.toGo(), t.limit(goal.target, goal.unit)) : pace.needPerDay && goal.unit.kind !== "percent" ? fact(t.toGo(), t.toGoIs(pace.needPerDay, goal.unit)) : undefined,
      pace.nextMilestone ? fact(t.nextMilestone(), t.milestoneIs(pace.nextMilestone.title, pace.nextMilestone.target, goal.unit, pace.nextMilestone.due)) : undefined,
    ),
  ];
}

export interface LoggedView {
  readonly paced: PacedGoal;
  readonly entry: Pick<Entry, "id" | "kind" | "value" | "of" | "on" | "note" | "batchId">;
  readonly today: LocalDate;
  /** Whom it was logged for, when not for oneself. */
  readonly forName: string | null;
}

export function loggedCard({ paced, entry, today, forName }: LoggedView, t: GoalMessages, beside: readonly Button[] = []): Card {
  const { goal, pace } = paced;
  return card({
    title: t.titled(goal.number, goal.title),
    tone: tones[pace.status],
    chip: statusChip(pace.status, t),
    context: joinLines([forName === null ? [] : t.ownedBy(forName), whatHappened(entry, goal, today, t), entry.note === "" ? [] : t.note(entry.note)], " · "),
    body: progress(paced, t),
    buttons: [...beside, button(t.undo(), undoBatch({ batch: entry.batchId })), button(t.correct(), askCorrection({ entry: entry.id }))],
    sees: forName === null ? t.seenByManager() : t.seenByOwner(forName),
  });
}

function whatHappened(entry: Pick<Entry, "kind" | "value" | "of" | "on">, goal: GoalStanding, today: LocalDate, t: GoalMessages): Line {
  const figure: Figure = { value: entry.kind === "set" ? entry.value : entry.value.abs(), of: entry.of ?? null, unit: goal.unit };
  if (entry.kind === "set") return t.set(figure, entry.on, today);
  return entry.value.lt("0") ? t.returned(figure, entry.on, today) : t.added(figure, entry.on, today);
}

/** For the rep, when somebody else logged. */
export function loggedForYouCard(view: LoggedView, by: string, t: GoalMessages): Card {
  const entry = { entry: view.entry.id };
  return { ...loggedCard({ ...view, forName: null }, t), body: [text(t.loggedForYou(by)), ...progress(view.paced, t)], buttons: [button(t.correct(), askCorrection(entry)), button(t.notRight(), askDispute(entry))] };
}

export function goalCard(paced: PacedGoal, mine: boolean, t: GoalMessages): Card {
  const { goal, pace } = paced;
  const next = goal.milestones.find((each) => each.doneOn === null && each.target === null);
  const differs = goal.confidence !== null && pace.status !== "reached" && pace.status !== "too-early" && confidenceClass(goal.confidence) !== pace.status;
  return card({
    title: t.titled(goal.number, goal.title),
    tone: tones[pace.status],
    chip: goal.state === "active" ? statusChip(pace.status, t) : chip(t.state(goal.state), "info"),
    context: joinLines([mine ? [] : t.ownedBy(goal.ownerName), t.dueBy(goal.period.end), pace.stale ? t.stale() : []], " · "),
    body: [
      ...progress(paced, t),
      goal.confidence === null ? undefined : facts(fact(t.confidence(), t.confidenceIs(goal.confidence))),
      differs ? softText(t.confidenceDiffers()) : undefined,
      goal.reason === null ? undefined : softText(t.reasonIs(goal.reason)),
      goal.lesson === null ? undefined : softText(t.note(goal.lesson)),
    ].filter((each) => each !== undefined),
    buttons: goalButtons(goal, next?.id ?? null, mine, t),
    sees: t.seenByManager(),
  });
}

function goalButtons(goal: GoalStanding, milestone: string | null, mine: boolean, t: GoalMessages) {
  if (goal.state === "draft") return [button(t.start(), startGoal({ goal: goal.id }), "primary"), button(t.edit(), editing(goal)), button(t.drop(), dropGoal({ goal: goal.id }), "quiet", t.dropSure())];
  if (goal.state === "proposed" && mine) return [button(t.confirm(), confirmGoal({ goal: goal.id }), "primary"), button(t.answer(), askAnswer({ goal: goal.id }))];
  if (goal.state !== "active") return goal.state === "proposed" ? [button(t.edit(), editing(goal))] : [];
  const logging = goal.direction === "milestones" ? (milestone ? [button(t.done(), doneMilestone({ goal: goal.id, milestone }), "primary")] : []) : [button(t.log(), askProgress({ goal: goal.id }), "primary")];
  return [...logging, button(t.edit(), editing(goal)), button(t.close(), askClose({ goal: goal.id }), "quiet")];
}

const editing = (goal: GoalStanding) => askGoal({ goal: goal.id, title: "", waiting: null });

export function goalsCard(title: Line, goals: readonly PacedGoal[], withOwner: boolean, empty: Line, t: GoalMessages): Card {
  if (goals.length === 0) return card({ title, body: [text(empty)], buttons: [button(t.newGoal(), askGoal({ goal: null, title: "", waiting: null }), "primary")] });
  return card({
    title,
    body: [
      rows(
        goals.map(({ goal, pace }) => ({
          line: withOwner ? joinLines([t.titled(goal.number, goal.title), t.ownedBy(goal.ownerName)], " · ") : t.titled(goal.number, goal.title),
          chip: goal.state === "active" ? statusChip(pace.status, t) : chip(t.state(goal.state), "info"),
          bar: {
            done: share(pace.done),
            mark: share(pace.timeGone),
            says: rowSays({ goal, pace }, t),
          },
          buttons: withOwner || goal.state !== "active" || goal.direction === "milestones" ? [] : [button(t.log(), askProgress({ goal: goal.id }))],
        })),
      ),
    ],
  });
}

function rowSays({ goal, pace }: PacedGoal, t: GoalMessages): Line {
  const plain = goal.direction !== "milestones" && goal.ratio === null && goal.baseline.eq("0");
  return plain ? t.rowSays(goal.actual, goal.target, goal.unit, pace.done, pace.timeGone) : joinLines([standsAt(goal, pace.done, t), t.barSays(pace.done, pace.timeGone)], " · ");
}

/** A new goal with what the SMART check would add; it advises only. */
export function draftCard(goal: GoalStanding, findings: readonly SmartFinding[], forName: string | null, t: GoalMessages): Card {
  return card({
    title: t.titled(goal.number, goal.title),
    tone: findings.length === 0 ? "good" : "info",
    chip: chip(t.state(goal.state), "info"),
    context: t.draftContext(goal.number, goal.period.end),
    body: [
      facts(goal.direction === "milestones" ? undefined : fact(t.draftTarget(), aim(goal, t)), fact(t.due(), t.dueIs(goal.period.end)), forName === null ? undefined : fact(t.for(), t.ownedBy(forName))),
      ...smartText(findings, t),
    ],
    buttons: [button(forName === null ? t.start() : t.propose(forName), startGoal({ goal: goal.id }), "primary"), button(t.edit(), editing(goal)), button(t.drop(), dropGoal({ goal: goal.id }), "quiet", t.dropSure())],
    sees: forName === null ? t.seenByManager() : t.seenByOwner(forName),
  });
}

export function smartText(findings: readonly SmartFinding[], t: GoalMessages): Element[] {
  if (findings.length === 0) return [text(t.smartGood())];
  return [softText(t.smartIntro()), rows(findings.map((each) => ({ line: t.smart(each.advice) })))];
}

export function proposalCard(goal: GoalStanding, by: string, t: GoalMessages): Card {
  return card({
    title: t.proposalTitle(by),
    tone: "info",
    context: t.titled(goal.number, goal.title),
    body: [facts(fact(t.draftTarget(), aim(goal, t)), fact(t.due(), t.dueIs(goal.period.end)), goal.reason === null ? undefined : fact(t.reason(), said(goal.reason)))],
    buttons: [button(t.confirm(), confirmGoal({ goal: goal.id }), "primary"), button(t.answer(), askAnswer({ goal: goal.id }))],
    sees: t.seenByOwner(by),
  });
}

/** `viewer` decides about what others dispute, never about their own. */
export function historyCard(title: Line, entries: readonly KnownEntry[], viewer: PersonId, t: GoalMessages): Card {
  if (entries.length === 0) return card({ title, body: [text(t.historyEmpty())] });
  return card({ title, body: [rows(entries.map((entry) => historyRow(entry, viewer, t)))], sees: t.seenByManager() });
}

function historyRow(entry: KnownEntry, viewer: PersonId, t: GoalMessages): Row {
  const open = entry.state === "active" || entry.state === "proposed";
  const others = entry.ownerId !== viewer;
  const disputed = entry.disputed === "open";
  const mending = [button(t.correct(), askCorrection({ entry: entry.id })), button(t.undo(), dropEntry({ entry: entry.id }), "quiet")];
  return {
    line: t.entryIs(entry.goalNumber, entry, entry.kind === "set"),
    soft: joinLines([others ? t.ownedBy(entry.ownerName) : [], t.entryOn(entry.on, entry.goalTitle, entry.note)], " · "),
    ...(disputed ? { chip: chip(t.disputed(), "warning") } : {}),
    buttons: [...(open ? mending : []), ...(disputed && others ? [button(t.stands(), askStands({ entry: entry.id }), "quiet")] : [])],
  };
}

/** Before its goal is known, a figure has no unit. */
const bareFigure = ({ value, of }: Waiting): Figure => ({ value, of, unit: { kind: "count" } });

export function whichGoalCard(waiting: Waiting, goals: readonly GoalStanding[], t: GoalMessages): Card {
  return card({
    title: t.whichGoal(bareFigure(waiting)),
    body: [],
    buttons: goals.slice(0, 5).map((goal, i) => button(t.titled(goal.number, goal.title), logTo({ ...carried(waiting), goal: goal.id }), i === 0 ? "primary" : "plain")),
  });
}

export function noGoalCard(waiting: Waiting, title: string, t: GoalMessages): Card {
  return card({ title: t.noGoalFits(bareFigure(waiting)), body: [], buttons: [button(t.newGoal(), askGoal({ goal: null, title, waiting: carried(waiting) }), "primary")] });
}

/** For the owner, when a period closed the goal by itself. */
export function closedCard(goal: GoalStanding, t: GoalMessages): Card {
  return card({
    title: t.titled(goal.number, goal.title),
    tone: goal.state === "achieved" ? "good" : "plain",
    chip: chip(t.state(goal.state), goal.state === "achieved" ? "good" : "plain"),
    body: [text(t.periodOver(goal.period.end)), goal.direction === "milestones" ? undefined : facts(fact(t.soFar(), standsAt(goal, doneOf(goal, decimal("1")), t)))],
    buttons: [button(t.closeLesson(), askClose({ goal: goal.id }))],
  });
}

export function turnCard(due: LocalDate, goals: readonly GoalStanding[], t: GoalMessages): Card {
  return card({
    title: t.turnTitle(due),
    tone: "info",
    body: [text(t.turnBody()), rows(goals.map((goal) => ({ line: t.titled(goal.number, goal.title), soft: standsAt(goal, doneOf(goal, decimal("1")), t) })))],
    buttons: [button(t.turnButton(), askNextPeriod({ due }), "primary")],
  });
}
