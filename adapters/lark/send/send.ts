// The Chat port over the open platform. A delivery's id is its `uuid`: Lark sends at most one message of that name within an hour, so
// that sending again is safe that long; afterwards the chat itself is read.
import { z } from "zod";
import type {
  Chat,
  ChatAddress,
  Found,
  OutgoingMessage,
  Pace,
  PostResult,
} from "#src/ports/chat/chat";
import type { Called } from "./api.ts";
import { markOf } from "../door/action-codec.ts";
import type { CardJson } from "../render/card-json.ts";
import { createFiles } from "../files/exchange.ts";
import { departmentOf, departmentsOf, memberOf } from "../people/directory.ts";
import { membersOf } from "../people/members.ts";
import { verdictOf } from "./errors.ts";
import { appOf, remember, type Lark, type LarkApp } from "../lark.ts";
import { limits } from "../render/limits.ts";
import { localeOf, wordsIn } from "../messages/index.ts";
import { renderCards } from "../render/card.ts";
import { withPage } from "#src/view/card";

export function createChat(lark: Lark, platform: string): Chat {
  return {
    platform,
    pace: larkPace,
    post: async (to, message) => {
      const app = appOf(lark, to.workspace);
      if (app === null) return nowhere;
      const done = await postCard(lark, app, to, cardOf(lark, to, message), message.deliveryId);
      if (done.result === "sent" && "user" in to)
        lark.later("home", () =>
          lark.homes.posted(to.workspace, to.user, done.messageId, message.cards),
        );
      return done;
    },
    edit: async (to, messageId, message) => {
      const app = appOf(lark, to.workspace);
      return app === null ? nowhere : await edit(lark, app, to, messageId, message);
    },
    tells: ["departments", "members"],
    departments: (workspace) => departmentsOf(lark, workspace),
    department: (workspace, id) => departmentOf(lark, workspace, id),
    member: (workspace, user) => memberOf(lark, workspace, user),
    membersAt: (place) => membersOf(lark, place),
    ...createFiles(lark),
    find: (to, deliveryId) => find(lark, to, deliveryId),
  };
}

/**
 * Lark takes 5 a second to one chat, shared with the other bots in it, and 50 a second, 1,000 a minute from the app. In the worst
 * second a burst and a second's rate go together: 5, and 40; in the worst minute 925.
 */
export const larkPace: Pace = {
  destination: { perSecond: 3, burst: 2 },
  installation: { perSecond: 15, burst: 25 },
};

const nowhere: PostResult = {
  result: "final",
  stops: "installation",
  why: "no app of this process belongs to that workspace",
};

const cardOf = (lark: Lark, to: ChatAddress, message: OutgoingMessage): CardJson =>
  renderCards(
    message.cards.map((each) => withPage(each, lark.bot().hrefOf)),
    { rendering: message.deliveryId, group: "channel" in to },
    wordsIn(message.locale ?? localeOf(message.cards)),
    message.told,
  );

const created = z.object({ message_id: z.string().min(1), chat_id: z.string().optional() });

/** A new message, at most one of that name within an hour. */
export async function postCard(
  lark: Lark,
  app: LarkApp,
  to: ChatAddress,
  card: CardJson,
  uuid: string,
): Promise<PostResult> {
  const [kind, receiver] =
    "user" in to ? (["open_id", to.user] as const) : (["chat_id", to.channel] as const);
  const called = await app.api.call({
    method: "POST",
    path: "/open-apis/im/v1/messages",
    query: { receive_id_type: kind },
    body: { receive_id: receiver, msg_type: "interactive", content: JSON.stringify(card), uuid },
  });
  const read = called.called === "done" ? created.safeParse(called.data) : null;
  if (read?.success !== true) return resultOf(called);
  if ("user" in to && read.data.chat_id !== undefined)
    remember(lark.ownChats, `${to.workspace}/${to.user}`, read.data.chat_id);
  return { result: "sent", messageId: read.data.message_id };
}

/** In place of an earlier message. Null where it is too old for that. */
export async function patchCard(
  app: LarkApp,
  messageId: string,
  card: CardJson,
): Promise<PostResult | null> {
  const called = await app.api.call({
    method: "PATCH",
    path: `/open-apis/im/v1/messages/${encodeURIComponent(messageId)}`,
    body: { content: JSON.stringify(card) },
  });
  if (called.called === "done") return { result: "sent", messageId };
  return called.called === "refused" && verdictOf(called).verdict === "too old"
    ? null
    : resultOf(called);
}

async function edit(
  lark: Lark,
  app: LarkApp,
  to: ChatAddress,
  messageId: string,
  message: OutgoingMessage,
): Promise<PostResult> {
  const card = cardOf(lark, to, message);
  await lark.holding.free(messageId);
  return (
    (await patchCard(app, messageId, card)) ??
    (await postCard(lark, app, to, card, message.deliveryId))
  );
}

function resultOf(called: Called): PostResult {
  switch (called.called) {
    case "done":
    case "unheard":
      return { result: "unknown" };
    case "unsent":
      return { result: "later", afterMs: 5_000, all: true };
    case "refused": {
      const verdict = verdictOf(called);
      if (verdict.verdict === "later")
        return { result: "later", afterMs: verdict.afterMs, ...(verdict.all ? { all: true } : {}) };
      if (verdict.verdict === "final")
        return { result: "final", stops: verdict.stops, why: verdict.why };
      return { result: "unknown" };
    }
  }
}

async function find(lark: Lark, to: ChatAddress, deliveryId: string): Promise<Found> {
  const app = appOf(lark, to.workspace);
  if (app === null) return { found: "unknowable" };
  const made = madeAt(deliveryId);
  const now = lark.wall.now().getTime();
  // No attempt is older than the delivery itself: within the hour its name alone keeps it from coming twice.
  if (made !== null && now - made < limits.uuidMs && made <= now) return { found: "absent" };
  const chat = "channel" in to ? to.channel : lark.ownChats.get(`${to.workspace}/${to.user}`);
  return chat === undefined || made === null
    ? { found: "unknowable" }
    : await lookInto(app, chat, deliveryId, made);
}

/** Deliveries are named by UUID version 7, which begins with the moment it was made. */
function madeAt(deliveryId: string): number | null {
  const hex = /^([0-9a-f]{8})-([0-9a-f]{4})-7/i.exec(deliveryId);
  return hex === null ? null : Number.parseInt(`${hex[1]}${hex[2]}`, 16);
}

const listed = z.object({
  items: z
    .array(
      z.looseObject({
        message_id: z.string(),
        create_time: z.coerce.number(),
        body: z.object({ content: z.string() }).optional(),
      }),
    )
    .default([]),
  has_more: z.boolean().optional(),
  page_token: z.string().optional(),
});
const mostPages = 4;

/** Every message of ours carries its mark, so the newest are searched for it, back to when the delivery was made. */
async function lookInto(
  app: LarkApp,
  chat: string,
  deliveryId: string,
  made: number,
): Promise<Found> {
  const mark = markOf(deliveryId);
  let token: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const query = {
      container_id_type: "chat",
      container_id: chat,
      sort_type: "ByCreateTimeDesc",
      page_size: "50",
      card_msg_content_type: "user_card_content",
    };
    const called = await app.api.call({
      method: "GET",
      path: "/open-apis/im/v1/messages",
      query: { ...query, ...(token === undefined ? {} : { page_token: token }) },
    });
    const read = called.called === "done" ? listed.safeParse(called.data) : null;
    if (read?.success !== true) return { found: "unknowable" };
    const { items, has_more: more, page_token: next } = read.data;
    const there = items.find((item) => item.body?.content.includes(mark));
    if (there) return { found: "there", messageId: there.message_id };
    if (more !== true || items.some((item) => item.create_time < made)) return { found: "absent" };
    token = next;
  }
  return { found: "unknowable" };
}
