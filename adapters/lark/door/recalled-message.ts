// A message in the bot's own chat that its author recalls. Of edits Lark tells nothing.
// https://open.feishu.cn/document/server-docs/im-v1/message/events/recalled
import { platform, workspaceOf, type Lark, type LarkApp } from "../lark.ts";
import { parseRecalled } from "./parse.ts";

/** The key of what somebody said, by which it is found again when they recall it. */
export const saidKey = (message: string): string => `${platform}:said:${message}`;

/** The event says neither whose the message was nor in what kind of chat: both are looked up here. */
export async function hearRecalled(lark: Lark, app: LarkApp, raw: unknown): Promise<void> {
  const event = parseRecalled(raw);
  if (event === null || event.recall_type !== "message_owner") return;
  const workspace = workspaceOf(app, event.tenant_key);
  const at = { platform, workspace };
  const said = saidKey(event.message_id);
  if (await lark.bot().knowsPlace({ ...at, channel: event.chat_id })) return;
  const from = await lark.bot().saidBy(at, said);
  if (from === null) return;
  const run = await lark.bot().accept({
    kind: "messageChanged",
    dedupeKey: `lark:recalled:${event.message_id}`,
    from,
    said,
    change: "deleted",
  });
  if (run !== null) lark.later("recalled", run);
}
