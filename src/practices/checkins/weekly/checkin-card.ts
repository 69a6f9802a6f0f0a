// What check-ins look like: pure functions from data and sentences to cards.
import type { LocalDate } from "#src/calendar/local-date";
import { localDateAt } from "#src/calendar/zones";
import type { PersonId } from "#src/people/person";
import { askProgress, type NotedFigures, type RunningGoal } from "#src/practices/goals/api";
import {
  button,
  card,
  chip,
  fact,
  facts,
  quote,
  rows,
  softText,
  text,
  type Card,
  type Element,
  type Row,
} from "#src/view/card";
import { joinLines, said, type Line } from "#src/view/line";
import {
  askCheckin,
  askDaily,
  chooseDaily,
  readCheckin,
  showTeamPage,
  tickPriority,
  type Stand,
} from "../actions.ts";
import { blockerRows } from "../blockers/blocker-card.ts";
import type { CheckinMessages } from "../messages/en/index.ts";
import type { Blocker, Checkin, Commit, DailyNote, Priority, Visibility } from "../model.ts";
import { onTime, streak, totals, type Outcome, type PartOfWeek, type Slot } from "../rules.ts";

/** Drawn, not computed with: between nothing and one and a half. */
const share = (value: { toFixed(places: number): string }): number =>
  Math.max(0, Math.min(1.5, Number(value.toFixed(4))));

const mostGoals = 5;

/** Numbers and check-in in one message. */
export function inviteCard(
  goals: readonly RunningGoal[],
  carried: readonly Priority[],
  due: Pick<Slot, "dueAt" | "openYear"> | null,
  part: PartOfWeek,
  sees: Line,
  t: CheckinMessages,
): Card {
  const dueAt = due?.dueAt ?? null;
  return card({
    title: t.inviteTitle(part),
    tone: "info",
    context: goals.length > 0 ? t.inviteBody(dueAt) : t.inviteBodyPlain(dueAt),
    body: [
      due === null || due.openYear === null ? undefined : softText(t.openYear(due.openYear)),
      goals.length === 0
        ? undefined
        : rows(
            goals.slice(0, mostGoals).map(({ goal, pace }) => ({
              line: t.goalTitle(goal.number, goal),
              bar: {
                done: share(pace.done),
                mark: share(pace.timeGone),
                says: t.goalRow(goal.actual, goal.target, goal.unit, pace.done, pace.timeGone),
              },
              buttons: [button(t.log(), askProgress({ goal: goal.id }))],
            })),
          ),
      carried.length === 0 ? undefined : softText(t.carriedSoFar(carried.map((each) => each.text))),
    ],
    buttons: [button(t.write(), askCheckin({}), "primary")],
    sees,
  });
}

export function remindCard(
  { dueAt, openYear }: Pick<Slot, "dueAt" | "openYear">,
  t: CheckinMessages,
): Card {
  return card({
    title: t.remindTitle(dueAt),
    tone: "info",
    body: [text(t.remindBody()), openYear === null ? undefined : softText(t.openYear(openYear))],
    buttons: [button(t.write(), askCheckin({}), "primary")],
  });
}

function priorityRow(
  priority: Priority,
  i: number,
  checkin: Checkin,
  mine: boolean,
  t: CheckinMessages,
): Row {
  return {
    line: t.priority(priority),
    chip: chip(t.priorityState(priority.state), priority.state === "done" ? "good" : "info"),
    ...(priority.carried ? { soft: t.carriedOn() } : {}),
    buttons:
      mine && priority.state === "open"
        ? [button(t.tick(), tickPriority({ checkin: checkin.id, index: i }))]
        : [],
  };
}

export interface CheckinView {
  readonly checkin: Checkin;
  /** Null for one's own. */
  readonly name: string | null;
  readonly blockers: readonly Blocker[];
  readonly today: LocalDate;
  readonly zone: string;
  readonly sees: Line;
}

function contents(
  { checkin, name, blockers, today, zone }: CheckinView,
  t: CheckinMessages,
): (Element | undefined)[] {
  return [
    rows(checkin.priorities.map((each, i) => priorityRow(each, i, checkin, name === null, t))),
    checkin.commits.length === 0
      ? undefined
      : facts(fact(t.commits(checkin.ahead), t.commitIs(checkin.commits))),
    checkin.wentWell === "" ? undefined : text(t.wentWell()),
    checkin.wentWell === "" ? undefined : quote(said(checkin.wentWell)),
    blockers.length === 0 ? undefined : text(t.blockers()),
    blockers.length === 0
      ? undefined
      : blockerRows(
          blockers.map((blocker) => ({ blocker, name: null })),
          name === null ? "author" : "reader",
          today,
          zone,
          t,
        ),
  ];
}

/** Somebody else's, for those who may read it. */
export function checkinCard(view: CheckinView, t: CheckinMessages): Card {
  return card({
    title: t.titleOf(view.name ?? "", view.checkin.week),
    body: contents(view, t),
    context: view.checkin.onTime ? undefined : t.late(),
    sees: view.sees,
  });
}

/** One's own, after sending it: with the streak, which nobody else sees. */
export function sentCard(
  view: CheckinView,
  changed: boolean,
  past: readonly Outcome[],
  t: CheckinMessages,
): Card {
  const kept = onTime(past);
  return card({
    title: changed ? t.changed() : t.sent(),
    tone: "good",
    context: t.title(view.checkin.week),
    body: [
      ...contents(view, t),
      softText(t.rhythmOfMine(streak(past), kept.onTime, kept.expected)),
    ],
    buttons: [button(t.edit(), askCheckin({}))],
    sees: view.sees,
  });
}

/** This week's; before it is written, what is still open from last time. `planned`: the Monday they are meant for. */
export function prioritiesCard(
  checkin: Checkin | null,
  { week, planned }: { readonly week: LocalDate; readonly planned: LocalDate },
  sees: Line,
  t: CheckinMessages,
): Card {
  const current = checkin?.week === week;
  const shown =
    checkin === null
      ? []
      : checkin.priorities
          .map((each, i) => ({ each, i }))
          .filter(({ each }) => current || each.state === "open");
  return card({
    title: t.prioritiesTitle(planned),
    body: [
      current ? undefined : text(t.noPriorities()),
      current || shown.length === 0 ? undefined : softText(t.stillOpen()),
      checkin === null || shown.length === 0
        ? undefined
        : rows(shown.map(({ each, i }) => priorityRow(each, i, checkin, true, t))),
    ],
    buttons: [
      current ? button(t.edit(), askCheckin({})) : button(t.write(), askCheckin({}), "primary"),
    ],
    sees,
  });
}

export interface DigestData {
  readonly week: LocalDate;
  /** They plan the week that follows. */
  readonly ahead: boolean;
  readonly sent: readonly {
    readonly id: PersonId;
    readonly name: string;
    readonly commits: readonly Commit[];
    readonly late: boolean;
  }[];
  /** Due, and nothing sent yet. */
  readonly owing: readonly string[];
  /** Not due yet on their own clock. */
  readonly waiting: readonly string[];
  /** When those who are not due yet follow by themselves; null where nobody promises it. */
  readonly followsAt: Date | null;
  /** The year of that day, where its holidays are not confirmed yet. */
  readonly followsIn: number | null;
  /** Only those who were not due when the summary came. */
  readonly rest?: true;
  readonly excused: readonly string[];
  readonly blockers: readonly { readonly blocker: Blocker; readonly name: string }[];
  readonly today: LocalDate;
  readonly zone: string;
}

const mostBlockersShown = 8;

/** The manager's one message: who sent, what they commit to, what is in their way. */
export function digestCard(data: DigestData, at: Stand, t: CheckinMessages): Card {
  const { sent, owing, waiting, followsAt, followsIn, excused, blockers } = data;
  const commits = sent.flatMap((each) => each.commits);
  const shown = blockers.slice(0, mostBlockersShown);
  const expected = sent.length + owing.length;
  return card({
    title: data.rest ? t.restTitle(data.week) : t.digestTitle(data.week),
    tone: blockers.length > 0 ? "warning" : "info",
    body: [
      expected === 0 && waiting.length === 0 ? text(t.nobodyDue()) : undefined,
      expected === 0
        ? undefined
        : facts(
            fact(t.digestSent(), t.digestSentIs(sent.length, expected)),
            commits.length === 0
              ? undefined
              : fact(t.commits(data.ahead), t.total(totals(commits))),
          ),
      sent.length === 0
        ? undefined
        : rows(
            sent.map((each) => ({
              line: t.person(each.name),
              soft: joinLines(
                [
                  each.commits.length === 0 ? t.noCommit() : t.commitIs(each.commits),
                  each.late ? t.late() : [],
                ],
                " · ",
              ),
              buttons: [button(t.read(), readCheckin({ person: each.id }))],
            })),
          ),
      owing.length === 0 ? undefined : text(t.notYet(owing)),
      waiting.length === 0
        ? undefined
        : softText(
            t.later(waiting, followsAt && { on: localDateAt(followsAt, data.zone), at: followsAt }),
          ),
      followsIn === null ? undefined : softText(t.openYear(followsIn)),
      excused.length === 0 ? undefined : softText(t.excused(excused)),
      blockers.length === 0 ? undefined : text(t.blockersOpen(blockers.length)),
      blockers.length === 0 ? undefined : blockerRows(shown, at, data.today, data.zone, t),
      blockers.length > shown.length
        ? softText(t.andMore(blockers.length - shown.length))
        : undefined,
    ],
    // Who is not due yet where they are may be looked for again later.
    buttons: [
      at === "summary" && waiting.length > 0 ? button(t.teamPage(), showTeamPage({})) : undefined,
    ],
  });
}

export function dailyAskCard(t: CheckinMessages): Card {
  return card({
    title: t.dailyAskTitle(),
    body: [text(t.dailyAskBody())],
    buttons: [
      button(t.writeDaily(), askDaily({}), "primary"),
      button(t.dailyOff(), chooseDaily({ on: false }), "quiet"),
    ],
  });
}

export function dailyCard(
  note: Pick<DailyNote, "on" | "done" | "next">,
  { elements, buttons }: Pick<NotedFigures, "elements" | "buttons">,
  wanted: boolean,
  visible: Visibility,
  manager: string | null,
  t: CheckinMessages,
): Card {
  return card({
    title: t.dailyKept(),
    tone: "good",
    context: t.dailyTitle(note.on),
    body: [...dailyBody(note, t), ...elements],
    buttons: [
      ...buttons,
      button(t.edit(), askDaily({})),
      wanted
        ? button(t.dailyOff(), chooseDaily({ on: false }), "quiet")
        : button(t.dailyOn(), chooseDaily({ on: true }), "quiet"),
    ],
    sees: t.sees(visible, manager),
  });
}

export const readDailyCard = (
  note: Pick<DailyNote, "on" | "done" | "next">,
  name: string,
  sees: Line,
  t: CheckinMessages,
): Card => card({ title: t.dailyOf(name, note.on), body: dailyBody(note, t), sees });

function dailyBody(
  { done, next }: Pick<DailyNote, "done" | "next">,
  t: CheckinMessages,
): Element[] {
  const part = (label: Line, content: string): Element[] =>
    content === "" ? [] : [text(label), quote(said(content))];
  return [...part(t.dailyDone(), done), ...part(t.dailyNext(), next)];
}
