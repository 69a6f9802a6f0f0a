// Full-width punctuation that people typed stays as typed when it is shown again, whatever it was read by.
import { afterAll, beforeAll, expect, it } from "vitest";
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
