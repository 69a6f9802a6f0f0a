// The home card on Feishu, lived with: asked for once in the morning, it shows what was done since, by oneself and by others.
import { expect, it } from "vitest";
import { readCard } from "#test/support/lark/reading";
import { larkTeam, system } from "./sales-team.ts";

larkTeam();

it("a rep's shows each figure they log, where it stands, and nothing new comes for it", async () => {
  const boss = system.who("ou_lan");
  await boss.says("初始设置");
  await boss.says("帮助");
  const rep = system.who("ou_xiao");
  await rep.says("定目标 回款 100万 12月31日前");
  await rep.presses("就这么定");
  await rep.says("首页");
  const cards = () =>
    system.lark.messages.filter((each) => each.chat === system.lark.p2p("ou_xiao")).length;
  const first = (await rep.screen()).messages.at(-1)!;
  const home = () => readCard(system.lark.messages.find((each) => each.id === first.id)!.card).text;
  const before = cards();
  await rep.says("报12万");
  expect(cards()).toBe(before + 2);
  expect(home()).toMatch(/12\s?%|12万/);
  expect(system.lark.refusedCards).toEqual([]);
});
