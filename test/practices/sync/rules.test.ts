// What a row of a CRM counts as, whose it is and when the CRM is asked: by rules alone.
import { describe, expect, it } from "vitest";
import { localDate } from "#src/calendar/local-date";
import type { PersonId } from "#src/people/person";
import type { CrmDeal, CrmObject } from "#src/ports/crm";
import type { KnownFact, Trouble } from "#src/practices/sync/model";
import { factOf } from "#src/practices/sync/rules/fact";
import { proposalOf } from "#src/practices/sync/rules/propose";
import { isFullDue, isWorthTelling, nextAfter } from "#src/practices/sync/rules/when";
import { keysOf, whoIs } from "#src/practices/sync/rules/who";
import type { Metric, MetricId } from "#src/practices/setup/api";
import { user } from "#test/support/crm/world";

const row: CrmDeal = {
  kind: "deal",
  id: "9007199254740993",
  owner: "7",
  name: "O'Hara",
  link: null,
  state: "standing",
  stage: "won",
  stageSaid: "赢单",
  amount: "12.5",
  currency: null,
  day: { at: new Date("2026-10-31T15:59:59Z") },
  modified: new Date("2026-11-01T00:00:00Z"),
  opened: null,
  close: null,
  stageSince: null,
  lastActivity: null,
  nextStep: null,
  probability: null,
};
const as = {
  choice: {
    unit: "10000" as const,
    counts: {
      object: "deals",
      amount: "amount",
      day: "day",
      kind: "deal" as const,
      said: "deals",
      hasStages: true,
      won: ["won", "won too"],
      lost: ["lost"],
    },
  },
  unit: { kind: "money", currency: "CNY" } as const,
  currency: "CNY",
  zone: "Asia/Shanghai",
};
const won: KnownFact = { outcome: "won", owner: { key: "id:1", said: "Anna" } };
const step = (more: Partial<CrmDeal>, known: KnownFact | null = null) =>
  factOf({ ...row, ...more }, "Ben", known, as);

describe("a row", () => {
  it("that is won counts in its unit, on the organisation's day, for who owns it", () => {
    const staged = step({});
    if (staged.step !== "stage") throw new Error("not staged");
    expect(staged.fact).toMatchObject({
      externalId: "9007199254740993",
      on: "2026-10-31",
      currency: "CNY",
      owner: { key: "id:7", said: "Ben" },
    });
    expect(staged.fact.value.toFixed()).toBe("125000");
  });

  it("that was won before stays with who owned it then", () => {
    expect(step({}, won)).toMatchObject({ step: "stage", fact: { owner: won.owner } });
    expect(step({}, { ...won, outcome: "open" })).toMatchObject({
      fact: { owner: { key: "id:7" } },
    });
  });

  it.each<[string, Partial<CrmDeal>, KnownFact | null, object]>([
    ["called won but in another stage", { stage: "talk" }, null, { step: "none", why: null }],
    ["in another stage by now", { stage: "talk" }, won, { step: "turn", outcome: "open" }],
    ["lost after all", { stage: "lost" }, won, { step: "turn", outcome: "lost" }],
    ["without an amount", { amount: null }, null, { step: "none", why: "no amount" }],
    ["whose amount was emptied", { amount: null }, won, { step: "turn", why: "no amount" }],
    ["with an amount that is none", { amount: "1e5" }, null, { why: "unread" }],
    ["without a day", { day: null }, null, { step: "none", why: "no day" }],
    ["not approved yet", { state: "pending" }, null, { step: "none", why: null }],
    ["in change", { state: "changing", stage: "talk" }, won, { step: "none", why: null }],
    ["in change and new", { state: "changing" }, null, { step: "stage" }],
    ["gone", { state: "gone" }, won, { step: "turn", outcome: "void" }],
    ["gone and never known", { state: "gone" }, null, { step: "none" }],
  ])("%s is what it is", (_what, more, known, expected) => {
    expect(step(more, known)).toMatchObject(expected);
  });

  it("of a metric that counts pieces is one, whatever it is worth", () => {
    const one = factOf({ ...row, amount: null }, "Ben", null, { ...as, unit: { kind: "count" } });
    if (one.step !== "stage") throw new Error("not staged");
    expect([one.fact.value.toFixed(), one.fact.currency]).toEqual(["1", null]);
  });
});

describe("whose it is", () => {
  const [anna, ben] = ["a" as PersonId, "b" as PersonId];
  const known = new Map([
    ["email:anna@example.com", new Set([anna])],
    ["mobile:+8613800000000", new Set([ben])],
    ["number:0007", new Set([ben])],
    ["number:8", new Set([anna, ben])],
  ]);

  it.each([
    ["e-mail", { email: " Anna@Example.com" }, anna, "email"],
    ["mobile", { mobile: "+86-138-0000-0000" }, ben, "mobile"],
    ["employee number", { number: "0007" }, ben, "number"],
    ["e-mail before mobile", { email: "anna@example.com", mobile: "13800000000" }, anna, "email"],
  ])("is told by %s", (_what, more, person, how) => {
    expect(whoIs(user("1", "X", more), known)).toMatchObject({ person, how });
  });

  it.each([
    ["an empty number", { number: "" }],
    ["a number that is almost the same", { number: "7" }],
    ["a key that two have", { number: "8" }],
    ["a name alone", {}],
  ])("is nobody by %s", (_what, more) => {
    expect(whoIs(user("1", "Anna", more), known).person).toBeNull();
  });

  it("has no key where nothing is said", () => {
    expect(keysOf({ email: "", mobile: "", number: "" })).toEqual([]);
  });
});

describe("what counts is proposed", () => {
  const metric: Metric = {
    id: "m" as MetricId,
    nameEn: "Revenue",
    nameZh: "回款",
    aliases: [],
    unit: { kind: "money", currency: "CNY" },
    adds: true,
  };
  const object = (
    id: string,
    kind: CrmObject["kind"],
    more: Partial<CrmObject> = {},
  ): CrmObject => ({
    id,
    said: id,
    kind,
    active: true,
    stages: [],
    amounts: [{ id: "money", said: "", proposed: false }],
    days: [{ id: "day", said: "", proposed: false }],
    ...more,
  });
  const stages = [
    { id: "1", said: "输单", pipeline: null, outcome: "won" as const },
    { id: "2", said: "Closed Won", pipeline: null, outcome: "lost" as const },
  ];

  it("by what the CRM says of its stages, never by what they are called", () => {
    const choice = proposalOf([object("deals", "deal", { stages })], [metric], "CNY");
    expect(choice?.counts).toMatchObject({ won: ["1"], lost: ["2"], hasStages: true });
  });

  it("as deals that are used; payments where none says what is won, with the deals beside them", () => {
    const old = object("old", "deal", { active: false, stages });
    const mute = object("new", "deal");
    const choice = proposalOf([old, mute, object("paid", "payment")], [metric], "CNY");
    expect([choice?.counts.object, choice?.deals?.object]).toEqual(["paid", "new"]);
  });

  it("as nothing where no amount may be read", () => {
    expect(proposalOf([object("deals", "deal", { amounts: [] })], [metric], "CNY")).toBeNull();
  });
});

describe("a CRM is asked", () => {
  const now = new Date("2026-11-11T02:00:00Z");
  const trouble = (kind: Trouble["kind"], until: string | null = null): Trouble => ({
    kind,
    which: null,
    until,
  });
  const inMinutes = (at: Date | null) => at && (at.getTime() - now.getTime()) / 60_000;

  it.each<[string, Trouble | null, number | null]>([
    ["after its usual time", null, 15],
    ["not at all without calls", trouble("no-quota"), null],
    ["when its calls are back", trouble("quota-used", "2026-11-11T16:00:00Z"), 840],
    ["at the usual time when it was away", trouble("unreachable"), 15],
    ["an hour later after a refusal", trouble("revoked"), 60],
  ])("%s", (_when, what, minutes) => {
    expect(inMinutes(nextAfter(what, 15, now))).toBe(minutes);
  });

  it("for everything once a night of the organisation, and after a long time away", () => {
    const full = (readThrough: string | null, fullOn: string, at: string) =>
      isFullDue(
        {
          readThrough: readThrough === null ? null : new Date(readThrough),
          fullOn: localDate(fullOn),
        },
        new Date(at),
        "Asia/Shanghai",
      );
    expect(full("2026-11-11T02:00:00Z", "2026-11-11", "2026-11-11T15:59:00Z")).toBe(false);
    expect(full("2026-11-11T02:00:00Z", "2026-11-11", "2026-11-11T17:59:00Z")).toBe(false);
    expect(full("2026-11-11T02:00:00Z", "2026-11-11", "2026-11-11T18:00:00Z")).toBe(true);
    expect(full("2026-10-11T02:00:00Z", "2026-11-11", "2026-11-11T03:00:00Z")).toBe(true);
    expect(full(null, "2026-11-11", "2026-11-11T03:00:00Z")).toBe(true);
  });

  it("and what mends itself is told only where numbers got old by it", () => {
    const fresh = new Date("2026-11-11T01:00:00Z");
    const old = new Date("2026-11-09T01:00:00Z");
    expect(isWorthTelling({ trouble: trouble("down"), okAt: fresh }, now)).toBe(false);
    expect(isWorthTelling({ trouble: trouble("down"), okAt: old }, now)).toBe(true);
    expect(isWorthTelling({ trouble: trouble("revoked"), okAt: fresh }, now)).toBe(true);
  });
});
