// A code is shown in one chat and typed in another. Nothing is joined by that: whoever typed it is asked first, since the code may be
// somebody else's trap, and then its holder, since it may have been seen or given away.
import { replace, show, committed, type Answer, type Notice } from "#src/bot/declare/answer";
import { Incomplete, Refusal } from "#src/bot/declare/errors";
import type { Person } from "#src/people/person";
import type { Card } from "#src/view/card";
import { accountOf, warning, type AccountContext } from "./context.ts";
import type { AccountMessages } from "./messages/en.ts";
import {
  codeFrom,
  codeMinutes,
  codeMs,
  mergedInto,
  mostTries,
  readCode,
  rightsOf,
  typedLately,
} from "./rules.ts";
import type { Ask } from "./store.ts";
import { codeCard, holderCard, sureCard, waitingCard, type Other } from "./link-card.ts";

/** A code that somebody else has at this moment is drawn again. */
export async function showNewCode(context: AccountContext): Promise<Answer> {
  const { stores, person, now } = context;
  for (;;) {
    const code = codeFrom(context.newId());
    if (
      await stores.accounts.show(
        person.id,
        accountOf(context),
        code,
        new Date(now.getTime() + codeMs),
        now,
      )
    )
      return committed(show(codeCard(code, context.t)));
  }
}

/** All codes that are typed are counted, so what is said of them is an answer like any other: a refusal would take the count back. */
export async function typeCode(text: string, context: AccountContext): Promise<Answer> {
  const { stores, person, now, t } = context;
  const code = readCode(text);
  if (code === null) throw new Incomplete("code");
  const typed = typedLately(await stores.accounts.tries(person.id), now);
  if (typed >= mostTries) return show(warning(t.tooMany(codeMinutes)));
  const ask = await stores.accounts.take(
    code,
    { id: context.newId(), asker: person.id, askerAccount: accountOf(context) },
    now,
  );
  if (ask === "own") return show(warning(t.own()));
  await stores.accounts.tried(person.id, { typed: typed + 1, at: now });
  const holder = ask && (await stores.people.person(ask.holder));
  if (!ask || !holder || holder.leftOn !== null) return committed(show(warning(t.wrong())));
  if (ask.asked) return committed(show(waitingCard(holder.name, t)));
  return (
    (await hindered(ask, holder, context, show)) ??
    committed(show(sureCard(ask.id, await otherOf(holder, ask.holderAccount, context), t)))
  );
}

/** Whoever typed it says that the holder is them: the holder is asked where the code stands, at once, since somebody waits there. */
export async function askTheHolder(id: string, context: AccountContext): Promise<Answer> {
  const { stores, person, now, t } = context;
  const { ask, other: holder } = await openAsk(id, "asker", context);
  if (ask.asked) return replace(waitingCard(holder.name, t));
  const hindrance = await hindered(ask, holder, context, replace);
  if (hindrance) return hindrance;
  if (!(await stores.accounts.askHolder(ask, new Date(now.getTime() + codeMs), now)))
    throw new Refusal(t.over());
  const asking = await otherOf(person, ask.askerAccount, context);
  const seen = { ...asking, rights: rightsOf(holder), brings: rightsOf(person) };
  return committed(
    replace(waitingCard(holder.name, t)),
    inChatOfHolder(ask, holder, (own) => holderCard(ask.id, seen, own), context),
  );
}

/** Whoever typed it says that it is not theirs; the holder hears that the code got about. */
export async function dropTheAsk(id: string, context: AccountContext): Promise<Answer> {
  const { ask, other: holder } = await openAsk(id, "asker", context);
  await context.stores.accounts.close(ask);
  return committed(
    replace(warning(context.t.dropped())),
    inChatOfHolder(ask, holder, (t) => warning(t.codeTyped(context.person.name)), context),
  );
}

/** The holder says no: the code is dead, and whoever asked is told. */
export async function refuseTheAsk(id: string, context: AccountContext): Promise<Answer> {
  const { stores, person, now, t } = context;
  const { ask, other: asker } = await openAsk(id, "holder", context);
  await stores.accounts.close(ask);
  await stores.accounts.tried(asker.id, {
    typed: typedLately(await stores.accounts.tries(asker.id), now) + 1,
    at: now,
  });
  await stores.audit.record({
    act: "accounts.refused",
    by: { person: person.id },
    about: person.id,
    at: now,
    detail: { other: asker.id },
  });
  const told: Notice = {
    ...context.notify(asker, ask.id, (own) => warning(own.refusedThere())),
    atOnce: true,
    through: ask.askerAccount,
  };
  return committed(replace(warning(t.refused(asker.name))), told);
}

/** A question of this person's that is open, and the other one of it. Whoever else sends its id finds nothing. */
export async function openAsk(
  id: string,
  as: "asker" | "holder",
  { stores, person, now, t }: AccountContext,
): Promise<{ readonly ask: Ask; readonly other: Person }> {
  const ask = await stores.accounts.ask(id, person.id, now);
  if (!ask || ask[as] !== person.id || (as === "holder" && !ask.asked)) throw new Refusal(t.over());
  const other = await stores.people.person(as === "asker" ? ask.holder : ask.asker);
  if (!other || other.leftOn !== null) throw new Refusal(t.over());
  return { ask, other };
}

/** Why these two are not joined, whatever they say: then neither code nor question is any use any more. */
export async function hindered(
  ask: Ask,
  other: Person,
  context: AccountContext,
  answer: (...cards: Card[]) => Answer,
): Promise<Answer | null> {
  const { stores, person, now, t } = context;
  if (await stores.accounts.shareWorkspace(ask.holder, ask.asker)) {
    await stores.accounts.close(ask);
    const told =
      ask.asker === person.id
        ? inChatOfHolder(ask, other, (own) => warning(own.codeTyped(person.name)), context)
        : null;
    return committed(answer(warning(t.sameWorkspace())), told);
  }
  const before =
    (await stores.accounts.joinOf(ask.holder, now)) ??
    (await stores.accounts.joinOf(ask.asker, now));
  if (!before) return null;
  await stores.accounts.close(ask);
  return committed(answer(warning(t.joinedLately(before.until))));
}

function inChatOfHolder(
  ask: Ask,
  holder: Person,
  say: (t: AccountMessages) => Card,
  context: AccountContext,
): Notice {
  return { ...context.notify(holder, ask.id, say), atOnce: true, through: ask.holderAccount };
}

/** The other one as this person is shown them: with what they would get to see and do. */
async function otherOf(
  other: Person,
  account: Ask["holderAccount"],
  { stores, person }: AccountContext,
): Promise<Other> {
  const manager = mergedInto(person, other).managerId ?? null;
  return {
    name: other.name,
    workspace: await stores.accounts.workspaceOf(account),
    manager: manager === null ? null : ((await stores.people.person(manager))?.name ?? null),
    rights: rightsOf(person),
    brings: rightsOf(other),
  };
}
