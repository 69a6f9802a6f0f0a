// `1on1` 一对一: the one there is, all of them for whoever leads several, or the form for the first.
import { ask, replace, show, type Answer } from "#src/bot/declare/answer";
import { isManager, type Person } from "#src/people/person";
import { button, card, type Card } from "#src/view/card";
import { askPair, openTalk } from "../actions.ts";
import { mayTalk, otherOf, pairOf, slotsOf, type OneOnOneContext } from "../context.ts";
import type { Pair, PairId } from "../model.ts";
import { pairForm } from "../pair/set-pair.ts";
import { nextTalk } from "../rules/cadence.ts";
import { agendaOf } from "./agenda.ts";
import { listCard, talkCard, type TalkRow } from "./talk-card.ts";

const mostListed = 20;

export async function talkSaid(
  { who }: { readonly who: Person | null },
  context: OneOnOneContext,
): Promise<Answer> {
  const pairs = await context.stores.talks.pairsOf(context.person.id);
  if (who !== null) return talkWith(who, pairs, context);
  const [only] = pairs;
  if (only && pairs.length === 1 && !isManager(context.person))
    return show(await cardOf(only, context));
  return show(await overview(pairs, context));
}

export async function listAll(_input: unknown, context: OneOnOneContext): Promise<Answer> {
  return show(await overview(await context.stores.talks.pairsOf(context.person.id), context));
}

export async function openOne(
  { pair: id }: { readonly pair: PairId },
  context: OneOnOneContext,
): Promise<Answer> {
  return show(await cardOf(await pairOf(id, context), context));
}

export const cardOf = async (pair: Pair, context: OneOnOneContext): Promise<Card> =>
  talkCard(
    await agendaOf(pair, context),
    { me: context.person.id, today: context.today },
    context.t,
  );

/** In place of the card whose button was pressed. */
export const cardAgain = async (pair: Pair, context: OneOnOneContext): Promise<Answer> =>
  replace(await cardOf(pair, context));

async function talkWith(
  who: Person,
  pairs: readonly Pair[],
  context: OneOnOneContext,
): Promise<Answer> {
  const pair = pairs.find((each) => otherOf(each, context.person.id).id === who.id);
  if (pair) return show(await cardOf(pair, context));
  await mayTalk(who, context);
  return ask(await pairForm(who, "", context));
}

async function overview(pairs: readonly Pair[], context: OneOnOneContext): Promise<Card> {
  const { person, stores, t, now } = context;
  const list: TalkRow[] = [];
  for (const pair of pairs.slice(0, mostListed)) {
    const { slots } = await slotsOf(pair, context);
    list.push({
      name: otherOf(pair, person.id).name,
      at: nextTalk(slots, now)?.at ?? null,
      openSteps: (await stores.talks.stepsBetween(pair.leader, pair.person)).length,
      button: button(t.open(), openTalk({ pair: pair.id })),
      isSet: true,
    });
  }
  const without = (await peopleToTalkWith(context)).filter(
    ({ id }) => !pairs.some((each) => otherOf(each, person.id).id === id),
  );
  for (const each of without.slice(0, mostListed - list.length))
    list.push({
      name: each.name,
      at: null,
      openSteps: 0,
      button: button(t.setUp(), askPair({ with: each.id, topic: "" })),
      isSet: false,
    });
  const [first] = without;
  if (list.length === 0) return card({ title: t.nobodyToTalkWith() });
  if (first && list.length === 1)
    return card({
      title: t.listTitle(),
      body: [{ element: "text", line: t.emptyList(first.name) }],
      buttons: [button(t.setUp(), askPair({ with: first.id, topic: "" }), "primary")],
    });
  return listCard(list, t);
}

/** Their manager, and whom they lead. */
async function peopleToTalkWith(context: OneOnOneContext): Promise<readonly Person[]> {
  const { person, stores } = context;
  const manager = await context.managerOf(person);
  const led = isManager(person)
    ? (await stores.people.directory()).filter((each) => each.managerId === person.id)
    : [];
  // Only whoever leads them directly; who stands in decides, and talks with nobody.
  return manager && manager.id === person.managerId ? [manager, ...led] : led;
}
