// Deals as a source brings them, for tests that need some.
import { localDate, type LocalDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { Deal, DealId, StagedDeal } from "#src/practices/deals/model";
import type { MetricId } from "#src/practices/setup/api";

/** An open deal of 林晓's that nothing is wrong with on 11 November 2026, but for what `more` says. */
export const brought = (externalId: string, more: Partial<StagedDeal> = {}): StagedDeal => ({
  line: 2,
  externalId,
  owner: { key: "email:linxiao@example.com", said: "linxiao", email: "linxiao@example.com" },
  name: `deal ${externalId}`,
  stage: "报价",
  stageSince: null,
  amount: decimal("80000"),
  currency: "CNY",
  outcome: "open",
  openedOn: null,
  closeOn: day("2026-12-15"),
  lastActivityOn: day("2026-11-09"),
  nextStep: "报价会",
  nextStepOn: day("2026-11-20"),
  pushed: null,
  probability: null,
  ...more,
});

export const day = (text: string): LocalDate => localDate(text);

/** A deal as it stands on 11 November 2026 with nothing wrong, but for what `more` says. */
export const standing = (more: Partial<Deal> = {}): Deal => ({
  id: "00000000-0000-7000-8000-000000000011" as DealId,
  source: "files",
  metric: "00000000-0000-7000-8000-000000000002" as MetricId,
  person: null,
  name: "deal",
  stage: "报价",
  stageSince: day("2026-11-05"),
  amount: decimal("80000"),
  currency: "CNY",
  outcome: "open",
  openedOn: null,
  closeOn: day("2026-12-15"),
  lastActivityOn: day("2026-11-09"),
  nextStep: "报价会",
  nextStepOn: day("2026-11-20"),
  probability: null,
  pushed: 0,
  resting: null,
  ...more,
});
