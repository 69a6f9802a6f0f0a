// The Slack of our own is as strict as design/platforms.md part A says of blocks and modals: one wrong request for each rule.
import { describe, expect, it } from "vitest";
import {
  slack,
  ownSlack,
  ask,
  post,
  plain,
  button,
  actions,
  modal,
  input,
  options,
  open,
} from "./asked.ts";

ownSlack();

describe("A11: blocks", () => {
  it.each<[string, readonly object[]]>([
    ["51 blocks", Array.from({ length: 51 }, () => ({ type: "divider" }))],
    ["a block nobody knows", [{ type: "carousel_of_ours" }]],
    ["a header of 151", [{ type: "header", text: plain("x".repeat(151)) }]],
    ["an empty text", [{ type: "section", text: plain("") }]],
    ["a section of 3,001", [{ type: "section", text: plain("x".repeat(3_001)) }]],
    ["11 fields", [{ type: "section", fields: Array.from({ length: 11 }, () => plain("x")) }]],
    ["a field of 2,001", [{ type: "section", fields: [plain("x".repeat(2_001))] }]],
    [
      "11 in a context",
      [{ type: "context", elements: Array.from({ length: 11 }, () => plain("x")) }],
    ],
    [
      "26 buttons",
      [actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `a${i}` })))],
    ],
    ["a button of 76", [actions(button({ text: plain("x".repeat(76)) }))]],
    ["a value of 2,001", [actions(button({ value: "x".repeat(2_001) }))]],
    ["an action_id of 256", [actions(button({ action_id: "x".repeat(256) }))]],
    ["a menu of 6", [actions({ type: "overflow", action_id: "m", options: options(6) })]],
    [
      "a menu's value of 76",
      [
        actions({
          type: "overflow",
          action_id: "m",
          options: [{ text: plain("x"), value: "x".repeat(76) }],
        }),
      ],
    ],
    ["an action_id twice", [actions(button(), button())]],
    [
      "a block_id twice",
      [
        { type: "divider", block_id: "b" },
        { type: "divider", block_id: "b" },
      ],
    ],
    ["a block_id of 256", [{ type: "divider", block_id: "x".repeat(256) }]],
    [
      "a confirm title of 101",
      [
        actions(
          button({
            confirm: {
              title: plain("x".repeat(101)),
              text: plain("x"),
              confirm: plain("x"),
              deny: plain("x"),
            },
          }),
        ),
      ],
    ],
    [
      "a confirm button of 31",
      [
        actions(
          button({
            confirm: {
              title: plain("x"),
              text: plain("x"),
              confirm: plain("x".repeat(31)),
              deny: plain("x"),
            },
          }),
        ),
      ],
    ],
    ["an input in a message", [input({ type: "plain_text_input", action_id: "v" })]],
    [
      "an empty rich text",
      [
        {
          type: "rich_text",
          elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "" }] }],
        },
      ],
    ],
  ])("%s are invalid_blocks", async (_what, blocks) =>
    expect((await post({ blocks })).error).toBe("invalid_blocks"),
  );

  it("13,201 characters together are msg_blocks_too_long", async () => {
    expect(
      (
        await post({
          blocks: Array.from({ length: 5 }, () => ({
            type: "section",
            text: plain("x".repeat(2_700)),
          })),
        })
      ).error,
    ).toBe("msg_blocks_too_long");
  });
});

describe("A1, A11: modals", () => {
  it.each<[string, object, string]>([
    ["a title of 25", modal({ title: plain("x".repeat(25)) }), "invalid_arguments"],
    [
      "private metadata of 3,001",
      modal({ private_metadata: "x".repeat(3_001) }),
      "invalid_arguments",
    ],
    ["a callback_id of 256", modal({ callback_id: "x".repeat(256) }), "invalid_arguments"],
    [
      "101 blocks",
      modal({ blocks: Array.from({ length: 101 }, () => ({ type: "divider" })) }),
      "invalid_blocks",
    ],
    [
      "101 options",
      modal({ blocks: [input({ type: "static_select", action_id: "v", options: options(101) })] }),
      "invalid_blocks",
    ],
    [
      "11 checkboxes",
      modal({ blocks: [input({ type: "checkboxes", action_id: "v", options: options(11) })] }),
      "invalid_blocks",
    ],
    [
      "an option of 76",
      modal({
        blocks: [
          input({ type: "static_select", action_id: "v", options: options(1, "x".repeat(76)) }),
        ],
      }),
      "invalid_blocks",
    ],
    [
      "an initial option that is none",
      modal({
        blocks: [
          input({
            type: "static_select",
            action_id: "v",
            options: options(1),
            initial_option: { text: plain("y"), value: "y" },
          }),
        ],
      }),
      "invalid_blocks",
    ],
    [
      "an initial value of 3,001",
      modal({
        blocks: [
          input({ type: "plain_text_input", action_id: "v", initial_value: "x".repeat(3_001) }),
        ],
      }),
      "invalid_blocks",
    ],
    [
      "days in words",
      modal({ blocks: [input({ type: "datepicker", action_id: "v", initial_date: "31 Dec" })] }),
      "invalid_blocks",
    ],
  ])("%s are refused", async (_what, view, error) => expect((await open(view)).error).toBe(error));

  it("a trigger opens one modal, in its own workspace", async () => {
    const trigger = slack.trigger("T1", "U1");
    expect((await ask("views.open", { trigger_id: trigger, view: modal() })).error).toBeNull();
    expect((await ask("views.open", { trigger_id: trigger, view: modal() })).error).toBe(
      "exchanged_trigger_id",
    );
    expect((await ask("views.open", { trigger_id: "made-up", view: modal() })).error).toBe(
      "invalid_trigger_id",
    );
    expect(
      (await ask("views.open", { trigger_id: slack.trigger("T2", "U1"), view: modal() })).error,
    ).toBe("invalid_trigger_id");
  });
});
