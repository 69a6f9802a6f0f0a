// Example views of numbers.
import type { Sample } from "#src/bot/declare/practice";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { MetricId } from "#src/practices/setup/api";
import type { NumberMessages } from "./messages/en.ts";
import { filesSource, type SourceOwnerId } from "./model.ts";
import {
  linkedCard,
  numbersCard,
  unmatchedCard,
  type Compared,
  type NamedSums,
} from "./numbers-card.ts";

const money = { kind: "money", currency: "CNY" } as const;
const compared: Compared = {
  goal: {
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
    },
  ],
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
  {
    name: "own numbers beside imported ones",
    view: (t) => numbersCard({ name: null, goals: [compared], isAdmin: false }, t),
  },
  {
    name: "nothing imported, for an admin",
    view: (t) =>
      numbersCard({ name: "林晓", goals: [{ ...compared, imported: [] }], isAdmin: true }, t),
  },
  { name: "no goals", view: (t) => numbersCard({ name: null, goals: [], isAdmin: false }, t) },
  { name: "names nobody is known under", view: (t) => unmatchedCard([owner], t) },
  { name: "everybody is known", view: (t) => unmatchedCard([], t) },
  { name: "a name is linked", view: (t) => linkedCard(owner, "李雷", t) },
];
