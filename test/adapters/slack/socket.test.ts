// Socket Mode: what comes through Slack's own connection, what becomes of it when it breaks, and that nothing of it ends the process.
import { afterEach, describe, expect, it } from "vitest";
import { pauseAfter } from "#adapters/slack/door/socket";
import { SlackSettingWrong } from "#adapters/slack/index";
import { sendCommand, sendEvent } from "#test/support/slack/platform/client";
import { createSlackFixture, team, type SlackFixture } from "#test/support/slack/fixture";
import { dmOf } from "#test/support/slack/platform/workspace";
import { until } from "#test/support/until";

const open: SlackFixture[] = [];
afterEach(() => Promise.all(open.splice(0).map((each) => each.close())));

async function fixture(
  options: Parameters<typeof createSlackFixture>[0] = { socket: true },
): Promise<SlackFixture> {
  const made = await createSlackFixture(options);
  open.push(made);
  return made;
}

const says = (made: SlackFixture, text: string) => {
  const workspace = made.slack.workspaceOf(team);
  return sendEvent(made.wire, team, workspace.botUser, {
    type: "message",
    channel: dmOf(workspace, "U1"),
    channel_type: "im",
    user: "U1",
    text,
    ts: `1795000000.${text.length}`,
  });
};
const logged = (made: SlackFixture) => made.logged.map(({ event }) => event);

describe("through the socket", () => {
  it("a message is heard, and a command is answered with its acknowledgement", async () => {
    const made = await fixture();
    expect((await says(made, "log 12k")).status).toBe(200);
    made.bot.next({ outcome: "toast", line: ["Noted."], locale: "en", tone: "info" });
    const fields = {
      command: "/coach",
      text: "goals",
      team_id: team,
      user_id: "U1",
      channel_id: "C1",
      channel_name: "sales",
      trigger_id: made.slack.trigger(team, "U1"),
      response_url: made.slack.responseUrl(team, "U1", "C1", null),
    };
    expect((await sendCommand(made.wire, fields)).body).toMatchObject({
      response_type: "ephemeral",
      text: "Noted.",
    });
    expect(made.bot.received).toMatchObject([{ text: "log 12k" }, { text: "goals" }]);
  });

  it("what could not be stored is not acknowledged, and comes again", async () => {
    const made = await fixture();
    const accept = made.bot.accept.bind(made.bot);
    made.bot.accept = () => Promise.reject(new Error("the database is away"));
    expect((await says(made, "log 12k")).status).toBe(504);
    made.bot.accept = accept;
    expect((await says(made, "log 12k")).status).toBe(200);
  });

  it("that too many events came is logged and acknowledged, and the next message is heard", async () => {
    const made = await fixture();
    const told = await made.slack.link.push("events_api", {
      token: "x",
      type: "app_rate_limited",
      team_id: team,
      minute_rate_limited: 1_518_467_820,
      api_app_id: "A1",
    });
    expect(told).not.toBeNull();
    expect(logged(made)).toContain("slack.app_rate_limited");
    await says(made, "goals");
    expect(made.bot.received).toMatchObject([{ text: "goals" }]);
  });

  it("what is no message of Slack's is let pass", async () => {
    const made = await fixture();
    made.slack.link.send({ type: "events_api", envelope_id: "e", payload: null });
    made.slack.link.send({ type: "something_new" });
    await says(made, "goals");
    expect(made.bot.received).toMatchObject([{ text: "goals" }]);
  });
});

describe("a connection that ends", () => {
  it.each(["warning", "refresh_requested"] as const)(
    "because of a %s is opened again, and is not ready in between",
    async (reason) => {
      const made = await fixture();
      expect(made.adapter.isConnected()).toBe(true);
      made.slack.link.disconnect(reason);
      await until(() => !made.adapter.isConnected());
      await until(() => made.adapter.isConnected());
      await says(made, "goals");
      expect(made.bot.received).toMatchObject([{ text: "goals" }]);
    },
  );

  it("and cannot be opened again, for a server of Slack's or a token that was taken back, is tried again and ends nothing", async () => {
    const made = await fixture();
    made.slack.next("apps.connections.open", { status: 500, body: {} });
    made.slack.next("apps.connections.open", {
      status: 429,
      headers: { "retry-after": "30" },
      body: { ok: false, error: "ratelimited" },
    });
    made.slack.link.cut();
    await until(() => !made.adapter.isConnected());
    await until(() => made.adapter.isConnected());
    made.slack.next("apps.connections.open", { body: { ok: false, error: "invalid_auth" } });
    made.slack.link.cut();
    await until(() =>
      made.logged.some(({ fields }) =>
        JSON.stringify(fields).includes("SLACK_APP_TOKEN was not accepted by Slack (invalid_auth)"),
      ),
    );
    expect(made.adapter.isConnected()).toBe(false);
  });
});

describe("the pause before the next connection", () => {
  const after = (kind: "failures" | "flaps") =>
    [0, 1, 2, 3, 4, 5, 9, 30].map((times) => pauseAfter({ failures: 0, flaps: 0, [kind]: times }));

  it("grows to a minute where none comes about", () => {
    expect(after("failures")).toEqual([100, 100, 1_000, 2_000, 4_000, 8_000, 60_000, 60_000]);
  });

  it("stays at seconds where each connected and ended soon", () => {
    expect(after("flaps")).toEqual([100, 100, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000]);
  });

  it("lets a connection that flaps be open again and again", async () => {
    const made = await fixture();
    for (let flap = 0; flap < 3; flap += 1) {
      made.slack.link.cut();
      await until(() => !made.adapter.isConnected());
      await until(() => made.adapter.isConnected());
    }
    await says(made, "goals");
    expect(made.bot.received).toMatchObject([{ text: "goals" }]);
  });
});

describe("a start", () => {
  it("with a token Slack refuses ends in one sentence that names the setting", async () => {
    const made = await fixture({ appToken: "xapp-1-A1-wrong" });
    const started = made.adapter.start();
    await expect(started).rejects.toBeInstanceOf(SlackSettingWrong);
    await expect(started).rejects.toThrow(
      /^SLACK_APP_TOKEN was not accepted by Slack \(invalid_auth\): [^\n]+connections:write[^\n]+\.$/,
    );
  });

  it("while Slack is away goes on, not ready, and connects when Slack is back", async () => {
    const made = await fixture({ appToken: "xapp-1-A1-fake" });
    made.slack.next("apps.connections.open", { status: 503, body: {} });
    await made.adapter.start();
    expect(made.adapter.isConnected()).toBe(false);
    await until(() => made.adapter.isConnected());
    expect(made.slack.link.open).toBe(1);
  });
});
