// The forms of goals, filled with what is known.
import type { LocalDate } from "#src/calendar/local-date";
import { toText } from "#src/language/decimal";
import type { Unit } from "#src/language/units";
import type { Leave } from "#src/calendar/workdays";
import type { Person, PersonId } from "#src/people/person";
import type { BoundAction } from "#src/view/action";
import {
  choiceField,
  form,
  dateField,
  inputField,
  longTextField,
  option,
  textField,
  type Field,
  type Form,
} from "#src/view/form";
import {
  carried,
  saveGoal,
  proposeNext,
  saveNextPeriod,
  saveProgress,
  saveStatus,
  sendAnswer,
  closeGoal,
  type PendingAmount,
} from "../actions.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import {
  goalOf,
  judgements,
  type GoalProgress,
  type KnownEntry,
  type Milestone,
} from "../model.ts";
import type { SaidJudgement } from "../status/parse-status.ts";
import { joinLines, type Line } from "#src/view/line";

export function correctionForm(entry: KnownEntry, act: BoundAction, t: GoalMessages): Form {
  return form({
    title: t.correctTitle(),
    intro: t.titled(entry.goalNumber, goalOf(entry)),
    fields: [
      figureField(
        entry.unit,
        entry.of ? `${toText(entry.value)}/${toText(entry.of)}` : toText(entry.value),
        null,
        t,
      ),
      dateField("on", t.fieldDate(), { required: true, initial: entry.on }),
      textField("note", t.fieldNote(), { initial: entry.note, max: 500 }),
    ],
    submit: t.save(),
    act,
    sees: t.seenByManager(entry.managerName),
  });
}

/** In per cent, what was counted may stand there as it is: 3/10. */
function figureField(
  unit: Unit,
  initial: string,
  sides: RatioSides | null,
  t: GoalMessages,
): Field {
  if (unit.kind !== "percent")
    return inputField("amount", "amount", t.fieldAmount(), { required: true, initial });
  return textField("amount", t.fieldAmount(), {
    required: true,
    initial,
    max: 40,
    hint: sides ? t.ratioSides(sides.num, sides.den) : t.ratioHint(),
  });
}

/** What a ratio divides by what, in the reader's words. */
export interface RatioSides {
  readonly num: string;
  readonly den: string;
}

export function progressForm(
  goal: GoalProgress,
  sides: RatioSides | null,
  on: LocalDate,
  t: GoalMessages,
): Form {
  return form({
    title: t.progressTitle(goal.number),
    intro: t.titled(goal.number, goal),
    fields: [
      figureField(goal.unit, "", sides, t),
      dateField("on", t.fieldDate(), { required: true, initial: on }),
      textField("note", t.fieldNote(), { max: 500 }),
    ],
    submit: t.log(),
    act: saveProgress({ goal: goal.id }),
    sees: t.seenByManager(goal.managerName),
  });
}

export interface AskedGoal {
  /** The goal that is edited; null for a new one. */
  readonly goal: GoalProgress | null;
  readonly title: string;
  readonly due: LocalDate | null;
  readonly waiting: PendingAmount | null;
  /** For whom a new one is, when not for oneself. */
  readonly owner: Pick<Person, "id" | "name"> | null;
  /** Whoever sets it may choose among themselves, their team and these people; nobody: it is not asked. */
  readonly whose?: readonly Pick<Person, "id" | "name">[];
  /** The goals above it may belong to. */
  readonly parents: readonly GoalProgress[];
}

/** A goal as its form holds it. */
export const filledFrom = (goal: GoalProgress) => ({
  title: goal.title,
  target: hasTarget(goal) ? toText(goal.target) : "",
  due: goal.period.end,
  reason: goal.reason ?? "",
  milestones: goal.milestones.map(milestoneText).join("\n"),
});

export function goalForm(
  { goal, title, due, waiting, owner, whose = [], parents }: AskedGoal,
  t: GoalMessages,
): Form {
  const runs = goal?.state === "active";
  const filled =
    goal === null
      ? { title, target: "", due: due ?? undefined, reason: "", milestones: "" }
      : filledFrom(goal);
  return form({
    title: goal === null ? t.formNew() : t.formEdit(goal.number),
    intro: owner === null ? undefined : t.formFor(owner.name),
    fields: [
      whose.length === 0 ? undefined : whoseField(whose, t),
      textField("title", t.fieldTitle(), {
        required: true,
        initial: filled.title,
        hint: t.fieldTitleHint(),
      }),
      inputField("amount", "target", t.fieldTarget(), {
        initial: filled.target,
        hint: t.fieldTargetHint(),
      }),
      dateField("due", t.fieldDue(), {
        required: true,
        initial: filled.due,
        words: t.fieldDueHint(),
      }),
      runs
        ? textField("why", t.fieldWhyChanged(), { max: 500, hint: t.fieldWhyChangedHint() })
        : undefined,
      longTextField("reason", t.fieldReason(), { initial: filled.reason, max: 500 }),
      parents.length === 0 ? undefined : parentField(parents, goal?.parentId ?? null, t),
      longTextField("milestones", t.fieldMilestones(), {
        initial: filled.milestones,
        hint: t.fieldMilestonesHint(),
        max: 1000,
      }),
    ],
    submit: t.save(),
    act: saveGoal({
      goal: goal?.id ?? null,
      waiting: waiting && carried(waiting),
      owner: owner?.id ?? null,
    }),
    sees: seenByThen(goal, owner, t),
  });
}

/** What it is once it is saved: a draft is its author's alone. */
function seenByThen(
  goal: GoalProgress | null,
  owner: Pick<Person, "name"> | null,
  t: GoalMessages,
): Line {
  if (owner !== null) return t.seenByOwner(owner.name);
  return goal === null || goal.state === "draft"
    ? t.seenByYou()
    : t.seenByManager(goal.managerName);
}

const whoseField = (people: readonly Pick<Person, "id" | "name">[], t: GoalMessages): Field =>
  choiceField(
    "choice",
    "whose",
    t.fieldWhose(),
    [
      option("me", t.whoseMine()),
      option("team", t.whoseTeam()),
      ...people.map((each) => option(each.id, t.ownedBy(each.name))),
    ],
    { initial: "me", required: true },
  );

const parentField = (
  parents: readonly GoalProgress[],
  chosen: string | null,
  t: GoalMessages,
): Field =>
  choiceField(
    "choice",
    "parent",
    t.fieldParent(),
    [
      option("none", t.noParent()),
      ...parents.map((each) => option(each.id, t.titledOf(each.number, each, each.ownerName))),
    ],
    { initial: chosen ?? "none" },
  );

/** A goal without a figure shows none, rather than a zero to be overwritten. */
const hasTarget = ({ direction, target }: GoalProgress): boolean =>
  direction !== "milestones" && !(direction === "up" && target.eq("0"));

const milestoneText = (each: Milestone): string =>
  `${each.target === null ? each.title : toText(each.target)} ${each.due}`;

export function answerForm(
  goal: GoalProgress,
  proposer: Pick<Person, "name">,
  t: GoalMessages,
): Form {
  return form({
    title: t.answerForm(),
    intro: t.titled(goal.number, goal),
    fields: [longTextField("answer", t.answerField(), { required: true, max: 1000 })],
    submit: t.send(),
    act: sendAnswer({ goal: goal.id }),
    sees: t.seenByOwner(proposer.name),
  });
}

export function closeForm(goal: GoalProgress, ends: "figures" | "dropped", t: GoalMessages): Form {
  return form({
    title: t.closeTitle(goal.number),
    intro: joinLines([t.titled(goal.number, goal)], ""),
    fields: [
      goal.state === "active"
        ? choiceField(
            "choice",
            "ends",
            t.closeHow(),
            [option("figures", t.closeByFigures()), option("dropped", t.closeDropped())],
            { required: true, initial: ends },
          )
        : undefined,
      longTextField("lesson", t.closeLesson(), {
        max: 500,
        hint: goal.state === "active" ? t.closeLessonHint() : undefined,
      }),
    ],
    submit: goal.state === "active" ? t.close() : t.save(),
    act: closeGoal({ goal: goal.id }),
    sees: t.seenByManager(goal.managerName),
  });
}

export function nextPeriodForm(goals: readonly GoalProgress[], t: GoalMessages): Form {
  return form({
    title: t.turnForm(),
    fields: goals.map((goal) =>
      inputField("amount", `target-${goal.number}`, t.titled(goal.number, goal), {
        initial: toText(goal.target),
      }),
    ),
    submit: t.save(),
    act: saveNextPeriod({ goals: goals.map((goal) => goal.id) }),
    sees: t.seenByManager(goals[0]?.managerName ?? null),
  });
}

/** One field a goal, with whose it is: what stands empty is not proposed. */
export function nextForTeamForm(
  goals: readonly GoalProgress[],
  t: GoalMessages,
  /** Who of them is away in that time, and when. */
  away: ReadonlyMap<PersonId, readonly Leave[]> = new Map(),
): Form {
  return form({
    title: t.nextForTeam(),
    intro: t.nextForTeamSays(),
    fields: goals.map((goal) => {
      const days = away.get(goal.ownerId);
      return inputField(
        "amount",
        `target-${goal.number}`,
        t.titledOf(goal.number, goal, goal.ownerName),
        { initial: toText(goal.target), hint: days && t.awayThen(goal.ownerName, days) },
      );
    }),
    submit: t.send(),
    act: proposeNext({ goals: goals.map((goal) => goal.id) }),
    sees: t.seenByEachOwner(),
  });
}

/** Beside what the figures say; at the latest until the day before the next check-in. */
export function statusForm(
  goal: GoalProgress,
  known: SaidJudgement,
  last: LocalDate,
  t: GoalMessages,
): Form {
  const chosen = judgements.find((each) => each === known.judgement);
  return form({
    title: t.statusTitle(goal.number),
    intro: t.statusIntro(),
    fields: [
      choiceField(
        "choice",
        "status",
        t.statusField(),
        judgements.map((each) => option(each, t.judgement(each))),
        { required: true, initial: chosen },
      ),
      longTextField("reason", t.statusReason(), {
        required: true,
        initial: known.reason,
        hint: t.statusReasonHint(),
        max: 300,
      }),
      dateField("until", t.statusUntil(), {
        required: true,
        initial: last,
        hint: t.statusUntilHint(last),
      }),
    ],
    submit: t.save(),
    act: saveStatus({ goal: goal.id }),
    sees: t.seenByManager(goal.managerName),
  });
}
