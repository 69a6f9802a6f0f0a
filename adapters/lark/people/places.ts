// Groups the bot was in before it was told of them: met when something is said to it there.
import { z } from "zod";
import { platform, type Lark, type LarkApp } from "../lark.ts";

const chat = z.looseObject({ name: z.string().default("") });
const keyOf = (workspace: string, channel: string): string => `${workspace} ${channel}`;

/** Once in the life of this process for each group; a name that Lark does not tell now is asked for again another time. */
export async function tellPlace(
  lark: Lark,
  app: LarkApp,
  workspace: string,
  channel: string,
): Promise<void> {
  const key = keyOf(workspace, channel);
  if (lark.places.has(key)) return;
  const called = await app.api.call({
    method: "GET",
    path: `/open-apis/im/v1/chats/${encodeURIComponent(channel)}`,
    timeoutMs: 2_000,
  });
  const read = called.called === "done" ? chat.safeParse(called.data) : null;
  await lark.bot().receive({
    kind: "placeChanged",
    dedupeKey: `lark:heard:${key}`,
    place: { platform, workspace, channel },
    name: read?.data?.name ?? "",
    member: true,
  });
  if (read?.success === true) lark.places.add(key);
}

export const cameTo = (lark: Lark, workspace: string, channel: string): void =>
  void lark.places.add(keyOf(workspace, channel));
export const leavePlace = (lark: Lark, workspace: string, channel: string): void =>
  void lark.places.delete(keyOf(workspace, channel));
