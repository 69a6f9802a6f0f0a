// Example views of numbers.
import type { Sample } from "#src/bot/declare/practice";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { MetricId } from "#src/practices/setup/api";
import { fileSamples } from "./dropped/samples.ts";
import type { NumberMessages } from "./messages/en.ts";
import { filesSource, goalId } from "#src/practices/goals/api";
import type { PersonId } from "#src/people/person";
import { askToCountCard, askedCard, countedCard } from "./counting/counting-card.ts";
import type { DisputeShown } from "./disputes/both-numbers.ts";
import { waitingDisputesCard } from "./disputes/decide.ts";
import {
  changedCard,
  decidedCard,
  disputeCard,
  verdictForm,
  wrongForm,
} from "./disputes/dispute-card.ts";
import type { DisputeId, Fact, FactDispute, FactId, SourceOwnerId } from "./model.ts";
import { rowsCard, type RowsShown } from "./rows/rows-card.ts";
import {
  importCard,
  linkedCard,
  numbersCard,
  unmatchedCard,
  type Compared,
  type NamedSums,
} from "./numbers-card.ts";

const money = { kind: "money", currency: "CNY" } as const;
const compared: Compared = {
  goal: {
    id: goalId.parse("00000000-0000-7000-8000-000000000003"),
    number: 7,
    title: "回款",
    names: { en: "Revenue", zh: "回款" },
    actual: decimal("675000"),
    unit: money,
  },
  imported: [
    {
      source: filesSource,
      value: decimal("640000"),
      facts: 14,
      lastOn: localDate("2026-11-19"),
      on: localDate("2026-11-20"),
      isOld: false,
    },
  ],
  counting: null,
  ways: [{ source: filesSource, asked: "陈静" }],
};
const ofTwo: Compared["imported"] = compared.imported.flatMap((each) => [
  each,
  { ...each, source: "CRM", value: decimal("675000"), isOld: true },
]);
const counted: Compared = {
  ...compared,
  goal: {
    ...compared.goal,
    countedSource: filesSource,
    actual: decimal("640000"),
    reported: decimal("675000"),
  },
  counting: { source: filesSource, by: "陈静", since: localDate("2026-11-20") },
  ways: [{ source: null, asked: null }],
};
const figure: Fact = {
  id: "00000000-0000-7000-8000-000000000004" as FactId,
  number: 9,
  source: filesSource,
  metric: "00000000-0000-7000-8000-000000000002" as MetricId,
  person: "00000000-0000-7000-8000-000000000005" as PersonId,
  on: localDate("2026-11-12"),
  value: decimal("80000"),
  currency: "CNY",
  outcome: "won",
  importedAt: new Date("2026-11-20T01:00:00Z"),
  isOut: false,
  isDisputed: false,
};
const dispute: FactDispute = {
  id: "00000000-0000-7000-8000-000000000006" as DisputeId,
  fact: figure,
  by: figure.person as PersonId,
  byName: "林晓",
  at: new Date("2026-11-20T02:00:00Z"),
  said: "客户减了单，应该是 5 万 <!channel>",
  asked: "00000000-0000-7000-8000-000000000007" as PersonId,
  state: "open",
  reason: null,
};
const disputed: DisputeShown = {
  dispute,
  ownerName: "林晓",
  unit: money,
  goal: { is: compared.goal, reported: decimal("675000"), imported: decimal("640000") },
};
const outOf: DisputeShown = {
  ...disputed,
  dispute: { ...dispute, state: "out", reason: "重复导入，和 F7 是同一单" },
};
const entry = { on: localDate("2026-11-11"), value: decimal("120000"), note: "仁济医院 *续约*" };
const rowsShown: RowsShown = {
  goal: compared.goal,
  owner: null,
  both: [[entry, { ...figure, number: 8, value: decimal("120000") }]],
  onlyFirst: [entry],
  onlySecond: [figure, { ...figure, number: 10, isDisputed: true }],
  totals: [],
};
const both = {
  goal: compared.goal,
  source: filesSource,
  reported: decimal("675000"),
  imported: decimal("640000"),
};
const owner: NamedSums = {
  id: "00000000-0000-7000-8000-000000000001" as SourceOwnerId,
  source: filesSource,
  said: "李雷 <!channel> *x*",
  facts: 3,
  sums: [
    {
      metric: "00000000-0000-7000-8000-000000000002" as MetricId,
      currency: "CNY",
      value: decimal("90000"),
    },
  ],
  named: [{ metric: "Revenue", unit: money, value: decimal("90000") }],
};

export const samples: readonly Sample<NumberMessages>[] = [
  ...fileSamples,
  {
    name: "own numbers beside imported ones",
    view: (t) => numbersCard({ name: null, goals: [compared], isAdmin: false }, t),
  },
  {
    name: "two sources, one of them old",
    view: (t) =>
      numbersCard({ name: null, goals: [{ ...compared, imported: ofTwo }], isAdmin: false }, t),
  },
  {
    name: "nothing imported, for an admin",
    view: (t) =>
      numbersCard({ name: "林晓", goals: [{ ...compared, imported: [] }], isAdmin: true }, t),
  },
  {
    name: "a source counts",
    view: (t) => numbersCard({ name: "林晓", goals: [counted], isAdmin: false }, t),
  },
  { name: "rows of both", view: (t) => rowsCard(rowsShown, t) },
  {
    name: "no rows",
    view: (t) => rowsCard({ ...rowsShown, both: [], onlyFirst: [], onlySecond: [] }, t),
  },
  {
    name: "counts from now on",
    view: (t) => countedCard({ ...both, owner: "林晓", others: 6 }, true, t),
  },
  {
    name: "counts, for its owner",
    view: (t) => countedCard({ ...both, owner: null, others: 0 }, false, t, "陈静"),
  },
  { name: "asks to count", view: (t) => askToCountCard({ ...both, owner: "林晓" }, t) },
  { name: "not counted now", view: (t) => askedCard(t.notCountedNow("陈静", 7, filesSource), t) },
  { name: "what is wrong", view: (t) => wrongForm(figure, money, t) },
  { name: "a figure is disputed", view: (t) => disputeCard(disputed, t) },
  { name: "disputes wait", view: (t) => waitingDisputesCard([dispute], t) },
  { name: "why it is taken out", view: (t) => verdictForm(dispute, "out", t) },
  { name: "taken out", view: (t) => decidedCard(outOf, null, true, t) },
  { name: "taken out, for the asker", view: (t) => decidedCard(outOf, "陈静", false, t) },
  {
    name: "taken out and changed",
    view: (t) =>
      changedCard(
        { dispute: outOf.dispute, before: { ...figure, value: decimal("90000") } },
        money,
        true,
        t,
      ),
  },
  { name: "how files come in", view: (t) => importCard(t) },
  { name: "no goals", view: (t) => numbersCard({ name: null, goals: [], isAdmin: false }, t) },
  { name: "names nobody is known under", view: (t) => unmatchedCard([owner], t) },
  { name: "everybody is known", view: (t) => unmatchedCard([], t) },
  { name: "a name is linked", view: (t) => linkedCard(owner, "李雷", t) },
];
