// Full-width punctuation that people typed stays as typed when it is shown again, whatever it was read by.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PersonaInStory } from "#test/support/story/persona";
import { startSystem, type System } from "#test/support/story/system";

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

it.each([
  ["报5000 G1 仁济医院（二期）：首付款，已到账", "仁济医院（二期）：首付款，已到账"],
  ["表扬@王磊 方案改得好，客户说“太清楚了”！", "方案改得好，客户说“太清楚了”！"],
  ["报喜 终于签下仁济医院（三年约），谢谢大家！", "终于签下仁济医院（三年约），谢谢大家！"],
  ["提醒我 明天10点 给客户回电话（王总），带上方案！", "给客户回电话（王总），带上方案！"],
  ["卡住了 合同卡在法务，客户催得急！", "合同卡在法务，客户催得急！"],
])("%s", async (typed, shown) => {
  const rep = system.who("linxiao");
  await rep.says(typed);
  const { messages } = await rep.screen();
  expect(messages.at(-1)?.by).toBe("bot");
  expect(messages.at(-1)?.text).toContain(shown);
});

it.each<
  [
    name: string,
    who: string,
    typed: string,
    then: (rep: PersonaInStory) => Promise<void>,
    shown: string,
  ]
>([
  [
    "feedback",
    "linxiao",
    "反馈 @王磊 你的方案（第二版）：清楚，客户说“好”！",
    async () => {},
    "你的方案（第二版）：清楚，客户说“好”！",
  ],
  [
    "a goal's title",
    "linxiao",
    "定目标 新客（华东）回访 50 12月31日前",
    async () => {},
    "新客（华东）回访",
  ],
  [
    "a goal's reason",
    "wanglei",
    "定目标 回款 90万 12月31日前 因为合同（两年期），客户已点头！",
    async (rep) => rep.presses("修改"),
    "合同（两年期），客户已点头！",
  ],
  [
    "a status",
    "zhoulan",
    "状态 G1 正常 因为合同（两年期）：下周到账，客户确认！",
    async () => {},
    "合同（两年期）：下周到账，客户确认！",
  ],
  [
    "why a goal is dropped",
    "chenjing",
    "取消目标 G6 客户（仁济）：预算没批，明年再说！",
    async () => {},
    "客户（仁济）：预算没批，明年再说！",
  ],
])("%s keeps its signs", async (_name, who, typed, then, shown) => {
  const rep = system.who(who);
  await rep.says(typed);
  await then(rep);
  const { messages, form } = await rep.screen();
  const seen = [messages.at(-1)?.text ?? "", JSON.stringify(form ?? "")].join("\n");
  expect(seen).toContain(shown);
});

it("so does what feedback is asked about, before whoever is asked", async () => {
  await system.who("chenjing").says("请 @王磊 提建议 昨天的拜访（仁济）：哪里可以更好？");
  await system.who("wanglei").says("收到的反馈");
  const seen = (await system.who("wanglei").screen()).messages.map(({ text }) => text).join("\n");
  expect(seen).toContain("昨天的拜访（仁济）：哪里可以更好？");
});
