// Files on Slack: the token goes to Slack alone, and what may not be read or put is said by name.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createSlackFixture, team, type SlackFixture } from "#test/support/slack/fixture";
import { dmOf } from "#test/support/slack/platform/workspace";

let fixture: SlackFixture;
beforeEach(async () => {
  fixture = await createSlackFixture();
});
afterEach(() => fixture.close());

const from = { platform: "slack", workspace: team, user: "U1" };
const place = (id: string) =>
  `${fixture.slack.url.replace(/\/api\/$/, "")}/files-pri/${id}/download/a.csv`;

function dropped(): string {
  fixture.slack.workspaceOf(team).files.set("F1", {
    id: "F1",
    name: "a.csv",
    length: 3,
    bytes: Buffer.from("a,b"),
    channel: "D1",
    deleted: false,
  });
  return place("F1");
}

it("are fetched with the token, or named as what they are: not allowed, or gone", async () => {
  const { chat } = fixture.adapter;
  const fetched = await chat.fetchFile(from, dropped());
  expect(fetched.fetched).toBe("there");
  const parts: Uint8Array[] = [];
  if (fetched.fetched === "there") for await (const part of fetched.bytes) parts.push(part);
  expect(Buffer.concat(parts).toString()).toBe("a,b");
  fixture.slack.workspaceOf(team).files.get("F1")!.deleted = true;
  expect(await chat.fetchFile(from, place("F1"))).toEqual({ fetched: "gone" });
  fixture.slack.workspaceOf(team).scopes.delete("files:read");
  expect(await chat.fetchFile(from, place("F1"))).toEqual({ fetched: "no scope" });
  expect(await chat.fetchFile(from, "F1")).toEqual({ fetched: "no scope" });
});

it("of another host are not asked for, so that it never sees the token", async () => {
  const seen: unknown[] = [];
  const elsewhere = createServer((request, response) => {
    seen.push(request.headers.authorization);
    response.end("a,b");
  });
  await new Promise<void>((resolve) => void elsewhere.listen(0, "127.0.0.1", resolve));
  const address = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/a.csv`;
  expect(await fixture.adapter.chat.fetchFile(from, address)).toEqual({ fetched: "gone" });
  expect(seen).toEqual([]);
  elsewhere.close();
});

it("of ours stand in the own chat, unless the scope for it is not there", async () => {
  const { chat } = fixture.adapter;
  const bytes = Buffer.from("x,y\r\n");
  expect(await chat.sendFile(from, "figures.csv", bytes)).toEqual({ sent: "there" });
  const workspace = fixture.slack.workspaceOf(team);
  const put = [...workspace.files.values()].at(-1);
  expect(put).toMatchObject({ name: "figures.csv", channel: dmOf(workspace, "U1") });
  expect(put?.bytes?.toString()).toBe("x,y\r\n");
  workspace.scopes.delete("files:write");
  expect(await chat.sendFile(from, "figures.csv", bytes)).toEqual({ sent: "no scope" });
});
