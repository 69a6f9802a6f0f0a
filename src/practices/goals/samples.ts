// Example views for snapshots, the fit test and the gallery.
import type { Sample } from "#src/bot/practice";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import { goalForm, progressForm } from "./goal-forms.ts";
import type { GoalMessages } from "./messages/en.ts";
import type { EntryId, GoalId, GoalStanding, KnownEntry } from "./model.ts";
import type { Pace } from "./rules.ts";
import { draftCard, goalCard, goalsCard, historyCard, loggedCard, noGoalCard, proposalCard, whichGoalCard } from "./views.ts";

const id = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const today = localDate("2026-11-11");

const goal: GoalStanding = {
  id: id(1) as GoalId,
  number: 7,
  title: "回款 Collected revenue",
  ownerId: id(2) as PersonId,
  ownerName: "林晓",
  teamId: null,
  metricId: null,
  unit: { kind: "money", currency: "CNY" },
  direction: "up",
  adds: true,
  baseline: decimal("0"),
  target: decimal("1000000"),
  period: { kind: "quarter", start: localDate("2026-10-01"), end: localDate("2026-12-31") },
  parentId: null,
  reason: "华东大客户续约 <b>& *more*",
  state: "active",
  proposedById: null,
  confidence: 8,
  lesson: null,
  createdOn: localDate("2026-10-01"),
  actual: decimal("520000"),
  lastOn: today,
  lastAt: null,
  milestones: [{ id: id(3), title: "60万", due: localDate("2026-11-20"), target: decimal("600000"), doneOn: null }],
};
const pace: Pace = { done: decimal("0.52"), timeGone: decimal("0.5322580645"), workdaysLeft: 29, needPerDay: decimal("16551.72"), status: "on-track", stale: false, nextMilestone: goal.milestones[0]! };
const entry: KnownEntry = {
  id: id(4) as EntryId,
  goalId: goal.id,
  kind: "add",
  value: decimal("120000"),
  on: today,
  note: "仁济医院 <!channel>",
  source: "chat",
  byId: goal.ownerId,
  at: new Date("2026-11-11T02:00:00Z"),
  batchId: id(5),
  replacesId: null,
  goalNumber: 7,
  goalTitle: goal.title,
  ownerId: goal.ownerId,
  unit: goal.unit,
  state: "active",
};
const waiting = { value: decimal("120000"), total: false, on: today, note: "", for: null };

export const samples: readonly Sample<GoalMessages>[] = [
  { name: "logged", view: (t) => loggedCard({ paced: { goal, pace }, entry, today, forName: null }, t) },
  { name: "goal at risk", view: (t) => goalCard({ goal, pace: { ...pace, status: "at-risk", stale: true } }, true, t) },
  {
    name: "goals",
    view: (t) =>
      goalsCard(
        t.goalsTitle(),
        [
          { goal, pace },
          { goal: { ...goal, number: 8, state: "proposed" }, pace },
        ],
        false,
        t.noGoals(),
        t,
      ),
  },
  { name: "no goals", view: (t) => goalsCard(t.goalsTitle(), [], false, t.noGoals(), t) },
  {
    name: "draft",
    view: (t) =>
      draftCard(
        { ...goal, state: "draft" },
        [
          { letter: "R", advice: "no-reason" },
          { letter: "T", advice: "needs-milestone" },
        ],
        null,
        t,
      ),
  },
  { name: "proposal", view: (t) => proposalCard(goal, "周岚", t) },
  { name: "history", view: (t) => historyCard(t.historyTitle(), [entry], t) },
  { name: "which goal", view: (t) => whichGoalCard(waiting, [goal, { ...goal, number: 9, title: "签约额" }], t) },
  { name: "no goal fits", view: (t) => noGoalCard(waiting, "", t) },
  { name: "goal form", view: (t) => goalForm(goal, "", null, t) },
  { name: "progress form", view: (t) => progressForm(goal, today, t) },
];
