// A CRM made up for the playground: what stands in it follows from the clock alone, so that numbers fill up by themselves, and a second look finds the same.
import type { Crm, CrmAbout, CrmDeal, CrmObject, CrmPage, CrmPorts, CrmUser } from "#src/ports/crm";

export const aboutSample: CrmAbout = {
  id: "sample",
  called: { en: "Sample CRM", zh: "示例 CRM" },
  settings: [],
  mend: {},
};

const begun = Date.UTC(2026, 9, 5, 2);
const dayMs = 24 * 3_600_000;
const perPage = 50;

interface Seller extends CrmUser {
  readonly currency: string;
}

const seller = (n: number, name: string, user: string, currency: string): Seller => ({
  id: `9007199254740${String(n)}`,
  name,
  email: user === "" ? null : `${user}@example.com`,
  mobile: null,
  number: null,
  active: user !== "",
  currency,
});
const sellers: readonly Seller[] = [
  seller(993, "林晓", "linxiao", "CNY"),
  seller(994, "王磊", "wanglei", "CNY"),
  seller(995, "陈静", "chenjing", "CNY"),
  seller(996, "Renke Petersen", "renke", "EUR"),
  // Left, and still owns what they won.
  seller(997, "赵敏", "", "CNY"),
];

const stages = [
  { id: "s1", said: "初步接触", outcome: "open" },
  { id: "s2", said: "报价", outcome: "open" },
  { id: "s3", said: "谈判", outcome: "open" },
  { id: "s4", said: "赢单", outcome: "won" },
  { id: "s5", said: "输单", outcome: "lost" },
] as const;

const deals: CrmObject = {
  id: "deals",
  said: "商机 Deals",
  kind: "deal",
  active: true,
  stages: stages.map((stage) => ({ ...stage, pipeline: null })),
  amounts: [{ id: "amount", said: "金额 Amount", proposed: true }],
  days: [
    { id: "won", said: "成交日期 Won on", proposed: true },
    { id: "close", said: "预计成交日期 Expected close", proposed: false },
  ],
};

/** The same for the same two numbers, and spread over a thousand. */
const drawn = (a: number, b: number): number =>
  ((a * 7919 + b * 104_729 + (a ^ (b * 31)) * 1543) >>> 0) % 1000;

/** One that was begun on that day; null where that seller began none. */
function dealOn(day: number, owner: Seller, n: number, now: Date): CrmDeal | null {
  const chance = drawn(day, n);
  if (chance % 3 !== 0) return null;
  const opened = new Date(begun + day * dayMs);
  if (opened > now) return null;
  const moves = [0, 2 + (chance % 3), 5 + (chance % 5), 9 + (chance % 9)].map(
    (after) => opened.getTime() + after * dayMs + (chance % 7) * 3_600_000,
  );
  const passed = moves.filter((at) => at <= now.getTime());
  const isOver = passed.length === moves.length;
  const stage = isOver ? stages[chance % 5 < 3 ? 3 : 4] : stages[Math.max(0, passed.length - 1)];
  if (stage === undefined) return null;
  const since = new Date(passed.at(-1) ?? opened.getTime());
  const over = new Date(moves[3] ?? 0);
  return {
    kind: "deal",
    id: `90071992547${String(day).padStart(4, "0")}${String(n)}`,
    owner: owner.id,
    name: `项目 ${String(100 + day)}-${String(n + 1)}`,
    link: null,
    state: "standing",
    stage: stage.id,
    stageSaid: stage.said,
    // One in nine has no amount yet.
    amount: chance % 9 === 0 ? null : `${String(8 + (chance % 40))}000.00`,
    currency: owner.currency,
    day: isOver ? { at: over } : null,
    modified: since,
    opened: { at: opened },
    close: { at: over },
    stageSince: { at: since },
    lastActivity: { at: since },
    nextStep: isOver || chance % 4 === 0 ? "" : "约客户开会",
    probability: null,
  };
}

function dealsAt(now: Date, since: Date | null): readonly CrmDeal[] {
  const days = Math.floor((now.getTime() - begun) / dayMs) + 1;
  return Array.from({ length: Math.max(0, days) }, (_, day) => day)
    .flatMap((day) => sellers.map((owner, n) => dealOn(day, owner, n, now)))
    .filter((each) => each !== null)
    .filter(({ modified }) => since === null || modified >= since);
}

export function createSample(clock: Pick<CrmPorts, "now">): Crm {
  const only = <T>(rows: readonly T[]): CrmPage<T> => ({ rows, next: null, at: clock.now() });
  return {
    health: async () => ({
      organisation: { id: "sample", name: "Sample" },
      user: { id: "1", name: "Pacer" },
      currency: "CNY",
      fiscalYearStart: 1,
      left: null,
      rights: [{ which: "Deals", granted: true }],
    }),
    describe: async () => [deals],
    users: async () => only(sellers),
    async changed(_choice, since, page) {
      const all = dealsAt(clock.now(), since);
      const from = page === null ? 0 : Number(page);
      const next = from + perPage < all.length ? String(from + perPage) : null;
      return { rows: all.slice(from, from + perPage), next, at: clock.now() };
    },
    gone: async () => only([]),
  };
}
