// Whoever is named on Feishu and cannot be meant is answered in words: an app, somebody of another company, everybody, who has left.
import { describe, expect, it } from "vitest";
import { messageEvent, type Mentioned } from "#test/support/lark/platform/push";
import { larkTeam, system } from "./sales-team.ts";

larkTeam();

const gone = { openId: "ou_gone", name: "朵拉" };
const helper = { openId: "ou_app", name: "审批助手", type: "bot" } as const;
const far = { openId: "ou_far", name: "外部老王", tenant: "tenant_far" };
const lan = { openId: "ou_lan", name: "周岚" };

let sent = 0;
async function says(text: string, mentions: readonly Mentioned[]): Promise<string> {
  system.lark.users.set("ou_gone", { openId: "ou_gone", name: "朵拉", resigned: true });
  const before = system.lark.messages.length;
  sent += 1;
  await system.surface.event(
    "im.message.receive_v1",
    messageEvent(system.lark, "ou_xiao", {
      id: `om_named_${sent}`,
      chat: system.lark.p2p("ou_xiao"),
      group: false,
      text,
      mentions,
    }),
  );
  await system.settle();
  const { messages } = await system.who("ou_xiao").screen();
  expect(system.lark.messages.length).toBeGreaterThan(before);
  return messages.map((each) => [each.text, ...each.buttons].join("\n")).join("\n");
}

describe("whoever is named and cannot be meant", () => {
  it.each<[string, readonly Mentioned[], RegExp]>([
    ["表扬 @_user_1 审批快", [helper], /审批助手/],
    ["表扬 @_user_1 @_user_2 一起拿下大单", [lan, far], /外部老王/],
    ["表扬 @_user_1 一个电话签下大单", [gone], /朵拉 ?已离职|朵拉.*离/],
    ["表扬 @_all 这个季度辛苦了", [], /所有人/],
    ["反馈 @_user_1 开会时说话太快", [far], /外部老王/],
    ["报数 @_user_1 12万", [far], /外部老王/],
  ])("%s", async (typed, mentions, answer) => {
    const answered = await says(typed, mentions);
    expect(answered).toMatch(answer);
    expect(answered).not.toMatch(/ou_|@_user|@_all|oc_|tenant/);
  });
});
