// A book in a Zoho CRM of our own.
import type { FakeZoho } from "#test/support/zoho/fake";
import type { ZohoRow } from "#test/support/zoho/world";
import { lastMinuteOf, plain, type Book, type Sale, type Seller, type Shop } from "./book.ts";

const userOf = ({ key }: Seller): string =>
  `554023000000${String(200_000 + Number(key.slice(1)) + (key.startsWith("u") ? 100 : 0))}`;
const stageOf = (key: string): string => `554023000000${String(300_000 + Number(key.slice(2)))}`;
const idOf = ({ n }: Sale): string => `554023000${String(100_000_000 + n)}`;

export const zohoSeller = userOf;

/** Its sixty stages are of two pipelines, and its deals of one module. */
export function zohoShop(fake: FakeZoho): Shop & { open(book: Book): void } {
  const rowOf = (sale: Sale): ZohoRow => ({
    id: idOf(sale),
    Deal_Name: `合同 ${sale.n}`,
    Owner: userOf(sale.owner),
    Amount: sale.cents === null ? null : plain(sale.cents),
    Currency: sale.currency,
    Stage: stageOf(sale.stage.key),
    Closing_Date: sale.day,
    Won_Time: sale.day === null ? null : lastMinuteOf(sale.day),
  });
  return {
    open(book) {
      const { world } = fake;
      world.modules.get("Deals")?.fields.push({
        api_name: "Won_Time",
        field_label: "赢单时间",
        data_type: "datetime",
      });
      world.stages.clear();
      // Values of a pick list differ there, by what they are called as well.
      for (const stage of book.stages)
        if (book.stages.find(({ said }) => said === stage.said) !== stage) stage.said += "？";
      for (const { key, said, outcome } of book.stages)
        world.stages.set(stageOf(key), {
          id: stageOf(key),
          display: said,
          actual: said,
          forecast: ({ open: "Open", won: "Closed Won", lost: "Closed Lost" } as const)[outcome],
        });
      const layout = world.layouts[0]?.id ?? "";
      const ids = [...world.stages.keys()];
      world.pipelines.splice(0);
      for (const half of [0, 1])
        world.pipelines.push({
          id: `55402300000000690${half}`,
          display: half === 0 ? "新签" : "O'Hara",
          layout,
          stages: ids.slice(half * 30, half * 30 + 30),
        });
      for (const seller of book.sellers)
        world.users.set(userOf(seller), {
          id: userOf(seller),
          first_name: seller.first,
          last_name: seller.last,
          email: seller.email,
          mobile: seller.mobile,
          status: seller.left ? "disabled" : "active",
        });
    },
    sell: (sale) => fake.hands.put("Deals", rowOf(sale)),
    write: (sale, quiet) => fake.hands.change("Deals", idOf(sale), rowOf(sale), quiet),
    void: (sale) => fake.hands.remove("Deals", idOf(sale)),
    restore(sale) {
      fake.hands.restore("Deals", idOf(sale));
    },
    rename({ key }, said) {
      const stage = fake.world.stages.get(stageOf(key));
      if (stage !== undefined) stage.display = said;
    },
  };
}
