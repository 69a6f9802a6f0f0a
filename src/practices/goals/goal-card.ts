// What goals look like: pure functions from data and sentences to cards.

import type { Decimal } from "#src/language/decimal";
import { decimal, roundTo } from "#src/language/decimal";
import {
  bar,
  button,
  card,
  chip,
  fact,
  facts,
  rows,
  softText,
  text,
  type Button,
  type Card,
  type Chip,
  type Element,
  type Tone,
} from "#src/view/card";
import { say } from "#src/bot/declare/actions";
import { joinLines, type Line } from "#src/view/line";
import {
  askAnswer,
  askClose,
  askGoal,
  askProgress,
  askStatus,
  clearStatus,
  confirmGoal,
  doneMilestone,
  dropGoal,
  startGoal,
} from "./actions.ts";
import type { Leave } from "#src/calendar/workdays";
import type { PacedGoal } from "./context.ts";
import type { GoalMessages } from "./messages/en/index.ts";
import {
  isClosed,
  isLimit,
  reportedOf,
  type EarlierOwner,
  type GoalProgress,
  type LineChange,
  type StatusOverride,
} from "./model.ts";
import { needOf } from "./status/need.ts";
import { whereItMayEnd } from "./forecast/where-it-may-end.ts";
import { confidenceClass, doneOf, type Pace, type SmartFinding, type Status } from "./rules.ts";

export const tones: Record<Status, Tone> = {
  "too-early": "info",
  "on-track": "good",
  "at-risk": "warning",
  "off-track": "bad",
  reached: "good",
};

export const statusChip = (status: Status, t: GoalMessages): Chip =>
  chip(t.status(status), tones[status]);

/** That nothing was heard of it for so long: beside its status, which the figures alone make. */
export const quietChip = (
  { quietDays }: Pick<Pace, "quietDays">,
  t: GoalMessages,
): Chip | undefined => (quietDays === null ? undefined : chip(t.quietFor(quietDays), "plain"));

/** Where it stands, in words: steps, what was counted of what, a way from one value to another, or so much of so much. */
function standsAt(goal: GoalProgress, done: Decimal, t: GoalMessages, barBeside = false): Line {
  const age = goal.countedAsOf ? [t.asOf(goal.countedAsOf)] : [];
  return joinLines([standing(goal, done, t, barBeside), ...age], " · ");
}

function standing(goal: GoalProgress, done: Decimal, t: GoalMessages, barBeside: boolean): Line {
  if (goal.direction === "milestones")
    return t.steps(goal.milestones.filter((each) => each.doneOn).length, goal.milestones.length);
  if (isLimit(goal))
    return goal.lastOn === null ? t.limitUnknown() : t.limitStands(goal.actual, goal.unit, done);
  if (goal.ratio) return t.soFarRatio(goal.ratio, roundTo(goal.actual, 1), goal.target);
  if (!goal.baseline.eq("0")) return t.way(goal.actual, goal.baseline, goal.target, goal.unit);
  return t.soFarIs(goal.actual, goal.target, goal.unit, barBeside ? null : done);
}

export const standsNow = (goal: GoalProgress, t: GoalMessages): Line =>
  standsAt(goal, doneOf(goal, decimal("1")), t);

/** What is to be reached, with where it starts when that is not nothing. */
export function aim(goal: GoalProgress, t: GoalMessages): Line {
  if (isLimit(goal)) return limitOf(goal, t);
  return goal.baseline.eq("0")
    ? t.draftTargetIs(goal.target, goal.unit)
    : t.draftWay(goal.baseline, goal.target, goal.unit);
}

const limitOf = (goal: GoalProgress, t: GoalMessages): Line =>
  goal.direction === "keep" ? t.limit(goal.target, goal.unit) : t.floor(goal.target, goal.unit);

const toneOf = ({ goal, pace }: PacedGoal): Tone => {
  if (!isClosed(goal)) return tones[pace.status];
  return goal.state === "achieved" ? "good" : "plain";
};

/** Steps are ticked off one after the other; everything else is logged. */
function loggingButton(
  goal: GoalProgress,
  milestone: string | null,
  t: GoalMessages,
): Button | undefined {
  if (goal.direction !== "milestones")
    return button(t.log(), askProgress({ goal: goal.id }), "primary");
  return milestone === null
    ? undefined
    : button(t.done(), doneMilestone({ goal: goal.id, milestone }), "primary");
}

/** For drawing only; the words beside it are exact. */
export const share = (value: Decimal): number =>
  Math.max(0, Math.min(1.5, Number(value.toFixed(4))));

const ownBar = ({ pace, way }: Pick<PacedGoal, "pace" | "way">, t: GoalMessages): Element =>
  bar(
    {
      done: share(pace.done),
      mark: share(pace.timeGone),
      tone: tones[pace.status],
      markLabel: t.timeGone(),
      says: t.barSays(pace.done, pace.timeGone),
    },
    way,
  );

/** Below what was just logged: how far, and what is still needed; the rest stands on the goal's own card. */
export function progressInShort(paced: PacedGoal, t: GoalMessages): Element[] {
  const { goal, pace } = paced;
  if (isClosed(goal)) return progress(paced, t);
  const need = needOf(goal, pace);
  return [
    ownBar(paced, t),
    facts(
      fact(isLimit(goal) ? t.now() : t.soFar(), standsAt(goal, pace.done, t, true)),
      need ? fact(t.toGo(need), t.toGoIs(need, goal.unit)) : undefined,
    ),
  ];
}

export function progress(
  { goal, pace, run, way, forecast }: PacedGoal,
  t: GoalMessages,
): Element[] {
  if (isClosed(goal)) return [facts(fact(t.soFar(), standsAt(goal, pace.done, t)))];
  const need = needOf(goal, pace);
  return [
    ownBar({ pace, way }, t),
    facts(
      fact(isLimit(goal) ? t.now() : t.soFar(), standsAt(goal, pace.done, t, true)),
      fact(t.timeLeft(), t.timeLeftIs(pace.workdaysLeft)),
      isLimit(goal) ? fact(t.limitLabel(), limitOf(goal, t)) : undefined,
      need ? fact(t.toGo(need), t.toGoIs(need, goal.unit)) : undefined,
      // Beside what is needed, since only together they say something.
      need && run
        ? fact(t.run(run.workdays), t.toGoIs({ amount: run.perDay, each: "workday" }, goal.unit))
        : undefined,
      forecast ? fact(t.forecast(goal.period.end), t.forecastIs(forecast, goal.unit)) : undefined,
      pace.nextMilestone
        ? fact(
            t.nextMilestone(),
            t.milestoneIs(
              pace.nextMilestone.title,
              pace.nextMilestone.target,
              goal.unit,
              pace.nextMilestone.due,
            ),
          )
        : undefined,
      pace.missedMilestone && !pace.nextMilestone
        ? fact(
            t.missedMilestone(),
            t.milestoneIs(
              pace.missedMilestone.title,
              pace.missedMilestone.target,
              goal.unit,
              pace.missedMilestone.due,
            ),
          )
        : undefined,
    ),
  ];
}

/** When it begins, where that is still to come. */
export const beginsAhead = ({ period, createdOn }: GoalProgress, t: GoalMessages) =>
  period.start > createdOn ? fact(t.begins(), t.dueIs(period.start)) : undefined;

/** How many lines it had before are shown. */
const mostChanges = 3;

const changeText = (change: LineChange, goal: GoalProgress, t: GoalMessages): Element =>
  softText(
    change.state === "open"
      ? t.changeOpen(change.wanted.target, goal.unit, change.wanted.due)
      : t.changeWas(change.old.target, goal.unit, change.old.due, change.at, change.reason),
  );

/** Who says what against the figures, why, and until when. */
export const overrideSays = (
  { byName, status, reason, until }: StatusOverride,
  t: GoalMessages,
): Line => joinLines([t.overrideIs(byName, status), t.overrideWhy(reason, until)], " · ");

/** Beside the computed status: what somebody says against it; else a way to say it, where the figures look worse than on track, or other than the owner's outlook. */
function judgement(
  { goal, pace, override }: PacedGoal,
  differs: boolean,
  t: GoalMessages,
): Element | undefined {
  if (goal.state !== "active" || pace.status === "reached") return undefined;
  if (override) {
    const buttons = [
      button(t.edit(), askStatus({ goal: goal.id })),
      button(t.statusClear(), clearStatus({ goal: goal.id }), "quiet"),
    ];
    return rows([
      {
        line: t.overrideIs(override.byName, override.status),
        soft: t.overrideWhy(override.reason, override.until),
        buttons,
      },
    ]);
  }
  if (pace.status !== "at-risk" && pace.status !== "off-track" && !differs) return undefined;
  return rows([
    {
      line: differs ? t.confidenceDiffers() : t.statusAsk(),
      buttons: [button(t.statusButton(), askStatus({ goal: goal.id }), "quiet")],
    },
  ]);
}

/** `other`: the other of the two whose goal it is, where the reader is not its owner. */
function seenBy(
  { state, teamId, managerName }: GoalProgress,
  other: string | null,
  t: GoalMessages,
): Line {
  if (state === "draft") return t.seenByYou();
  if (teamId !== null) return t.seenByTeam();
  return other === null ? t.seenByManager(managerName) : t.seenByOwner(other);
}

export function goalCard(
  paced: PacedGoal,
  mine: boolean,
  t: GoalMessages,
  changes: readonly LineChange[] = [],
  owners: readonly EarlierOwner[] = [],
): Card {
  const { goal, pace } = paced;
  const next = goal.milestones.find((each) => each.doneOn === null && each.target === null);
  const differs =
    mine &&
    !isClosed(goal) &&
    goal.confidence !== null &&
    pace.status !== "reached" &&
    pace.status !== "too-early" &&
    confidenceClass(goal.confidence) !== pace.status;
  return card({
    title: t.titled(goal.number, goal),
    tone: toneOf(paced),
    chip:
      goal.state === "active"
        ? statusChip(pace.status, t)
        : chip(t.state(goal.state), goal.state === "achieved" ? "good" : "info"),
    aside: isClosed(goal) ? undefined : quietChip(pace, t),
    context: joinLines([mine ? [] : t.ownedBy(goal.ownerName), t.dueBy(goal.period.end)], " · "),
    body: [
      ...progress(paced, t),
      ...whereItMayEnd(paced, t),
      countedSays(goal, t),
      goal.confidence === null
        ? undefined
        : facts(fact(t.confidence(mine), t.confidenceIs(goal.confidence))),
      judgement(paced, differs, t),
      goal.reason === null ? undefined : softText(t.reasonIs(goal.reason)),
      goal.lesson === null ? undefined : softText(t.note(goal.lesson)),
      ...changes
        .filter((each) => each.state !== "declined")
        .slice(0, mostChanges)
        .map((each) => changeText(each, goal, t)),
      ...owners.map((each) => softText(t.ownedUntil(each.name, each.until))),
      ...(paced.openYears ?? []).map((year) => softText(t.openYear(year))),
    ].filter((each) => each !== undefined),
    buttons: goalButtons(goal, next?.id ?? null, mine, t),
    sees: seenBy(goal, mine ? null : goal.ownerName, t),
  });
}

const countedSays = (goal: GoalProgress, t: GoalMessages): Element | undefined =>
  goal.countedSource
    ? softText(t.countsFromBeside(goal.countedSource, reportedOf(goal), goal.unit))
    : undefined;

export function goalButtons(
  goal: GoalProgress,
  milestone: string | null,
  mine: boolean,
  t: GoalMessages,
) {
  if (goal.state === "draft")
    return [
      button(t.start(), startGoal({ goal: goal.id }), "primary"),
      button(t.edit(), editing(goal)),
      button(t.drop(), dropGoal({ goal: goal.id }), "quiet", t.dropSure()),
    ];
  if (goal.state === "proposed" && mine)
    return [
      button(t.confirm(), confirmGoal({ goal: goal.id }), "primary"),
      button(t.answer(), askAnswer({ goal: goal.id })),
    ];
  if (goal.state === "proposed")
    return [
      button(t.edit(), editing(goal)),
      button(t.withdraw(), dropGoal({ goal: goal.id }), "quiet", t.withdrawSure()),
    ];
  if (goal.state !== "active") return [];
  const logging = loggingButton(goal, milestone, t);
  return [
    ...(logging ? [logging] : []),
    ...(goal.teamId !== null && mine
      ? [button(t.splitIt(), say({ text: t.splitTyped(goal.number) }))]
      : []),
    button(t.edit(), editing(goal)),
    button(t.close(), askClose({ goal: goal.id }), "quiet"),
  ];
}

export const editing = (goal: GoalProgress) => askGoal({ goal: goal.id, title: "", waiting: null });

/** Whether all there is to say of it is so much of so much. */
export const isPlain = (goal: GoalProgress): boolean =>
  goal.direction !== "milestones" && !isLimit(goal) && goal.ratio === null && goal.baseline.eq("0");

export function rowSays({ goal, pace }: PacedGoal, t: GoalMessages): Line {
  return isPlain(goal)
    ? t.rowSays(goal.actual, goal.target, goal.unit, pace.done, pace.timeGone)
    : joinLines([standsAt(goal, pace.done, t), t.barSays(pace.done, pace.timeGone)], " · ");
}

export interface ShownDraft {
  readonly goal: GoalProgress;
  readonly findings: readonly SmartFinding[];
  /** For whom it is, when not for oneself. */
  readonly forName: string | null;
  /** A goal there is already, on the same metric in the same days. */
  readonly beside?: GoalProgress | null;
  /** When whoever it is for is away until then. */
  readonly away?: readonly Leave[];
  /** Years until its end whose holidays are not all known. */
  readonly openYears?: readonly number[];
}

/** A new goal with what the SMART check would add; it advises only. */
export function draftCard(
  { goal, findings, forName, beside = null, away = [], openYears = [] }: ShownDraft,
  t: GoalMessages,
): Card {
  return card({
    title: t.titled(goal.number, goal),
    tone: findings.length === 0 ? "good" : "info",
    chip: chip(t.state(goal.state), "info"),
    body: [
      facts(
        goal.direction === "milestones" ? undefined : fact(t.draftTarget(), aim(goal, t)),
        beginsAhead(goal, t),
        fact(t.due(), t.dueIs(goal.period.end)),
        forName === null ? undefined : fact(t.for(), t.ownedBy(forName)),
        goal.teamId === null ? undefined : fact(t.for(), t.whoseTeam()),
      ),
      forName === null || away.length === 0 ? undefined : softText(t.awayThen(forName, away)),
      beside === null ? undefined : text(t.alsoRuns(beside.number, beside, beside.period.end)),
      ...smartText(findings, t),
      ...openYears.map((year) => softText(t.openYear(year))),
    ],
    buttons: [
      button(
        forName === null ? t.start() : t.propose(forName),
        startGoal({ goal: goal.id }),
        "primary",
      ),
      button(t.edit(), editing(goal)),
      ...(beside ? [button(t.editThat(beside.number), editing(beside))] : []),
      button(t.drop(), dropGoal({ goal: goal.id }), "quiet", t.dropSure()),
    ],
    sees: seenBy(goal, forName, t),
  });
}

export function smartText(findings: readonly SmartFinding[], t: GoalMessages): Element[] {
  if (findings.length === 0) return [text(t.smartGood())];
  return [softText(t.smartIntro()), rows(findings.map((each) => ({ line: t.smart(each.advice) })))];
}
