// What is seen to by itself: a question whose decider left goes to whoever decides now, and a figure that was decided about and then changed
// where it comes from is told to those it concerned.
import type { Notice } from "#src/bot/declare/answer";
import type { Upkeep } from "#src/bot/declare/practice";
import { card } from "#src/view/card";
import type { NumberContext, NumberStores } from "../context.ts";
import type { NumberMessages } from "../messages/en.ts";
import type { FactDispute } from "../model.ts";
import { askToDecide, factDisputeName } from "./ask.ts";
import { bothNumbers } from "./both-numbers.ts";
import { tellBoth } from "./decide.ts";
import { changedCard } from "./dispute-card.ts";

export const askedElsewhere: Upkeep<NumberMessages, NumberStores> = {
  after: "rights",
  whom: ({ numbers }) => numbers.askersElsewhere(),
  async tend(context) {
    const { numbers, nudges } = context.stores;
    const waiting = await numbers.disputesElsewhereOf(context.person.id);
    const decider = waiting.length === 0 ? null : await context.deciderFor(context.person);
    if (!decider) return [];
    const told: Notice[] = [];
    for (const dispute of waiting) {
      await numbers.askInstead(dispute.id, decider.id);
      await nudges.takeBack(dispute.asked, factDisputeName(dispute.id));
      const owner = await ownerOf(dispute, context);
      if (!owner) continue;
      const asks = await askToDecide({ ...dispute, asked: decider.id }, owner, decider, context);
      told.push({ ...asks, about: `fact-${dispute.id}-${decider.id}` });
    }
    return [
      ...told,
      context.notify(context.person, `fact-asked-anew-${context.now.toISOString()}`, (t) =>
        card({ title: t.askedAnew(decider.name), tone: "info" }),
      ),
    ];
  },
};

export const changedAfterDecision: Upkeep<NumberMessages, NumberStores> = {
  whom: ({ numbers }) => numbers.decidersOfChanged(),
  async tend(context) {
    const { numbers } = context.stores;
    const told: Notice[] = [];
    for (const changed of await numbers.changedFor(context.person.id)) {
      const { dispute } = changed;
      await numbers.toldOfChange(dispute.id);
      const owner = await ownerOf(dispute, context);
      if (!owner) continue;
      const { unit } = await bothNumbers(dispute, owner, context);
      told.push(
        context.notify(context.person, `fact-changed-${dispute.fact.id}`, (t) =>
          changedCard(changed, unit, true, t),
        ),
        ...(await tellBoth(dispute, owner, context, `changed-${dispute.fact.id}`, (t) =>
          changedCard(changed, unit, false, t),
        )),
      );
    }
    return told;
  },
};

const ownerOf = async ({ fact }: FactDispute, { stores }: NumberContext) =>
  fact.person === null ? null : stores.people.person(fact.person);
