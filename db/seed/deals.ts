// A few open deals of the playground's reps, as a file brought them; two of them had better be looked at.
import { addDays, localDate, type LocalDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { StagedDeal } from "#src/practices/deals/model";
import { filesSource } from "#src/practices/goals/api";
import type { BatchId } from "#src/practices/numbers/api";
import type { createDealStore } from "../stores/deals.ts";
import { numbered } from "./cast.ts";
import { revenue } from "./metrics.ts";

const today = localDate("2026-11-11");
const inDays = (days: number): LocalDate => addDays(today, days);

const deal = (
  user: string,
  name: string,
  amount: string | null,
  currency: string,
  more: Partial<StagedDeal> & Pick<StagedDeal, "stage">,
): Omit<StagedDeal, "line" | "externalId"> => ({
  owner: {
    key: `email:${user}@example.com`,
    said: `${user}@example.com`,
    email: `${user}@example.com`,
  },
  name,
  stageSince: inDays(-9),
  amount: amount === null ? null : decimal(amount),
  currency,
  outcome: "open",
  openedOn: inDays(-40),
  closeOn: inDays(30),
  lastActivityOn: inDays(-3),
  nextStep: "",
  nextStepOn: null,
  pushed: null,
  probability: null,
  ...more,
});

const deals = [
  deal("linxiao", "华东医疗 · 二期", "180000", "CNY", {
    stage: "报价",
    closeOn: inDays(-8),
    lastActivityOn: inDays(-22),
  }),
  deal("linxiao", "浦江物流", "95000", "CNY", {
    stage: "谈判",
    nextStep: "确认合同条款",
    nextStepOn: inDays(5),
  }),
  deal("linxiao", "晨光纸业", "60000", "CNY", {
    stage: "报价",
    closeOn: inDays(44),
    nextStep: "现场演示",
    nextStepOn: inDays(8),
  }),
  deal("wanglei", "远洋制冷", "240000", "CNY", {
    stage: "谈判",
    nextStep: "报价会",
    nextStepOn: inDays(2),
  }),
  deal("maya", "Harbour Foods", null, "USD", {
    stage: "Proposal",
    closeOn: inDays(19),
    pushed: 3,
    nextStep: "Send the revised offer",
    nextStepOn: inDays(-2),
  }),
  deal("maya", "Lakeside Clinics", "72000", "USD", {
    stage: "Negotiation",
    nextStep: "Legal review",
    nextStepOn: inDays(6),
  }),
  deal("tom", "Northgate Schools", "38000", "GBP", {
    stage: "Proposal",
    nextStep: "Demo",
    nextStepOn: inDays(3),
  }),
];

export async function seedDeals(
  store: ReturnType<typeof createDealStore>,
  at: Date,
): Promise<void> {
  const id = numbered("7101", 1) as BatchId;
  const batch = { id, source: filesSource, metric: revenue, file: "deals.xlsx", by: null, at };
  await store.begin(batch);
  const rows = deals.map((each, i) => ({ ...each, line: i + 2, externalId: `D${String(i + 1)}` }));
  await store.stageDeals(id, rows, today);
  await store.publish(id);
}
