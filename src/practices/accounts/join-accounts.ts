// What the holder of a code says joins two accounts; what either says within a day parts them again. Both chats are told of both.
import { replan, replace, committed, type Answer, type Notice } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import type { Person } from "#src/people/person";
import type { Card } from "#src/view/card";
import { hindered, openAsk } from "./ask-holder.ts";
import { accountOf, type AccountContext } from "./context.ts";
import type { AccountMessages } from "./messages/en.ts";
import { mergedInto, partMs } from "./rules.ts";
import type { Join } from "./store.ts";
import { joinedCard, partedCard } from "./link-card.ts";

/** Whoever acts stays, so that this very act has its person; who was here first says how they are set up. */
export async function joinTheTwo(id: string, context: AccountContext): Promise<Answer> {
  const { stores, person, now } = context;
  await stores.people.lock([person.id, (await openAsk(id, "holder", context)).ask.asker]);
  // As it is now that nobody of the two does anything else.
  const { ask, other } = await openAsk(id, "holder", context);
  const hindrance = await hindered(ask, other, context, replace);
  if (hindrance) return hindrance;
  const change = mergedInto(person, other);
  const join: Join = {
    id: context.newId(),
    kept: person.id,
    gone: other.id,
    keptAccount: accountOf(context),
    goneAccount: ask.askerAccount,
    at: now,
    until: new Date(now.getTime() + partMs),
  };
  await stores.accounts.join(join, change);
  await recordBoth("accounts.joined", [person, other], gainedBy(person, other), context);
  const platforms = await stores.accounts.platforms(person.id);
  const told = inChat(
    person,
    join.goneAccount,
    join.id,
    (t) => joinedCard(join, platforms, t),
    context,
  );
  // Each chat reads this in the language it had, whatever they have in common from now on.
  const itsOwn = { ...told, cards: { [other.locale]: told.cards[other.locale] } };
  return replan(committed(replace(joinedCard(join, platforms, context.t)), itsOwn), person.id);
}

/** That was not me: pressed in either chat. */
export async function partTheTwo(id: string, context: AccountContext): Promise<Answer> {
  const { stores, person, now } = context;
  const join = await stores.accounts.joinOf(person.id, now);
  if (join?.id !== id) throw new Refusal(context.t.partOver());
  await stores.accounts.part(join);
  const [kept, gone] = [
    await stores.people.person(join.kept),
    await stores.people.person(join.gone),
  ];
  if (!kept || !gone) throw new Error("two who were parted are not there");
  await recordBoth("accounts.parted", [kept, gone], "", context);
  const toKept = inChat(
    kept,
    join.keptAccount,
    join.id,
    (own) => partedCard(gone.name, kept.name, own),
    context,
  );
  const toGone = inChat(
    gone,
    join.goneAccount,
    join.id,
    (own) => partedCard(kept.name, kept.name, own),
    context,
  );
  const here = accountOf(context);
  const isGone = here === join.goneAccount;
  const told = [...(here === join.keptAccount ? [] : [toKept]), ...(isGone ? [] : [toGone])];
  const [reader, other] = isGone ? [gone, kept] : [kept, gone];
  return replan(
    committed(
      replace(partedCard(other.name, kept.name, context.inLanguage(reader.locale))),
      ...told,
    ),
    kept.id,
    gone.id,
  );
}

function inChat(
  person: Person,
  through: Join["keptAccount"],
  about: string,
  say: (t: AccountMessages) => Card,
  context: AccountContext,
): Notice {
  return { ...context.notify(person, about, say), atOnce: true, through };
}

/** In the trail of each of the two. `gained`: the rights that the first one got by it. */
async function recordBoth(
  act: "accounts.joined" | "accounts.parted",
  [kept, gone]: readonly [Person, Person],
  gained: string,
  { stores, person, now }: AccountContext,
): Promise<void> {
  await stores.audit.record({
    act,
    by: { person: person.id },
    about: kept.id,
    at: now,
    detail: { other: gone.id, gained },
  });
  await stores.audit.record({
    act,
    by: { person: person.id },
    about: gone.id,
    at: now,
    detail: { other: kept.id, gained: "" },
  });
}

/** Rights that the one who stays had not before. */
function gainedBy(kept: Person, gone: Person): string {
  const gained = [
    gone.admin && !kept.admin ? "admin" : "",
    gone.assistant && !kept.assistant ? "assistant" : "",
    gone.reports > 0 ? "reports" : "",
  ];
  return gained.filter((each) => each !== "").join(" ");
}
