// The Slack of our own, asked over HTTP as an adapter would.
import { afterEach, beforeEach } from "vitest";
import { startFakeSlack } from "#test/support/slack/platform/server";
import type { FakeSlack, FakeWorkspace } from "#test/support/slack/platform/workspace";

export let slack: FakeSlack;
export let workspace: FakeWorkspace;
/** A Slack of our own before each test of a file. */
export function ownSlack(): void {
  beforeEach(async () => {
    slack = await startFakeSlack();
    workspace = slack.workspace("T1", "xoxb-one", [
      { id: "U1", name: "Renke" },
      { id: "U2", name: "Gone", deleted: true },
    ]);
    workspace.channels.set("C1", {
      name: "sales",
      members: new Set([workspace.botUser, "U1"]),
      archived: false,
      im: null,
    });
    workspace.channels.set("C2", {
      name: "old",
      members: new Set([workspace.botUser]),
      archived: true,
      im: null,
    });
    workspace.channels.set("C3", {
      name: "others",
      members: new Set(["U1"]),
      archived: false,
      im: null,
    });
  });
  afterEach(() => slack.close());
}

export type Args = Readonly<Record<string, unknown>>;
export async function ask(
  method: string,
  args: Args = {},
  token = "xoxb-one",
): Promise<{
  status: number;
  error: string | null;
  headers: Headers;
  body: Record<string, unknown>;
}> {
  const form = new URLSearchParams(
    Object.entries(args).map(([name, value]): [string, string] => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
  const response = await fetch(`${slack.url}${method}`, {
    method: "POST",
    headers: {
      ...(token === "" ? {} : { authorization: `Bearer ${token}` }),
      "content-type": "application/x-www-form-urlencoded",
    },
    body: form.toString(),
  });
  const body = (await response.json()) as Record<string, unknown>;
  return {
    status: response.status,
    error: body["ok"] === true ? null : String(body["error"]),
    headers: response.headers,
    body,
  };
}

export const post = (args: Args) => ask("chat.postMessage", { channel: "C1", text: "x", ...args });
export const plain = (text: string) => ({ type: "plain_text", text });
export const button = (more: Args = {}) => ({
  type: "button",
  action_id: "a",
  text: plain("Go"),
  value: "1",
  ...more,
});
export const actions = (...elements: object[]) => ({ type: "actions", elements });
export const modal = (more: Args = {}) => ({
  type: "modal",
  callback_id: "c",
  title: plain("T"),
  submit: plain("S"),
  close: plain("C"),
  private_metadata: "",
  blocks: [{ type: "section", text: plain("x") }],
  ...more,
});
export const input = (element: object) => ({ type: "input", label: plain("L"), element });
export const options = (count: number, text = "o") =>
  Array.from({ length: count }, (_, i) => ({ text: plain(text), value: `v${i}` }));
export const open = (view: object) =>
  ask("views.open", { trigger_id: slack.trigger("T1", "U1"), view });
