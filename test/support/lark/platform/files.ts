// Files of an open platform of our own: those that people sent to the bot, and the bot's own, uploaded and then sent.
// https://open.feishu.cn/document/server-docs/im-v1/message/get-2 and …/im-v1/file/create
import { done, refuse, type Asked, type FakeLark, type Reply } from "./company.ts";

const missing = (): Reply =>
  refuse(99991672, "Access denied. One of the following scopes is required: [im:resource]", 400);
const mostBytes = 30 * 1024 * 1024;

export interface Files {
  /** What the routes of files answer; null for every other route. */
  answer(asked: Asked, route: string): Reply | null;
}

export function createFiles(fake: FakeLark): Files {
  function download(message: string, key: string, asked: Asked): Reply {
    if (!fake.permissions.has("im:resource")) return missing();
    if (asked.query.get("type") !== "file") return refuse(234001, "Invalid request param.");
    const file = fake.files.get(key);
    if (file?.message !== message) return refuse(234003, "File not in msg.");
    return { status: 200, body: file.bytes };
  }

  function upload({ upload: given }: Asked): Reply {
    if (!fake.permissions.has("im:resource")) return missing();
    if (given?.type !== "stream" || given.name === "")
      return refuse(234001, "Invalid request param.");
    if (given.bytes.length === 0) return refuse(234010, "File's size can't be 0.");
    if (given.bytes.length > mostBytes)
      return refuse(234006, "The file size exceed the max value.");
    const key = `file_v3_${fake.files.size}`;
    fake.files.set(key, { key, name: given.name, bytes: given.bytes, message: null });
    return done({ file_key: key });
  }

  return {
    answer(asked, route) {
      const found = /^GET \/open-apis\/im\/v1\/messages\/([^/]+)\/resources\/([^/]+)$/.exec(route);
      if (found) return download(found[1]!, decodeURIComponent(found[2]!), asked);
      if (route === "POST /open-apis/im/v1/files") return upload(asked);
      if (route === "GET /open-apis/application/v6/scopes")
        return done({
          scopes: [...fake.permissions].map((scope_name) => ({ scope_name, grant_status: 1 })),
        });
      return null;
    },
  };
}
