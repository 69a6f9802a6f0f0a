// A one-on-one as a card: when, what there is to talk about and where that was found, and the steps. No note stands on a card.
import {
  button,
  card,
  chip,
  heading,
  rows,
  softText,
  type Button,
  type Card,
  type Element,
  type Row,
} from "#src/view/card";
import { joinLines, toLine, type Line } from "#src/view/line";
import {
  askGrow,
  askNotes,
  askOutcome,
  askPair,
  askStep,
  askTopic,
  closeTopic,
  openTalk,
  takeCalendar,
  tookPlace,
} from "../actions.ts";
import { otherOf, seesOf, type Looks } from "../context.ts";
import type { LocalDate } from "#src/calendar/local-date";
import type { OneOnOneMessages } from "../messages/en/index.ts";
import type { Pair } from "../model.ts";
import { isOpen } from "../rules/cadence.ts";
import { stepRows } from "../steps/step-card.ts";
import type { Agenda } from "./agenda.ts";

const mostTopicsShown = 8;

export function talkCard(agenda: Agenda, looks: Looks, t: OneOnOneMessages): Card {
  const { pair, slot } = agenda;
  return card({
    title: t.title(otherOf(pair, looks.me).name),
    tone: "info",
    context: joinLines(
      [slot ? t.pastAt(slot.at) : t.noDayAhead(), t.rhythmIs(pair.everyWeeks, pair.weekday)],
      " · ",
    ),
    body: agendaElements(agenda, looks, t),
    buttons: buttonsOf(agenda, looks, t),
    sees: seesOf(pair, t),
  });
}

/** On the workday before it: what is on it, and nothing but what helps to get ready. */
export function beforeCard(agenda: Agenda, looks: Looks, t: OneOnOneMessages): Card {
  const { pair, slot } = agenda;
  const talk = slot && { pair: pair.id, week: slot.week };
  const other = otherOf(pair, looks.me).name;
  return card({
    title: slot ? t.beforeTitle(other, slot.at) : t.title(other),
    tone: "info",
    body: agendaElements(agenda, looks, t),
    buttons: [
      button(t.addTopic(), askTopic({ pair: pair.id }), "primary"),
      ...(talk
        ? [button(t.questionsButton(), askGrow(talk)), button(t.notesButton(), askNotes(talk))]
        : []),
      button(t.open(), openTalk({ pair: pair.id }), "quiet"),
    ],
    sees: seesOf(pair, t),
  });
}

function buttonsOf({ pair, slot }: Agenda, { me }: Looks, t: OneOnOneMessages): Button[] {
  const other = otherOf(pair, me);
  const always = [
    button(t.addTopic(), askTopic({ pair: pair.id }), "primary"),
    button(t.addStep(), askStep({ pair: pair.id })),
  ];
  const change = button(t.changeRhythm(), askPair({ with: other.id, topic: "" }), "quiet");
  if (slot === null) return [...always, change];
  const calendar = button(t.calendarButton(), takeCalendar({ pair: pair.id }), "quiet");
  const talk = { pair: pair.id, week: slot.week };
  return [
    ...always,
    button(t.questionsButton(), askGrow(talk)),
    button(t.notesButton(), askNotes(talk)),
    button(t.heldButton(), tookPlace(talk)),
    button(t.otherwiseButton(), askOutcome(talk), "quiet"),
    calendar,
    change,
  ];
}

/** What stands on every card of a talk. */
export function agendaElements(agenda: Agenda, looks: Looks, t: OneOnOneMessages): Element[] {
  const found = foundRows(agenda, t);
  return [
    heading(t.topics()),
    ...(agenda.topics.length === 0 ? [softText(t.noTopics())] : topicElements(agenda, t)),
    ...(found.length === 0 ? [] : [heading(t.found()), rows(found)]),
    ...(agenda.steps.length === 0
      ? []
      : [heading(t.stepsTitle()), rows(stepRows(agenda.steps, looks, "talk", t))]),
  ];
}

function topicElements({ topics, pair }: Agenda, t: OneOnOneMessages): Element[] {
  const shown = topics.slice(0, mostTopicsShown).map((each): Row => ({
    line: t.blockerRow(each.said),
    soft: t.topicBy(each.byName, each.source),
    buttons: [button(t.topicOver(), closeTopic({ pair: pair.id, topic: each.id }), "quiet")],
  }));
  const more = topics.length - shown.length;
  return [rows(shown), ...(more > 0 ? [softText(t.moreTopics(more))] : [])];
}

/** What stands on the list already is not found once more. */
const foundRows = (
  { behind, reached, stuck, praise, topics }: Agenda,
  t: OneOnOneMessages,
): Row[] => [
  ...behind.map(({ goal, pace }) => ({
    line: t.goalRow(goal),
    soft: t.goalBehind(pace.done, pace.timeGone),
  })),
  ...stuck
    .filter(({ text }) => !topics.some((each) => each.said === text))
    .map(({ text, since }) => ({ line: t.blockerRow(text), soft: t.blockerSince(since) })),
  ...reached.map(({ goal }) => ({ line: t.goalRow(goal), soft: t.goalReached() })),
  ...praise.map(({ by, reason }) => ({ line: t.praiseRow(reason), soft: t.praisedBy(by) })),
];

/** On the workday after it: did it take place, and what stays open. */
export function afterCard(agenda: Agenda, title: Line, looks: Looks, t: OneOnOneMessages): Card {
  const { pair, slot, topics, steps } = agenda;
  const talk = slot && { pair: pair.id, week: slot.week };
  return card({
    title,
    tone: "info",
    ...(slot ? { context: t.pastAt(slot.at) } : {}),
    body: [
      ...(topics.length === 0 ? [] : [heading(t.topics()), ...topicElements(agenda, t)]),
      ...(steps.length === 0
        ? []
        : [heading(t.stepsTitle()), rows(stepRows(steps, looks, "talk", t))]),
    ],
    buttons: [
      ...(talk && isOpen(slot)
        ? [
            button(t.heldButton(), tookPlace(talk), "primary"),
            button(t.otherwiseButton(), askOutcome(talk)),
          ]
        : []),
      button(t.open(), openTalk({ pair: pair.id }), "quiet"),
    ],
    sees: seesOf(pair, t),
  });
}

/** For whoever leads it, alone. */
export const missedCard = (
  pair: Pair,
  count: number,
  last: LocalDate | null,
  t: OneOnOneMessages,
): Card =>
  card({
    title: t.missedTitle(pair.personName),
    body: [softText(t.missedBody(count, last))],
    buttons: [
      button(t.open(), openTalk({ pair: pair.id }), "primary"),
      button(t.changeRhythm(), askPair({ with: pair.person, topic: "" })),
    ],
    sees: t.missedSees(),
  });

/** Several people, or nobody yet. */
export interface TalkRow {
  readonly name: string;
  readonly at: Date | null;
  readonly openSteps: number;
  readonly button: Button;
  readonly isSet: boolean;
}

export const listCard = (list: readonly TalkRow[], t: OneOnOneMessages): Card =>
  card({
    title: t.listTitle(),
    body: [
      rows(
        list.map(({ name, at, openSteps, button: opens, isSet }) => ({
          line: t.listRow(name),
          soft: joinLines(
            [whenOf(at, isSet, t), openSteps > 0 ? t.steps(openSteps) : toLine("")],
            " · ",
          ),
          ...(isSet ? {} : { chip: chip(t.notSetUp(), "plain") }),
          buttons: [opens],
        })),
      ),
    ],
  });

function whenOf(at: Date | null, isSet: boolean, t: OneOnOneMessages): Line {
  if (!isSet) return [];
  return at ? t.nextAt(at) : t.noDayAhead();
}
