// A Slack of our own: files that were dropped, given out to whoever may read them, and files of the bot's, put in two steps.
// docs.slack.dev/messaging/working-with-files; docs.slack.dev/reference/objects/file-object
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Ids } from "./posting.ts";
import { refuse, textOf, type Args, type FakeFile, type FakeWorkspace } from "./workspace.ts";

/** As an event tells of it; without the scope it is not told where it is. */
export const fileShown = ({ scopes }: FakeWorkspace, file: FakeFile, base: string): object => ({
  id: file.id,
  name: file.name,
  title: file.name,
  size: file.length,
  mode: "hosted",
  ...(scopes.has("files:read")
    ? {
        url_private: `${base}/files-pri/${file.id}/${encodeURIComponent(file.name)}`,
        url_private_download: `${base}/files-pri/${file.id}/download/${encodeURIComponent(file.name)}`,
      }
    : {}),
});

/** False where the path is none of files'. */
export function answerFiles(
  request: IncomingMessage,
  response: ServerResponse,
  body: Buffer,
  workspaces: ReadonlyMap<string, FakeWorkspace>,
): boolean {
  const [, room, id = ""] = (request.url ?? "").split("?")[0]!.split("/");
  const of = [...workspaces.values()].find((each) => each.files.has(id));
  const file = of?.files.get(id);
  if (room === "files-pri") {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? "")?.[1];
    // Whoever may not read it is sent to sign in, with no word of why.
    if (!of || of.token !== token || !of.scopes.has("files:read") || of.revoked)
      response.writeHead(302, { location: "/signin" }).end();
    else if (!file?.bytes || file.deleted) response.writeHead(404).end();
    else response.writeHead(200, { "content-type": "application/octet-stream" }).end(file.bytes);
    return true;
  }
  if (room !== "upload") return false;
  if (!file || file.bytes !== null) response.writeHead(404).end();
  else if (body.length !== file.length) response.writeHead(400).end("size");
  else {
    file.bytes = body;
    response.writeHead(200).end("OK");
  }
  return true;
}

export const uploadMethods = (ids: Ids, base: () => string) => ({
  "files.getUploadURLExternal": (workspace: FakeWorkspace, args: Args): object => {
    const [name, length] = [textOf(args["filename"]), Number(args["length"])];
    if (name === "" || !(length > 0)) return refuse("invalid_arguments");
    const id = `F${ids.next()}`;
    workspace.files.set(id, { id, name, length, bytes: null, channel: null, deleted: false });
    return { ok: true, upload_url: `${base()}/upload/${id}`, file_id: id };
  },
  "files.completeUploadExternal": (workspace: FakeWorkspace, args: Args): object => {
    if (textOf(args["files"]) === "") return refuse("invalid_arguments");
    const asked = JSON.parse(textOf(args["files"])) as { readonly id: string }[];
    const channel = textOf(args["channel_id"]);
    if (!workspace.channels.has(channel)) return refuse("channel_not_found");
    const found = asked.map(({ id }) => workspace.files.get(id));
    if (found.some((file) => !file?.bytes || file.channel !== null))
      return refuse("file_not_found");
    for (const file of found) {
      file!.channel = channel;
      workspace.messages.push({
        channel,
        ts: ids.ts(),
        by: workspace.botUser,
        text: file!.name,
        blocks: [{ type: "section", text: { type: "mrkdwn", text: `📎 ${file!.name}` } }],
        metadata: null,
        ephemeralTo: null,
        reactions: [],
        edits: 0,
      });
    }
    return { ok: true, files: asked };
  },
});
