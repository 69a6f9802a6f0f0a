// Example views for snapshots, the fit test and the gallery.
import type { Sample } from "#src/bot/declare/practice";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { PersonId, TeamId } from "#src/people/person";
import type { RunningGoal } from "#src/practices/goals/api";
import {
  afterHandOver,
  askedAnewCard,
  blockerCard,
  blockerKeptCard,
  blockerOverCard,
  endedCard,
  myBlockersCard,
  afterEnd,
} from "./blockers/blocker-card.ts";
import { answerForm, checkinForm, rhythmForm, talkForm } from "./weekly/checkin-form.ts";
import type { CheckinMessages } from "./messages/en/index.ts";
import {
  usualRhythm,
  type Blocker,
  type BlockerId,
  type Checkin,
  type CheckinId,
} from "./model.ts";
import { rhythmsCard } from "./weekly/cadence.ts";
import type { Outcome } from "./rules.ts";
import {
  checkinCard,
  digestCard,
  prioritiesCard,
  remindCard,
  sentCard,
  type DigestData,
} from "./weekly/checkin-card.ts";
import { dailySamples } from "./daily/daily-samples.ts";
import { inviteSamples } from "./weekly/invite-samples.ts";
import { digestSamples } from "./weekly/digest-samples.ts";

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const week = localDate("2026-11-16");
const dueAt = new Date("2026-11-16T04:00:00Z");
const zone = "Asia/Shanghai";
const team = { id: id(40) as TeamId, name: "华东 · Europe" };

const goal: RunningGoal["goal"] = {
  id: id(1) as RunningGoal["goal"]["id"],
  number: 7,
  title: "回款 Collected revenue",
  ownerId: id(2) as PersonId,
  ownerName: "林晓",
  managerName: "周岚",
  teamId: null,
  metricId: null,
  unit: { kind: "money", currency: "CNY" },
  direction: "up",
  adds: true,
  baseline: decimal("0"),
  target: decimal("1000000"),
  period: { kind: "quarter", start: localDate("2026-10-01"), end: localDate("2026-12-31") },
  parentId: null,
  reason: null,
  state: "active",
  proposedById: null,
  proposedOn: null,
  confidence: 8,
  lesson: null,
  createdOn: localDate("2026-10-01"),
  actual: decimal("520000"),
  ratio: null,
  lastOn: localDate("2026-11-13"),
  lastSeq: null,
  milestones: [],
};
const running: RunningGoal = {
  goal,
  pace: {
    done: decimal("0.52"),
    timeGone: decimal("0.5322580645"),
    workdaysLeft: 29,
    needPerDay: decimal("16551.72"),
    status: "on-track",
    quietDays: null,
    nextMilestone: null,
  },
};

const before: Checkin = {
  id: id(10) as CheckinId,
  personId: goal.ownerId,
  week: localDate("2026-11-09"),
  ahead: false,
  priorities: [
    { text: "仁济医院的合同签下来", state: "done", carried: false },
    { text: "Two demos in Suzhou <!channel>", state: "open", carried: true },
  ],
  commits: [],
  wentWell: "",
  visible: "manager",
  sentAt: new Date("2026-11-09T02:00:00Z"),
  onTime: true,
};
const checkin: Checkin = {
  ...before,
  id: id(11) as CheckinId,
  week,
  priorities: [
    { text: "Two demos in Suzhou <!channel>", state: "open", carried: true },
    { text: "把报价发给三家连锁", state: "done", carried: false },
  ],
  commits: [{ number: 7, title: goal.title, value: decimal("180000"), currency: "CNY" }],
  wentWell: "老客户介绍了 *两家* 新医院",
  sentAt: new Date("2026-11-16T02:10:00Z"),
};
const blocker: Blocker = {
  id: id(20) as BlockerId,
  personId: goal.ownerId,
  text: "法务的合同还没回来 <at id=all></at>",
  raisedAt: new Date("2026-11-13T06:00:00Z"),
  checkinId: checkin.id,
  state: "open",
  answer: null,
  talkOn: null,
  byId: null,
  askedId: null,
  at: null,
};
const past: readonly Outcome[] = ["on-time", "excused", "late", "on-time", "missed", "on-time"];

const own = (t: CheckinMessages) => ({
  checkin,
  name: null,
  blockers: [blocker],
  today: week,
  zone,
  sees: t.sees("manager", "周岚"),
});

const summary = {
  week,
  ahead: false,
  sent: [
    { id: goal.ownerId, name: "林晓", commits: checkin.commits, late: false },
    {
      id: id(3) as PersonId,
      name: "Anna Weber",
      commits: [{ number: 9, title: "Revenue", value: decimal("30000"), currency: "EUR" }],
      late: true,
    },
    { id: id(4) as PersonId, name: "陈静", commits: [], late: false },
  ],
  owing: ["王磊"],
  waiting: ["Maya Collins"],
  followsAt: new Date("2026-11-17T01:00:00Z"),
  followsIn: null,
  excused: ["Renke Petersen"],
  blockers: [{ blocker, name: "林晓" }],
  today: week,
  zone,
} satisfies DigestData;

export const samples: readonly Sample<CheckinMessages>[] = [
  ...inviteSamples(running, before.priorities.slice(1), dueAt),
  { name: "reminder", view: (t) => remindCard({ dueAt, openYear: null }, t) },
  {
    name: "reminder in a year nobody knows yet",
    view: (t) => remindCard({ dueAt, openYear: 2027 }, t),
  },
  {
    name: "check-in form",
    view: (t) =>
      checkinForm(
        {
          week,
          ahead: false,
          due: { day: week, dueAt, openYear: null },
          before,
          mine: null,
          goals: [running],
          blockers: [],
          visible: "manager",
          manager: "周岚",
          decider: "周岚",
          typed: ["拜访仁济"],
        },
        t,
      ),
  },
  {
    name: "check-in form once more",
    view: (t) =>
      checkinForm(
        {
          week,
          ahead: false,
          due: null,
          before,
          mine: checkin,
          goals: [running],
          blockers: [blocker],
          visible: "team",
          manager: "周岚",
          decider: "周岚",
          typed: [],
        },
        t,
      ),
  },
  {
    name: "check-in form without a manager",
    view: (t) =>
      checkinForm(
        {
          week,
          ahead: false,
          due: null,
          before: null,
          mine: null,
          goals: [],
          blockers: [],
          visible: "team",
          manager: null,
          decider: null,
          typed: [],
        },
        t,
      ),
  },
  {
    name: "check-in form where somebody stands in for the manager",
    view: (t) =>
      checkinForm(
        {
          week,
          ahead: false,
          due: null,
          before: null,
          mine: null,
          goals: [],
          blockers: [],
          visible: "team",
          manager: null,
          decider: "Anna Weber",
          typed: [],
        },
        t,
      ),
  },
  { name: "sent", view: (t) => sentCard(own(t), false, past, t) },
  {
    name: "read by a manager",
    view: (t) =>
      checkinCard(
        {
          ...own(t),
          name: "林晓",
          checkin: { ...checkin, onTime: false },
          sees: t.seenBy("林晓", "team", "周岚"),
        },
        t,
      ),
  },
  {
    name: "priorities",
    view: (t) => prioritiesCard(checkin, { week, planned: week }, t.sees("manager", "周岚"), t),
  },
  {
    name: "no priorities yet",
    view: (t) => prioritiesCard(before, { week, planned: week }, t.sees("manager", "周岚"), t),
  },
  ...digestSamples(summary),
  {
    name: "stuck, for the manager",
    view: (t) => blockerCard(blocker, "林晓", t.seesBoth("林晓", "team"), t),
  },
  {
    name: "stuck, and answered",
    view: (t) =>
      blockerOverCard(
        { ...blocker, state: "answered", answer: "我今天找法务催一下" },
        "林晓",
        t.toldThem("林晓"),
        t,
      ),
  },
  {
    name: "stuck, and a day to talk",
    view: (t) =>
      blockerOverCard(
        { ...blocker, state: "talk", talkOn: localDate("2026-11-18") },
        "林晓",
        t.alreadyEnded("talk", "周岚", dueAt),
        t,
      ),
  },
  {
    name: "stuck, taken, in a message that was there",
    view: (t) =>
      afterEnd(
        digestCard(summary, "summary", t),
        { ...blocker, state: "taken", byId: blocker.personId, at: dueAt },
        "林晓",
        "周岚",
        t.toldThem("林晓"),
        t,
      ),
  },
  { name: "stuck, for the rep", view: (t) => blockerKeptCard(blocker, "周岚", null, t) },
  {
    name: "stuck while the manager is away",
    view: (t) => blockerKeptCard(blocker, "周岚", localDate("2026-11-18"), t),
  },
  {
    name: "stuck, asked of another manager",
    view: (t) => askedAnewCard([blocker], "王磊", "周岚", week, zone, t),
  },
  {
    name: "stuck, with nobody to ask",
    view: (t) =>
      askedAnewCard(
        [blocker, { ...blocker, id: id(91) as BlockerId }],
        "王磊",
        null,
        week,
        zone,
        t,
      ),
  },
  {
    name: "stuck, no longer asked",
    view: (t) =>
      afterHandOver(
        blockerCard(blocker, "林晓", t.seesBoth("林晓", "manager"), t),
        blocker,
        "林晓",
        t.askedElsewhere("周岚"),
        t,
      ),
  },
  { name: "my blockers", view: (t) => myBlockersCard([blocker], [], week, zone, t) },
  { name: "answer form", view: (t) => answerForm(blocker, "林晓", "card", t) },
  { name: "talk form", view: (t) => talkForm(blocker, "林晓", "card", t) },
  {
    name: "answered",
    view: (t) =>
      endedCard(
        blocker,
        { state: "answered", answer: "我今天找法务催一下", talkOn: null },
        "周岚",
        t,
      ),
  },
  {
    name: "taken",
    view: (t) => endedCard(blocker, { state: "taken", answer: null, talkOn: null }, "周岚", t),
  },
  {
    name: "a day to talk",
    view: (t) =>
      endedCard(
        blocker,
        { state: "talk", answer: null, talkOn: localDate("2026-11-18") },
        "周岚",
        t,
      ),
  },
  {
    name: "settings",
    view: (t) =>
      rhythmsCard(
        [
          { team, rhythm: usualRhythm, update: { postsAt: null } },
          {
            team: { ...team, name: "North" },
            rhythm: { ...usualRhythm, weekday: 2, visible: "team", daily: true },
            update: { postsAt: "18:00" },
          },
          { team: { ...team, name: "South" }, rhythm: { ...usualRhythm, on: false }, update: null },
        ],
        t,
      ),
  },
  { name: "settings without a team", view: (t) => rhythmsCard([], t) },
  {
    name: "settings form",
    view: (t) => rhythmForm(team, usualRhythm, { on: true, postsAt: "18:00" }, t),
  },
  { name: "settings form for an admin", view: (t) => rhythmForm(team, usualRhythm, null, t) },
  ...dailySamples(week, goal),
];
