// What Slack sends to us: what becomes of people, places and installs.
import { describe, expect, it } from "vitest";
import { sendEvent } from "#test/support/slack/platform/client";
import { team } from "#test/support/slack/fixture";
import { made, receiving, now, workspace, bot } from "./receiving.ts";

receiving();

describe("what becomes of people, places and installs", () => {
  it("is told: a changed account, a deactivated one, a channel", async () => {
    const user = {
      id: "U1",
      team_id: team,
      real_name: "Renke P.",
      deleted: false,
      is_bot: false,
      tz: "Europe/Paris",
      profile: { real_name: "Renke P." },
    };
    await sendEvent(made.wire, team, bot(), { type: "user_change", user });
    await sendEvent(made.wire, team, bot(), {
      type: "user_change",
      user: { ...user, deleted: true },
    });
    workspace().channels.set("C5", {
      name: "C5",
      members: new Set([bot()]),
      archived: false,
      im: null,
    });
    await sendEvent(made.wire, team, bot(), {
      type: "member_joined_channel",
      user: bot(),
      channel: "C5",
    });
    workspace().channels.get("C5")!.name = "wins";
    await sendEvent(made.wire, team, bot(), {
      type: "channel_rename",
      channel: { id: "C5", name: "wins" },
    });
    await sendEvent(made.wire, team, bot(), { type: "channel_archive", channel: "C5", user: "U1" });
    expect(made.bot.received).toMatchObject([
      { kind: "personChanged", profile: { name: "Renke P.", zone: "Europe/Paris", active: true } },
      { kind: "personChanged", profile: { active: false } },
      { kind: "placeChanged", name: "C5", member: true },
      { kind: "placeChanged", name: "wins", member: true },
      { kind: "placeChanged", member: false },
    ]);
  });

  it("is told after a restart too: a channel of ours that was renamed, archived, and opened again; not one of others", async () => {
    workspace().channels.set("C5", {
      name: "wins",
      members: new Set([bot()]),
      archived: false,
      im: null,
    });
    workspace().channels.set("C6", {
      name: "lunch",
      members: new Set(["U1"]),
      archived: false,
      im: null,
    });
    made.bot.places.add("C5").add("C7");
    for (const channel of ["C5", "C6"]) {
      for (const type of ["channel_archive", "channel_unarchive"])
        await sendEvent(made.wire, team, bot(), { type, channel, user: "U1" });
      await sendEvent(made.wire, team, bot(), {
        type: "channel_rename",
        channel: { id: channel, name: "x" },
      });
    }
    await sendEvent(made.wire, team, bot(), { type: "channel_deleted", channel: "C7" });
    expect(
      made.bot.received.map((each) =>
        each.kind === "placeChanged" ? [each.place.channel, each.name, each.member] : each.kind,
      ),
    ).toEqual([
      ["C5", "", false],
      ["C5", "wins", true],
      ["C5", "wins", true],
      ["C7", "", false],
    ]);
  });

  it("leaves a channel the bot was taken out of as it is, when it is renamed", async () => {
    workspace().channels.set("C5", {
      name: "wins",
      members: new Set(["U1"]),
      archived: false,
      im: null,
    });
    made.bot.places.add("C5");
    await sendEvent(made.wire, team, bot(), {
      type: "channel_rename",
      channel: { id: "C5", name: "wins" },
    });
    expect(made.bot.received).toEqual([]);
  });

  it("is about an earlier install when it is told late: a reinstall stays", async () => {
    const later = new Date(now.getTime() - 60_000);
    await made.installations.save(
      { platform: "slack", workspace: team },
      { name: "One", token: "xoxb-one", botUser: bot(), scopes: [], installedBy: "U2" },
      later,
      { way: "link", organisations: "many" },
    );
    for (const at of [new Date(later.getTime() - 5_000), later]) {
      await sendEvent(made.wire, team, bot(), { type: "app_uninstalled" }, { at });
      expect((await made.installations.find({ platform: "slack", workspace: team })) === null).toBe(
        at === later,
      );
    }
  });

  it("ends with the token: a removed app, a revoked one; a person's own token does not", async () => {
    await sendEvent(made.wire, team, bot(), {
      type: "tokens_revoked",
      tokens: { oauth: ["U1"], bot: [] },
    });
    expect(await made.installations.find({ platform: "slack", workspace: team })).not.toBeNull();
    await sendEvent(made.wire, team, bot(), { type: "app_uninstalled" });
    expect(await made.installations.find({ platform: "slack", workspace: team })).toBeNull();
  });
});
