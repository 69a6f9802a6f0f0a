// The forms of check-ins, filled with what is known.
import type { LocalDate } from "#src/calendar/local-date";
import { toText } from "#src/language/decimal";
import { shorten } from "#src/language/text";
import type { Team } from "#src/people/person";
import type { RunningGoal } from "#src/practices/goals/api";
import {
  choiceField,
  form,
  dateField,
  inputField,
  longTextField,
  option,
  textField,
  yesNoField,
  type Field,
  type Form,
} from "#src/view/form";
import { joinLines, line, said } from "#src/view/line";
import {
  saveCheckin,
  saveDaily,
  saveRhythm,
  sendAnswer,
  sendTalk,
  type Stand,
} from "../actions.ts";
import type { CheckinMessages } from "../messages/en/index.ts";
import {
  visibilities,
  type Blocker,
  type Checkin,
  type DailyNote,
  type Rhythm,
  type TeamUpdate,
  type Visibility,
} from "../model.ts";
import { choices, mostPriorities, openings, presumed, type Slot } from "../rules.ts";

export const mostCommits = 3;
export const longestPriority = 200;
export const longestBlockers = 3000;
export const longestDaily = 1000;
const mostGoalsNamed = 6;

/** Goals a commit number is asked for: those in money, and not more than a few. */
export const committable = (goals: readonly RunningGoal[]): readonly RunningGoal[] =>
  goals
    .filter(({ goal }) => goal.unit.kind === "money" && goal.direction === "up")
    .slice(0, mostCommits);

export const commitName = (number: number): string => `commit${number}`;

export interface CheckinFormData {
  readonly week: LocalDate;
  /** It plans the week that follows. */
  readonly ahead: boolean;
  /** Null where nothing is due, or no more. */
  readonly due: Pick<Slot, "day" | "dueAt" | "openYear"> | null;
  /** Last time's, whose priorities are looked back on. */
  readonly before: Checkin | null;
  /** This week's, when it was sent already. */
  readonly mine: Checkin | null;
  readonly goals: readonly RunningGoal[];
  /** Open ones that have room in the form. */
  readonly blockers: readonly Pick<Blocker, "id" | "text">[];
  readonly visible: Visibility;
  readonly manager: string | null;
  /** Whom blockers are put before. */
  readonly decider: string | null;
  /** Priorities that were typed behind the verb. */
  readonly typed: readonly string[];
}

export function checkinForm(data: CheckinFormData, t: CheckinMessages): Form {
  const { week, ahead, due, before, mine, goals, blockers, visible, manager, decider } = data;
  const known = (mine?.priorities ?? []).filter((each) => !each.carried).map((each) => each.text);
  const all = [...known, ...data.typed.filter((each) => !known.includes(each))];
  // More than there is room for stays together in the last line: nothing that was typed is lost.
  const added = [
    ...all.slice(0, mostPriorities - 1),
    shorten(all.slice(mostPriorities - 1).join("; "), longestPriority),
  ];
  return form({
    title: t.formTitle(week),
    // Each goal on a line of its own.
    intro: joinLines(
      [
        joinLines(
          [
            due ? t.formIntro(due.dueAt, due.day) : t.formIntroPlain(),
            due === null || due.openYear === null ? [] : t.openYear(due.openYear),
          ],
          t.betweenSentences(),
        ),
        ...goals
          .slice(0, mostGoalsNamed)
          .map(({ goal, pace }) => t.goalStands(goal.number, goal, pace.done, pace.timeGone)),
      ],
      "\n",
    ),
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
      ...Array.from({ length: mostPriorities }, (_, i) =>
        textField(`new${i}`, t.newPriority(i + 1, ahead), {
          initial: added[i] ?? "",
          ...(i === 0 ? { hint: t.newHint() } : {}),
        }),
      ),
      ...committable(goals).map((each) => commitField(each, mine, ahead, t)),
      // Where nobody could answer nobody is asked.
      decider === null
        ? undefined
        : longTextField("blockers", t.blockers(), {
            hint: t.blockersHint(decider === manager ? null : decider),
            initial: blockers.map((each) => each.text).join("\n"),
            max: longestBlockers,
          }),
      longTextField("wentWell", t.wentWell(), { initial: mine?.wentWell ?? "", max: 1000 }),
    ],
    submit: mine ? t.save() : t.send(),
    act: saveCheckin({
      week,
      before: before?.id ?? null,
      visible,
      open: decider === null ? [] : blockers.map((each) => each.id),
    }),
    sees: t.sees(visible, manager),
  });
}

function commitField(
  { goal }: RunningGoal,
  mine: Checkin | null,
  ahead: boolean,
  t: CheckinMessages,
): Field {
  const known = mine?.commits.find((each) => each.number === goal.number);
  return inputField("amount", commitName(goal.number), t.commit(goal.number, goal, ahead), {
    hint: t.commitHint(goal.actual, goal.target, goal.unit),
    initial: known ? toText(known.value) : "",
  });
}

export function answerForm(
  blocker: Pick<Blocker, "id" | "text">,
  name: string,
  at: Stand,
  t: CheckinMessages,
): Form {
  return form({
    title: t.answerTitle(name),
    intro: line`${said(blocker.text)}`,
    fields: [longTextField("answer", t.answerField(), { required: true, max: 1000 })],
    submit: t.send(),
    act: sendAnswer({ blocker: blocker.id, at }),
    sees: t.seesBoth(name, "manager"),
  });
}

export function talkForm(
  blocker: Pick<Blocker, "id" | "text">,
  name: string,
  at: Stand,
  t: CheckinMessages,
): Form {
  return form({
    title: t.talkTitle(name),
    intro: line`${said(blocker.text)}`,
    fields: [dateField("on", t.talkField(), { required: true, words: t.talkHint() })],
    submit: t.send(),
    act: sendTalk({ blocker: blocker.id, at }),
    sees: t.seesBoth(name, "manager"),
  });
}

export function rhythmForm(
  team: Pick<Team, "id" | "name">,
  rhythm: Rhythm,
  /** Null for whoever does not lead it: an admin sets the rest. */
  update: Pick<TeamUpdate, "on" | "postsAt"> | null,
  t: CheckinMessages,
): Form {
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
      ...(update === null
        ? []
        : [
            yesNoField("update", t.fieldUpdate(), {
              initial: update.on,
              hint: t.fieldUpdateHint(),
            }),
            choiceField(
              "choice",
              "updateAt",
              t.fieldUpdateAt(),
              updateHours.map((each) =>
                option(each, each === "never" ? t.updateNever() : t.time(each)),
              ),
              {
                required: true,
                initial: update.postsAt ?? "never",
                hint: t.fieldUpdateAtHint(),
              },
            ),
          ]),
    ],
    submit: t.save(),
    act: saveRhythm({ team: team.id }),
    sees: t.rhythmSees(),
  });
}

/** When a team's figures of the day may be posted by themselves: when most of them are reported. */
export const updateHours = ["never", "17:00", "17:30", "18:00", "18:30", "19:00", "20:00"] as const;

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export function dailyForm(
  on: LocalDate,
  note: Pick<DailyNote, "done" | "next"> | null,
  visible: Visibility,
  manager: string | null,
  t: CheckinMessages,
): Form {
  return form({
    title: t.dailyTitle(on),
    fields: [
      longTextField("done", t.dailyDone(), { initial: note?.done ?? "", max: longestDaily }),
      longTextField("next", t.dailyNext(), { initial: note?.next ?? "", max: longestDaily }),
    ],
    submit: t.save(),
    act: saveDaily({ on, visible }),
    sees: t.sees(visible, manager),
  });
}
