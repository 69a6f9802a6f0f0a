// What one-on-ones look like: two of the playground, a goal behind, somebody stuck, a step that is late.
import type { Sample } from "#src/bot/declare/practice";
import { localDate } from "#src/calendar/local-date";
import { looks as looksAt, pairSample, sampleAgenda, stepSample } from "./sample-data.ts";
import type { OneOnOneMessages } from "./messages/en/index.ts";
import { calendarCard } from "./pair/calendar.ts";
import { cadenceForm, pairCard } from "./pair/set-pair.ts";
import { carryForm, stepCard, stepClosedCard, stepForm, stepsCard } from "./steps/step-card.ts";
import { growForm, notesForm } from "./talk/notes.ts";
import { heldCard, outcomeCard, outcomeForm } from "./talk/outcome.ts";
import { afterCard, beforeCard, listCard, missedCard, talkCard } from "./talk/talk-card.ts";
import { keptCard, topicForm } from "./talk/topics.ts";
import { openTalk, saveTopic } from "./actions.ts";
import { button } from "#src/view/card";

const pair = pairSample;
const at = new Date("2026-11-17T06:00:00Z");
const week = localDate("2026-11-16");
const talk = { pair: pair.id, week };
const due = localDate("2026-11-20");

export const samples: readonly Sample<OneOnOneMessages>[] = [
  { name: "a talk", view: (t) => talkCard(sampleAgenda, looksAt, t) },
  {
    name: "nothing on the list",
    view: (t) =>
      talkCard(
        { ...sampleAgenda, slot: null, topics: [], stuck: [], praise: [], behind: [], steps: [] },
        looksAt,
        t,
      ),
  },
  {
    name: "the workday before",
    view: (t) => beforeCard(sampleAgenda, looksAt, t),
  },
  {
    name: "the workday after",
    view: (t) => afterCard(sampleAgenda, t.afterTitle("周岚"), looksAt, t),
  },
  {
    name: "what stayed open",
    view: (t) =>
      afterCard(
        { ...sampleAgenda, slot: { week, at, state: "held" } },
        t.afterOpenTitle("周岚"),
        looksAt,
        t,
      ),
  },
  { name: "not for a while", view: (t) => missedCard(pair, 2, localDate("2026-10-19"), t) },
  {
    name: "several",
    view: (t) =>
      listCard(
        [
          {
            name: "林晓",
            at,
            openSteps: 2,
            button: button(t.open(), openTalk({ pair: pair.id })),
            isSet: true,
          },
          {
            name: "王磊",
            at: null,
            openSteps: 0,
            button: button(t.setUp(), openTalk({ pair: pair.id })),
            isSet: false,
          },
        ],
        t,
      ),
  },
  {
    name: "set up",
    view: (t) =>
      cadenceForm(
        {
          other: { id: pair.person, name: pair.personName },
          leader: { name: pair.leaderName },
          initial: pair,
          intro: t.pairFree(2, at),
          topic: "",
          sees: t.pairSees(pair.leaderName, pair.personName),
        },
        t,
      ),
  },
  {
    name: "set",
    view: (t) => pairCard({ pair, title: t.pairSetBy("周岚"), other: "周岚", first: at }, t),
  },
  {
    name: "for the calendar",
    view: (t) =>
      calendarCard(
        pair,
        "周岚",
        {
          uid: "p",
          stamp: at,
          zone: "Asia/Shanghai",
          first: localDate("2026-11-17"),
          time: pair.time,
          minutes: 30,
          everyWeeks: 2,
          exceptions: [],
        },
        t,
      ),
  },
  { name: "a topic is kept", view: (t) => keptCard(pair, "周岚", "大单的折扣 <!channel>", t) },
  {
    name: "a topic",
    view: (t) =>
      topicForm(
        {
          other: "周岚",
          words: "",
          act: saveTopic({ pair: pair.id }),
          sees: t.pairSees("周岚", "林晓"),
        },
        t,
      ),
  },
  { name: "a step is kept", view: (t) => stepCard(stepSample, t.stepKept(3), t) },
  { name: "a step is done", view: (t) => stepClosedCard(stepSample, t.stepDoneBy("林晓", 3)) },
  {
    name: "steps",
    view: (t) =>
      stepsCard(
        {
          own: [stepSample],
          others: [{ ...stepSample, number: 4, person: pair.leader, personName: "周岚" }],
        },
        looksAt,
        t,
      ),
  },
  { name: "no steps", view: (t) => stepsCard({ own: [], others: [] }, looksAt, t) },
  {
    name: "a step",
    view: (t) =>
      stepForm(
        {
          pair,
          me: { id: pair.person, name: "林晓" },
          other: { id: pair.leader, name: "周岚" },
          due,
        },
        t,
      ),
  },
  { name: "carry a step", view: (t) => carryForm(stepSample, t.pairSees("周岚", "林晓"), due, t) },
  { name: "questions", view: (t) => growForm(pair, week, { goal: "年底前签下两家" }, t) },
  { name: "notes", view: (t) => notesForm(pair, week, {}, t) },
  { name: "held", view: (t) => heldCard(pair, "周岚", t) },
  {
    name: "move or skip",
    view: (t) =>
      outcomeForm(
        { ...talk, other: "周岚", day: due, time: "14:00", sees: t.pairSees("周岚", "林晓") },
        t,
      ),
  },
  { name: "moved", view: (t) => outcomeCard(pair, "moved", "周岚", at, t) },
  { name: "skipped", view: (t) => outcomeCard(pair, "skipped", "周岚", null, t) },
];
