// Example views of decisions.
import type { Sample } from "#src/bot/declare/practice";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import { goalId, type GoalProgress } from "#src/practices/goals/api";
import type { DecisionNow } from "./context.ts";
import {
  decidedCard,
  decisionCard,
  decisionForm,
  listCard,
  movedCard,
  seenForm,
} from "./decision-card.ts";
import type { DecisionMessages } from "./messages/en.ts";
import type { DecisionId } from "./model.ts";

const by = "00000000-0000-7000-8000-000000000002" as PersonId;
const goal: GoalProgress = {
  id: goalId.parse("00000000-0000-7000-8000-000000000003"),
  number: 7,
  title: "回款",
  names: { en: "Revenue", zh: "回款" },
  ownerId: by,
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
  confidence: null,
  lesson: null,
  createdOn: localDate("2026-10-01"),
  milestones: [],
  actual: decimal("820000"),
  ratio: null,
  lastOn: null,
  lastSeq: null,
};
const open: DecisionNow = {
  decision: {
    id: "00000000-0000-7000-8000-000000000001" as DecisionId,
    number: 3,
    by,
    byName: "周岚",
    at: new Date("2026-11-11T06:00:00Z"),
    what: "年底前先做续约 <!channel>",
    why: "一半的回款 12 月续约",
    goal: goal.id,
    valueThen: decimal("675000"),
    lookOn: localDate("2026-12-09"),
    seen: null,
    valueSeen: null,
  },
  goal,
  owner: null,
};
const looked: DecisionNow = {
  ...open,
  decision: { ...open.decision, seen: "两家提前续约，1 月继续", valueSeen: decimal("820000") },
};

export const samples: readonly Sample<DecisionMessages>[] = [
  {
    name: "kept",
    view: (t) => decidedCard({ ...open, goal: { ...goal, actual: decimal("675000") } }, t),
  },
  {
    name: "the day to look again",
    view: (t) => decisionCard(open, { mayLook: true, title: t.lookTitle(3) }, t),
  },
  { name: "looked at", view: (t) => decisionCard(looked, { mayLook: false }, t) },
  {
    name: "told to whose goal it is",
    view: (t) => decisionCard(open, { mayLook: false, title: t.decidedAbout("周岚") }, t),
  },
  {
    name: "form",
    view: (t) =>
      decisionForm(
        { what: "年底前先做续约", why: "", goal, lookOn: localDate("2026-12-09"), goals: [goal] },
        t,
      ),
  },
  { name: "what is seen", view: (t) => seenForm(open, t) },
  { name: "put off", view: (t) => movedCard(3, localDate("2026-12-23"), t) },
  { name: "list", view: (t) => listCard([open.decision, looked.decision], by, t) },
  { name: "nothing decided", view: (t) => listCard([], by, t) },
];
