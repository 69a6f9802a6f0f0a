// The forms of check-ins, filled with what is known.
import type { LocalDate } from "#src/calendar/local-date";
import { toText } from "#src/language/decimal";
import type { Team } from "#src/people/person";
import type { RunningGoal } from "#src/practices/goals/api";
import { choiceField, form, inputField, longTextField, option, textField, yesNoField, type Field, type Form } from "#src/view/form";
import { joinLines, line, said } from "#src/view/line";
import { saveCheckin, saveDaily, saveRhythm, sendAnswer, sendTalk } from "./actions.ts";
import type { CheckinMessages } from "./messages/en.ts";
import { visibilities, type Blocker, type Checkin, type DailyNote, type Rhythm, type Visibility } from "./model.ts";
import { choices, mostPriorities, openings, presumed, type Slot } from "./rules.ts";

export const mostCommits = 3;
const mostGoalsNamed = 6;

/** Goals a commit number is asked for: those in money, and not more than a few. */
export const committable = (goals: readonly RunningGoal[]): readonly RunningGoal[] => goals.filter(({ goal }) => goal.unit.kind === "money" && goal.direction === "up").slice(0, mostCommits);

export const commitName = (number: number): string => `commit${number}`;

export interface CheckinFormData {
  readonly week: LocalDate;
  readonly slot: Pick<Slot, "day" | "dueAt"> | null;
  /** Last time's, whose priorities are looked back on. */
  readonly before: Checkin | null;
  /** This week's, when it was sent already. */
  readonly mine: Checkin | null;
  readonly goals: readonly RunningGoal[];
  readonly blockers: readonly Pick<Blocker, "text">[];
  readonly visible: Visibility;
  readonly manager: string | null;
}

export function checkinForm(data: CheckinFormData, t: CheckinMessages): Form {
  const { week, slot, before, mine, goals, blockers } = data;
  const added = (mine?.priorities ?? []).filter((each) => !each.carried);
  return form({
    title: t.title(week),
    intro: joinLines([slot ? t.formIntro(slot.dueAt, slot.day) : [], ...goals.slice(0, mostGoalsNamed).map(({ goal, pace }) => t.goalStands(goal.number, goal.title, pace.done, pace.timeGone))], " · "),
    fields: [
      ...(before?.priorities ?? []).map((each, i) =>
        choiceField(
          "choice",
          `was${i}`,
          t.was(each.text),
          choices.map((choice) => option(choice, t.choice(choice))),
          { required: true, initial: presumed(each) },
        ),
      ),
      ...Array.from({ length: mostPriorities }, (_, i) => textField(`new${i}`, t.newPriority(i + 1), { initial: added[i]?.text ?? "", ...(i === 0 ? { hint: t.newHint() } : {}) })),
      ...committable(goals).map((each) => commitField(each, mine, t)),
      longTextField("blockers", t.blockers(), { hint: t.blockersHint(), initial: blockers.map((each) => each.text).join("\n"), max: 1500 }),
      longTextField("wentWell", t.wentWell(), { initial: mine?.wentWell ?? "", max: 1000 }),
    ],
    submit: mine ? t.save() : t.send(),
    act: saveCheckin({ week, before: before?.id ?? null }),
    sees: t.sees(data.visible, data.manager),
  });
}

function commitField({ goal }: RunningGoal, mine: Checkin | null, t: CheckinMessages): Field {
  const known = mine?.commits.find((each) => each.number === goal.number);
  return inputField("amount", commitName(goal.number), t.commit(goal.number, goal.title), { hint: t.commitHint(goal.actual, goal.target, goal.unit), initial: known ? toText(known.value) : "" });
}

export function answerForm(blocker: Pick<Blocker, "id" | "text">, name: string, t: CheckinMessages): Form {
  return form({
    title: t.answerTitle(name),
    intro: line`${said(blocker.text)}`,
    fields: [longTextField("answer", t.answerField(), { required: true, max: 1000 })],
    submit: t.send(),
    act: sendAnswer({ blocker: blocker.id }),
    sees: t.seesBoth(name),
  });
}

export function talkForm(blocker: Pick<Blocker, "id" | "text">, name: string, t: CheckinMessages): Form {
  return form({
    title: t.talkTitle(name),
    intro: line`${said(blocker.text)}`,
    fields: [inputField("date", "on", t.talkField(), { required: true, hint: t.talkHint() })],
    submit: t.send(),
    act: sendTalk({ blocker: blocker.id }),
    sees: t.seesBoth(name),
  });
}

export function rhythmForm(team: Pick<Team, "id" | "name">, rhythm: Rhythm, t: CheckinMessages): Form {
  return form({
    title: t.rhythmForm(team.name),
    fields: [
      yesNoField("on", t.fieldOn(), { initial: rhythm.on }),
      choiceField(
        "choice",
        "weekday",
        t.fieldWeekday(),
        weekdays.map((each) => option(String(each), t.weekday(each))),
        { required: true, initial: String(rhythm.weekday), hint: t.fieldWeekdayHint() },
      ),
      choiceField(
        "choice",
        "opens",
        t.fieldOpens(),
        openings.map((each) => option(each, t.time(each))),
        { required: true, initial: rhythm.opens, hint: t.fieldOpensHint() },
      ),
      choiceField(
        "choice",
        "visible",
        t.fieldVisible(),
        visibilities.map((each) => option(each, t.visible(each))),
        { required: true, initial: rhythm.visible, hint: t.fieldVisibleHint() },
      ),
      yesNoField("daily", t.fieldDaily(), { initial: rhythm.daily, hint: t.fieldDailyHint() }),
    ],
    submit: t.save(),
    act: saveRhythm({ team: team.id }),
    sees: t.rhythmSees(),
  });
}

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export function dailyForm(on: LocalDate, note: Pick<DailyNote, "done" | "next"> | null, visible: Visibility, manager: string | null, t: CheckinMessages): Form {
  return form({
    title: t.dailyTitle(on),
    fields: [longTextField("done", t.dailyDone(), { initial: note?.done ?? "", max: 1000 }), longTextField("next", t.dailyNext(), { initial: note?.next ?? "", max: 1000 })],
    submit: t.save(),
    act: saveDaily({ on }),
    sees: t.sees(visible, manager),
  });
}
