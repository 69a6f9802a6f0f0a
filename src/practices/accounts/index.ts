// Accounts 绑定账号: one person in two chats. A code shown in one is typed in the other, and both sides say yes; an equal e-mail only
// proposes it.
import { rest } from "#src/bot/declare/arguments";
import { practiceOf } from "#src/bot/declare/practice";
import type { Card } from "#src/view/card";
import { askHolder, dropAsk, joinBy, partAgain, refuseAsk, showCode } from "./actions.ts";
import { askTheHolder, dropTheAsk, refuseTheAsk, showNewCode, typeCode } from "./ask-holder.ts";
import type { AccountContext, AccountStores } from "./context.ts";
import { joinTheTwo, partTheTwo } from "./join-accounts.ts";
import { en, type AccountMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { twinsOf } from "./rules.ts";
import {
  codeCard,
  holderCard,
  joinedCard,
  partedCard,
  sureCard,
  twinCard,
  waitingCard,
} from "./link-card.ts";

const sampleId = "00000000-0000-7000-8000-000000000001";
const sampleUntil = new Date("2026-11-12T02:00:00Z");

const { practice, command, press } = practiceOf<AccountMessages, AccountStores>();

export const accounts = practice({
  name: "accounts",
  group: "own",
  switched: "always on",
  messages: { en, zh },
  stores: { people: true, accounts: true, audit: true },
  needs: [],
  commands: [
    command({
      name: "accounts.link",
      words: { en: ["link", "connect"], zh: ["绑定账号", "绑定"] },
      help: (t) => t.help(),
      args: { code: rest() },
      handle: ({ code }, context) => (code === "" ? showNewCode(context) : typeCode(code, context)),
    }),
  ],
  actions: [
    press(showCode, "everyone", (_payload, context) => showNewCode(context)),
    press(askHolder, "everyone", ({ ask }, context) => askTheHolder(ask, context)),
    press(dropAsk, "everyone", ({ ask }, context) => dropTheAsk(ask, context)),
    press(joinBy, "everyone", ({ ask }, context) => joinTheTwo(ask, context)),
    press(refuseAsk, "everyone", ({ ask }, context) => refuseTheAsk(ask, context)),
    press(partAgain, "everyone", ({ join }, context) => partTheTwo(join, context)),
  ],
  forms: [],
  home: [{ rank: 2, who: "everyone", say: twinOnHome }],
  upkeep: [],
  nudges: [],
  samples: [
    { name: "code", view: (t) => codeCard("042815", t) },
    {
      name: "sure",
      view: (t) =>
        sureCard(
          sampleId,
          { name: "林晓", workspace: "Galaxy", manager: null, rights: null, brings: null },
          t,
        ),
    },
    { name: "waiting", view: (t) => waitingCard("林晓", t) },
    {
      name: "holder",
      view: (t) =>
        holderCard(
          sampleId,
          {
            name: "Lin Xiao",
            workspace: "星河",
            manager: "周岚",
            rights: { admin: true, leads: 4, assistant: true },
            brings: { admin: false, leads: 1, assistant: false },
          },
          t,
        ),
    },
    { name: "joined", view: (t) => joinedCard({ id: sampleId, until: sampleUntil }, 2, t) },
    { name: "parted", view: (t) => partedCard("Lin Xiao", "林晓", t) },
    { name: "twin", view: (t) => twinCard("Lin Xiao", t) },
  ],
});

/** While there seem to be two of them who could be joined. */
async function twinOnHome({ person, stores, t }: AccountContext): Promise<readonly Card[]> {
  if (person.email === null) return [];
  for (const twin of twinsOf(person, await stores.people.withEmail(person.email))) {
    if (!(await stores.accounts.shareWorkspace(person.id, twin.id)))
      return [twinCard(twin.name, t)];
  }
  return [];
}
