// Whole worlds of both CRMs, pulled over HTTP into a real database: what counts for each owner, currency and month is exactly what the world's own book
// says, whatever happens between two pages. With SEED another story.
import { sql } from "drizzle-orm";
import { describe, expect, it, onTestFinished } from "vitest";
import { execute, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { createStores } from "#db/stores/index";
import { openCrms } from "#src/app/crm/crms";
import { workOn, type SyncParts } from "#src/app/crm/sync";
import { createChance } from "#src/app/system";
import { readConfig } from "#src/config";
import { sourceOf, type CrmObject } from "#src/ports/crm";
import { proposalOf, type Wish } from "#src/practices/sync/api";
import type { Served } from "#test/support/crm/served";
import { bookOf, type Book, type Seller, type Shop } from "#test/support/crm/worlds/book";
import { fxSeller, fxShop } from "#test/support/crm/worlds/fx-shop";
import { zohoSeller, zohoShop } from "#test/support/crm/worlds/zoho-shop";
import { seededDatabase } from "#test/support/database/database";
import { startFakeFxiaoke } from "#test/support/fxiaoke/fake";
import { errorsInto } from "#test/support/log";
import { startFakeZoho } from "#test/support/zoho/fake";

const seed = Number(process.env["SEED"] ?? 17);
const key = Buffer.alloc(32, 7).toString("base64");

interface Vendor {
  readonly shop: Shop & { open(book: Book): void };
  readonly served: Served;
  readonly rows: RegExp;
  readonly variables: Record<string, string>;
  readonly seller: (seller: Seller) => string;
  readonly object: string;
  /** A field that is an instant and may be the day that counts. */
  readonly instant: string;
  readonly id: string;
  readonly writes: () => readonly unknown[];
  readonly close: () => Promise<void>;
}

async function zoho(now: () => number): Promise<Vendor> {
  const fake = await startFakeZoho({ now });
  return {
    shop: zohoShop(fake),
    served: fake.api,
    rows: /coql/,
    variables: {
      ZOHO_ACCOUNTS_URL: fake.accounts.url,
      ZOHO_CLIENT_ID: fake.tokens.client.id,
      ZOHO_CLIENT_SECRET: fake.tokens.client.secret,
      ZOHO_REFRESH_TOKEN: fake.tokens.refresh[0] ?? "",
    },
    seller: zohoSeller,
    object: "Deals",
    instant: "Won_Time",
    id: "zoho",
    writes: () => fake.writes(),
    close: () => fake.close(),
  };
}

async function fxiaoke(
  now: () => number,
  quirks: Partial<Awaited<ReturnType<typeof startFakeFxiaoke>>["quirks"]> = {},
): Promise<Vendor> {
  const fake = await startFakeFxiaoke({ now });
  Object.assign(fake.quirks, quirks);
  return {
    shop: fxShop(fake),
    served: fake.open,
    rows: /data\/query/,
    variables: {
      FXIAOKE_URL: fake.open.url,
      FXIAOKE_APP_ID: fake.tokens.app.id,
      FXIAOKE_APP_SECRET: fake.tokens.app.secret,
      FXIAOKE_PERMANENT_CODE: fake.tokens.app.permanentCode,
      FXIAOKE_USER_ID: "1000",
    },
    seller: fxSeller,
    object: "NewOpportunityObj",
    instant: "stg_changed_time",
    id: "fxiaoke",
    writes: () => fake.writes(),
    close: () => fake.close(),
  };
}

/** A centre of one CRM, switched on with what it proposes; the stages an administrator has to tick are ticked. */
async function centre(
  open: (now: () => number) => Promise<Vendor>,
  rows: number,
  by: "day" | "instant" = "day",
) {
  const database: Database = await seededDatabase();
  let now = Date.parse("2026-11-30T08:00:00Z");
  const clock = { now: () => new Date(now) };
  const vendor = await open(() => now);
  onTestFinished(async () => {
    expect(vendor.writes()).toEqual([]);
    await vendor.close();
  });
  const book = bookOf(seed, () => vendor.shop);
  vendor.shop.open(book);
  for (let at = 0; at < rows; at += 1) book.sell();
  const config = readConfig({
    ...vendor.variables,
    ENCRYPTION_KEY: key,
    PLAYGROUND: "on",
  });
  const crms = openCrms(config, clock, database, {
    fetch,
    pause: async (ms) => void (now += ms),
    now: clock.now,
  });
  const source = sourceOf(crms.offers.find(({ about }) => about.id === vendor.id)!.about);
  const parts: SyncParts = {
    stores: createStores(database),
    crms,
    clock,
    chance: createChance(),
    logger: errorsInto([]),
  };
  const objects = await crms.open(source, playgroundOrganisation)!.describe();
  await parts.stores.inOrganisation(playgroundOrganisation, async ({ sync, setup }) => {
    const proposed = proposalOf(objects, await setup.metrics(), "CNY", {
      object: vendor.object,
      ...(by === "instant" ? { day: vendor.instant } : {}),
    })!;
    expect(proposed.counts.day === vendor.instant).toBe(by === "instant");
    const counts = { ...proposed.counts, ...tickedIn(objects, vendor.object, book) };
    await sync.choose(source, { ...proposed, counts }, null);
    await sync.switchTo(source, true, null, clock.now());
  });
  return {
    book,
    vendor,
    later: (minutes: number) => void (now += minutes * 60_000),
    pull: (wish: Wish | null = { what: "pull" }) =>
      workOn(source, playgroundOrganisation, parts, wish),
    sums: () => sumsOf(database, source, vendor, book),
  };
}

/** By their names, as somebody ticks them: a name that two have is told by which the book means. */
function tickedIn(objects: readonly CrmObject[], object: string, book: Book) {
  const { stages } = objects.find(({ id }) => id === object)!;
  if (stages.some(({ outcome }) => outcome !== null)) return {};
  const of = (outcome: "won" | "lost") =>
    book.stages.flatMap((stage, at) => (stage.outcome === outcome ? [stages[at]!.id] : []));
  expect(stages.map(({ said }) => said)).toEqual(book.stages.map(({ said }) => said));
  return { won: of("won"), lost: of("lost") };
}

async function sumsOf(
  database: Database,
  source: string,
  { seller }: Vendor,
  { sellers }: Book,
): Promise<string[]> {
  const rows = await inOrganisation(database, playgroundOrganisation, (tx) =>
    execute<{
      person: string | null;
      key: string;
      currency: string;
      month: string;
      value: string;
      rows: number;
    }>(
      tx,
      sql`select p.name as person, o.key, f.currency, to_char(f."on", 'YYYY-MM') as month, round(sum(f.value), 2)::text as value, count(*)::int as rows
        from number_fact f join number_owner o on o.id = f.source_owner_id left join person p on p.id = o.person_id join number_batch b on b.id = f.batch_id and b.state = 'visible'
        where f.source = ${source} and f.outcome = 'won' and not exists (select from number_fact n join number_batch v on v.id = n.batch_id and v.state = 'visible' where n.replaces_id = f.id)
        group by 1, 2, 3, 4`,
    ),
  );
  const keyOf = new Map(sellers.map((each) => [`id:${seller(each)}`, each.key]));
  return rows
    .map(
      ({ person, key: of, currency, month, value, rows: count }) =>
        `${person ?? `? ${keyOf.get(of) ?? of}`} ${currency} ${month}: ${value} in ${count}`,
    )
    .toSorted();
}

type Centre = Awaited<ReturnType<typeof centre>>;

/** Everything the CRM's own people do on an ordinary day. */
function busy({ book }: Centre, count: number): void {
  const won = ({ stage }: { readonly stage: { readonly outcome: string } }): boolean =>
    stage.outcome === "won";
  for (const sale of book.some(count)) book.move(sale);
  for (const sale of book.some(count, won)) book.reprice(sale);
  for (const sale of book.some(count, won)) book.put(sale, "open");
  for (const sale of book.some(count)) book.put(sale, book.draw.pick(["won", "lost", "open"]));
  for (const sale of book.some(Math.ceil(count / 4), won)) book.empty(sale);
  for (const sale of book.some(Math.ceil(count / 4))) book.void(sale);
  for (const sale of book.sales.filter(({ there }) => !there).slice(0, 2)) book.restore(sale);
  for (let at = 0; at < count; at += 1) book.sell();
  const stage = book.draw.pick(book.stages);
  book.rename(stage, `${stage.said}'`);
}

async function exact(one: Centre): Promise<void> {
  one.book.wasRead();
  expect(one.book.sums().length).toBeGreaterThan(10);
  expect(await one.sums()).toEqual(one.book.sums());
}

const vendors: readonly (readonly [string, (now: () => number) => Promise<Vendor>])[] = [
  ["Zoho", zoho],
  ["Fxiaoke", fxiaoke],
];
const shapes: typeof vendors = [
  ...vendors,
  [
    "Fxiaoke with a list at the top, voided rows hidden",
    (now) => fxiaoke(now, { shape: "top", voided: "hidden" }),
  ],
  ["Fxiaoke with a row alone as data", (now) => fxiaoke(now, { shape: "single" })],
];

describe.each(shapes)("a world of %s", (name, open) => {
  it("of 1,300 rows is exact after each of five pulls, with a busy half hour before each", async () => {
    const one = await centre(open, 1_300);
    // What is hidden once it is void is found by the night's look at everything alone.
    const minutes = name.includes("hidden") ? 24 * 60 : 31;
    for (let round = 0; round < 5; round += 1) {
      expect(await one.pull(null)).toMatchObject({ trouble: null });
      await exact(one);
      one.later(minutes);
      busy(one, 30);
    }
  }, 600_000);
});

describe.each(vendors)("10,300 rows of %s", (_, open) => {
  it("are exact though rows are voided, moved, edited and sold between two pages, and though a pull is cut off", async () => {
    const one = await centre(open, 10_300);
    const { book, vendor } = one;
    const meanwhile = (): void => {
      book.wasRead(200);
      for (const sale of book.some(20, ({ n }) => n <= 200)) book.void(sale);
      for (const sale of book.some(20, ({ n }) => n <= 200)) book.move(sale);
      for (const sale of book.some(20, ({ n }) => n <= 200)) book.reprice(sale);
      for (const sale of book.some(20, ({ n }) => n > 10_200)) book.void(sale);
      for (const sale of book.some(20, ({ n }) => n > 10_200)) book.move(sale);
      for (let at = 0; at < 20; at += 1) book.sell();
    };
    vendor.served.after(vendor.rows, 3, meanwhile);
    expect(await one.pull(null)).toMatchObject({ trouble: null, report: { isFull: true } });
    book.wasRead();
    one.later(31);
    expect(await one.pull(null)).toMatchObject({ trouble: null, report: { isFull: false } });
    await exact(one);
    one.later(24 * 60);
    vendor.served.after(vendor.rows, 3, () => vendor.served.fault(vendor.rows, "cut", 100));
    expect((await one.pull({ what: "full" }))?.trouble).toMatchObject({ kind: "unreachable" });
    await exact(one);
    vendor.served.calm();
    expect(await one.pull({ what: "full" })).toMatchObject({ trouble: null, report: { added: 0 } });
    await exact(one);
  }, 600_000);
});

describe.each(vendors)("what changes in silence at %s", (_, open) => {
  it("is found by the night's look at everything", async () => {
    const one = await centre(open, 400);
    const { book } = one;
    await one.pull(null);
    await exact(one);
    // Beyond the overlap with what was read before.
    one.later(31);
    await one.pull(null);
    one.later(31);
    for (const sale of book.some(40, ({ stage }) => stage.outcome === "won"))
      book.reprice(sale, "quiet");
    expect(await one.pull(null)).toMatchObject({ report: { isFull: false, changed: 0 } });
    one.later(24 * 60);
    expect(await one.pull(null)).toMatchObject({ report: { isFull: true } });
    await exact(one);
  });
});

describe.each(vendors)("a win at 23:59 on the 31st in Shanghai at %s", (_, open) => {
  it("is in that month, where the day that counts is an instant", async () => {
    const one = await centre(open, 300, "instant");
    await one.pull(null);
    await exact(one);
  });
});
