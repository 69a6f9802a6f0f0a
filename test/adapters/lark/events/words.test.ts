// What people do in Lark: rich text, pictures, and what other bots say.
import { describe, expect, it } from "vitest";
import { messageEvent } from "#test/support/lark/platform/push";
import { lark, happening, titles } from "./happening.ts";

happening();

describe("what is no plain text", () => {
  const message = (type: string, content: object) => ({
    ...(messageEvent(lark.fake, "ou_renke", {
      id: "om_9",
      chat: "oc_p2p_ou_renke",
      group: false,
      text: "",
    }) as { sender: object; message: object }),
    message: {
      message_id: "om_9",
      chat_id: "oc_p2p_ou_renke",
      chat_type: "p2p",
      message_type: type,
      content: JSON.stringify(content),
    },
  });

  it("rich text is read line by line, below its title", async () => {
    await lark.surface.event(
      "im.message.receive_v1",
      message("post", {
        title: "Week",
        content: [
          [
            { tag: "text", text: "log 12k " },
            { tag: "a", text: "Acme", href: "https://x.example/deal" },
            { tag: "emotion", emoji_type: "OK" },
          ],
          [
            { tag: "text", text: "calls 20 [加油] [赞] " },
            { tag: "img", image_key: "img_2" },
          ],
          [{ tag: "a", text: "https://y.example", href: "https://y.example/" }],
        ],
      }),
    );
    await lark.adapter.idle();
    expect(lark.bot.received).toMatchObject([
      { text: "log 12k Acme (https://x.example/deal)👌\ncalls 20 [加油] 👍 \nhttps://y.example" },
    ]);
  });

  it("a title alone is what was said", async () => {
    await lark.surface.event(
      "im.message.receive_v1",
      message("post", { title: "log 12k", content: [[]] }),
    );
    await lark.adapter.idle();
    expect(lark.bot.received).toMatchObject([{ text: "log 12k" }]);
  });

  it("a picture gets a kind word", async () => {
    await lark.surface.event("im.message.receive_v1", message("image", { image_key: "img_1" }));
    await lark.adapter.idle();
    expect(lark.bot.received).toEqual([]);
    expect(titles()).toEqual([expect.stringMatching(/only read text/)]);
  });

  it("the bot's own words and those of other bots are not heard", async () => {
    const event = messageEvent(lark.fake, "ou_renke", {
      id: "om_8",
      chat: "oc_p2p_ou_renke",
      group: false,
      text: "hello",
    }) as { sender: object };
    await lark.surface.event("im.message.receive_v1", {
      ...event,
      sender: { ...event.sender, sender_type: "app" },
    });
    expect(lark.bot.received).toEqual([]);
  });
});
