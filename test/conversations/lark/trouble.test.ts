// A sales team on Feishu where something happens in between: a message recalled, a form left open, a crash.
import { describe, expect, it } from "vitest";
import { replay } from "#jobs/inbox";
import { noMeter } from "#src/app/compose";
import { messageEvent, envelope, sealed } from "#test/support/lark/platform/push";
import { larkKeys } from "#test/support/lark/fixture";
import { readCard } from "#test/support/lark/reading";
import { bot, system, larkTeam } from "./sales-team.ts";

larkTeam();

describe("a message recalled after it was logged", () => {
  const recall = (id: string, chat: string, by = "message_owner") =>
    system.surface.event(
      "im.message.recalled_v1",
      { message_id: id, chat_id: chat, recall_time: "1795000000000", recall_type: by },
      `recalled-${id}`,
    );
  const asked = async () =>
    (await system.who("ou_xiao").screen()).messages.filter((each) =>
      each.text.includes("那条消息"),
    );

  it("is asked about once, with the entry as it stands, by Lark's id of the message alone", async () => {
    const rep = system.who("ou_xiao");
    await rep.says("定目标 回款 100万 12月31日前");
    await rep.presses("就这么定");
    await rep.says("报12万 某客户");
    const said = system.lark.messages.findLast((each) => each.by === "ou_xiao")!;
    await recall(said.id, said.chat, "enterprise_manager");
    await recall("om_nobody", said.chat);
    expect(await asked()).toEqual([]);
    for (const _ of [1, 2]) {
      expect((await recall(said.id, said.chat)).status).toBe(200);
      await system.settle();
    }
    expect(await asked()).toMatchObject([
      {
        text: expect.stringMatching(/你撤回了报 ¥?12万 · 某客户 的那条消息。\s*记下的数字没变/),
        buttons: ["更正", "撤销"],
      },
    ]);
    await rep.presses("撤销");
    await rep.sees("已撤销：G1");
    expect(system.lark.refusedCards).toEqual([]);
  });

  it.each(["报500 退款", `报500 退款${"，某客户说明".repeat(500)}`])(
    "is asked about as well where a later press stored its entry",
    async (line) => {
      const rep = system.who("ou_xiao");
      await rep.says("定目标 回款 100万 12月31日前");
      await rep.presses("就这么定");
      await rep.says(line);
      const said = system.lark.messages.findLast((each) => each.by === "ou_xiao")!;
      const buttons = (await rep.screen()).messages.at(-1)!.buttons;
      await rep.presses(buttons.find((each) => each.includes("-"))!);
      await recall(said.id, said.chat);
      await system.settle();
      expect(await asked()).toMatchObject([
        { text: expect.stringContaining("你撤回了"), buttons: ["更正", "撤销"] },
      ]);
      await rep.presses("撤销");
      await rep.sees("已撤销：G1");
      expect(system.lark.refusedCards).toEqual([]);
    },
  );

  it("says nothing of one in a group, or of one that logged nothing", async () => {
    const rep = system.who("ou_xiao");
    system.lark.groups.set("oc_team", { name: "华东一部", bot: true });
    await rep.says("定目标 回款 100万 12月31日前");
    await rep.presses("就这么定");
    const inGroup = await system.surface.sayIn("oc_team", "ou_xiao", "@_user_1 报12万", [bot]);
    await rep.sees("12万");
    await rep.says("帮助");
    const help = system.lark.messages.findLast((each) => each.by === "ou_xiao")!;
    for (const each of [inGroup, help]) await recall(each.id, each.chat);
    await system.settle();
    expect(await asked()).toEqual([]);
  });
});

describe("a form on Lark", () => {
  it("says beside the field what to mend, keeps what was typed, and is gone when all is well", async () => {
    const rep = system.who("ou_xiao");
    await rep.says("定目标");
    const { form } = await rep.screen();
    expect(form?.fields.length).toBeGreaterThan(1);
    await rep.fills({ title: "华东拜访", target: "好多", due: "2025-12-31" });
    const mended = (await rep.screen()).form;
    const of = (name: string) => mended?.fields.find((field) => field.name === name);
    expect(of("target")).toMatchObject({ value: "好多", error: expect.any(String) });
    expect(of("due")).toMatchObject({ value: "2025-12-31", error: expect.any(String) });
    expect(system.lark.refusedCards).toEqual([]);
  });
});

describe("whatever breaks", () => {
  it("a message pushed again is one act and one answer", async () => {
    const rep = system.who("ou_xiao");
    await rep.says("定目标 回款 100万 12月31日前");
    await rep.presses((await rep.screen()).messages.at(-1)!.buttons[0]!);
    const event = messageEvent(system.lark, "ou_xiao", {
      id: "om_again",
      chat: system.lark.p2p("ou_xiao"),
      group: false,
      text: "报12万",
    });
    const seen = (await rep.screen()).messages.length;
    for (let i = 0; i < 3; i += 1) {
      const { headers, body } = sealed(
        envelope(system.lark, larkKeys, "im.message.receive_v1", event, "the-same-event"),
        larkKeys,
        Date.parse("2026-11-11T02:00:00Z") + i * 15_000,
      );
      expect(
        (
          await system.adapter.routes.request("http://localhost/lark/events", {
            method: "POST",
            headers,
            body,
          })
        ).status,
      ).toBe(200);
      await system.settle();
    }
    const { messages } = await rep.screen();
    expect(messages.length - seen).toBe(1);
    expect(messages.at(-1)?.text).toContain("12万 / 100万");
  });

  it("an event that was kept and not carried out, since the process ended, is carried out by the next", async () => {
    const rep = system.who("ou_xiao");
    await rep.says("定目标 回款 100万 12月31日前");
    await rep.presses((await rep.screen()).messages.at(-1)!.buttons[0]!);
    const at = (await system.stores.routing.whoIs({
      platform: "lark",
      workspace: system.workspace,
      user: "ou_xiao",
    }))!;
    await system.house.bot.accept({
      kind: "said",
      dedupeKey: "lark:said:om_lost",
      from: { platform: "lark", workspace: system.workspace, user: "ou_xiao" },
      text: "报12万",
    });
    expect(at.organisation).toBeTruthy();
    // Its lease is over: whoever wanted to is gone.
    await system.database.db.execute(
      "update inbox_head set lease_until = clock_timestamp() - interval '1 minute'",
    );
    expect(
      await replay(
        system.house.inbox,
        system.house.bot,
        { info: () => {}, warn: () => {}, error: () => {} },
        noMeter,
      ),
    ).toBe(1);
    await system.settle();
    expect((await rep.screen()).messages.at(-1)?.text).toContain("12万 / 100万");
  });

  it("an answer whose post was lost on the way is there once", async () => {
    const rep = system.who("ou_xiao");
    await rep.says("帮助");
    const seen = (await rep.screen()).messages.length;
    system.lark.trouble(/^POST \/open-apis\/im\/v1\/messages$/, "lost");
    await rep.says("帮助");
    await system.database.db.execute(
      "update outbox_head set due_at = clock_timestamp() where state = 'waiting'",
    );
    await system.settle();
    expect((await rep.screen()).messages.length - seen).toBe(2);
    expect(readCard(system.lark.messages.at(-1)?.card).text).not.toBe("");
  });
});
