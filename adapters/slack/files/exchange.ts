// Files of Slack: one that was dropped is fetched with the bot's token, and one of ours is put into somebody's own chat.
// docs.slack.dev/reference/objects/file-object; docs.slack.dev/messaging/working-with-files
import { webApi } from "@slack/bolt";
import type { ChatFiles, Fetched } from "#src/ports/chat/files";
import { platform, type Slack } from "../slack.ts";

const fetchMs = 60_000;

/** The token goes nowhere but to Slack itself: to the host the Web API is at, and to slack.com's own. */
function mayHaveToken(address: URL, apiUrl: string): boolean {
  const api = new URL(apiUrl);
  if (address.protocol === api.protocol && address.host === api.host) return true;
  const isSlack = api.hostname === "slack.com";
  return isSlack && address.protocol === "https:" && address.hostname.endsWith(".slack.com");
}

export function createFiles(slack: Slack): ChatFiles {
  const tokenOf = async (workspace: string): Promise<string | null> =>
    (await slack.installations.find({ platform, workspace }))?.token ?? null;

  return {
    async fetchFile({ workspace }, ref): Promise<Fetched> {
      // Without the scope a message tells of a file, and not where it is.
      if (!URL.canParse(ref)) return { fetched: "no scope" };
      const address = new URL(ref);
      const token = await tokenOf(workspace);
      if (token === null || !mayHaveToken(address, slack.apiUrl)) return { fetched: "gone" };
      const response = await fetch(address, {
        headers: { authorization: `Bearer ${token}` },
        redirect: "manual",
        signal: AbortSignal.timeout(fetchMs),
      }).catch(() => null);
      return response === null ? { fetched: "later" } : readAnswer(response);
    },
    async sendFile({ workspace, user }, name, bytes) {
      const client = await slack.clients.of(workspace);
      if (!client) return { sent: "not now" };
      try {
        const place = await client.files.getUploadURLExternal({
          filename: name,
          length: bytes.length,
        });
        const { upload_url: to, file_id: id } = place;
        if (to === undefined || id === undefined) return { sent: "not now" };
        const put = await fetch(to, {
          method: "POST",
          body: Uint8Array.from(bytes),
          signal: AbortSignal.timeout(fetchMs),
        });
        if (!put.ok) return { sent: "not now" };
        const opened = await client.conversations.open({ users: user });
        await client.files.completeUploadExternal({
          files: [{ id, title: name }],
          channel_id: opened.channel?.id ?? "",
        });
        return { sent: "there" };
      } catch (error) {
        const isScope =
          error instanceof webApi.WebAPIPlatformError && error.data.error === "missing_scope";
        return { sent: isScope ? "no scope" : "not now" };
      }
    },
  };
}

/** Whoever may not read it is sent to the page where people sign in. */
function readAnswer(response: Response): Fetched {
  if (response.ok && response.body !== null) return { fetched: "there", bytes: response.body };
  if ([301, 302, 303, 307, 401, 403].includes(response.status)) return { fetched: "no scope" };
  return response.status === 429 || response.status >= 500
    ? { fetched: "later" }
    : { fetched: "gone" };
}
