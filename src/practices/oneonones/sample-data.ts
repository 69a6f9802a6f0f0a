// Two of the playground who talk: what the samples and their tests begin with.
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { Looks } from "./context.ts";
import type { Pair, PairId, Step, StepId, TopicId } from "./model.ts";
import type { Agenda } from "./talk/agenda.ts";

const id = (n: number): string => `00000000-0000-7000-8000-00000000000${String(n)}`;

export const pairSample: Pair = {
  id: id(1) as PairId,
  leader: id(2) as PersonId,
  leaderName: "周岚",
  person: id(3) as PersonId,
  personName: "林晓",
  everyWeeks: 2,
  weekday: 2,
  time: "14:00",
  since: localDate("2026-11-16"),
};

export const looks: Looks = { me: pairSample.person, today: localDate("2026-11-18") };

export const stepSample: Step = {
  id: id(4) as StepId,
  number: 3,
  pair: pairSample.id,
  person: pairSample.person,
  personName: "林晓",
  said: "给报价最大的三家回电话 <!channel>",
  due: localDate("2026-11-17"),
  at: new Date("2026-11-10T06:00:00Z"),
  closedAt: null,
  dropped: false,
};

export const sampleAgenda: Agenda = {
  pair: pairSample,
  slot: { week: localDate("2026-11-16"), at: new Date("2026-11-17T06:00:00Z"), state: "planned" },
  topics: [
    {
      id: id(5) as TopicId,
      pair: pairSample.id,
      by: pairSample.person,
      byName: "林晓",
      said: "大单的折扣怎么定",
      source: "self",
      at: new Date("2026-11-12T06:00:00Z"),
    },
    {
      id: id(6) as TopicId,
      pair: pairSample.id,
      by: pairSample.leader,
      byName: "周岚",
      said: "G7 回款：下半月的节奏",
      source: "goal",
      at: new Date("2026-11-13T06:00:00Z"),
    },
  ],
  behind: [
    {
      goal: { number: 7, title: "回款", names: { en: "Revenue", zh: "回款" } },
      pace: { done: decimal("0.41"), timeGone: decimal("0.53") },
    },
  ],
  reached: [
    {
      goal: { number: 9, title: "拜访", names: { en: "Visits", zh: "拜访" } },
      pace: { done: decimal("1"), timeGone: decimal("0.53") },
    },
  ],
  stuck: [{ text: "法务还没给合同", since: localDate("2026-11-12") }],
  praise: [{ by: "王磊", reason: "一个电话救回一单" }],
  steps: [stepSample],
};
