// What an answer to a slash command advises can be pressed: typed into a channel it would be everybody's to read.
import { expect, it } from "vitest";
import type { Card } from "#src/view/card";
import { plainLine } from "#src/view/line";
import { story } from "#test/support/story/story";

const system = story();

async function buttonsUnder(
  user: string,
  text: string,
  direct: boolean,
): Promise<readonly string[]> {
  const outcome = await system.house.bot.receive({
    kind: "said",
    from: system.account(user),
    dedupeKey: `${text} ${String(direct)}`,
    text,
    mentions: [],
    ...(direct ? { direct } : {}),
  } as Parameters<typeof system.house.bot.receive>[0]);
  const cards: readonly Card[] = "cards" in outcome ? outcome.cards : [];
  return cards.flatMap((card) => card.buttons.map((each) => plainLine(each.label)));
}

it.each([
  ["a verb that is advised", "renke", "logged 5k twice", ["history", "undo"]],
  ["in Chinese", "linxiao", "重复记了5万", ["明细", "撤销"]],
  ["of a line with something to put in its form", "renke", "log whatever", ["Use a form"]],
  ["so in Chinese", "linxiao", "报", ["用表单填"]],
  ["and none is there twice", "linxiao", "有一笔要记", ["报数", "我的目标", "帮助"]],
  ["and where another answer advises it", "zhoulan", "明细", ["报…"]],
])("%s becomes a button", async (_name, user, text, buttons) => {
  expect(await buttonsUnder(user, text, true)).toEqual(buttons);
});

it("nothing is added where the answer has its button already, and only what the person may do is offered", async () => {
  const buttons = await buttonsUnder("renke", "flibber", true);
  expect(new Set(buttons).size).toBe(buttons.length);
  expect(buttons).toContain("help");
  expect(buttons).not.toContain("setup");
});

it("in the own chat, where a line is nobody else's, words are enough", async () => {
  await system.who("renke").says("logged 5k twice");
  const last = (await system.who("renke").screen()).messages.at(-1);
  expect(last?.text).toContain("To change an entry, write history");
  expect(last?.buttons).toEqual([]);
});
