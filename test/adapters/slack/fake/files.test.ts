// Files of a Slack of our own: given out to whoever may read them alone, and put in two steps, once.
import { afterAll, beforeAll, expect, it } from "vitest";
import { fileShown } from "#test/support/slack/platform/files";
import { startFakeSlack } from "#test/support/slack/platform/server";
import { dmOf, type FakeSlack, type FakeWorkspace } from "#test/support/slack/platform/workspace";

let slack: FakeSlack;
let workspace: FakeWorkspace;
beforeAll(async () => {
  slack = await startFakeSlack();
  workspace = slack.workspace("T1", "xoxb-1", [{ id: "U1", name: "Anna" }]);
});
afterAll(() => slack.close());

const base = () => slack.url.replace(/\/api\/$/, "");
const call = async (method: string, args: Record<string, string>) =>
  (await (
    await fetch(`${slack.url}${method}`, {
      method: "POST",
      headers: { authorization: "Bearer xoxb-1" },
      body: new URLSearchParams(args),
    })
  ).json()) as Record<string, string>;

it("gives a file out with the token and the scope, and sends everybody else to sign in", async () => {
  const file = {
    id: "F1",
    name: "a.csv",
    length: 3,
    bytes: Buffer.from("a,b"),
    channel: "D1",
    deleted: false,
  };
  workspace.files.set("F1", file);
  const shown = fileShown(workspace, file, base()) as { url_private_download: string };
  const get = (token: string) =>
    fetch(shown.url_private_download, {
      headers: { authorization: `Bearer ${token}` },
      redirect: "manual",
    });
  expect(await (await get("xoxb-1")).text()).toBe("a,b");
  expect((await get("xoxb-2")).status).toBe(302);
  file.deleted = true;
  expect((await get("xoxb-1")).status).toBe(404);
  workspace.scopes.delete("files:read");
  expect((await get("xoxb-1")).status).toBe(302);
  expect(fileShown(workspace, file, base())).not.toHaveProperty("url_private_download");
  workspace.scopes.add("files:read");
});

it("takes a file of the size that was said, once, and shows it where it was put", async () => {
  const place = await call("files.getUploadURLExternal", { filename: "x.csv", length: "4" });
  const put = (body: string) => fetch(place["upload_url"]!, { method: "POST", body });
  expect((await put("too long")).status).toBe(400);
  expect((await put("1,2\n")).status).toBe(200);
  expect((await put("1,2\n")).status).toBe(404);
  const files = JSON.stringify([{ id: place["file_id"] }]);
  const channel = dmOf(workspace, "U1");
  expect(await call("files.completeUploadExternal", { files, channel_id: channel })).toMatchObject({
    ok: true,
  });
  expect(workspace.messages.at(-1)).toMatchObject({ channel, text: "x.csv" });
  expect(await call("files.completeUploadExternal", { files, channel_id: channel })).toMatchObject({
    error: "file_not_found",
  });
});
