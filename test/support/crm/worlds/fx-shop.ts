// A book in a Fxiaoke of our own.
import type { FakeFxiaoke } from "#test/support/fxiaoke/fake";
import type { FxRow } from "#test/support/fxiaoke/world";
import { lastMinuteOf, plain, type Book, type Sale, type Seller, type Shop } from "./book.ts";

const object = "NewOpportunityObj";
const userOf = ({ key }: Seller): string =>
  String(2000 + Number(key.slice(1)) + (key.startsWith("u") ? 100 : 0));
const idOf = ({ n }: Sale): string => `68fb${String(n).padStart(20, "0")}`;

export const fxSeller = userOf;

/** Its sixty stages are the options of the status: which of them is won only an administrator knows. */
export function fxShop(fake: FakeFxiaoke): Shop & { open(book: Book): void } {
  const rowOf = (sale: Sale): FxRow => ({
    _id: idOf(sale),
    name: `合同 ${sale.n}`,
    owner: userOf(sale.owner),
    amount: sale.cents === null ? null : plain(sale.cents),
    mc_currency: sale.currency,
    sales_status: sale.stage.key,
    close_date: sale.day === null ? null : Date.parse(`${sale.day}T00:00:00+08:00`),
    stg_changed_time: sale.day === null ? null : lastMinuteOf(sale.day),
  });
  const optionsOf = (book: Book): void => {
    const fields = fake.world.objects.get(object)?.fields;
    if (fields === undefined) throw new Error(`no object ${object}`);
    fields["sales_status"] = {
      label: "阶段状态",
      type: "select_one",
      options: book.stages.map(({ key, said }) => ({ value: key, label: said })),
    };
  };
  let opened: Book | null = null;
  return {
    open(book) {
      opened = book;
      optionsOf(book);
      for (const seller of book.sellers)
        fake.world.users.set(userOf(seller), {
          id: userOf(seller),
          fsuid: `FSUID_${userOf(seller)}`,
          name: `${seller.last}${seller.first}`,
          email: seller.email ?? "",
          mobile: seller.mobile ?? "",
          employeeNumber: "",
          isStop: seller.left,
        });
    },
    sell: (sale) => fake.hands.put(object, rowOf(sale)),
    write: (sale, quiet) => fake.hands.change(object, idOf(sale), rowOf(sale), quiet),
    void: (sale) => fake.hands.invalidate(object, idOf(sale)),
    restore: (sale) => fake.hands.recover(object, idOf(sale)),
    rename: () => {
      if (opened !== null) optionsOf(opened);
    },
  };
}
