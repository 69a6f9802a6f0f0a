// The Home tab as a workplace: new after what its person does and what others do, and what was done is said where the person is.
import { describe, expect, it } from "vitest";
import { button, card } from "#src/view/card";
import { form } from "#src/view/form";
import { readBlocks } from "#test/support/slack/platform/blocks";
import { sendCommand, sendEvent, sendInteraction } from "#test/support/slack/platform/client";
import { dmOf } from "#test/support/slack/platform/workspace";
import { team } from "#test/support/slack/fixture";
import { press, send } from "#test/adapters/samples";
import { asked, bot, inDm, made, ownChat, receiving, shown, workspace } from "./receiving.ts";

receiving();

const goals = (figure: string) =>
  card({ title: `My goals ${figure}`, buttons: [button("Log", press({ what: "log" }))] });
const logForm = {
  outcome: "ask",
  form: form({ title: "Log", fields: [], submit: "Log", act: send({ about: "x" }), sees: "You" }),
  locale: "en",
} as const;

const opens = async (user: string): Promise<void> => {
  await sendEvent(made.wire, team, bot(), {
    type: "app_home_opened",
    user,
    tab: "home",
    channel: dmOf(workspace(), user),
  });
  await made.adapter.settled();
};
const tab = (user: string): string => readBlocks(workspace().homes.get(user) ?? []);

describe("the Home tab", () => {
  it("shows the new figures at once after a form sent from it, and says what was done", async () => {
    made.bot.showsAtHome([goals("10k")]);
    await opens("U1");
    made.bot.next(logForm);
    await made.surface.press("U1", "Log");
    made.bot.next(() => {
      made.bot.showsAtHome([goals("22k")]);
      return Promise.resolve(shown("+12k logged"));
    });
    await made.surface.press("U1", "Log");
    expect((await made.surface.screen("U1")).form).toBeNull();
    expect(tab("U1")).toMatch(/^\+12k logged[^]*My goals 22k/);
    // What can be done about it stands in the chat.
    expect(ownChat()).toEqual(["+12k logged"]);
    await opens("U1");
    expect(tab("U1")).not.toContain("logged");
  });

  it("says what a press came to, and keeps the chat quiet about a passing word", async () => {
    made.bot.showsAtHome([goals("10k")]);
    await opens("U1");
    made.bot.next({ outcome: "toast", line: ["Nothing to log to"], locale: "en", tone: "bad" });
    await made.surface.press("U1", "Log");
    expect(tab("U1")).toContain("Nothing to log to");
    expect(ownChat()).toEqual([]);
  });

  it("follows what its person does in the chat", async () => {
    made.bot.showsAtHome([goals("10k")]);
    await opens("U1");
    made.bot.showsAtHome([goals("11k")]);
    await sendEvent(made.wire, team, bot(), inDm("log 1k"));
    await made.adapter.settled();
    expect(tab("U1")).toContain("11k");
  });

  it("follows what others do while it is looked at, once for all of them, and is left alone where nothing changed", async () => {
    made.bot.showsAtHome([goals("10k")]);
    await opens("U2");
    const before = workspace().homes.get("U2");
    await sendCommand(made.wire, asked("goals"));
    await made.adapter.settled();
    expect(workspace().homes.get("U2")).toBe(before);
    made.bot.showsAtHome([goals("30k")]);
    const { published } = counted();
    for (let i = 0; i < 5; i += 1) await sendCommand(made.wire, asked("log 4k"));
    await made.adapter.settled();
    expect(tab("U2")).toContain("30k");
    expect(published()).toBe(1);
  });

  it("is nobody's who did not open it", async () => {
    made.bot.showsAtHome([goals("10k")]);
    await sendEvent(made.wire, team, bot(), inDm("log 1k"));
    await made.adapter.settled();
    expect(workspace().homes.size).toBe(0);
  });
});

/** How often a tab is set from now on. */
function counted(): { readonly published: () => number } {
  const { homes } = workspace();
  const set = homes.set.bind(homes);
  let count = 0;
  homes.set = (user, blocks) => {
    count += 1;
    return set(user, blocks);
  };
  return { published: () => count };
}

describe("what was done out of sight", () => {
  it("of a form that a shortcut opened is said in its window, and can be worked on in the chat", async () => {
    made.bot.next(logForm);
    await sendInteraction(made.wire, {
      type: "shortcut",
      callback_id: "pacer.log",
      trigger_id: made.slack.trigger(team, "U1"),
      team: { id: team },
      user: { id: "U1", team_id: team },
    });
    await made.adapter.settled();
    made.bot.next({
      outcome: "show",
      cards: [card({ title: "+12k", buttons: [button("Undo", press({ what: "undo" }))] })],
      locale: "en",
    });
    const [view] = [...workspace().views.values()];
    const { body } = await sendInteraction(made.wire, {
      type: "view_submission",
      team: { id: team },
      user: { id: "U1", username: "U1", team_id: team },
      view: { id: view!.id, team_id: team, hash: "1.a", ...view!.view, state: { values: {} } },
    });
    await made.adapter.settled();
    expect(body).toMatchObject({ response_action: "update", view: { type: "modal" } });
    const { view: said } = body as { view: { blocks: never } };
    expect(readBlocks(said.blocks)).toMatch(/\+12k[^]*our own chat/);
    expect(JSON.stringify(said)).not.toContain("Undo");
    expect(ownChat()).toEqual([expect.stringContaining("+12k")]);
  });

  it("of a line in a thread of the own chat is said in that thread", async () => {
    await sendEvent(made.wire, team, bot(), inDm("log 12k", { thread_ts: "1794999999.000100" }));
    await made.adapter.settled();
    expect(
      workspace()
        .messages.filter((each) => each.thread === "1794999999.000100")
        .map((each) => each.text),
    ).toEqual([expect.stringContaining("below")]);
  });
});
