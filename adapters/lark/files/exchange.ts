// Files of Lark: one that was sent to the bot is fetched from its message, and one of ours is uploaded and sent.
// https://open.feishu.cn/document/server-docs/im-v1/message/get-2 and …/im-v1/file/create; both want im:resource.
import { z } from "zod";
import type { ChatFiles, FileSent } from "#src/ports/chat/files";
import type { NoToken } from "../send/api.ts";
import { appOf, type Lark } from "../lark.ts";

/** "Access denied. One of the following scopes is required", and the same of messages. */
const noPermission: ReadonlySet<number> = new Set([99991672, 230027]);

const uploaded = z.looseObject({ file_key: z.string().min(1) });

export function createFiles(lark: Lark): ChatFiles {
  return {
    async fetchFile({ workspace }, ref) {
      const app = appOf(lark, workspace);
      const [message, file] = ref.split(" ");
      if (app === null || message === undefined || file === undefined) return { fetched: "gone" };
      const answer = await app.api.download(
        `/open-apis/im/v1/messages/${encodeURIComponent(message)}/resources/${encodeURIComponent(file)}`,
        { type: "file" },
      );
      if (answer.called === "done") return { fetched: "there", bytes: answer.bytes };
      if (answer.called !== "refused") return { fetched: "later" };
      if (noPermission.has(answer.code)) return { fetched: "no scope" };
      return { fetched: answer.status === 429 || answer.status >= 500 ? "later" : "gone" };
    },
    async sendFile({ workspace, user }, name, bytes) {
      const app = appOf(lark, workspace);
      if (app === null) return { sent: "not now" };
      const form = new FormData();
      form.append("file_type", "stream");
      form.append("file_name", name);
      form.append("file", new File([Uint8Array.from(bytes)], name));
      const put = await app.api.upload("/open-apis/im/v1/files", form);
      if (put.called !== "done") return notSent(put);
      const key = uploaded.safeParse(put.data);
      if (!key.success) return { sent: "not now" };
      const said = await app.api.call({
        method: "POST",
        path: "/open-apis/im/v1/messages",
        query: { receive_id_type: "open_id" },
        body: {
          receive_id: user,
          msg_type: "file",
          content: JSON.stringify({ file_key: key.data.file_key }),
        },
      });
      return said.called === "done" ? { sent: "there" } : notSent(said);
    },
  };
}

const notSent = (answer: NoToken): FileSent =>
  answer.called === "refused" && noPermission.has(answer.code)
    ? { sent: "no scope" }
    : { sent: "not now" };
