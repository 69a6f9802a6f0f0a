// A file that was sent to the bot in its own chat, as its message tells of it.
// https://open.feishu.cn/document/server-docs/im-v1/message-content-description/message_content
import { z } from "zod";
import type { MessageEvent } from "../door/parse.ts";

const content = z.looseObject({
  file_key: z.string().min(1).max(300),
  file_name: z.string().max(300).default(""),
});

/** Null for a message that is no file. How big it is Lark does not say. */
export function fileIn({ message }: MessageEvent) {
  if (message.message_type !== "file") return null;
  const read = content.safeParse(parsed(message.content));
  return read.success
    ? {
        ref: `${message.message_id} ${read.data.file_key}`,
        name: read.data.file_name,
        bytes: null,
      }
    : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
