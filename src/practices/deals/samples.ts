// Example views of deals.
import type { Sample } from "#src/bot/declare/practice";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import { filesSource } from "#src/practices/goals/api";
import type { MetricId } from "#src/practices/setup/api";
import { card } from "#src/view/card";
import { checkCard, realForm, restedCard } from "./check/check-card.ts";
import { checked, countsOf, findingsOf } from "./check/hygiene.ts";
import { coverageOf, pipelineOf, rangeOf, winRateOf } from "./forecast/formulas.ts";
import { foreseenElements } from "./forecast/on-goal.ts";
import { dealsCard, type DealsShown, type TeamCount } from "./list/deals-card.ts";
import type { DealMessages } from "./messages/en.ts";
import type { ClosedDeal, Deal, DealId } from "./model.ts";

const today = localDate("2026-11-11");
const quarter = { start: localDate("2026-10-01"), end: localDate("2026-12-31") };
const unit = { kind: "money", currency: "CNY" } as const;

const deal = (n: number, name: string, more: Partial<Deal>): Deal => ({
  id: `00000000-0000-7000-8000-00000000001${String(n)}` as DealId,
  source: filesSource,
  metric: "00000000-0000-7000-8000-000000000002" as MetricId,
  person: "00000000-0000-7000-8000-000000000005" as PersonId,
  name,
  stage: "报价",
  stageSince: localDate("2026-11-02"),
  amount: decimal("120000"),
  currency: "CNY",
  outcome: "open",
  openedOn: null,
  closeOn: localDate("2026-12-10"),
  lastActivityOn: localDate("2026-11-09"),
  nextStep: "演示",
  nextStepOn: localDate("2026-11-18"),
  pushed: 0,
  probability: decimal("50"),
  resting: null,
  ...more,
});

const worst = deal(1, "仁济医院 · 二期 <!channel>", {
  closeOn: localDate("2026-10-30"),
  lastActivityOn: localDate("2026-10-12"),
  nextStep: "",
  nextStepOn: null,
  pushed: 3,
  amount: null,
});
const open: readonly Deal[] = [
  worst,
  deal(2, "Acme *renewal*", { amount: decimal("45000"), currency: "USD", stage: "Negotiation" }),
  deal(3, "华东电力", { stageSince: localDate("2026-08-20"), nextStepOn: localDate("2026-11-05") }),
  deal(4, "浦东机场", {
    resting: { reason: "客户 20 号过完预算", until: localDate("2026-11-25") },
    closeOn: localDate("2026-11-06"),
  }),
  deal(5, "苏州工业园", { probability: null, closeOn: null }),
];
const norms = ({ stage }: Pick<Deal, "stage">) => (stage === "报价" ? decimal("20") : null);
const list = checked(open, today, norms);
const team: readonly TeamCount[] = [
  {
    id: "00000000-0000-7000-8000-000000000006" as PersonId,
    name: "林晓",
    open,
    counts: countsOf(list),
  },
  {
    id: "00000000-0000-7000-8000-000000000007" as PersonId,
    name: "Maya Collins",
    open: open.slice(1, 2),
    counts: [],
  },
];
const closed: readonly ClosedDeal[] = Array.from({ length: 12 }, (_, i) => ({
  outcome: i % 3 === 0 ? "won" : "lost",
  amount: decimal("60000"),
  currency: "CNY",
}));
const shown: DealsShown = {
  name: null,
  open,
  today,
  until: quarter.end,
  team: [],
  isAdmin: false,
};
const foreseen = (target: string, history: readonly ClosedDeal[]) => {
  const goal = { actual: decimal("675000"), target: decimal(target), unit };
  const rate = winRateOf(history, "CNY");
  const pipeline = pipelineOf(open, "CNY", quarter, today, rate);
  return {
    goal,
    pipeline,
    range: rangeOf(goal.actual, pipeline),
    coverage: coverageOf(goal, pipeline, rate),
    rate,
  };
};
const onCard = (target: string, history: readonly ClosedDeal[], t: DealMessages) =>
  card({ title: t.range(), body: foreseenElements(foreseen(target, history), t) });

export const samples: readonly Sample<DealMessages>[] = [
  { name: "deals", view: (t) => dealsCard(shown, t) },
  { name: "deals of somebody", view: (t) => dealsCard({ ...shown, name: "林晓" }, t) },
  {
    name: "deals of whoever leads a team",
    view: (t) => dealsCard({ ...shown, open: [], team }, t),
  },
  {
    name: "no deals, for an admin",
    view: (t) => dealsCard({ ...shown, open: [], isAdmin: true }, t),
  },
  { name: "deals to look at", view: (t) => checkCard({ list, hasDeals: true, team: [] }, t) },
  {
    name: "more deals to look at than are shown, and a team's",
    view: (t) => checkCard({ list: [...list, ...list, ...list, ...list], hasDeals: true, team }, t),
  },
  { name: "nothing to look at", view: (t) => checkCard({ list: [], hasDeals: true, team: [] }, t) },
  {
    name: "why a deal is still real",
    view: (t) =>
      worst ? realForm(worst, findingsOf(worst, today, norms), t) : card({ title: "" }),
  },
  {
    name: "a deal rests",
    view: (t) => restedCard(worst, localDate("2026-11-25"), t),
  },
  { name: "what deals say of a goal", view: (t) => onCard("1000000", closed, t) },
  { name: "what deals say of a goal, few closed", view: (t) => onCard("1000000", [], t) },
  { name: "what deals say of a reached goal", view: (t) => onCard("600000", closed, t) },
];
