// Metrics by trade: shown with what each has, and made with one press.
import { replace, type Answer } from "#src/bot/declare/answer";
import { say } from "#src/bot/declare/actions";
import { Refusal } from "#src/bot/declare/errors";
import { unknownCurrency } from "#src/calendar/countries";
import { button } from "#src/view/card";
import { saved, type SetupContext } from "../context.ts";
import { tradesCard } from "../setup-card.ts";
import { showMetrics } from "./metrics.ts";
import { newMetrics, startersOf, trades, type Trade } from "./trades.ts";

export async function showTrades(_input: unknown, context: SetupContext): Promise<Answer> {
  const known = await context.stores.setup.metrics();
  const { person, t } = context;
  const shown = trades.map((trade) => ({
    trade,
    names: startersOf(trade).map((each) => each[person.locale]),
    isThere: newMetrics(trade, known, unknownCurrency, () => "").length === 0,
  }));
  return replace(tradesCard(shown, t));
}

export async function beginWith(
  { trade }: { trade: Trade },
  context: SetupContext,
): Promise<Answer> {
  const { organisation, stores, t } = context;
  if (organisation.currency === unknownCurrency)
    throw new Refusal(t.currencyFirst(), [
      button(t.toOrganisation(), say({ text: "company settings" })),
    ]);
  const known = await stores.setup.metrics();
  for (const metric of newMetrics(trade, known, organisation.currency, () => context.newId()))
    await stores.setup.saveMetric(metric);
  return saved(await showMetrics({}, context), context);
}
