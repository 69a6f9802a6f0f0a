// Accounts 绑定账号: one person in two chats. A code shown in one is typed in the other; an equal e-mail only proposes it.
import { planning, replace, show, stored, type Answer } from "#src/bot/answer";
import { rest } from "#src/bot/arguments";
import { Incomplete } from "#src/bot/errors";
import { command, definePractice, press, type Context } from "#src/bot/practice";
import type { PersonId } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import { card, type Card } from "#src/view/card";
import type { Line } from "#src/view/line";
import { joinBy, showCode } from "./actions.ts";
import { en, type AccountMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { codeFrom, codeMinutes, codeMs, hashOf, mergedInto, mostTries, readCode, twinOf, wrongNow } from "./rules.ts";
import type { AccountStore } from "./store.ts";
import { codeCard, joinedCard, sureCard, twinCard } from "./views.ts";

interface AccountStores {
  readonly people: PeopleStore;
  readonly accounts: AccountStore;
}
type AccountContext = Context<AccountMessages, AccountStores>;

export const accounts = definePractice<AccountMessages, AccountStores>({
  name: "accounts",
  messages: { en, zh },
  stores: ["people", "accounts"],
  needs: [],
  commands: [
    command({
      name: "accounts.link",
      words: { en: ["link", "connect"], zh: ["绑定账号", "绑定"] },
      help: (t: AccountMessages) => t.help(),
      args: { code: rest() },
      handle: ({ code }, context: AccountContext) => (code === "" ? codeShown(context, show) : codeTyped(code, context)),
    }),
  ],
  actions: [
    press(showCode, "everyone", (_payload, context: AccountContext) => codeShown(context, show)),
    press(joinBy, "everyone", ({ code }, context: AccountContext) => withHolder(code, context, replace, (other) => joined(other, context))),
  ],
  forms: [],
  home: [{ rank: 2, who: "everyone", say: twinOnHome }],
  upkeep: [],
  nudges: [],
  samples: [
    { name: "code", view: (t) => codeCard("042815", t) },
    { name: "sure", view: (t) => sureCard("林晓", "042815", t) },
    { name: "joined", view: (t) => joinedCard(["one", "another"], t) },
    { name: "twin", view: (t) => twinCard("Lin Xiao", t) },
  ],
});

/** A code that somebody else has at this moment is drawn again. */
async function codeShown(context: AccountContext, answer: typeof show): Promise<Answer> {
  const { stores, person, organisation, now } = context;
  for (;;) {
    const code = codeFrom(context.newId());
    if (await stores.accounts.show(person.id, { hash: hashOf(organisation.id, code), until: new Date(now.getTime() + codeMs) }, now)) return stored(answer(codeCard(code, context.t)));
  }
}

async function codeTyped(text: string, context: AccountContext): Promise<Answer> {
  const code = readCode(text);
  if (code === null) throw new Incomplete("code");
  return withHolder(code, context, show, async (other) => {
    const holder = await context.stores.people.person(other);
    return show(sureCard(holder?.name ?? "", code, context.t));
  });
}

/** Wrong ones are counted, so what is said of them is an answer like any other: a refusal would take the count back. */
async function withHolder(code: string, context: AccountContext, answer: typeof show, go: (other: PersonId) => Promise<Answer>): Promise<Answer> {
  const { stores, person, organisation, now, t } = context;
  const wrong = wrongNow(await stores.accounts.tries(person.id), now);
  if (wrong >= mostTries) return answer(warning(t.tooMany(codeMinutes)));
  const other = await stores.accounts.whose(hashOf(organisation.id, code), now);
  if (other === person.id) return answer(warning(t.own()));
  if (other !== null) return go(other);
  await stores.accounts.tried(person.id, { wrong: wrong + 1, at: now });
  return stored(answer(warning(t.wrong())));
}

const warning = (says: Line): Card => card({ title: says, tone: "warning" });

/** Whoever acts stays, so that this very act has its person; who was here first says how they are set up. */
async function joined(other: PersonId, context: AccountContext): Promise<Answer> {
  const { stores, person } = context;
  await stores.people.lock([person.id, other]);
  const gone = await stores.people.person(other);
  if (!gone) return replace(warning(context.t.wrong()));
  await stores.accounts.merge(person.id, other);
  const change = mergedInto(person, gone);
  await stores.people.change(person.id, change);
  const t = change.locale === undefined || change.locale === person.locale ? context.t : context.inLanguage(change.locale);
  return planning(stored(replace(joinedCard(await stores.accounts.platformsOf(person.id), t))), person.id);
}

/** While there seem to be two of them. */
async function twinOnHome(context: AccountContext): Promise<readonly Card[]> {
  if (context.person.email === null) return [];
  const twin = twinOf(context.person, await context.stores.people.directory());
  return twin ? [twinCard(twin.name, context.t)] : [];
}
