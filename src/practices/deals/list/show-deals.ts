// One's own open deals, or those of somebody one leads; whoever leads a team sees its counts below their own.
import { show, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { periodOf } from "#src/calendar/periods";
import { manages, type Person } from "#src/people/person";
import { countsOf } from "../check/hygiene.ts";
import { dealsOf, ledBy, type DealContext } from "../context.ts";
import { dealsCard, type TeamCount } from "./deals-card.ts";

export async function showDealsOf(
  { person: named }: { readonly person: Person | null },
  context: DealContext,
): Promise<Answer> {
  const { person, stores, today, t } = context;
  const whose = named ?? person;
  const isOwn = whose.id === person.id;
  if (!isOwn && !manages(person, whose)) throw new Refusal(t.someoneElse());
  return show(
    dealsCard(
      {
        name: isOwn ? null : whose.name,
        open: await stores.deals.openOf([whose.id], today),
        today,
        until: periodOf("quarter", today).end,
        team: isOwn ? await teamCounts(context) : [],
        isAdmin: person.admin,
      },
      t,
    ),
  );
}

export async function openDeals(
  { person: id }: { readonly person: string | null },
  context: DealContext,
): Promise<Answer> {
  if (id === null) return showDealsOf({ person: null }, context);
  const person = (await context.stores.people.directory()).find((each) => each.id === id);
  if (!person) throw new Refusal(context.house.oldCard());
  return showDealsOf({ person }, context);
}

/** Of everybody who reports to whoever acts, in the order of their names: no order of merit. */
export async function teamCounts(context: DealContext): Promise<readonly TeamCount[]> {
  const all = await dealsOf(await ledBy(context), context);
  return all
    .map(({ person: { id, name }, open, list }) => ({ id, name, open, counts: countsOf(list) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, context.person.locale));
}
