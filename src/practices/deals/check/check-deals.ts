// Which deals need a look, and what their owner says of one: it is left alone for two weeks. Nothing here closes or moves a deal.
import {
  ask,
  committed,
  correct,
  replace,
  show,
  toast,
  type Answer,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import { addDays } from "#src/calendar/local-date";
import type { FormValues } from "#src/view/form";
import { dealsOf, ownDeal, type DealContext } from "../context.ts";
import { teamCounts } from "../list/show-deals.ts";
import type { DealId } from "../model.ts";
import { checkCard, longestReason, realForm, restedCard, type CheckShown } from "./check-card.ts";
import { findingsOf, normsOf, restDays } from "./hygiene.ts";

type Asked = { readonly deal: DealId };

export async function ownList(context: DealContext): Promise<Omit<CheckShown, "team">> {
  const [own] = await dealsOf([context.person], context);
  return { list: own?.list ?? [], hasDeals: own !== undefined };
}

const checkNow = async (context: DealContext) =>
  checkCard({ ...(await ownList(context)), team: await teamCounts(context) }, context.t);

export async function checkDeals(_input: unknown, context: DealContext): Promise<Answer> {
  return show(await checkNow(context));
}

export async function askWhyReal({ deal: id }: Asked, context: DealContext): Promise<Answer> {
  const deal = await ownDeal(id, context);
  const norms = normsOf(await context.stores.deals.norms());
  return ask(realForm(deal, findingsOf(deal, context.today, norms), context.t));
}

export async function saveWhyReal(
  { payload, values }: { readonly payload: Asked; readonly values: FormValues },
  context: DealContext,
): Promise<Answer> {
  const deal = await ownDeal(payload.deal, context);
  const fields = readFields(values, context);
  const reason = fields.neededText("reason", longestReason);
  if (fields.wrong) return correct(fields.errors);
  const until = addDays(context.today, restDays);
  await context.stores.deals.rest({
    id: context.newId(),
    deal,
    by: context.person.id,
    at: context.now,
    reason,
    until,
  });
  return committed(replace(restedCard(deal, until, context.t), await checkNow(context)));
}

export async function wake({ deal: id }: Asked, context: DealContext): Promise<Answer> {
  const deal = await ownDeal(id, context);
  if (!(await context.stores.deals.wake(deal, context.now, context.today)))
    throw new Refusal(context.house.oldCard());
  return committed(toast(context.t.woken(deal.name)));
}
