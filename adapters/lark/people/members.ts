// Who is in a group the bot is in: asked only when an admin makes a team of one, and kept nowhere.
// https://open.feishu.cn/document/server-docs/group/chat-member/get
import { z } from "zod";
import type { PlaceIdentity } from "#src/people/place";
import type { FromDirectory, Member } from "#src/ports/chat/chat";
import type { Lark } from "../lark.ts";
import { localeOfApp } from "../door/event-meta.ts";
import { asking, pages } from "./directory.ts";

const page = z.looseObject({
  items: z
    .array(z.looseObject({ member_id: z.string().min(1), name: z.string().max(300).default("") }))
    .default([]),
  has_more: z.boolean().default(false),
  page_token: z.string().default(""),
});

/** A group may have thousands; nobody sets up a team of more. */
const mostMembers = 500;

/** Names only: whoever is taken is met as when they had written themselves. Apps are left out by Lark, guests of other companies by the form's answer. */
export const membersOf = (
  lark: Lark,
  { workspace, channel }: PlaceIdentity,
): Promise<FromDirectory<readonly Member[]>> =>
  asking(lark, workspace, async (app) => {
    const found = await pages(
      app,
      `/open-apis/im/v1/chats/${encodeURIComponent(channel)}/members`,
      { member_id_type: "open_id", page_size: "100" },
      page,
      ({ items }) => items,
      mostMembers,
    );
    return found.map(({ member_id: user, name }) => ({
      user,
      profile: {
        name: name || `#${user.slice(-4)}`,
        email: null,
        locale: null,
        guess: localeOfApp(app),
        zone: null,
        active: true,
        guest: false,
      },
    }));
  });
