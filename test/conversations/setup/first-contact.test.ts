// The first words between people and the bot: hello, a home opened for the first time, a channel it is invited to, a slash command.
import { afterEach, expect, it } from "vitest";
import { sendEvent } from "#test/support/slack/platform/client";
import { startLarkSystem } from "#test/support/lark/system";
import { startSlackSystem } from "#test/support/slack/system";

let stop: () => Promise<void> = async () => {};
afterEach(() => stop());

const users = [
  { id: "U1", name: "Olga Owner", admin: true },
  { id: "U2", name: "Rob Rep" },
  { id: "U3", name: "林晓", locale: "zh-CN" },
] as const;

it("says on Slack what it is on a home that somebody opens who did nothing yet, and no more once they wrote", async () => {
  const system = await startSlackSystem();
  stop = () => system.stop();
  await system.install("T1", users, "U1");
  const rep = system.who("T1", "U2");
  expect((await rep.atHome()).text).toContain("Hi! I keep you on pace with your sales goals.");
  await rep.says("thanks");
  await rep.sees("You're welcome!");
  expect((await rep.atHome()).text).not.toContain("Hi! I keep you on pace");
  for (const words of ["在不在", "您好", "你是谁"]) {
    await system.who("T1", "U3").says(words);
    await system.who("T1", "U3").sees("你好！我陪你定目标、记业绩、看进度。试试发 报12万。");
  }
});

it("thanks whoever invites it to a channel in their own chat, and posts nothing there", async () => {
  const system = await startSlackSystem();
  stop = () => system.stop();
  const workspace = await system.install("T1", users, "U1");
  workspace.channels.set("C1", {
    name: "sales",
    members: new Set([workspace.botUser, "U2"]),
    archived: false,
    im: null,
  });
  const joined = (inviter: string) =>
    sendEvent(system.wire, "T1", workspace.botUser, {
      type: "member_joined_channel",
      user: workspace.botUser,
      channel: "C1",
      inviter,
    });
  await joined("U2");
  await system.settle();
  await system.who("T1", "U2").sees("Thanks for inviting me to sales");
  await system.who("T1", "U2").sees("Once an admin makes it a team's channel");
  await joined("U1");
  await system.settle();
  const admin = system.who("T1", "U1");
  await admin.presses("Start setup");
  await admin.sees("Setting up");
  expect(workspace.messages.filter((each) => each.channel === "C1")).toEqual([]);
});

it("says once on Feishu what it is, when its chat is opened, and thanks whoever brings it into a group", async () => {
  const system = await startLarkSystem([
    { openId: "ou_boss", name: "顾总", admin: true },
    { openId: "ou_xiao", name: "林晓" },
  ]);
  stop = () => system.stop();
  const opens = (user: string) =>
    system.surface.event("im.chat.access_event.bot_p2p_chat_entered_v1", {
      chat_id: system.lark.p2p(user),
      operator_id: { open_id: user },
    });
  await opens("ou_xiao");
  await system.settle();
  await opens("ou_xiao");
  await system.settle();
  const heard = system.lark.messages.filter(
    (each) => each.chat === system.lark.p2p("ou_xiao") && each.by === "bot",
  );
  expect(heard).toHaveLength(1);
  await system.who("ou_xiao").sees("我陪你定目标、记业绩、看进度");
  system.lark.groups.set("oc_sales", { name: "销售群", bot: true });
  await system.surface.event("im.chat.member.bot.added_v1", {
    chat_id: "oc_sales",
    name: "销售群",
    operator_id: { open_id: "ou_boss" },
  });
  await system.settle();
  await system.who("ou_boss").sees("谢谢把我拉进销售群");
  expect(system.lark.messages.filter((each) => each.chat === "oc_sales")).toEqual([]);
});
