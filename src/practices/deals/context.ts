// What the handlers of deals are given, and whose deals one may see.
import type { Context } from "#src/bot/declare/practice";
import { Refusal } from "#src/bot/declare/errors";
import type { Person } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import { checked, normsOf, type Checked } from "./check/hygiene.ts";
import type { DealMessages } from "./messages/en.ts";
import type { Deal, DealId } from "./model.ts";
import type { DealStore } from "./store.ts";

export interface DealStores {
  readonly deals: DealStore;
  readonly people: Pick<PeopleStore, "directory" | "reportsOf">;
}
export type DealContext = Context<DealMessages, DealStores>;

/** Their owner's alone, to be answered; for everybody else it does not exist. */
export async function ownDeal(id: DealId, context: DealContext): Promise<Deal> {
  const deal = await context.stores.deals.deal(id, context.today);
  if (deal?.person !== context.person.id) throw new Refusal(context.house.oldCard());
  if (deal.outcome !== "open") throw new Refusal(context.t.overAlready(deal.name));
  return deal;
}

/** Who reports to whoever acts and is here, in the directory's order. */
export async function ledBy({ stores, person }: DealContext): Promise<readonly Person[]> {
  if (person.reports === 0) return [];
  return stores.people.reportsOf(person.id);
}

export interface OfPerson {
  readonly person: Person;
  readonly open: readonly Deal[];
  readonly list: readonly Checked[];
}

/** What is open of each, and what of it is to be looked at; whoever has nothing open is left out. */
export async function dealsOf(
  people: readonly Person[],
  { stores, today }: Pick<DealContext, "stores" | "today">,
): Promise<readonly OfPerson[]> {
  const open = await stores.deals.openOf(
    people.map(({ id }) => id),
    today,
  );
  if (open.length === 0) return [];
  const norms = normsOf(await stores.deals.norms());
  return people.flatMap((person): OfPerson[] => {
    const own = open.filter((each) => each.person === person.id);
    return own.length === 0 ? [] : [{ person, open: own, list: checked(own, today, norms) }];
  });
}
