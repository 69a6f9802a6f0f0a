// Which deals need a look, each kind at its edge, and which come first (domain.md 2.14).
import { describe, expect, it } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import { checked, countsOf, findingsOf, normsOf } from "#src/practices/deals/check/hygiene";
import type { Deal } from "#src/practices/deals/model";
import { standing } from "#test/support/numbers/deals";

const today = localDate("2026-11-11");
const norms = normsOf([{ source: "files", stage: "报价", days: decimal("10") }]);
const found = (more: Partial<Deal>) => findingsOf(standing(more), today, norms);

it.each<[string, Partial<Deal>, object | null]>([
  ["its close day is today", { closeOn: today }, null],
  [
    "its close day was yesterday",
    { closeOn: localDate("2026-11-10") },
    { kind: "overdue", count: 1 },
  ],
  ["something was heard 14 days ago", { lastActivityOn: localDate("2026-10-28") }, null],
  [
    "nothing was heard for 15 days",
    { lastActivityOn: localDate("2026-10-27") },
    { kind: "quiet", count: 15 },
  ],
  ["its source says nothing of activity", { lastActivityOn: null }, null],
  ["it has no next step", { nextStep: "", nextStepOn: null }, { kind: "no step", count: null }],
  ["its source knows no next steps", { nextStep: null, nextStepOn: null }, null],
  ["its next step is today", { nextStepOn: today }, null],
  [
    "the day of its next step passed",
    { nextStepOn: localDate("2026-11-09") },
    { kind: "no step", count: 2 },
  ],
  ["it is twice the usual time in its stage", { stageSince: localDate("2026-10-22") }, null],
  [
    "it is longer than that in its stage",
    { stageSince: localDate("2026-10-21") },
    { kind: "long", count: 21 },
  ],
  ["nobody knows what is usual", { stage: "谈判", stageSince: localDate("2025-01-01") }, null],
  ["it was put off twice", { pushed: 2 }, null],
  ["it was put off three times", { pushed: 3 }, { kind: "pushed", count: 3 }],
  ["it has no amount", { amount: null }, { kind: "no amount", count: null }],
  ["it is over", { outcome: "lost", amount: null, pushed: 5 }, null],
])("where %s", (_name, more, finding) => {
  expect(found(more)).toEqual(finding === null ? [] : [finding]);
});

describe("the list", () => {
  const overdue = standing({ name: "overdue", closeOn: localDate("2026-11-01") });
  const older = standing({ name: "older", closeOn: localDate("2026-10-01") });
  const twofold = standing({ name: "twofold", amount: null, pushed: 3 });
  const bare = standing({ name: "bare", amount: null });
  const resting = standing({
    amount: null,
    resting: { reason: "预算", until: localDate("2026-11-20") },
  });
  const list = checked([bare, standing({}), overdue, resting, twofold, older], today, norms);

  it("begins with whatever has most found, then by kind and how long; what rests and what is well are left out", () => {
    expect(list.map(({ deal }) => deal.name)).toEqual(["twofold", "older", "overdue", "bare"]);
  });
  it("is told as counts of kinds", () => {
    expect(countsOf(list)).toEqual([
      { kind: "overdue", deals: 2 },
      { kind: "pushed", deals: 1 },
      { kind: "no amount", deals: 2 },
    ]);
  });
});
