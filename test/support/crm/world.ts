// A CRM in memory behind the port: what stands in it is the test's to change, a fault comes where it says, and everything that is asked is counted.
import type {
  Crm,
  CrmAbout,
  CrmDeal,
  CrmObject,
  CrmRecord,
  Crms,
  CrmTroubleSays,
  CrmUser,
} from "#src/ports/crm";
import { CrmTrouble } from "#src/ports/crm";

export const aboutWorld = (id: string, name: string): CrmAbout => ({
  id,
  called: { en: name, zh: name },
  settings: [],
  mend: { revoked: { en: "Make a new one there.", zh: "到那边重新授权。" } },
});

const objects: readonly CrmObject[] = [
  {
    id: "deals",
    said: "商机",
    kind: "deal",
    active: true,
    stages: [
      { id: "s1", said: "谈判", pipeline: null, outcome: "open" },
      { id: "s2", said: "O'Hara 赢单", pipeline: null, outcome: "won" },
      { id: "s3", said: "输单", pipeline: null, outcome: "lost" },
    ],
    amounts: [{ id: "amount", said: "金额", proposed: true }],
    days: [{ id: "won", said: "成交日期", proposed: true }],
  },
];

type Row = CrmDeal & { readonly gone?: true };

export interface World {
  readonly crm: Crm;
  readonly crms: Crms;
  readonly source: string;
  /** The clock over there. */
  at: Date;
  organisation: { id: string; name: string };
  perPage: number;
  /** Thrown by the next pages, one each; null: none. */
  readonly faults: (CrmTroubleSays | null)[];
  /** Called before each page of rows. */
  beforePage: ((page: number) => Promise<void> | void) | null;
  pages: number;
  users: CrmUser[];
  /** Rows that the last page has once more, as they are by then. */
  readonly again: string[];
  put(id: string, more?: Partial<CrmDeal>): void;
  /** It is not there any more, and no list says so. */
  vanish(id: string): void;
  bin(id: string): void;
}

export const user = (id: string, name: string, more: Partial<CrmUser> = {}): CrmUser => ({
  id,
  name,
  email: null,
  mobile: null,
  number: null,
  active: true,
  ...more,
});

export function createWorld(name = "测试 CRM", id = "test"): World {
  const rows = new Map<string, Row>();
  const bin: { id: string; at: Date }[] = [];
  const about = aboutWorld(id, name);
  const fail = (): void => {
    const says = world.faults.shift() ?? null;
    if (says !== null) throw new CrmTrouble(says);
  };
  const crm: Crm = {
    async health() {
      return {
        organisation: world.organisation,
        user: { id: "1", name: "Pacer" },
        currency: "CNY",
        fiscalYearStart: 1,
        left: null,
        rights: [{ which: "商机", granted: true }],
      };
    },
    describe: async () => {
      fail();
      return objects;
    },
    users: async () => ({ rows: world.users, next: null, at: world.at }),
    async changed(_choice, since, page) {
      await world.beforePage?.(world.pages);
      world.pages++;
      fail();
      const found = [...rows.values()]
        .filter(({ modified }) => since === null || modified >= since)
        .filter((row) => page === null || row.id > page)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const shown: readonly CrmRecord[] = found.slice(0, world.perPage);
      const isLast = found.length <= world.perPage;
      const repeated = world.again.flatMap((each) => rows.get(each) ?? []);
      return {
        rows: isLast ? [...shown, ...repeated] : shown,
        next: isLast ? null : (shown.at(-1)?.id ?? null),
        at: world.at,
      };
    },
    gone: async (_choice, since) => ({
      rows: bin.filter(({ at }) => at >= since).map((each) => ({ kind: "gone", id: each.id })),
      next: null,
      at: world.at,
    }),
  };
  const world: World = {
    crm,
    source: name,
    crms: { offers: [{ about, missing: [] }], open: (source) => (source === name ? crm : null) },
    at: new Date("2026-11-11T02:00:00Z"),
    organisation: { id: "org-1", name: "我们公司" },
    perPage: 200,
    faults: [],
    beforePage: null,
    pages: 0,
    again: [],
    users: [
      user("9007199254740993", "Lin Xiao", { email: "LinXiao@example.com " }),
      user("9007199254740994", "Wang Lei", { email: "wanglei@example.com" }),
    ],
    put(rowId, more = {}) {
      const before = rows.get(rowId);
      rows.set(rowId, {
        kind: "deal",
        id: rowId,
        owner: "9007199254740993",
        name: `项目 ${rowId}`,
        link: null,
        state: "standing",
        stage: "s2",
        stageSaid: "O'Hara 赢单",
        amount: "100",
        currency: null,
        day: { at: new Date("2026-11-10T02:00:00Z") },
        opened: null,
        close: null,
        stageSince: null,
        lastActivity: null,
        nextStep: null,
        probability: null,
        ...before,
        ...more,
        modified: more.modified ?? world.at,
      });
    },
    vanish: (rowId) => void rows.delete(rowId),
    bin(rowId) {
      rows.delete(rowId);
      bin.push({ id: rowId, at: world.at });
    },
  };
  return world;
}
