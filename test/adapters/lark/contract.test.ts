// Lark and Feishu: the contract of every surface.
import { afterEach } from "vitest";
import { elements, fields } from "#adapters/lark/render/degradation";
import { limits } from "#adapters/lark/render/limits";
import { asObject, textIn } from "#test/support/lark/platform/cards";
import { messageEvent } from "#test/support/lark/platform/push";
import { createLarkFixture, type LarkFixture } from "#test/support/lark/fixture";
import { activeMarks, markdownIn, readCard, seenText } from "#test/support/lark/reading";
import { adapterContract } from "#test/adapters/contract/contract";
import type { Made } from "#test/adapters/contract/made";

const open: LarkFixture[] = [];
afterEach(async () => {
  for (const fixture of open.splice(0)) await fixture.close();
});

async function make(...options: Parameters<typeof createLarkFixture>): Promise<Made> {
  const lark = await createLarkFixture(...options);
  open.push(lark);
  const room = lark.inRoom("oc_team");
  lark.fake.departments.push({ id: "od_east", name: "华东", parent: null, leader: "ou_lan" });
  const user = "ou_renke";
  const last = (who: string) =>
    lark.fake.messages.findLast((each) => each.chat === lark.fake.p2p(who) && each.by === "bot");
  return {
    place: {
      address: { platform: "lark", workspace: lark.workspace, channel: "oc_team" },
      other: "ou_lan",
      // Nobody asks for the right to read whole groups, so Lark tells of nothing that does not mention the bot.
      hearsTalk: false,
      toBot: (words) => `@领跑 ${words}`,
      say: (who, words) => room.say(who, words),
      sees: async (who) => (await room.screen(who)).messages,
      press: (who, label) => room.press(who, label),
    },
    surface: lark.surface,
    bot: lark.bot,
    chat: lark.adapter.chat,
    user,
    address: { platform: "lark", workspace: lark.workspace, user },
    async shownAs(who, words) {
      const card = last(who)?.card;
      if (markdownIn(card).some((markdown) => activeMarks(markdown).length > 0)) return "markup";
      const texts = plainTexts(card).map(seenText);
      return texts.includes(words) || readCard(card).text.includes(words) ? "text" : "absent";
    },
    // Somebody of another company, in whose name nobody asks the bot.
    async stranger() {
      lark.fake.users.set("ou_other", { openId: "ou_other", name: "Other" });
      const message = lark.fake.add({
        chat: lark.fake.p2p("ou_other"),
        by: "ou_other",
        text: "hello",
      });
      const event = messageEvent(
        lark.fake,
        "ou_other",
        { id: message.id, chat: message.chat, group: false, text: "hello" },
        "tenant-of-others",
      );
      await lark.surface.event("im.message.receive_v1", event);
      await lark.adapter.idle();
      return readCard(last("ou_other")?.card).text;
    },
  };
}

function plainTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(plainTexts);
  if (typeof value !== "object" || value === null) return [];
  const own = asObject(value);
  return [
    ...(own["tag"] === "plain_text" ? [textIn(own["content"])] : []),
    ...Object.values(own).flatMap(plainTexts),
  ];
}

adapterContract("lark over its webhook", {
  make: () => make(),
  elements,
  fields,
  longestText: limits.text,
});
adapterContract("lark over its long connection", {
  make: () => make({ events: "socket" }, { online: true }),
  elements,
  fields,
  longestText: limits.text,
});
