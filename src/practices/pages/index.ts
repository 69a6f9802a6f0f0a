// Pages 我的页面: a link that signs in a browser once, asked for in a chat, and the way out of all of them.
import { committed, replace, show, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { practiceOf } from "#src/bot/declare/practice";
import { atHand } from "#src/practices/help/api";
import { button, card, text, withPage, type Card } from "#src/view/card";
import { openPage, signOutAll } from "./actions.ts";
import type { PageContext, PageStores } from "./context.ts";
import { en, type PageMessages } from "./messages/en.ts";
import { zh } from "./messages/zh.ts";
import { unprovedBackups, unprovedCard } from "./backups.ts";
import { runningAtHome, runningCard } from "./running.ts";

const linkMinutes = 10;
const linkMs = linkMinutes * 60_000;
/** Within the time one holds: whoever needs more is no person. */
const mostLinks = 5;
/** Behind what is done every day. */
const lastAtHand = 90;

const { practice, command, press, contributes } = practiceOf<PageMessages, PageStores>();

export const pages = practice({
  name: "pages",
  group: "own",
  switched: "always on",
  messages: { en, zh },
  stores: { visits: true, running: true, people: true },
  needs: ["help"],
  commands: [
    command({
      name: "pages.sign-in",
      words: { en: ["sign in", "my page"], zh: ["登录", "我的页面"] },
      help: (t) => t.helpSignIn(),
      handle: (_input, context) => offerLink(context),
    }),
    command({
      name: "pages.sign-out",
      words: { en: ["sign out", "sign out everywhere"], zh: ["退出登录", "全部退出登录"] },
      help: (t) => t.helpSignOut(),
      handle: async (_input, context) => committed(show(await signOut(context))),
    }),
  ],
  actions: [
    press(openPage, "everyone", (_payload, context) => offerLink(context)),
    press(signOutAll, "everyone", async (_payload, context) =>
      committed(replace(await signOut(context))),
    ),
  ],
  forms: [],
  home: [{ rank: 60, who: "admin", say: runningAtHome }],
  upkeep: [unprovedBackups],
  nudges: [],
  contributions: [
    contributes(atHand, async (_what, { here, t }) =>
      here.pages ? [{ rank: lastAtHand, button: button(t.myPage(), openPage({})) }] : [],
    ),
  ],
  samples: [
    {
      name: "running well",
      view: (t) =>
        runningCard(
          { sent: 128, waiting: 2, oldestMinutes: 0, held: 3, failed: 0, stopped: [] },
          [],
          t,
        ),
    },
    {
      name: "running badly",
      view: (t) =>
        runningCard(
          {
            sent: 12,
            waiting: 40,
            oldestMinutes: 38,
            held: 0,
            failed: 2,
            stopped: [
              { name: "Galaxy", place: false, since: new Date("2026-11-11T01:00:00Z") },
              { name: "C1", place: true, since: new Date("2026-11-11T01:00:00Z") },
            ],
          },
          [],
          t,
        ),
    },
    { name: "backups unproved", view: (t) => unprovedCard(17, t) },
    {
      name: "link",
      view: (t) =>
        withPage(linkCard({ organisation: "", link: "" }, t), () => "https://pacer.example.com/"),
    },
  ],
});

/** Their account is that of the chat they ask in: there they may do what they may do here. */
async function offerLink(context: PageContext): Promise<Answer> {
  const { organisation, person, account, here, now, stores, t } = context;
  if (!here.pages || account === null) throw new Refusal(t.noAddress());
  const link = {
    id: context.newId(),
    person: person.id,
    account,
    at: now,
    until: new Date(now.getTime() + linkMs),
  };
  const since = new Date(now.getTime() - linkMs);
  if (!(await stores.visits.offer(link, { most: mostLinks, since })))
    throw new Refusal(t.tooMany(linkMinutes));
  return committed(show(linkCard({ organisation: organisation.id, link: link.id }, t)));
}

const signOut = async ({ stores, person, now, t }: PageContext): Promise<Card> =>
  card({ title: t.signedOut(await stores.visits.endAll(person.id, now)) });

const linkCard = (
  { organisation, link }: { readonly organisation: string; readonly link: string },
  t: PageMessages,
): Card =>
  card({
    title: t.title(),
    body: [text(t.what(linkMinutes))],
    page: { label: t.open(), organisation, link },
    buttons: [button(t.signOut(), signOutAll({}), "quiet")],
    sees: t.onlyYou(),
  });
