// Whom a post on Slack tells by name, and what people typed in it: Slack's own mentions, channels, addresses and emoji, and nothing forged.
import { describe, expect, it } from "vitest";
import { sendEvent } from "#test/support/slack/platform/client";
import { linksIn, mentionedIn } from "#test/support/slack/platform/rich-text";
import { dmOf } from "#test/support/slack/platform/workspace";
import { slackTeam, system, workspace } from "./sales-team.ts";

slackTeam("http");

let at = 1_795_000_100;
/** As Slack sends it, said to the bot in #sales. */
async function inSales(user: string, text: string): Promise<void> {
  if (!workspace().channels.has("C1"))
    workspace().channels.set("C1", {
      name: "sales",
      members: new Set([workspace().botUser, "U1", "U2", "U3"]),
      archived: false,
      im: null,
    });
  at += 1;
  await sendEvent(system.wire, "T1", workspace().botUser, {
    type: "app_mention",
    channel: "C1",
    user,
    text: `<@${workspace().botUser}> ${text}`,
    ts: `${at}.000100`,
  });
  await system.settle();
}

const posts = () =>
  workspace().messages.filter(
    (each) => each.channel === "C1" && each.by === workspace().botUser && !each.ephemeralTo,
  );
const toldIn = () => posts().map((each) => each.tells);

describe("a shout-out", () => {
  it("tells whom it is for by Slack's own mention, once, and links the channel for its giver", async () => {
    await system.who("T1", "U2").says("帮助");
    await system.who("T1", "U1").says("help");
    await inSales("U1", "praise <@U2> for the tender on Friday");
    expect(toldIn()).toEqual([["U2"]]);
    const giver = workspace().messages.findLast((each) => each.channel === dmOf(workspace(), "U1"));
    expect(linksIn(giver?.blocks)).toContain("#C1");
    expect(mentionedIn(giver?.blocks)).toEqual([]);
    const receiver = workspace().messages.findLast(
      (each) => each.channel === dmOf(workspace(), "U2"),
    );
    expect(mentionedIn(receiver?.blocks)).toEqual([]);
  });

  it("that stands in both languages tells them once all the same", async () => {
    await system.who("T1", "U1").says("help");
    await system.who("T1", "U2").says("初始设置");
    await inSales("U1", "home");
    await system.house.bot.receive({
      kind: "placeChanged",
      dedupeKey: "renamed",
      place: { platform: "slack", workspace: "T1", channel: "C1" },
      name: "sales",
      member: true,
    });
    const known = await system.stores.routing.organisationAt({
      platform: "slack",
      workspace: "T1",
    });
    await system.stores.inOrganisation(known!.organisation, async ({ people }) => {
      const [place] = await people.places();
      await people.savePlace({ ...place!, reads: "both" });
    });
    await inSales("U1", "praise <@U2> for the tender on Friday");
    expect(mentionedIn(posts().at(-1)?.blocks)).toEqual(["U2"]);
    expect(toldIn()).toEqual([["U2"]]);
  });

  it("says a plain name where it is night for them, and stays so when somebody joins in", async () => {
    await system.who("T1", "U1").says("help");
    await inSales("U2", "表扬 <@U1> 半夜还在回客户邮件");
    await system.who("T1", "U2").presses("现在就发");
    expect(toldIn()).toEqual([[]]);
    const [post] = posts();
    await sendEvent(system.wire, "T1", workspace().botUser, {
      type: "reaction_added",
      user: "U3",
      reaction: "tada",
      item_user: workspace().botUser,
      item: { type: "message", channel: "C1", ts: post!.ts },
      event_ts: "6.6",
    });
    await system.settle();
    expect(posts()[0]?.edits).toBe(1);
    expect(mentionedIn(posts()[0]?.blocks)).toEqual([]);
  });

  it("is nobody's mention by what was typed: only whom the house knows is told", async () => {
    await system.who("T1", "U2").says("帮助");
    await system.who("T1", "U3").says("help");
    await inSales(
      "U3",
      "praise <@U2> &lt;@U1&gt; &lt;!channel&gt; closed it, see <https://example.com/a_b?c=1> :acme: :tada: &lt;https://evil.example|our wiki&gt;",
    );
    const [post] = posts();
    expect(post?.tells).toEqual(["U2"]);
    expect(linksIn(post?.blocks)).toEqual(["https://example.com/a_b?c=1", "https://evil.example"]);
    const shown = (await system.who("T1", "U2").screen()).messages.at(-1)?.text;
    expect(shown).toContain("<@U1> <!channel> closed it");
    expect(shown).toContain(":acme: 🎉");
    expect(JSON.stringify(post?.blocks)).toContain('{"type":"emoji","name":"acme"}');
  });
});
