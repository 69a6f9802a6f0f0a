// Another manager, or somebody who left: the pair ends. Steps go to whoever leads now, notes and topics to nobody.
import type { Notice } from "#src/bot/declare/answer";
import type { Upkeep } from "#src/bot/declare/practice";
import { card, rows } from "#src/view/card";
import { personOf, type OneOnOneContext, type OneOnOneStores } from "../context.ts";
import type { OneOnOneMessages } from "../messages/en/index.ts";
import type { Pair } from "../model.ts";
import { stepRows } from "../steps/step-card.ts";

export const handOver: Upkeep<OneOnOneMessages, OneOnOneStores> = {
  after: "rights",
  whom: ({ talks }) => talks.outOfStep(),
  async tend(context) {
    const notices: Notice[] = [];
    for (const pair of await context.stores.talks.pairsOf(context.person.id)) {
      const led = await personOf(pair.person, context);
      const leader = await personOf(pair.leader, context);
      const isOver = led.leftOn !== null || leader.leftOn !== null || led.managerId !== pair.leader;
      if (isOver) notices.push(...(await end(pair, context)));
    }
    return notices;
  },
};

async function end(pair: Pair, context: OneOnOneContext): Promise<readonly Notice[]> {
  const { stores, now } = context;
  const led = await personOf(pair.person, context);
  const next = led.leftOn === null ? await context.managerOf(led) : null;
  await stores.talks.endPair(pair.id, now);
  if (led.leftOn !== null) return [];
  // What whoever led before promised is for whoever leads now, else it stays where it is.
  if (next) await stores.talks.handOverSteps(pair.id, pair.leader, next.id);
  const steps = next ? await stores.talks.stepsBetween(next.id, led.id) : [];
  return [
    context.notify(led, `talk-over-${pair.id}`, (t) =>
      card({ title: t.handedTitle(pair.leaderName), context: t.handedBody(pair.leaderName) }),
    ),
    ...(next && steps.length > 0
      ? [
          context.notify(next, `talk-steps-${pair.id}`, (t) =>
            card({
              title: t.gotTitle(led.name),
              context: t.gotBody(),
              body: [rows(stepRows(steps, { me: next.id, today: context.today }, "card", t))],
            }),
          ),
        ]
      : []),
  ];
}
