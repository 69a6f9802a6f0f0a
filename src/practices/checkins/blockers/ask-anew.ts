// Blockers and another manager: what the old one was asked, or promised to see to, is asked of whoever decides for the rep now.
import type { Notice } from "#src/bot/declare/answer";
import type { Upkeep } from "#src/bot/declare/practice";
import { localDateAt } from "#src/calendar/zones";
import type { Person, PersonId } from "#src/people/person";
import { afterHandOver, askedAnewCard, blockerCard } from "./blocker-card.ts";
import { amendableSince } from "./blockers.ts";
import { blockerName } from "./tell-blocker.ts";
import { type CheckinContext, type CheckinStores } from "../context.ts";
import type { CheckinMessages } from "../messages/en/index.ts";
import type { Blocker } from "../model.ts";

/** What was promised without a day is taken as done after so long. */
const promiseDays = 30;
const promisedSince = (now: Date): Date => new Date(now.getTime() - promiseDays * 24 * 3_600_000);

export const askedAnew: Upkeep<CheckinMessages, CheckinStores> = {
  after: "rights",
  whom: ({ checkins }, now) => checkins.askedElsewhere(promisedSince(now), localDateAt(now, "UTC")),
  async tend(context) {
    const { stores, person, now, today } = context;
    const blockers = await stores.checkins.askedElsewhereBy(
      person.id,
      promisedSince(now),
      localDateAt(now, "UTC"),
    );
    if (blockers.length === 0) return [];
    const decider = await context.deciderFor(person);
    const told: Notice[] = [];
    for (const each of blockers) {
      const open: Blocker = {
        ...each,
        state: "open",
        answer: null,
        talkOn: null,
        byId: null,
        at: null,
      };
      await stores.checkins.askAgain(each.id, decider?.id ?? null);
      told.push(...(await withdrawn(open, each.byId ?? each.askedId, decider, context)));
      if (decider)
        told.push(
          context.notify(
            decider,
            `blocker-${each.id}-${now.toISOString()}`,
            (t) => blockerCard(open, person.name, t.seesBoth(person.name, "manager"), t),
            askedName(each, context),
          ),
        );
    }
    const before = await nameOf(
      blockers
        .map((each) => each.byId ?? each.askedId)
        .find((id) => id !== null && id !== decider?.id) ?? null,
      context,
    );
    return [
      ...told,
      context.notify(
        person,
        `blockers-${now.toISOString()}`,
        (t) => askedAnewCard(blockers, before, decider?.name ?? null, today, person.zone, t),
        `checkins.asked-anew:${today}`,
      ),
    ];
  },
};

/** What changes there and back within a day is one message. */
const askedName = (blocker: Blocker, { today }: CheckinContext): string =>
  `${blockerName(blocker)}:${today}`;

const nameOf = async (id: PersonId | null, { stores }: CheckinContext): Promise<string | null> =>
  id === null ? null : ((await stores.people.person(id))?.name ?? null);

/** Whoever was asked before need not answer: what they did not get yet they never get, what they have says who is asked now. */
async function withdrawn(
  blocker: Blocker,
  of: PersonId | null,
  decider: Person | null,
  context: CheckinContext,
): Promise<readonly Notice[]> {
  const { people, nudges } = context.stores;
  const before = of === null || of === decider?.id ? null : await people.person(of);
  if (before?.leftOn !== null) return [];
  for (const name of [blockerName(blocker), askedName(blocker, context)])
    await nudges.takeBack(before.id, name);
  const messages = await nudges.naming(before.id, blocker.id, amendableSince(context.now));
  return messages.map((message) =>
    context.amendNotice(before, message, (card, t) =>
      afterHandOver(card, blocker, context.person.name, t.askedElsewhere(decider?.name ?? null), t),
    ),
  );
}
