// A sales centre's book, kept beside a CRM of our own: who owns what, what it is worth, on which day and in which stage; and what that comes to for
// each owner, currency and month, worked out here from the rules (issue 17, and part 3 of our notes) and from nothing the product does.
import { drawing, type Draw } from "#test/support/chance";

export interface Seller {
  readonly key: string;
  /** As the CRM has them. */
  readonly first: string;
  readonly last: string;
  readonly email: string | null;
  readonly mobile: string | null;
  /** Who that is among Pacer's people; null: nobody, their figures wait under the CRM's name. */
  readonly person: string | null;
  readonly left: boolean;
}

export interface Stage {
  readonly key: string;
  said: string;
  readonly outcome: "open" | "won" | "lost";
}

export interface Sale {
  readonly n: number;
  owner: Seller;
  stage: Stage;
  /** Hundredths; null: no amount, which is not 0. */
  cents: bigint | null;
  readonly currency: "CNY" | "USD";
  /** In Shanghai. */
  day: string | null;
  there: boolean;
  /** Whose win it is, once it was read as won. */
  credited: Seller | null;
}

/** What is done in the CRM; each vendor has its own words for it. */
export interface Shop {
  sell(sale: Sale): void;
  /** quiet: the CRM's time of change stays. */
  write(sale: Sale, quiet?: "quiet"): void;
  void(sale: Sale): void;
  restore(sale: Sale): void;
  rename(stage: Stage, said: string): void;
}

export interface Book {
  readonly sellers: readonly Seller[];
  readonly stages: readonly Stage[];
  readonly sales: readonly Sale[];
  readonly draw: Draw;
  sell(more?: Partial<Pick<Sale, "owner" | "stage" | "cents" | "day">>): Sale;
  /** Some of those that are there. */
  some(count: number, which?: (sale: Sale) => boolean): Sale[];
  move(sale: Sale): void;
  reprice(sale: Sale, quiet?: "quiet"): void;
  put(sale: Sale, outcome: Stage["outcome"]): void;
  empty(sale: Sale): void;
  void(sale: Sale): void;
  restore(sale: Sale): void;
  rename(stage: Stage, said: string): void;
  /** All of it, or the first so many, was read as it stands now: a win stays with who owned it then, and what is none any more is nobody's. */
  wasRead(first?: number): void;
  /** "林晓 CNY 2026-10: 1200.50 in 3", of what is won. */
  sums(): string[];
}

const matched = [
  ["晓", "林", "linxiao", "林晓"],
  ["磊", "王", "wanglei", "王磊"],
  ["静", "陈", "chenjing", "陈静"],
] as const;

/** Three whom Pacer knows by e-mail, one of them a leaver; two of one name; leavers nobody here knows; somebody with nothing but a name. */
function sellersOf(): Seller[] {
  return [
    ...matched.map(([first, last, user, person], at) => ({
      key: `m${at}`,
      first,
      last,
      email: at === 1 ? `${user.toUpperCase()}@Example.com` : `${user}@example.com`,
      mobile: null,
      person,
      left: at === 2,
    })),
    ...["u0", "u1"].map((key) => ({
      key,
      first: "伟",
      last: "张",
      email: null,
      mobile: null,
      person: null,
      left: key === "u1",
    })),
    { key: "u2", first: "Mary", last: "O'Hara", email: "", mobile: "", person: null, left: true },
    {
      key: "u3",
      first: "强",
      last: "赵",
      email: "zhao@elsewhere.example",
      mobile: "+86-13700000003",
      person: null,
      left: true,
    },
  ].map((seller) => ({ ...seller, email: seller.email === "" ? null : seller.email }));
}

/** Sixty, in Chinese and with a quote, none told by its name: two called 成交, one of them open. */
function stagesOf(): Stage[] {
  return Array.from({ length: 60 }, (_, at) => {
    const outcome = ({ 7: "won", 9: "lost" } as const)[at % 12] ?? "open";
    return { key: `st${at}`, said: nameOf(at), outcome };
  });
}

function nameOf(at: number): string {
  if (at === 7 || at === 8) return "成交";
  return at % 12 === 7 ? `O'Hara's 第${at}步` : `第${at}步`;
}

const days = ["2026-10-01", "2026-10-31", "2026-11-01", "2026-11-11", "2026-11-30"];

export function bookOf(seed: number, shop: () => Shop): Book {
  const draw = drawing(seed);
  const sellers = sellersOf();
  const stages = stagesOf();
  const sales: Sale[] = [];
  const stageOf = (outcome: Stage["outcome"]): Stage =>
    draw.pick(stages.filter((stage) => stage.outcome === outcome));
  const money = (): bigint => BigInt(draw.below(5_000_000)) + 1n;

  const book: Book = {
    sellers,
    stages,
    sales,
    draw,
    sell(more = {}) {
      const sale: Sale = {
        n: sales.length + 1,
        owner: draw.pick(sellers),
        stage: draw.pick(stages),
        cents: draw.below(20) === 0 ? null : money(),
        currency: draw.below(8) === 0 ? "USD" : "CNY",
        day: draw.pick(days),
        there: true,
        credited: null,
        ...more,
      };
      sales.push(sale);
      shop().sell(sale);
      return sale;
    },
    some(count, which = () => true) {
      const fits = sales.filter((sale) => sale.there && which(sale));
      return fits.length === 0 ? [] : Array.from({ length: count }, () => draw.pick(fits));
    },
    move(sale) {
      sale.owner = draw.pick(sellers);
      shop().write(sale);
    },
    reprice(sale, quiet) {
      sale.cents = money();
      shop().write(sale, quiet);
    },
    put(sale, outcome) {
      sale.stage = stageOf(outcome);
      shop().write(sale);
    },
    empty(sale) {
      sale.cents = null;
      shop().write(sale);
    },
    void(sale) {
      if (!sale.there) return;
      sale.there = false;
      shop().void(sale);
    },
    restore(sale) {
      if (sale.there) return;
      sale.there = true;
      shop().restore(sale);
    },
    rename(stage, said) {
      stage.said = said;
      shop().rename(stage, said);
    },
    wasRead(first = sales.length) {
      for (const sale of sales.slice(0, first))
        sale.credited = counts(sale) ? (sale.credited ?? sale.owner) : null;
    },
    sums() {
      const sums = new Map<string, { cents: bigint; rows: number }>();
      for (const sale of sales.filter(counts)) {
        const { person, key } = sale.credited ?? sale.owner;
        const of = `${person ?? `? ${key}`} ${sale.currency} ${String(sale.day).slice(0, 7)}`;
        const { cents, rows } = sums.get(of) ?? { cents: 0n, rows: 0 };
        sums.set(of, { cents: cents + (sale.cents ?? 0n), rows: rows + 1 });
      }
      return [...sums]
        .map(([of, { cents, rows }]) => `${of}: ${plain(cents)} in ${rows}`)
        .toSorted();
    },
  };
  return book;
}

const counts = ({ there, stage, cents, day }: Sale): boolean =>
  there && stage.outcome === "won" && cents !== null && day !== null;

/** Hundredths as text: 120050 is "1200.50". */
export const plain = (cents: bigint): string =>
  `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;

/** 23:59 in Shanghai, which is the same day there and in London, and at the end of a month is not in Auckland. */
export const lastMinuteOf = (day: string): number => Date.parse(`${day}T23:59:00+08:00`);
