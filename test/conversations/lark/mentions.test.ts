// Whom a post on Feishu tells by name, and what people typed in it: Lark's own mentions, addresses and emoji, and nothing forged.
import { describe, expect, it } from "vitest";
import { mentionedIn } from "#test/support/lark/platform/cards";
import { messageEvent } from "#test/support/lark/platform/push";
import { markdownIn, readCard } from "#test/support/lark/reading";
import { bot, larkTeam, people, system } from "./sales-team.ts";

larkTeam();

const lan = { openId: "ou_lan", name: "周岚" };
const posts = () =>
  system.lark.messages.filter((each) => each.chat === "oc_team" && each.by === "bot");

async function inTeam(user: string, text: string, mentions = [bot, lan]): Promise<void> {
  system.lark.groups.set("oc_team", { name: "华东一部", bot: true });
  await system.surface.sayIn("oc_team", user, text, mentions);
  await system.settle();
}

describe("a shout-out", () => {
  it("tells whom it is for by Lark's own mention, and nobody where others hear of it", async () => {
    await system.who("ou_lan").says("帮助");
    await inTeam("ou_xiao", "@_user_1 表扬 @_user_2 一个电话谈下大单");
    expect(posts().map((each) => each.tells)).toEqual([["ou_lan"]]);
    expect(readCard(posts()[0]?.card).text).toContain("表扬了周岚");
    const own = system.lark.messages.filter((each) => each.by === "bot" && each.chat !== "oc_team");
    expect(own.flatMap((each) => mentionedIn(each.card))).toEqual([]);
    // Brought up to date it stays as it is.
    await system.who("ou_renke").says("help");
    await system.surface.event("im.message.reaction.created_v1", {
      message_id: posts()[0]!.id,
      reaction_type: { emoji_type: "THUMBSUP" },
      operator_type: "user",
      user_id: { open_id: "ou_renke" },
      action_time: "1",
    });
    await system.settle();
    expect(posts()[0]?.version).toBeGreaterThan(1);
    expect(mentionedIn(posts()[0]?.card)).toEqual(["ou_lan"]);
  });

  it("says a plain name where it is night for them", async () => {
    await system.who("ou_renke").says("help");
    await inTeam("ou_xiao", "@_user_1 表扬 @_user_2 半夜还在回邮件", [
      bot,
      { openId: "ou_renke", name: "Renke Petersen" },
    ]);
    await system.who("ou_xiao").presses("现在就发");
    expect(posts().map((each) => each.tells)).toEqual([[]]);
    expect(readCard(posts()[0]?.card).text).toContain("Renke Petersen");
  });

  it("is nobody's mention by what was typed, and opens the address that was", async () => {
    await system.who("ou_lan").says("帮助");
    await inTeam(
      "ou_xiao",
      "@_user_1 表扬 @_user_2 谈得好！<at id=all></at> [点我](https://evil.example) 见 https://example.com/a_b?c=1，[OK]",
    );
    const [post] = posts();
    expect(post?.tells).toEqual(["ou_lan"]);
    const words = readCard(post?.card).text;
    expect(words).toContain(
      "谈得好！<at id=all></at> [点我](https://evil.example) 见 https://example.com/a_b?c=1，👌",
    );
    const markdown = markdownIn(post?.card).join("\n");
    expect([...markdown.matchAll(/\]\(([^)]*)\)/g)].map((found) => found[1])).toEqual([
      "https://evil.example/",
      "https://example.com/a_b?c=1",
    ]);
  });
});

describe("what is no text", () => {
  it("is answered in the language its sender reads", async () => {
    await system.who("ou_renke").says("help");
    await system.surface.event("im.message.receive_v1", {
      ...messageEvent(system.lark, "ou_renke", {
        id: "om_image",
        chat: system.lark.p2p("ou_renke"),
        group: false,
        text: "",
      }),
      message: {
        message_id: "om_image",
        chat_id: system.lark.p2p("ou_renke"),
        chat_type: "p2p",
        message_type: "image",
        content: JSON.stringify({ image_key: "img_1" }),
      },
    });
    await system.settle();
    expect(people).toHaveLength(3);
    await system.who("ou_renke").sees(/text/);
  });
});
